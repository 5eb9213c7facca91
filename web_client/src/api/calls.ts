/** Every call the client makes, by name. */
import { ask, askWithTag } from './request';
import type { ConversationLine } from './talk';
import type {
  CardLook,
  CaseloadRow,
  ChairLook,
  ChildFacts,
  Contribution,
  DraftContent,
  DraftOnServer,
  IssuedCard,
  Me,
  MyReview,
  NewContribution,
  Participation,
  PlannedReview,
  PlanPart,
  SecondStep,
  SummaryFacts,
  TakingPart,
  TodayFacts,
} from './types';

export const api = {
  // people
  me: () => ask<Me>('GET', '/api/me'),
  signIn: (who: string, passphrase: string) =>
    ask<Me | SecondStep>('POST', '/api/sign-in', { body: { who, passphrase } }),
  signOut: () => ask<void>('POST', '/api/sign-out', { keepalive: true }),
  lookAtCard: (card: string) => ask<CardLook>('POST', '/api/cards/look', { body: { card } }),
  useCard: (card: string, passphrase: string) =>
    ask<Me | SecondStep>('POST', '/api/cards/use', { body: { card, passphrase } }),
  offerPassphrase: () => ask<{ offered_passphrase: string }>('GET', '/api/passphrase-offer'),
  changePassphrase: (current: string, next: string) =>
    ask<void>('PUT', '/api/me/passphrase', { body: { current, new: next }, renews: true }),
  changeLanguage: (language: string) =>
    ask<unknown>('PUT', '/api/me/language', { body: { language } }),
  changeChair: (chair: ChairLook) => ask<unknown>('PUT', '/api/me/chair', { body: chair }),
  deviceKey: () => ask<{ key: string }>('GET', '/api/me/device-key'),
  issueCard: (personId: string, cardId: string) =>
    ask<IssuedCard>('PUT', `/api/people/${personId}/cards/${cardId}`),

  // my reviews and what I say
  myReviews: () => ask<{ reviews: MyReview[] }>('GET', '/api/my/reviews'),
  draft: (reviewId: string) => ask<DraftOnServer>('GET', `/api/my/drafts/${reviewId}`),
  saveDraft: (reviewId: string, content: DraftContent, revision: number, keepalive = false) =>
    ask<{ revision: number }>('PUT', `/api/my/drafts/${reviewId}`, {
      body: { content },
      ifMatch: revision,
      keepalive,
    }),
  dropDraft: (reviewId: string) => ask<void>('DELETE', `/api/my/drafts/${reviewId}`),
  share: (id: string, contribution: NewContribution) =>
    ask<Contribution>('PUT', `/api/contributions/${id}`, { body: contribution }),
  myContributions: () => ask<{ contributions: Contribution[] }>('GET', '/api/my/contributions'),
  /** Also the words of a child who wants no trace of them on their phone. */
  showContributions: () =>
    ask<{ contributions: Contribution[] }>('GET', '/api/my/contributions?show=true'),
  withdraw: (id: string) => ask<Contribution>('POST', `/api/contributions/${id}/withdraw`),

  // talking to the officer: the rest is in talk.ts
  myConversations: () => ask<{ conversations: ConversationLine[] }>('GET', '/api/my/conversations'),

  // the desk
  today: () => ask<TodayFacts>('GET', '/api/today'),
  caseload: () => ask<{ children: CaseloadRow[] }>('GET', '/api/caseload'),
  child: (id: string) => ask<ChildFacts>('GET', `/api/children/${id}`),
  changeBand: (id: string, band: string) =>
    ask<unknown>('PUT', `/api/children/${id}/band`, { body: { band } }),
  review: (id: string) => askWithTag<PlannedReview>('GET', `/api/reviews/${id}`),
  planReview: (id: string, parts: PlanPart[], revision: number | string) =>
    askWithTag<PlannedReview>('PUT', `/api/reviews/${id}/plan`, {
      body: { parts },
      ifMatch: revision,
    }),
  noteAttempt: (
    id: string,
    attemptId: string,
    attempt: { person_id: string; how: string; reached: boolean; note: string | null },
  ) => ask<unknown>('PUT', `/api/reviews/${id}/attempts/${attemptId}`, { body: attempt }),
  summary: (id: string) => ask<SummaryFacts>('GET', `/api/reviews/${id}/summary`),
  takingPart: (id: string) => ask<TakingPart>('GET', `/api/reviews/${id}/taking-part`),
  confirmParticipation: (id: string, code: string, reason: string | null) =>
    ask<Participation>('PUT', `/api/reviews/${id}/participation-code`, { body: { code, reason } }),
};
export type Api = typeof api;
