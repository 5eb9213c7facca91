/** The calls about the letter to a child after their review. Fetched with the screens that need them. */
import type { Who } from './meeting';
import type { Found } from './releases';
import { ask } from './request';
import type { Stage } from './types';

export type Paragraph = { key: string; words: string };
export type Remark = {
  id: string;
  /** Which paragraph, by its key; null for all of it. */
  paragraph: string | null;
  words: string;
  at: string;
  seen_at: string | null;
};
export type LetterFacts = {
  child: { id: string; called: string; name: string; case_number: string };
  review_id: string;
  stage: Stage;
  /** 0 while nothing was kept. */
  revision: number;
  language: string;
  paragraphs: Paragraph[];
  /** What the sentences of each language make of what was shared. */
  drafts: Record<string, Paragraph[]>;
  has_outcomes: boolean;
  saved_at: string | null;
  saved_by: Who | null;
  given_at: string | null;
  given_by: Who | null;
  remarks: Remark[];
  findings: Found[];
};
/** What somebody else kept meanwhile. */
export type KeptMeanwhile = Pick<LetterFacts, 'revision' | 'language' | 'paragraphs'>;

export const lettersApi = {
  letter: (reviewId: string) => ask<LetterFacts>('GET', `/api/reviews/${reviewId}/letter`),
  save: (reviewId: string, language: string, paragraphs: Paragraph[], revision: number) =>
    ask<LetterFacts>('PUT', `/api/reviews/${reviewId}/letter`, {
      body: { language, paragraphs },
      ifMatch: revision,
    }),
  give: (reviewId: string, revision: number, reason: string | null) =>
    ask<LetterFacts>('POST', `/api/reviews/${reviewId}/letter/give`, {
      body: { reason },
      ifMatch: revision,
    }),
  seen: (reviewId: string) => ask<void>('POST', `/api/reviews/${reviewId}/letter/remarks/seen`),
};
