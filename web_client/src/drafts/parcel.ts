/** One finished thing on its way to the server, and what a person is told of it. */
import type { Signal } from '@preact/signals';
import type { Problem } from '../api';

/** What is carried: each kind has words, or none. */
export type Errand = { words: string | null };

/** As it lies on the device, sealed. */
export type Parcel<E extends Errand> = {
  /** Made here: the same again is the same as once. */
  id: string;
  lane: string;
  what: E;
  /** By this device's own clock, which may be a year off: only how long it waited is told. */
  wrote_at: number;
  /** Its place in the lane. */
  nth: number;
  /** Taken back after it may have left: what is carried now is that. */
  undone: boolean;
};

export type WaitingState = 'sending' | 'waiting' | 'needs_attention' | 'not_kept';
export type Waiting<E extends Errand> = {
  id: string;
  what: E;
  wrote_at: number;
  state: WaitingState;
  /** Why it waits or needs attention. */
  problem: Problem | null;
};
export type Sent<A> = { id: string; answer: A };
/** What waits, in the order written, and what got there since this page was opened. */
export type Lane<E extends Errand, A> = { waiting: Waiting<E>[]; sent: Sent<A>[] };

/** Takes one parcel to the server. */
export type Server<E extends Errand, A> = {
  carry: (parcel: Parcel<E>, waitedSeconds: number, options?: { keepalive: boolean }) => Promise<A>;
  undo: (parcel: Parcel<E>) => Promise<A>;
};

export type Shelf<E extends Errand> = {
  put: (
    shelf: 'sending',
    id: string,
    value: Parcel<E>,
    about: { unsent: boolean },
  ) => Promise<void>;
  get: (shelf: 'sending', id: string) => Promise<unknown>;
  all: (shelf: 'sending') => Promise<unknown[]>;
  remove: (shelf: 'sending', id: string) => Promise<void>;
};

/** A parcel in this page's memory. */
export type Item<E extends Errand> = {
  parcel: Parcel<E>;
  onDevice: boolean;
  /** It was given to the network, here or by an earlier page: it may have got there. */
  tried: boolean;
  /** When it was written, by the clock that nobody sets; null when an earlier page wrote it. */
  begun: number | null;
  /** Why the server will not have it: only its person can change that. */
  refused: Problem | null;
};

/** One queue: a parcel leaves when the one before it has its answer. */
export type Line<E extends Errand, A> = {
  name: string;
  items: Item<E>[];
  shown: Signal<Lane<E, A>>;
  sending: Promise<void> | null;
  timer: ReturnType<typeof setTimeout> | null;
  retry: number;
  /** The server asked for rest until then, by the clock that nobody sets. */
  notBefore: number;
  /** Why the first of them could not go, when it goes by itself later. */
  problem: Problem | null;
};

const LONGEST_WAIT_S = 30 * 86_400;

/**
 * How long it waited here.  A clock that was set meanwhile cannot make it shorter than this page
 * has seen; a phone that slept is told by the clock.
 */
export function waitedSeconds<E extends Errand>({ parcel, begun }: Item<E>): number {
  const seen = begun === null ? 0 : performance.now() - begun;
  const waited = Math.max(seen, Date.now() - parcel.wrote_at) / 1000;
  return Math.round(Math.min(Math.max(waited, 0), LONGEST_WAIT_S));
}

export function inOrder<E extends Errand>(one: Item<E>, other: Item<E>): number {
  return one.parcel.nth - other.parcel.nth || one.parcel.wrote_at - other.parcel.wrote_at;
}

/** What lies on the shelf may be something else, such as words that are half written. */
export function isParcel<E extends Errand>(value: unknown): value is Parcel<E> {
  return typeof value === 'object' && value !== null && 'lane' in value && 'nth' in value;
}

export function shownAs<E extends Errand, A>(line: Line<E, A>): Waiting<E>[] {
  return line.items
    .filter(({ parcel }) => !parcel.undone)
    .map(({ parcel: { id, what, wrote_at }, refused, onDevice }) => {
      const problem = refused ?? line.problem;
      const goes = line.problem ? 'waiting' : 'sending';
      const state = refused ? 'needs_attention' : onDevice ? goes : 'not_kept';
      return { id, what, wrote_at, problem, state };
    });
}
