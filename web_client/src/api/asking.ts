/** The calls of a child who asks for something in one tap, or does not feel safe. */
import { ask } from './request';
import type { Who } from './talk';

export const ASKED_FOR = ['visit', 'sooner', 'advocate'] as const;
export type AskedFor = (typeof ASKED_FOR)[number];
export type OwnRequest = {
  id: string;
  kind: AskedFor;
  words: string | null;
  asked_at: string;
  taken_back_at: string | null;
  answer: 'yes' | 'no' | null;
  answered_by: Who | null;
  answered_at: string | null;
  reason: string | null;
  on: string | null;
};
export type UnsafeReport = {
  id: string;
  said_at: string;
  acknowledged: { by: Who; at: string } | null;
  closed_at: string | null;
};

export const asking = {
  requests: () => ask<{ requests: OwnRequest[] }>('GET', '/api/my/requests'),
  request: (id: string, kind: AskedFor, words: string | null, keepalive = false) =>
    ask<OwnRequest>('PUT', `/api/my/requests/${id}`, { body: { kind, words }, keepalive }),
  takeBack: (id: string) => ask<OwnRequest>('POST', `/api/my/requests/${id}/take-back`),
  reports: () => ask<{ reports: UnsafeReport[] }>('GET', '/api/my/unsafe'),
  notSafe: (id: string, words: string | null, waitedSeconds: number, keepalive = false) =>
    ask<UnsafeReport>('PUT', `/api/my/unsafe/${id}`, {
      body: { words, waited_seconds: waitedSeconds },
      keepalive,
    }),
};
