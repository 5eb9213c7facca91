/** The calls about disputes with the council, and what was done well. Fetched with the desk's screens. */
import type {
  Dispute,
  Disputes,
  GoodPractice,
  Resolve,
  StageAnswer,
  WantedBeside,
  WantedDispute,
  WantedGoodPractice,
  WantedStage,
} from './openapi';
import { ask } from './request';

export type {
  Dispute,
  Disputes,
  GoodPractice,
  Stage,
  Step,
  WantedBeside,
  WantedDispute,
} from './openapi';

export const disputesApi = {
  all: (childId: string) => ask<Disputes>('GET', `/api/children/${childId}/disputes`),
  raise: (childId: string, id: string, body: WantedDispute) =>
    ask<Dispute>('PUT', `/api/children/${childId}/disputes/${id}`, { body }),
  keepBeside: (childId: string, id: string, body: WantedBeside, revision: number) =>
    ask<Dispute>('PUT', `/api/children/${childId}/disputes/${id}/beside`, {
      body,
      ifMatch: revision,
    }),
  goUp: (childId: string, id: string, stageId: string, body: WantedStage) =>
    ask<Dispute>('PUT', `/api/children/${childId}/disputes/${id}/stages/${stageId}`, { body }),
  answered: (childId: string, id: string, stageId: string, body: StageAnswer) =>
    ask<Dispute>('POST', `/api/children/${childId}/disputes/${id}/stages/${stageId}/answer`, {
      body,
    }),
  resolve: (childId: string, id: string, body: Resolve) =>
    ask<Dispute>('POST', `/api/children/${childId}/disputes/${id}/resolve`, { body }),
  praise: (childId: string, id: string, body: WantedGoodPractice) =>
    ask<GoodPractice>('PUT', `/api/children/${childId}/good-practice/${id}`, { body }),
};
