/** The calls about what became of what a child said, and about all their words. Fetched with its screens. */
import { ask } from './request';
import type { Face } from './types';

export type SaidIn = 'review' | 'message' | 'asked' | 'meeting';
/** One thing that I said. What was asked and chosen is in English, which is the key of its words. */
export type OwnWords = {
  id: string | null;
  source: SaidIn;
  review_id: string | null;
  at: string;
  language: string | null;
  topic: string | null;
  topic_title: string | null;
  asked: string | null;
  kind: string | null;
  face: Face | null;
  chosen: string[];
  words: string | null;
  helper_words: string | null;
  helper: { name: string; who: string } | null;
  wish: boolean;
  /** I said something else later. */
  changed_later: boolean;
};
export type OwnReviewDay = { id: string; held_on: string | null; due_by: string | null };
export type Everything = {
  called: string;
  /** I want no trace of my words here: there are none in it. */
  hidden: boolean;
  /** The next one first. */
  reviews: OwnReviewDay[];
  /** The latest first. */
  said: OwnWords[];
};

export const decided = {
  everything: () => ask<Everything>('GET', '/api/my/everything'),
  shown: () => ask<Everything>('GET', '/api/my/everything?show=true'),
  asData: () => ask<Everything>('GET', '/api/my/everything/json'),
};
