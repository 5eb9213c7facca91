/** Who writes here: a child to their own officer, or an adult about a child. Each is spoken to in their own way. */
import type { Who } from '../api/talk';

export type Voice = {
  title: (officer: Who | null) => string;
  lead: (officer: Who | null) => string;
  /** Over the panel that stands before the box. */
  reads: (officer: Who | null) => string;
  workDays: (name: string | null, days: number[]) => string | null;
  away: (name: string, cover: string, until: string | null) => string;
  whenAway: (name: string | null, usual: string | null) => string;
  answerBy: (day: string | null, days: number) => string;
  /** The honest exception. */
  safety: (name: string | null) => string;
  /** What else whoever writes should know, before writing. */
  also: (name: string | null) => string[];
  notAlways: () => string;
  /** The label of the box. */
  box: (name: string | null) => string;
  send: (name: string | null) => string;
  nothingYet: (name: string | null) => string;
  inRecord: () => string;
};
