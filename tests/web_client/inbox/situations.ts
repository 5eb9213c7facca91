/** What waits in an officer's inbox, and one conversation, as true situations. */
import type {
  Inbox,
  OfficerMessage,
  RequestLine,
  Talk,
  Thread,
  UnsafeLine,
  Who,
} from '@client/api/inbox';
import { AMARA } from '../world';

export const amara = { id: AMARA, called: 'Amara', name: 'Amara Jones' };
export const ME: Who = {
  id: 'd0000000-0000-4000-8000-000000000001',
  called: 'Priya',
  name: 'Priya Shah',
  chair: null,
  job: 'reviewing_officer',
};
export const child: Who = { ...amara, chair: null, job: 'child' };
export const joan: Who = {
  id: 'joan',
  called: 'Joan',
  name: 'Joan Smith',
  chair: null,
  job: 'carer',
};

export function aThread(more: Partial<Thread> = {}): Thread {
  return {
    child: amara,
    with: child,
    is_child: true,
    unread: 1,
    since: '2026-11-18T09:00:00Z',
    answer_by: '2026-11-23',
    working_days_over: -1,
    safety: false,
    last_start: null,
    not_safe_to_reply: false,
    covers: false,
    ...more,
  };
}

export function notSafe(more: Partial<UnsafeLine> = {}): UnsafeLine {
  return {
    id: 'u1',
    child: amara,
    words: 'He came back to the house.',
    said_at: '2026-11-22T07:40:00Z',
    acknowledged: null,
    closed_at: null,
    not_safe_to_reply: true,
    minutes_waiting: 12,
    ...more,
  };
}

export function aRequest(more: Partial<RequestLine> = {}): RequestLine {
  return {
    id: 'r1',
    child: amara,
    kind: 'visit',
    words: 'Please come on your own.',
    asked_at: '2026-11-19T16:00:00Z',
    days: 3,
    ...more,
  };
}

export function anInbox(more: Partial<Inbox> = {}): Inbox {
  return { on: '2026-11-22', unsafe: [], threads: [], requests: [], ...more };
}

export function aMessage(more: Partial<OfficerMessage> = {}): OfficerMessage {
  return {
    id: 'm1',
    from_me: false,
    author: child,
    start: 'worrying',
    words: 'I want to see my brother.',
    language: 'en',
    tell_social_worker: false,
    written_at: '2026-11-18T09:00:00Z',
    received_at: '2026-11-18T09:00:02Z',
    taken_back_at: null,
    read_by: [],
    in_record: false,
    no_answer_at: null,
    brought_as: null,
    safety_words: [],
    to_record: null,
    wish_id: null,
    decision_id: null,
    ...more,
  };
}

export function aTalk(more: Partial<Talk> = {}): Talk {
  return {
    child: amara,
    with: child,
    language: 'en',
    not_safe_to_reply: false,
    messages: [aMessage()],
    notes: [],
    more: false,
    answer_by: '2026-11-25',
    ...more,
  };
}
