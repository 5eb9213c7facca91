/** The calls about what became of what a child said, and about all their words. Fetched with its screens. */

import type {
  Everything,
  ListedLetters,
  OwnLetter,
  OwnOutcomes,
  OwnReply,
  Remark,
  Reply,
  SayOfLetter,
  Taken,
} from './openapi';
import { ask } from './request';

export type {
  Certificate,
  Everything,
  ListedLetter,
  OwnLetter,
  OwnReply,
  OwnReviewDay,
  OwnWords,
  ReadParagraph,
  Remark,
  Taken,
  ToldAnswer,
  ToldDecision,
  ToldReview,
  ToldWish,
} from './openapi';
export type ReplyKind = Reply['reply'];

export const decided = {
  outcomes: () => ask<OwnOutcomes>('GET', '/api/my/outcomes'),
  reply: (answerId: string, id: string, body: Reply, keepalive = false) =>
    ask<OwnReply>('PUT', `/api/my/answers/${answerId}/replies/${id}`, { body, keepalive }),
  everything: () => ask<Everything>('GET', '/api/my/everything'),
  shown: () => ask<Everything>('GET', '/api/my/everything?show=true'),
  letters: () => ask<ListedLetters>('GET', '/api/my/letters'),
  letter: (reviewId: string) => ask<OwnLetter>('GET', `/api/my/letters/${reviewId}`),
  letterAsPdf: (reviewId: string) =>
    ask<Blob>('GET', `/api/my/letters/${reviewId}/pdf`, { asFile: true }),
  certificate: (reviewId: string) =>
    ask<Blob>('GET', `/api/my/reviews/${reviewId}/certificate`, { asFile: true }),
  remark: (reviewId: string, id: string, body: SayOfLetter, keepalive = false) =>
    ask<Remark>('PUT', `/api/my/letters/${reviewId}/remarks/${id}`, { body, keepalive }),
  asPdf: () => ask<Blob>('GET', '/api/my/everything/pdf', { asFile: true }),
  asData: () => ask<Taken>('GET', '/api/my/everything/json'),
};
