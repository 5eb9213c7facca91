/** My faces over time: a row for each topic, a column for each review, the earliest first. */
import type { Face } from '../api';
import type { Everything, OwnReviewDay } from '../api/decided';
import { tq } from '../words';

export type FaceRow = { topic: string; title: string; faces: (Face | null)[] };
export type FaceTable = { reviews: OwnReviewDay[]; rows: FaceRow[] };

export function facesOverTime({ reviews, said }: Everything): FaceTable {
  const felt = said.filter(one => one.face && one.review_id && !one.changed_later);
  const shown = reviews.filter(review => felt.some(one => one.review_id === review.id)).reverse();
  const topics = [...new Set(felt.map(one => one.topic ?? ''))];
  const rows = topics.map(topic => {
    const here = felt.filter(one => one.topic === topic);
    return {
      topic,
      title: tq(here[0]?.topic_title) ?? '',
      faces: shown.map(review => here.find(one => one.review_id === review.id)?.face ?? null),
    };
  });
  return { reviews: shown, rows };
}
