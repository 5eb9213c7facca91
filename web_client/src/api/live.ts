/** The calls of a meeting while it runs: how it stands, what is said to it, and the stream that tells. */
import type { AgendaItem, GroundRule, Level } from './meeting';
import { ask, headersFor } from './request';
import type { ChairLook } from './types';

export type Role = 'child' | 'officer' | 'helper' | 'circle' | 'guest' | 'screen';
export type Phase = 'waiting' | 'running' | 'paused' | 'ended' | 'adjourned';

/** Somebody in this part; a guest has no account and no chair of their own. */
export type InTheRoom = {
  id: string;
  called: string;
  chair: ChairLook | null;
  is: 'child' | 'officer' | 'person' | 'guest';
  here: boolean;
};
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
export type LivePlan = {
  items: Pick<AgendaItem, 'id' | 'from' | 'of' | 'words' | 'lead' | 'minutes'>[];
  ground_rules: GroundRule[];
};
export type Snapshot = {
  number: number;
  state: LiveState;
  plan: LivePlan;
  me: { role: Role; id: string | null };
};
export type Telling = Pick<Snapshot, 'number' | 'state'>;

/** What can be said to a meeting. Each has an id made here: the same again is the same as once. */
export type Saying =
  | { kind: 'started' }
  | { kind: 'item'; item: string }
  | { kind: 'level'; level: Level }
  | { kind: 'led_by'; led_by: string }
  | { kind: 'paused'; minutes: number | null }
  | { kind: 'resumed' }
  | { kind: 'word'; word: string | null }
  | { kind: 'word_done' }
  | { kind: 'hand'; up: boolean }
  | { kind: 'not_ok' }
  | { kind: 'came' }
  | { kind: 'left' }
  | { kind: 'note'; item: string | null; words: string }
  | { kind: 'covered'; matter: string }
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

export const GUEST = '/api/live';

export function partAt(reviewId: string, partId: string): string {
  return `/api/reviews/${reviewId}/parts/${partId}/live`;
}

export const live = {
  open: (at: string) => ask<{ code: string; snapshot: Snapshot }>('POST', at),
  now: (at: string) => ask<Snapshot>('GET', at),
  say: (at: string, events: LiveEvent[], keepalive = false) =>
    ask<Snapshot>('POST', `${at}/events`, { body: { events }, keepalive }),
  newCode: (at: string) => ask<{ code: string }>('POST', `${at}/code`),
  askToLeave: (at: string, guestId: string) => ask<void>('POST', `${at}/guests/${guestId}/leave`),
  end: (at: string) => ask<Snapshot>('POST', `${at}/end`),
  join: (code: string, called: string) =>
    ask<Snapshot>('POST', `${GUEST}/join`, { body: { code, called } }),
};

/** Told of each change until it ends; resolves when the server or the network closes it. */
export async function listen(
  at: string,
  after: number | null,
  told: (telling: Telling) => void,
  signal: AbortSignal,
): Promise<void> {
  const path = `${at}/stream`;
  const headers: Record<string, string> = { ...headersFor(path), Accept: 'text/event-stream' };
  if (after !== null) headers['Last-Event-ID'] = String(after);
  const response = await fetch(path, { headers, signal, cache: 'no-store' });
  if (!response.ok || !response.body) throw new Error(String(response.status));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = part.split('\n').find(line => line.startsWith('data: '));
      if (data) told(JSON.parse(data.slice(6)) as Telling);
    }
  }
}
