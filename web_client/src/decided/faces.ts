/** My faces over time: a row for each topic, a column for each review, the earliest first. */
import type { Face } from '../api';
import type { Everything, OwnReviewDay, OwnWords } from '../api/decided';
import { t, tq } from '../words';

const RATED = 'rating';

export type FaceRow = { topic: string; title: string; faces: (Face | null)[] };
export type FaceTable = { reviews: OwnReviewDay[]; rows: FaceRow[] };

export function facesOverTime({ reviews, said }: Everything): FaceTable {
  const felt = said.filter(one => one.face && one.review_id && !one.changed_later);
  const shown = reviews.filter(review => felt.some(one => one.review_id === review.id)).reverse();
  const topics = [...new Set(felt.map(about))];
  const rows = topics.map(topic => {
    const here = felt.filter(one => about(one) === topic);
    return {
      topic,
      title: topic === RATED ? t('How did your meeting feel?') : (tq(here[0]?.topic_title) ?? ''),
      faces: shown.map(review => here.find(one => one.review_id === review.id)?.face ?? null),
    };
  });
  return { reviews: shown, rows };
}

/** The topic of what I said before a review; what I said of the meeting itself is a row too. */
function about(one: OwnWords): string {
  return one.source === 'rating' ? RATED : (one.topic ?? '');
}
