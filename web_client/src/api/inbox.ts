/** The calls about conversations, requests and reports of not being safe, as the desk has them. Fetched with its screens. */
import type { Found } from './releases';
import { ask } from './request';
import type { ChairLook, Job } from './types';

export type Who = {
  id: string;
  called: string;
  name: string;
  chair: ChairLook | null;
  job: Job;
};
export type Named = { id: string; called: string; name: string };
export type Start = 'good_news' | 'worrying' | 'sort_out' | 'question' | 'midpoint';

export type UnsafeLine = {
  id: string;
  child: Named;
  words: string | null;
  said_at: string;
  acknowledged: { by: Who; at: string } | null;
  closed_at: string | null;
  not_safe_to_reply: boolean;
  minutes_waiting: number;
};
export type Thread = {
  child: Named;
  with: Who;
  is_child: boolean;
  unread: number;
  /** The oldest that is unread or unanswered; null when nobody waits. */
  since: string | null;
  answer_by: string | null;
  /** Negative while there are days left. */
  working_days_over: number | null;
  safety: boolean;
  last_start: Start | null;
  not_safe_to_reply: boolean;
  covers: boolean;
};
export type RequestKind = 'visit' | 'advocate' | 'sooner';
export type RequestLine = {
  id: string;
  child: Named;
  kind: RequestKind;
  words: string | null;
  asked_at: string;
  days: number;
};
export type Inbox = {
  on: string;
  unsafe: UnsafeLine[];
  threads: Thread[];
  requests: RequestLine[];
};
export type OfficerMessage = {
  id: string;
  from_me: boolean;
  author: Who;
  start: Start | null;
  /** Null once taken back. */
  words: string | null;
  language: string;
  /** Only what a child writes has it. */
  tell_social_worker: boolean;
  written_at: string;
  received_at: string;
  taken_back_at: string | null;
  read_by: { who: Who; at: string }[];
  in_record: boolean;
  brought_as: 'wish' | 'agenda' | null;
  safety_words: string[];
  to_record: { at: string; by: Who } | null;
  wish_id: string | null;
  /** When an officer said that it asks for no answer. */
  no_answer_at: string | null;
  decision_id: string | null;
};
export type Note = { id: string; author: Who; words: string; written_at: string };
export type Talk = {
  child: Named;
  with: Who;
  language: string;
  not_safe_to_reply: boolean;
  messages: OfficerMessage[];
  notes: Note[];
  more: boolean;
  /** The day by which what is promised today is to be done. */
  answer_by: string;
};
export type NewMessage = {
  words: string;
  language: string;
  waited_seconds: number;
  /** Why it may go out although the guard stopped it. */
  reason: string | null;
};
export type NewAnswer = { answer: 'yes' | 'no'; reason: string | null; on: string | null };
export type WaitingOfficer = {
  officer: Who | null;
  threads: number;
  oldest_working_days: number;
};
/** What the guard found, as it stands in its refusal. */
export type StoppedByGuard = { findings: Found[] };

export const inboxApi = {
  inbox: () => ask<Inbox>('GET', '/api/inbox'),
  threads: (childId: string) =>
    ask<{ threads: Thread[] }>('GET', `/api/children/${childId}/conversations`),
  talk: (childId: string, personId: string) =>
    ask<Talk>('GET', `/api/children/${childId}/conversations/${personId}`),
  earlier: (childId: string, personId: string, before: string) =>
    ask<Talk>('GET', `/api/children/${childId}/conversations/${personId}?before=${before}`),
  read: (childId: string, personId: string, upTo: string) =>
    ask<void>('POST', `/api/children/${childId}/conversations/${personId}/read`, {
      body: { up_to: upTo },
    }),
  rest: (childId: string, personId: string, upTo: string) =>
    ask<void>('POST', `/api/children/${childId}/conversations/${personId}/rest`, {
      body: { up_to: upTo },
    }),
  send: (childId: string, personId: string, id: string, message: NewMessage) =>
    ask<OfficerMessage>(
      'PUT',
      `/api/children/${childId}/conversations/${personId}/messages/${id}`,
      { body: message },
    ),
  note: (childId: string, personId: string, id: string, words: string) =>
    ask<Note>('PUT', `/api/children/${childId}/conversations/${personId}/notes/${id}`, {
      body: { words },
    }),
  record: (
    messageId: string,
    toRecord: boolean,
    link: { wish_id: string | null; decision_id: string | null },
  ) =>
    ask<OfficerMessage>('POST', `/api/messages/${messageId}/record`, {
      body: { to_record: toRecord, ...link },
    }),
  unsafe: () => ask<{ reports: UnsafeLine[] }>('GET', '/api/unsafe'),
  acknowledge: (id: string) => ask<UnsafeLine>('POST', `/api/unsafe/${id}/acknowledge`),
  close: (id: string, done: string) =>
    ask<UnsafeLine>('POST', `/api/unsafe/${id}/close`, { body: { what_was_done: done } }),
  answer: (id: string, answer: NewAnswer) =>
    ask<RequestLine>('POST', `/api/requests/${id}/answer`, { body: answer }),
  waiting: () => ask<{ officers: WaitingOfficer[] }>('GET', '/api/service/waiting-messages'),
};
