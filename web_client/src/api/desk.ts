/** What the desk's lists and the page of a child are made of. */
import type { Person } from './summary';
import type { ChairLook, Reason, Stage } from './types';

export type Why = { code: string; days: number | null; date: string | null };
export type TodayFacts = {
  on: string;
  urgent: {
    child: { id: string; called: string; name: string };
    not_safe_to_reply: boolean;
    review_id: string | null;
    why: Why[];
  }[];
  coming: {
    child: { id: string; called: string; name: string };
    not_safe_to_reply: boolean;
    review_id: string;
    stage: Stage;
    due_by: string | null;
    starts_at: string | null;
    working_days_left: number;
    child_views: boolean;
    others_in: number;
    others_asked: number;
  }[];
  counts: { children: number; urgent: number; coming: number };
  /** By managers, of what my children said; not noted yet. */
  readings: {
    id: string;
    child_id: string;
    child_name: string;
    manager_name: string;
    broken_at: string;
  }[];
};
export type CaseloadRow = {
  id: string;
  called: string;
  name: string;
  case_number: string;
  age: number;
  band: string;
  due_by: string | null;
  overdue: boolean;
  working_days_left: number | null;
  starts_at: string | null;
  stage: Stage | null;
  review_id: string | null;
  /** Null for a manager, who is told facts only. */
  child_words: 'none' | 'shown' | 'new' | 'read' | null;
  /** The day from which the last review was not needed any more, while no other is owed. */
  ended_on?: string | null;
  out_of_area: boolean | null;
  legal_status: string | null;
  reviewing_officer: { id: string; name: string } | null;
};
export type ChildReview = {
  id: string;
  kind: string;
  sequence: number | null;
  stage: Stage;
  due_by: string | null;
  reason: Reason | null;
  meets_at: string | null;
  held_on: string | null;
  /** Why it is not needed any more, though it had been opened. */
  ended_because?: string | null;
  /** The day it was held or ended. */
  over_on?: string | null;
  participation_code: string | null;
  code_confirmed: boolean;
};
export type CircleMember = Person & { parental_responsibility: boolean; has_signed_in: boolean };
export type ChildFacts = {
  id: string;
  called: string;
  name: string;
  case_number: string;
  born_on: string;
  age: number;
  band: string;
  band_suggested: string;
  language: string;
  chair: ChairLook | null;
  sign_in_name: string | null;
  has_signed_in: boolean;
  /** What the child marked about their phone; for their reviewing officer alone. */
  phone: { not_safe_since: string | null; safe_again_since: string | null } | null;
  nation: 'england' | 'wales';
  care_started_on: string | null;
  legal_status: string | null;
  out_of_area: boolean | null;
  reviewing_officer: Person | null;
  circle: CircleMember[];
  reviews: ChildReview[];
};
