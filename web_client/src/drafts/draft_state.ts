/** What the outbox knows of one draft, and the state that follows from it. */
import { type Signal, signal } from '@preact/signals';
import type { Contribution, DraftContent, DraftOnServer, NewContribution, Problem } from '../api';
import { isBlank, same } from './content';

export type DraftState =
  | 'opening'
  | 'saving'
  | 'on_this_device'
  | 'saved'
  | 'not_saved'
  | 'waiting_to_send'
  | 'needs_attention'
  | 'shared';

export type Draft = {
  content: DraftContent;
  state: DraftState;
  /** Why it needs attention. */
  problem: Problem | null;
  /** It was shared, and the server could not take it for a while: that is not for want of internet. */
  delayed?: boolean;
};

/** What the device keeps of one draft. */
export type Held = {
  review_id: string;
  /** What the server had last, as far as we know. */
  base: DraftContent | null;
  revision: number;
  mine: DraftContent;
  /** Shared, and not yet answered. */
  parcel: { id: string; contribution: NewContribution } | null;
};

export type Server = {
  draft: (reviewId: string) => Promise<DraftOnServer>;
  saveDraft: (
    reviewId: string,
    content: DraftContent,
    revision: number,
    keepalive?: boolean,
  ) => Promise<{ revision: number }>;
  share: (id: string, contribution: NewContribution) => Promise<Contribution>;
};
export type Device = {
  put: (shelf: 'drafts', id: string, value: Held, about: { unsent: boolean }) => Promise<void>;
  get: (shelf: 'drafts', id: string) => Promise<unknown>;
  all: (shelf: 'drafts') => Promise<unknown[]>;
  remove: (shelf: 'drafts', id: string) => Promise<void>;
};

export type Entry = {
  held: Held;
  shown: Signal<Draft>;
  onDevice: boolean;
  /** What this page last put on the device or found there. */
  kept: Held | null;
  /** Putting it there, one after the other. */
  keeping: Promise<void>;
  sending: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | null;
  retry: number;
  /** The server asked for rest until then, by the clock that nobody sets: nothing goes by itself before. */
  notBefore: number;
  problem: Problem | null;
  /** What was given to the server and not yet answered. */
  unanswered: DraftContent[];
  /** The shared words are on their way at this moment. */
  leaving: boolean;
  /** Since when the server has answered that it cannot (milliseconds); null when it can, or is out of reach. */
  failingSince: number | null;
};

export function newEntry(held: Held, onDevice: boolean): Entry {
  return {
    held,
    shown: signal<Draft>({ content: held.mine, state: 'opening', problem: null }),
    onDevice,
    kept: onDevice ? held : null,
    keeping: Promise.resolve(),
    sending: null,
    timer: null,
    retry: 0,
    notBefore: 0,
    problem: null,
    unanswered: [],
    leaving: false,
    failingSince: null,
  };
}

export function stateOf(entry: Entry): DraftState {
  const { held, onDevice } = entry;
  if (stuck(entry)) return 'needs_attention';
  if (held.parcel) return onDevice ? 'waiting_to_send' : 'not_saved';
  if (!isUnsent(held)) return 'saved';
  return onDevice ? 'on_this_device' : 'not_saved';
}

/** Something else stands at the server under the ids that this was sent with. */
export function isTaken(problem: Problem | null): boolean {
  return ['already_shared_differently', 'answer_id_taken'].includes(problem?.code ?? '');
}

export function underNewIds(held: Held, newId: () => string): Held {
  if (!held.parcel) return held;
  const { contribution } = held.parcel;
  const answers = contribution.answers.map(answer => ({ ...answer, id: newId() }));
  return { ...held, parcel: { id: newId(), contribution: { ...contribution, answers } } };
}

export const DELAYED_MS = 10_000;

/** Notes whether the server is there and cannot; true when that has just begun. */
export function beginsFailing(entry: Entry, { status }: Problem): boolean {
  const before = entry.failingSince;
  entry.failingSince = status >= 500 ? (before ?? Date.now()) : null;
  return before === null && entry.failingSince !== null;
}

export function isDelayed({ held, failingSince }: Entry): boolean {
  return held.parcel !== null && failingSince !== null && Date.now() - failingSince >= DELAYED_MS;
}

export function stuck(entry: Entry): boolean {
  return entry.problem !== null && !entry.problem.passes;
}

export function isUnsent({ parcel, base, mine }: Held): boolean {
  if (parcel) return true;
  return base === null ? !isBlank(mine) : !same(base, mine);
}
