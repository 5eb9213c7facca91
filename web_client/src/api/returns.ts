/** The calls about the statutory return. Fetched with the manager's screen. */
import type { Return } from './openapi';
import { ask } from './request';

export type { Return } from './openapi';

export const returnsApi = {
  of: (year: number) => ask<Return>('GET', `/api/service/returns/${year}`),
  csv: (year: number) => ask<string>('GET', `/api/service/returns/${year}/csv`, { asText: true }),
  xml: (year: number) => ask<string>('GET', `/api/service/returns/${year}/xml`, { asText: true }),
};
