/** A conversation with an officer, and a server that keeps it. */
import type { Job, Me } from '@client/api';
import type { Conversation, NewMessage, OwnMessage, Who } from '@client/api/talk';
import { session } from '@client/ui';
import { configure } from '@testing-library/preact';
import { vi } from 'vitest';
import { AMARA, aPerson, json, PRIYA, serve } from '../world';

// The first look at a screen opens the device's store, which takes a slow machine a while.
configure({ asyncUtilTimeout: 8000 });
vi.setConfig({ testTimeout: 30_000 });

export const OFFICER: Who = { ...PRIYA, job: 'reviewing_officer' };
export const SAM: Who = {
  id: 'a0000000-0000-4000-8000-000000000002',
  name: 'Sam Lee',
  called: 'Sam',
  chair: null,
  job: 'reviewing_officer',
};
HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
  this.open = true;
};
HTMLDialogElement.prototype.close ??= function shut(this: HTMLDialogElement) {
  this.open = false;
};
const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
let number = 0;

/** Each situation has a child of its own, so that nothing is carried from one test to the next. */
export function somebody(job: Job = 'child'): Me {
  number += 1;
  const me = aPerson(job);
  return { ...me, id: me.id.replace(/.{4}$/, String(3000 + number)) };
}

export function whoReads(more: Partial<Conversation['who_reads']> = {}): Conversation['who_reads'] {
  return {
    officer: OFFICER,
    cover: null,
    works_on: [0, 1, 2, 3, 4],
    answer_by: '2999-11-26',
    answer_within_working_days: 3,
    usual_cover: SAM,
    ...more,
  };
}

let messages = 0;
export function aMessage(words: string, more: Partial<OwnMessage> = {}): OwnMessage {
  messages += 1;
  const at = `2026-03-0${1 + (messages % 8)}T10:14:00Z`;
  return {
    id: `77777777-0000-4000-8000-${String(messages).padStart(12, '0')}`,
    from_me: true,
    author: { id: AMARA, called: 'Amara', name: 'Amara Jones', chair: null, job: 'child' },
    start: null,
    words,
    language: 'en',
    tell_social_worker: false,
    written_at: at,
    received_at: at,
    taken_back_at: null,
    read_by: [],
    in_record: false,
    brought_as: null,
    can_take_back: true,
    ...more,
  };
}

export function fromPriya(words: string, more: Partial<OwnMessage> = {}): OwnMessage {
  return aMessage(words, { from_me: false, author: OFFICER, can_take_back: false, ...more });
}

type Given = {
  messages?: OwnMessage[];
  who?: Partial<Conversation['who_reads']>;
  more?: boolean;
  older?: OwnMessage[];
};

/** A server with one conversation: what is put there is there, once; `internet` can go. */
export function aServer(childId: string, { messages: there = [], who, more, older }: Given = {}) {
  const state = { there: [...there], internet: true, refuse: null as Response | null };
  const base = `/api/my/conversations/${childId}`;
  const page = () => ({
    who_reads: whoReads(who),
    messages: state.there,
    more: more ?? false,
  });
  const known: Record<string, unknown> = {
    'GET /api/me/device-key': { key: KEY },
    'GET /api/my/conversations': {
      conversations: [
        {
          child_id: childId,
          is_me: false,
          child_called: 'Amara',
          officer: OFFICER,
          cover: null,
          unread: 0,
        },
      ],
    },
    [`POST ${base}/read`]: () => new Response(null, { status: 204 }),
  };
  const sent = serve(
    new Proxy(known, {
      get(answers, call: string) {
        if (!state.internet) {
          return () => {
            throw new TypeError('No internet');
          };
        }
        if (call === `GET ${base}`) return page;
        if (call.startsWith(`GET ${base}?before=`)) {
          return () => ({ ...page(), messages: older ?? [], more: false });
        }
        if (call.startsWith(`PUT ${base}/messages/`)) {
          return ({ body, path }: { body: NewMessage; path: string }) => {
            if (state.refuse) return state.refuse.clone();
            const { waited_seconds: _, ...rest } = body;
            const at = new Date().toISOString();
            const id = path.split('/').at(-1) ?? '';
            const now = aMessage(body.words, { ...rest, id, written_at: at, received_at: at });
            if (!state.there.some(one => one.id === id)) state.there.push(now);
            return now;
          };
        }
        const change = /^POST \/api\/messages\/([^/]+)\/(take-back|bring-to-review)$/.exec(call);
        if (change) {
          return ({ body }: { body: { as: OwnMessage['brought_as'] } | null }) => {
            const at = state.there.findIndex(one => one.id === change[1]);
            const before = state.there[at];
            if (!before) return json({ code: 'not_found', status: 404 }, 404);
            if (before.read_by.length > 0 && change[2] === 'take-back') {
              return json({ code: 'message_was_read', status: 409 }, 409);
            }
            const now: OwnMessage =
              change[2] === 'take-back'
                ? { ...before, words: null, taken_back_at: '2026-03-09T10:00:00Z' }
                : { ...before, brought_as: body?.as ?? null };
            state.there[at] = now;
            return now;
          };
        }
        return answers[call];
      },
    }),
  );
  return Object.assign(state, {
    sent,
    reconnect() {
      state.internet = true;
      dispatchEvent(new Event('online'));
    },
    written: () => sent.filter(one => one.method === 'PUT' && one.path.includes('/messages/')),
  });
}

export function signedIn(me: Me): void {
  session.value = { ...session.value, me };
}
