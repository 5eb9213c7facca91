/** The calls about reviews held sooner, and reviews that are not needed any more. Fetched with the desk's screens. */
import { ask } from './request';

export type EarlyDecision = 'yes' | 'no' | 'taken_back';
export type EarlyGround = {
  trigger: string;
  source: string;
  confirmed: boolean;
  /** Whether the law leaves it to the officer to say no. */
  officer_may_refuse: boolean;
  /** How many days the law leaves, counted from what happened. */
  days: number | null;
};
export type EarlyAsk = {
  id: string;
  trigger: string;
  asked_by_id: string | null;
  asked_by: string | null;
  asked_on: string;
  why: string | null;
  decision: EarlyDecision | null;
  hold_by: string | null;
  reason: string | null;
  decided_by: string | null;
  decided_at: string | null;
};
export type EarlyPage = {
  /** Null when no review is owed, so that none can be brought forward. */
  kind: string | null;
  /** The last day without anything that was asked for. */
  due_by: string | null;
  grounds: EarlyGround[];
  asks: EarlyAsk[];
};
export type NewDecision = {
  decision: EarlyDecision;
  hold_by: string | null;
  reason: string | null;
};
export type NewEarlyAsk = NewDecision & {
  trigger: string;
  asked_by_id: string | null;
  asked_on: string;
  why: string | null;
};

export const early = {
  page: (childId: string) => ask<EarlyPage>('GET', `/api/children/${childId}/early-reviews`),
  bringForward: (childId: string, id: string, wanted: NewEarlyAsk) =>
    ask<EarlyAsk>('PUT', `/api/children/${childId}/early-reviews/${id}`, { body: wanted }),
  decide: (childId: string, id: string, decision: NewDecision) =>
    ask<EarlyAsk>('PUT', `/api/children/${childId}/early-reviews/${id}/decision`, {
      body: decision,
    }),
  end: (reviewId: string, because: string) =>
    ask<void>('PUT', `/api/reviews/${reviewId}/ending`, { body: { because } }),
};
