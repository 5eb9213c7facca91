/** The calls of a meeting while it runs: how it stands, what is said to it, and the stream that tells. */
import type { AgendaItem, GroundRule, Level } from './meeting';
import type { HowItWas, MeetingFacts } from './openapi';
import { Problem } from './problem';
import { ask, headersFor } from './request';
import type { ChairLook } from './types';

export type Role = 'child' | 'officer' | 'helper' | 'circle' | 'guest' | 'screen';
export type Phase = 'waiting' | 'running' | 'paused' | 'ended' | 'adjourned';

/** Somebody in this part; a guest has no account and no chair of their own. */
export type InTheRoom = {
  id: string;
  /** Null for a screen in the room. */
  called: string | null;
  chair: ChairLook | null;
  is: 'child' | 'officer' | 'person' | 'guest' | 'screen';
  here: boolean;
};
export type LiveItem = Pick<AgendaItem, 'id' | 'from' | 'of' | 'words' | 'lead' | 'minutes'>;
export type ReadBack = {
  id: string;
  of: 'decision' | 'answer';
  words: string;
  reply: 'right' | 'not_quite' | null;
  /** What the child said of it, word for word. */
  reply_words: string | null;
};
/** How the meeting stands, made for whoever asks: what they may not know is not in it. */
export type LiveState = {
  phase: Phase;
  item: string | null;
  /** The thing itself, for those who are told one thing at a time; null for hello, rules and the end. */
  now: LiveItem | null;
  level: Level;
  /** "child", "officer", or the id of a person. */
  led_by: string;
  pause_minutes: number | null;
  /** Somebody asks what it means; nobody is told who. */
  word: { id: string; word: string | null } | null;
  hands: string[];
  people: InTheRoom[];
  covered: string[];
  read_back: ReadBack[];
  /** The officer and the helper alone. */
  not_ok: boolean;
  /** The officer alone. */
  notes: { item: string | null; words: string }[];
};
/** `items` is empty for those who are told one thing at a time. */
export type LivePlan = {
  items: LiveItem[];
  ground_rules: GroundRule[];
  script: Record<string, string>;
};
export type Snapshot = {
  number: number;
  state: LiveState;
  plan: LivePlan;
  me: { role: Role; id: string | null };
};
export type Opened = { code: string; snapshot: Snapshot };
export type Telling = Pick<Snapshot, 'number' | 'state'>;

/** What can be said to a meeting. Each has an id made here: the same again is the same as once. */
export type Saying =
  | { kind: 'item'; item: string }
  | { kind: 'level'; level: Level }
  | { kind: 'led_by'; led_by: string }
  | { kind: 'paused'; minutes: number | null }
  | { kind: 'resumed' }
  | { kind: 'word'; word: string | null }
  | { kind: 'word_done' }
  | { kind: 'hand'; up: boolean }
  | { kind: 'not_ok'; up: boolean }
  | { kind: 'came'; person: string | null }
  | { kind: 'left'; person: string | null }
  | { kind: 'note'; item: string | null; words: string }
  | { kind: 'covered'; matter: string; up: boolean }
  | { kind: 'read_back'; read_back: string; of: ReadBack['of']; words: string }
  | {
      kind: 'read_back_reply';
      read_back: string;
      reply: 'right' | 'not_quite';
      words: string | null;
    }
  | { kind: 'ended' }
  | { kind: 'adjourned' };
/** @prop on The number of the meeting that it was decided on: two who press Next move one step. */
export type LiveEvent = Saying & { id: string; on: number };

/** The three faces, by the names that a meeting's have. */
export type MeetingFace = NonNullable<HowItWas['face']>;

/** One way into a meeting: a person's own, or a guest's. */
export type Door = {
  now: () => Promise<Snapshot>;
  say: (events: LiveEvent[], keepalive?: boolean) => Promise<Snapshot>;
  listen: (
    from: number | null,
    told: (telling: Telling) => void,
    signal: AbortSignal,
  ) => Promise<void>;
};

export function partDoor(reviewId: string, partId: string): Door {
  return {
    now: () => ask<Snapshot>('GET', `/api/reviews/${reviewId}/parts/${partId}/live`),
    say: (events, keepalive = false) =>
      ask<Snapshot>('POST', `/api/reviews/${reviewId}/parts/${partId}/live/events`, {
        body: { events },
        keepalive,
      }),
    listen: (from, told, signal) =>
      stream('GET', `/api/reviews/${reviewId}/parts/${partId}/live/stream`, from, told, signal),
  };
}

/** For whoever came in with a code: the cookie says which meeting. */
export const guestDoor: Door = {
  now: () => ask<Snapshot>('GET', '/api/live'),
  say: (events, keepalive = false) =>
    ask<Snapshot>('POST', '/api/live/events', { body: { events }, keepalive }),
  listen: (from, told, signal) => stream('GET', '/api/live/stream', from, told, signal),
};

export const live = {
  join: (code: string, called: string) =>
    ask<Snapshot>('POST', '/api/live/join', { body: { code, called } }),
  /** For a screen in the room: it shows, and says nothing. */
  showOnScreen: (code: string) =>
    ask<Snapshot>('POST', '/api/live/join', { body: { code, called: null } }),
  open: (reviewId: string, partId: string) =>
    ask<Opened>('POST', `/api/reviews/${reviewId}/parts/${partId}/live`),
  newCode: (reviewId: string, partId: string) =>
    ask<{ code: string }>('POST', `/api/reviews/${reviewId}/parts/${partId}/live/code`),
  askToLeave: (reviewId: string, partId: string, guestId: string) =>
    ask<void>('POST', `/api/reviews/${reviewId}/parts/${partId}/live/guests/${guestId}/leave`),
  /** @param adjourned It goes on another day. */
  end: (reviewId: string, partId: string, adjourned: boolean) =>
    ask<Snapshot>('POST', `/api/reviews/${reviewId}/parts/${partId}/live/end`, {
      body: { adjourned },
    }),
  /** What was kept of a review's meetings, for its officer. */
  kept: (reviewId: string) => ask<MeetingFacts>('GET', `/api/reviews/${reviewId}/meeting-facts`),
  /** What the child said of it before. */
  said: (reviewId: string) =>
    ask<{ said: HowItWas | null }>('GET', `/api/my/reviews/${reviewId}/how-it-was`),
  howItWas: (reviewId: string, said: HowItWas, keepalive = false) =>
    ask<undefined>('PUT', `/api/my/reviews/${reviewId}/how-it-was`, { body: said, keepalive }),
};

/** A dead line says nothing at all; a live one says at least this often that it is there. */
const SILENT_MS = 35_000;

/** Tells of each change until the server or the network ends it; fails where it may not be opened. */
async function stream(
  method: 'GET',
  path: string,
  from: number | null,
  told: (telling: Telling) => void,
  signal: AbortSignal,
): Promise<void> {
  const headers: Record<string, string> = { ...headersFor(path), Accept: 'text/event-stream' };
  if (from !== null) headers['Last-Event-ID'] = String(from);
  const ending = new AbortController();
  const end = () => ending.abort();
  signal.addEventListener('abort', end);
  let silent = setTimeout(end, SILENT_MS);
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal: ending.signal,
      cache: 'no-store',
    });
    if (!response.ok || !response.body) throw new Problem({ code: '', status: response.status });
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      clearTimeout(silent);
      silent = setTimeout(end, SILENT_MS);
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const data = part.split('\n').find(line => line.startsWith('data: '));
        if (data) told(JSON.parse(data.slice(6)) as Telling);
      }
    }
  } finally {
    clearTimeout(silent);
    signal.removeEventListener('abort', end);
  }
}
