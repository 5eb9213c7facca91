/** The calls about the circle around a child and the walls in it. Fetched with the desk's screens. */
import type { GivenOnce } from './releases';
import { ask } from './request';
import type { ConversationLine } from './talk';
import type { ChairLook, Contribution, Job, Me, MyReview } from './types';

export type Knowable = 'home' | 'carers' | 'school';
export type InCircle = {
  person_id: string;
  name: string;
  called: string;
  job: Job;
  kind: string;
  kinds: string[];
  parental_responsibility: boolean;
  chair: ChairLook | null;
  has_signed_in: boolean;
  /** Null for an officer. */
  since_on: string | null;
  knows: Knowable[];
  /** By what they are: it cannot be taken back. */
  knows_anyway: Knowable[];
};
export type WallProposal = {
  id: string;
  one_id: string;
  other_id: string;
  reason: string;
  proposed_by: string;
  proposed_at: string;
  outcome: 'agreed' | 'refused' | 'withdrawn' | 'overtaken' | null;
  decided_by: string | null;
  decided_at: string | null;
  may_answer: boolean;
  may_withdraw: boolean;
};
export type Wall = {
  one_id: string;
  other_id: string;
  stands: boolean;
  lowered_at: string | null;
  waiting: WallProposal | null;
};
export type CircleFacts = {
  child_id: string;
  name: string;
  called: string;
  chair: ChairLook | null;
  /** Whether the reader is the reviewing officer, who keeps the circle. */
  may_change: boolean;
  people: InCircle[];
  walls: Wall[];
  decided: WallProposal[];
};
export type WaitingProposal = {
  proposal: WallProposal;
  child_id: string;
  child_name: string;
  one_name: string;
  other_name: string;
};
export type NewInCircle = {
  name: string;
  kind: string;
  parental_responsibility: boolean;
  language: string;
};
export const PROTECTED = [
  'address',
  'home_postcode',
  'placement_postcode',
  'school',
  'carer_phone',
] as const;
export type Protected = (typeof PROTECTED)[number];
export type ProtectedFacts = Record<Protected, string | null>;

/** Somebody's own pages, as far as one child is concerned. */
export type SeenAs = {
  me: Me;
  reviews: MyReview[];
  contributions: Contribution[];
  conversations: ConversationLine[];
  given: { review_id: string; shared: GivenOnce[] }[];
};

export const circleApi = {
  circle: (childId: string) => ask<CircleFacts>('GET', `/api/children/${childId}/circle`),
  add: (childId: string, personId: string, person: NewInCircle) =>
    ask<void>('PUT', `/api/children/${childId}/circle/${personId}`, { body: person }),
  end: (childId: string, personId: string) =>
    ask<void>('DELETE', `/api/children/${childId}/circle/${personId}`),
  letKnow: (childId: string, personId: string, what: Knowable) =>
    ask<void>('PUT', `/api/children/${childId}/circle/${personId}/may-know`, { body: { what } }),
  letKnowNoMore: (childId: string, personId: string, what: Knowable) =>
    ask<void>('PUT', `/api/children/${childId}/circle/${personId}/may-not-know`, {
      body: { what },
    }),
  raiseWall: (childId: string, oneId: string, otherId: string) =>
    ask<void>('PUT', `/api/children/${childId}/walls/${oneId}/${otherId}`),
  proposeLowering: (
    childId: string,
    proposalId: string,
    proposal: { one_id: string; other_id: string; reason: string },
  ) =>
    ask<void>('PUT', `/api/children/${childId}/wall-proposals/${proposalId}`, { body: proposal }),
  waiting: () => ask<{ waiting: WaitingProposal[] }>('GET', '/api/wall-proposals'),
  answer: (proposalId: string, agrees: boolean) =>
    ask<void>('POST', `/api/wall-proposals/${proposalId}/answer`, { body: { agrees } }),
  withdraw: (proposalId: string) => ask<void>('POST', `/api/wall-proposals/${proposalId}/withdraw`),
  seenAs: (childId: string, personId: string) =>
    ask<SeenAs>('GET', `/api/children/${childId}/seen-by/${personId}`),
  protectedFacts: (childId: string) =>
    ask<ProtectedFacts>('GET', `/api/children/${childId}/protected-facts`),
  keepProtectedFact: (childId: string, kind: Protected, words: string | null) =>
    ask<void>('PUT', `/api/children/${childId}/protected-facts`, { body: { kind, words } }),
};
