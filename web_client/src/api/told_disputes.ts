/** What a child is told of the disputes that their officer takes up. Fetched with what was decided. */
import type { OwnDisputes } from './openapi';
import { ask } from './request';

export type { ToldDispute } from './openapi';

export const toldDisputes = () => ask<OwnDisputes>('GET', '/api/my/disputes');
