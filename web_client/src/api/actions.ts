/** The calls about what somebody around a child has to do. Fetched with their screens. */
import type { OwnAction, OwnDecision, ReportProgress } from './openapi';
import { ask } from './request';

export type { OwnAction, OwnDecision, ReportProgress };

export const actionsApi = {
  mine: () => ask<{ actions: OwnAction[] }>('GET', '/api/my/actions'),
  progress: (decisionId: string, id: string, told: ReportProgress) =>
    ask<OwnDecision>('PUT', `/api/decisions/${decisionId}/progress/${id}`, { body: told }),
};
