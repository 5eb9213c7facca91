/** The observation of a child who cannot say it in words yet: who may write one, and its draft. */
import type { Job, MyReview } from '../api';

const OBSERVERS: Job[] = ['carer', 'professional', 'social_worker', 'reviewing_officer'];
const versions = Object.keys(import.meta.glob('@question_sets/observation.v*.json')).map(path =>
  Number(path.match(/\.v(\d+)\.json$/)?.[1] ?? 1),
);

export function newestObservation(): number {
  return Math.max(1, ...versions);
}

/** Offered when the server says that this child's review takes one from this person. */
export function mayObserve(review: MyReview, job: Job): boolean {
  return OBSERVERS.includes(job) && review.form !== 'observation' && Boolean(review.observation);
}

/** The same review with the observation as the form to fill in. */
export function observationOf(review: MyReview): MyReview {
  if (review.form === 'observation') return review;
  return {
    ...review,
    form: 'observation',
    form_version: review.observation ?? newestObservation(),
  };
}
