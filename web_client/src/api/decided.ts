/** The calls about what became of what a child said, and about all their words. Fetched with its screens. */

import type { Everything, OwnOutcomes, OwnReply, Reply } from './openapi';
import { ask } from './request';

export type {
  Everything,
  OwnReply,
  OwnReviewDay,
  OwnWords,
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
  asData: () => ask<Everything>('GET', '/api/my/everything/json'),
};
