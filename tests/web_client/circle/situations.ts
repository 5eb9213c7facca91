/** A circle with an open wall, a proposal that waits, and one that was refused. */
import type { CircleFacts, InCircle, WallProposal } from '@client/api/circle';
import { AMARA } from '../world';

export function inCircle(called: string, kind: string, more: Partial<InCircle> = {}): InCircle {
  return {
    person_id: called.toLowerCase(),
    name: `${called} Smith`,
    called,
    job: 'parent',
    kind,
    kinds: [kind],
    parental_responsibility: false,
    chair: null,
    has_signed_in: true,
    since_on: '2025-03-01',
    knows: [],
    knows_anyway: [],
    ...more,
  };
}

export function aProposal(more: Partial<WallProposal> = {}): WallProposal {
  return {
    id: 'p1',
    one_id: 'mary',
    other_id: 'grace',
    reason: 'They agreed it on Monday.',
    proposed_by: 'Priya Shah',
    proposed_at: '2026-11-20T10:00:00Z',
    outcome: null,
    decided_by: null,
    decided_at: null,
    may_answer: false,
    may_withdraw: true,
    ...more,
  };
}

const stands = { stands: true, lowered_at: null, waiting: null };

export function aCircle(more: Partial<CircleFacts> = {}): CircleFacts {
  return {
    child_id: AMARA,
    name: 'Amara Jones',
    called: 'Amara',
    chair: null,
    may_change: true,
    people: [
      inCircle('Priya', 'reviewing_officer', { job: 'reviewing_officer', since_on: null }),
      inCircle('Mary', 'mother', { parental_responsibility: true }),
      inCircle('Daniel', 'father', { has_signed_in: false }),
      inCircle('Grace', 'school', {
        job: 'professional',
        knows: ['school'],
        knows_anyway: ['school'],
      }),
    ],
    walls: [
      { one_id: 'mary', other_id: 'daniel', ...stands },
      { one_id: 'mary', other_id: 'grace', ...stands, waiting: aProposal() },
      {
        one_id: 'daniel',
        other_id: 'grace',
        stands: false,
        lowered_at: '2026-11-01T09:00:00Z',
        waiting: null,
      },
    ],
    decided: [
      aProposal({
        id: 'p0',
        outcome: 'refused',
        decided_by: 'Helen Osei',
        decided_at: '2026-11-02T09:00:00Z',
        may_withdraw: false,
      }),
    ],
    ...more,
  };
}
