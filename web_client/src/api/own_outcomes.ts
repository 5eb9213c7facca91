/** The calls about what came of a child's reviews, for the child. Fetched with their screens. */
import type { OwnReply, Reply, ToldDecision, ToldReview, ToldWish } from './openapi';
import { ask } from './request';

export type { OwnReply, Reply, ToldDecision, ToldReview, ToldWish };

export const ownOutcomesApi = {
  outcomes: () => ask<{ reviews: ToldReview[] }>('GET', '/api/my/outcomes'),
  reply: (answerId: string, id: string, reply: Reply) =>
    ask<OwnReply>('PUT', `/api/my/answers/${answerId}/replies/${id}`, { body: reply }),
};
