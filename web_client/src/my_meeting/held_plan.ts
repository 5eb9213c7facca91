/** What this device knows of one plan, and the state that follows from it. */
import { type Signal, signal } from '@preact/signals';
import type { Problem } from '../api';
import type { MeetingFacts, MeetingPlan, SavedPlan } from '../api/meeting';
import { blankPlan } from '../ui/meeting/plan';
import { asSent, type Clash, fieldIn, isSame, mergePlans } from './merging';

export type PlanState =
  | 'opening'
  | 'saving'
  | 'on_this_device'
  | 'saved'
  | 'not_saved'
  | 'waiting'
  | 'needs_attention';

/** What the device keeps of one plan. */
export type HeldPlan = {
  plan_of: string;
  /** What the server had last, as far as we know. */
  base: MeetingPlan | null;
  revision: number;
  mine: MeetingPlan;
  /** What another device chose otherwise, until I have said which one it is. */
  clashes: Clash[];
};
export type ShownPlan = {
  plan: MeetingPlan;
  facts: MeetingFacts | null;
  state: PlanState;
  clashes: Clash[];
  problem: Problem | null;
};
export type Entry = {
  held: HeldPlan;
  facts: MeetingFacts | null;
  shown: Signal<ShownPlan>;
  onDevice: boolean;
  keeping: Promise<void>;
  asking: Promise<void> | null;
  sending: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | null;
  retry: number;
  problem: Problem | null;
  /** Given to the server and not yet answered. */
  unanswered: MeetingPlan[];
};

export function newEntry(held: HeldPlan, onDevice = false): Entry {
  const shown: ShownPlan = {
    plan: held.mine,
    facts: null,
    state: 'opening',
    clashes: held.clashes,
    problem: null,
  };
  return {
    held,
    facts: null,
    shown: signal(shown),
    onDevice,
    keeping: Promise.resolve(),
    asking: null,
    sending: null,
    timer: null,
    retry: 0,
    problem: null,
    unanswered: [],
  };
}

export function nothingHeld(reviewId: string): HeldPlan {
  return { plan_of: reviewId, base: null, revision: 0, mine: blankPlan(), clashes: [] };
}

export function isHeldPlan(kept: unknown): kept is HeldPlan {
  return typeof kept === 'object' && kept !== null && 'plan_of' in kept;
}

/** Something is here that the server has not. */
export function isUnsent({ base, mine, clashes }: HeldPlan): boolean {
  return !isSame(base ?? blankPlan(), asSent(mine, clashes));
}

/** What must outlive a sign-out: also what I have not chosen yet. */
export function mustStay(held: HeldPlan): boolean {
  return isUnsent(held) || held.clashes.length > 0;
}

export function stateOf({ held, onDevice, problem, retry }: Entry): PlanState {
  if (problem && !problem.passes) return 'needs_attention';
  if (!isUnsent(held)) return 'saved';
  if (!onDevice) return 'not_saved';
  return retry > 0 ? 'waiting' : 'on_this_device';
}

/** Takes in what the server has. `ours` says that it is what this device sent itself. */
export function absorbed(held: HeldPlan, { plan, revision }: SavedPlan, ours: boolean): HeldPlan {
  if (revision < held.revision) return held;
  const merged = mergePlans(ours ? plan : held.base, held.mine, plan);
  const fresh = new Set(merged.clashes.map(one => one.field));
  const open = held.clashes.filter(
    one => !fresh.has(one.field) && !isSame(fieldIn(merged.plan, one.field), one.theirs),
  );
  return {
    ...held,
    base: plan,
    revision,
    mine: merged.plan,
    clashes: [...open, ...merged.clashes],
  };
}
