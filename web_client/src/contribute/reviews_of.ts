/** The reviews that this person may write for. */
import { api, type Me, type MyReview, type PlannedReview } from '../api';
import { newestObservation } from './observation';

const TAKES_VIEWS = ['open_for_views', 'ready'];

/** A reviewing officer is not asked like the others: their review comes from its plan. */
export async function reviewsFor(me: Me, reviewId: string): Promise<{ reviews: MyReview[] }> {
  const mine = await api.myReviews();
  const known = mine.reviews.some(review => review.id === reviewId);
  if (known || me.job !== 'reviewing_officer') return mine;
  return { reviews: [fromPlan((await api.review(reviewId)).value)] };
}

function fromPlan(plan: PlannedReview): MyReview {
  return {
    id: plan.id,
    child: { ...plan.child, chair: plan.child.chair ?? null, is_me: false },
    stage: plan.stage,
    form: 'observation',
    form_version: newestObservation(),
    observation: newestObservation(),
    views_close_on: null,
    parts: plan.parts.map(part => ({ ...part, ask_where: false })),
    reviewing_officer: null,
    circle: [],
    days_to_go: null,
    can_share: TAKES_VIEWS.includes(plan.stage),
  };
}
