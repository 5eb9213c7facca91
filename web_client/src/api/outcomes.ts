/** The calls about what a review answered and decided, as the desk has them. Fetched with its screens. */
import type {
  AnswerWish,
  AskedWish,
  Decision,
  ManagersView,
  Outcomes,
  OwnDecision,
  ReportProgress,
  SaveDecision,
  WishAnswer,
} from './openapi';
import { ask } from './request';

export type {
  AnswerWish,
  AskedWish,
  Decision,
  ManagersView,
  Outcomes,
  OwnDecision,
  ReportProgress,
  SaveDecision,
  WishAnswer,
};
export type AnswerKind = WishAnswer['answer'];
export type CouldDo = Outcomes['who_could'][number];

export const outcomesApi = {
  outcomes: (reviewId: string) => ask<Outcomes>('GET', `/api/reviews/${reviewId}/outcomes`),
  answer: (reviewId: string, wishId: string, id: string, answer: AnswerWish) =>
    ask<WishAnswer>('PUT', `/api/reviews/${reviewId}/wishes/${wishId}/answers/${id}`, {
      body: answer,
    }),
  close: (wishId: string, words: string | null) =>
    ask<AskedWish>('POST', `/api/wishes/${wishId}/close`, { body: { words } }),
  seen: (replyId: string) => ask<void>('POST', `/api/wish-replies/${replyId}/seen`),
  decide: (reviewId: string, id: string, revision: number, decision: SaveDecision) =>
    ask<Decision>('PUT', `/api/reviews/${reviewId}/decisions/${id}`, {
      body: decision,
      ifMatch: revision,
    }),
  drop: (reviewId: string, id: string) =>
    ask<void>('DELETE', `/api/reviews/${reviewId}/decisions/${id}`),
  share: (reviewId: string, reason: string | null) =>
    ask<Outcomes>('POST', `/api/reviews/${reviewId}/outcomes/share`, { body: { reason } }),
  manager: (decisionId: string, view: ManagersView) =>
    ask<Decision>('PUT', `/api/decisions/${decisionId}/manager-view`, { body: view }),
  progress: (decisionId: string, id: string, told: ReportProgress) =>
    ask<OwnDecision>('PUT', `/api/decisions/${decisionId}/progress/${id}`, { body: told }),
};
