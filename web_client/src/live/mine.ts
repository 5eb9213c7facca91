/** What the parts of my screen share: my plan at the level that I lead now, and where we are in it. Pure. */
import type { Me } from '../api';
import type { LiveState } from '../api/live';
import type { Level, MeetingFacts, MeetingPlan } from '../api/meeting';
import type { LiveRoom } from '../drafts/live_room';
import type { Step } from '../ui/live/state';
import { blankPlan, withLevel } from '../ui/meeting/plan';
import { partsOf } from '../ui/meeting/script';

export type Mine = {
  me: Me;
  reviewId: string;
  facts: MeetingFacts;
  room: LiveRoom;
  state: LiveState;
  steps: Step[];
  at: number;
};

/** My lines follow from how much I lead, also when I change that in the meeting. */
export function planNow(facts: MeetingFacts, level: Level): MeetingPlan {
  return withLevel(facts.plan ?? blankPlan(), level);
}

export function mySteps(plan: MeetingPlan, facts: MeetingFacts, called: string): Step[] {
  return partsOf(plan, facts, called).map(({ key, title, lead, minutes, words }) => ({
    key,
    title,
    lead,
    minutes,
    words,
  }));
}
