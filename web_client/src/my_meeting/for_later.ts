/** What an earlier visit could not send goes now; and my plan is fetched, so that it is here without internet. */
import { api } from '../api';
import { reviewAhead } from '../ui/meeting/own_parts';
import { keeper } from './keeper';

export async function forLater(): Promise<void> {
  await keeper.takeUp();
  const review = reviewAhead((await api.myReviews()).reviews);
  if (review) keeper.open(review.id);
}
