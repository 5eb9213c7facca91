/** The calls about who has seen what a child said, and about reading for a reason. */
import { ask } from './request';
import type { SummaryFacts } from './summary';
import type { ChairLook, Job } from './types';

export type SeenKind =
  | 'said'
  | 'said_for_a_reason'
  | 'not_safe'
  | 'messages'
  | 'asked'
  | 'taking_part'
  | 'home'
  | 'page';
export type Seen = { name: string; job: Job; chair: ChairLook | null; what: SeenKind[] };
export type WhoHasSeen = { days: { on: string; seen: Seen[] }[]; before: string | null };
export type Reading = {
  id: string;
  manager_name: string;
  reason: string;
  unsafe_to_tell: boolean;
  broken_at: string;
  ends_at: string;
  /** When the child's IRO took note. */
  seen_at: string | null;
};

export const seen = {
  whoHasSeen: () => ask<WhoHasSeen>('GET', '/api/my/who-has-seen'),
  earlier: (before: string) => ask<WhoHasSeen>('GET', `/api/my/who-has-seen?before=${before}`),
  readings: (childId: string) =>
    ask<{ readings: Reading[] }>('GET', `/api/children/${childId}/broken-glass`),
  sayWhy: (childId: string, id: string, body: { reason: string; unsafe_to_tell: boolean }) =>
    ask<Reading>('PUT', `/api/children/${childId}/broken-glass/${id}`, { body }),
  note: (childId: string, id: string, tellChild: boolean) =>
    ask<Reading>('POST', `/api/children/${childId}/broken-glass/${id}/noted`, {
      body: { tell_child: tellChild },
    }),
  summaryForAReason: (reviewId: string) =>
    ask<SummaryFacts>('GET', `/api/reviews/${reviewId}/summary-for-a-reason`),
};
