/** The calls about what somebody around a child has to do. Fetched with their screens. */
import type { OwnAction, OwnActions, OwnCarePlan, OwnDecision, ReportProgress } from './openapi';
import { ask } from './request';

export type { OwnAction, OwnCarePlan, OwnDecision, ReportProgress };

export const actionsApi = {
  mine: () => ask<OwnActions>('GET', '/api/my/actions'),
  carePlanUpdated: (reviewId: string) =>
    ask<void>('POST', `/api/reviews/${reviewId}/care-plan-updated`),
  progress: (decisionId: string, id: string, told: ReportProgress) =>
    ask<OwnDecision>('PUT', `/api/decisions/${decisionId}/progress/${id}`, { body: told }),
};
