/** A child's meeting as the server tells of it, and a server that keeps a plan. */
import type { InMyCircle, MeetingFacts, MeetingPlan, OfficerMeeting } from '@client/api/meeting';
import { blankPlan } from '@client/ui/meeting/plan';
import { aReview, json, PRIYA, REVIEW, serve } from '../world';

export const PATH = `/api/my/reviews/${REVIEW}/meeting-plan`;
export const OFFICER = { ...PRIYA, job: 'reviewing_officer' as const };
export const JOAN = inCircle('Joan', 'carer', 'foster_carer');
export const DAD = inCircle('Dan', 'parent', 'father');
export const SAM = inCircle('Sam', 'social_worker', 'social_worker');
export const DOG = 'e1000000-0000-4000-8000-000000000001';
export const COURT = 'e2000000-0000-4000-8000-000000000002';

function inCircle(called: string, job: InMyCircle['job'], kind: string): InMyCircle {
  const id = `b0000000-0000-4000-8000-${called.length}0000000000${called.charCodeAt(0) % 10}`;
  return { id, called, name: `${called} Smith`, chair: null, job, kind };
}

export function facts(more: Partial<MeetingFacts> = {}): MeetingFacts {
  return {
    revision: 0,
    plan: null,
    circle: [JOAN, DAD, SAM, { ...OFFICER, kind: 'reviewing_officer' }],
    wishes: [{ id: DOG, words: 'I want a dog' }],
    last_time: [],
    matters: ['home', 'school'],
    added: [],
    answers: [],
    officer: OFFICER,
    stage: 'open_for_views',
    ...more,
  };
}

export function aPlan(more: Partial<MeetingPlan> = {}): MeetingPlan {
  return { ...blankPlan(), ...more };
}

export function officers(more: Partial<OfficerMeeting> = {}): OfficerMeeting {
  return { ...facts(), covered: [], requests: [], ...more };
}

/** A server that keeps what is saved, as long as it is over the newest. */
export function keeping(first: MeetingFacts = facts()) {
  const there = { now: first };
  const sent = serve({
    'GET /api/my/reviews': { reviews: [aReview()] },
    'GET /api/me/device-key': { key: btoa('k'.repeat(32)) },
    [`GET ${PATH}`]: () => there.now,
    [`PUT ${PATH}`]: ({ body }: { body: unknown }) => {
      const { plan } = body as { plan: MeetingPlan };
      there.now = { ...there.now, plan, revision: there.now.revision + 1 };
      return there.now;
    },
  });
  return { there, sent };
}

/** Another device was quicker. */
export function stale(plan: MeetingPlan, revision: number): Response {
  return json({ code: 'stale', status: 412, current: { revision, plan } }, 412);
}
