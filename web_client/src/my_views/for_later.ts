/** Fetches the questions ahead, so that they are here when the internet is not. */
import type { MyReview } from '../api';
import { kept } from '../drafts';
import { loadQuestionSet } from '../ui/question';
import { reviewOf } from './use_my_views';

export async function forLater(): Promise<void> {
  const known = await kept.read<{ reviews: MyReview[] }>('my_reviews');
  const review = reviewOf(known?.reviews ?? []);
  if (review) await loadQuestionSet(review.form, review.form_version);
}
