/** The calls about being away, who covers, and handing a child over. Fetched with the desk's screens. */
import type { Who } from './inbox';
import { ask } from './request';

export type Absence = {
  id: string;
  from_on: string;
  until_on: string;
  cover: Who;
  note: string | null;
  ended_on: string | null;
};
export type Away = {
  absences: Absence[];
  practice: { works_on: number[]; usual_cover: Who | null };
  /** Who can cover. */
  officers: Who[];
};
export type NewAbsence = {
  from_on: string;
  until_on: string;
  cover_id: string;
  note: string | null;
};
export type NewHandOver = {
  to_id: string;
  from_on: string;
  words_to_child: string | null;
  note: string | null;
};

export const awayApi = {
  mine: () => ask<Away>('GET', '/api/my/away'),
  goAway: (id: string, absence: NewAbsence) =>
    ask<Absence>('PUT', `/api/my/away/${id}`, { body: absence }),
  end: (id: string, on: string) => ask<Absence>('POST', `/api/my/away/${id}/end`, { body: { on } }),
  keepPractice: (worksOn: number[], usualCover: string | null) =>
    ask<unknown>('PUT', '/api/my/practice', {
      body: { works_on: worksOn, usual_cover_id: usualCover },
    }),
  handOver: (childId: string, id: string, handOver: NewHandOver) =>
    ask<unknown>('PUT', `/api/children/${childId}/hand-overs/${id}`, { body: handOver }),
};
