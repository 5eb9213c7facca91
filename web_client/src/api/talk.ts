/** The calls of a conversation with the reviewing officer. Fetched with its screen. */
import { ask } from './request';
import type { ChairLook, Job } from './types';

export type Who = { id: string; called: string; name: string; chair: ChairLook | null; job: Job };
export const STARTS = ['good_news', 'worrying', 'sort_out', 'question'] as const;
export type Start = (typeof STARTS)[number] | 'midpoint';
/** Half way to the next review: nothing is asked where there is no moment. */
export type HalfWay = { asked_at: string | null; held_on: string | null; is_answered: boolean };
export type BroughtAs = 'wish' | 'agenda';

export type ConversationLine = {
  child_id: string;
  is_me: boolean;
  child_called: string;
  officer: Who | null;
  cover: Who | null;
  unread: number;
};
export type WhoReads = {
  officer: Who | null;
  /** Who stands in today, and until when if that is known. */
  cover: { who: Who; until: string | null } | null;
  /** Days of the week, 0 is Monday. */
  works_on: number[];
  answer_by: string;
  answer_within_working_days: number;
  usual_cover: Who | null;
};
export type OwnMessage = {
  id: string;
  from_me: boolean;
  author: Who;
  start: Start | null;
  /** Null once it was taken back, and when it is hidden. */
  words: string | null;
  /** Its words are not told: this child wants no trace of them on their phone. */
  hidden?: boolean;
  language: string;
  tell_social_worker: boolean;
  written_at: string;
  received_at: string;
  taken_back_at: string | null;
  read_by: { who: Who; at: string }[];
  in_record: boolean;
  brought_as: BroughtAs | null;
  can_take_back: boolean;
};
export type Conversation = {
  who_reads: WhoReads;
  /** The oldest first. */
  messages: OwnMessage[];
  more: boolean;
};
export type NewMessage = {
  words: string;
  start: Start | null;
  language: string;
  tell_social_worker: boolean;
  waited_seconds: number;
};

export const talk = {
  halfWay: () => ask<HalfWay>('GET', '/api/my/midpoint-question'),
  conversation: (childId: string) => ask<Conversation>('GET', `/api/my/conversations/${childId}`),
  older: (childId: string, before: string) =>
    ask<Conversation>('GET', `/api/my/conversations/${childId}?before=${before}`),
  /** Also the words of a child who wants no trace of them on their phone. */
  shown: (childId: string) =>
    ask<Conversation>('GET', `/api/my/conversations/${childId}?show=true`),
  write: (childId: string, id: string, body: NewMessage, keepalive = false) =>
    ask<OwnMessage>('PUT', `/api/my/conversations/${childId}/messages/${id}`, { body, keepalive }),
  takeBack: (id: string) => ask<OwnMessage>('POST', `/api/messages/${id}/take-back`),
  haveRead: (childId: string, upTo: string) =>
    ask<void>('POST', `/api/my/conversations/${childId}/read`, { body: { up_to: upTo } }),
  bringToReview: (id: string, as: BroughtAs) =>
    ask<OwnMessage>('POST', `/api/messages/${id}/bring-to-review`, { body: { as } }),
};
