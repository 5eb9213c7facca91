/** The calls about giving a signed record to people. Fetched with the screens that need them. */
import type { ReleasePreview, ReleaseStanding } from './releases';
import { ask } from './request';
import type { Person } from './summary';
import type { Stage } from './types';

/** A piece of the record that may be given to somebody, as they would see it. */
export type Offer = {
  key: string;
  heading: string;
  words: string;
  by_on: string | null;
  who: string | null;
  is_default: boolean;
};
export type ToPerson = { person: Person; offers: Offer[]; releases: ReleaseStanding[] };
export type DistributionFacts = {
  review_id: string;
  stage: Stage;
  child: Person;
  is_split: boolean;
  is_signed: boolean;
  /** 1 is the record as it was signed; what was added later makes another. */
  edition: number;
  people: ToPerson[];
};
export type WantedPieces = { keys: string[]; words: string | null };

/** The record as a file: each is noted. */
const FILES = {
  pdf: (reviewId: string) =>
    ask<Blob>('GET', `/api/reviews/${reviewId}/record.pdf`, { asFile: true }),
  docx: (reviewId: string) =>
    ask<Blob>('GET', `/api/reviews/${reviewId}/record.docx`, { asFile: true }),
  txt: (reviewId: string) =>
    ask<Blob>('GET', `/api/reviews/${reviewId}/record.txt`, { asFile: true }),
  json: (reviewId: string) =>
    ask<Blob>('GET', `/api/reviews/${reviewId}/record.json`, { asFile: true }),
};
export type FileKind = keyof typeof FILES;

export const distributionApi = {
  file: (kind: FileKind, reviewId: string) => FILES[kind](reviewId),
  bundle: (reviewId: string) =>
    ask<Blob>('GET', `/api/reviews/${reviewId}/bundle`, { asFile: true }),
  facts: (reviewId: string) =>
    ask<DistributionFacts>('GET', `/api/reviews/${reviewId}/distribution`),
  preview: (reviewId: string, personId: string, wanted: WantedPieces) =>
    ask<ReleasePreview>('POST', `/api/reviews/${reviewId}/distribution/${personId}/preview`, {
      body: wanted,
    }),
  give: (
    reviewId: string,
    id: string,
    given: WantedPieces & { person_id: string; fingerprint: string; reason: string | null },
  ) => ask<ReleaseStanding>('PUT', `/api/reviews/${reviewId}/distributions/${id}`, { body: given }),
  acknowledge: (reviewId: string, sha256: string) =>
    ask<void>('POST', `/api/reviews/${reviewId}/bundle/acknowledged`, { body: { sha256 } }),
};
