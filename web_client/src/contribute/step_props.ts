/** What each step of adding to a review is given. */
import type { Contribution, Me, MyReview } from '../api';
import type { Draft } from '../drafts';
import type { QuestionSet } from '../ui/question';

export type StepProps = {
  me: Me;
  /** With the form to fill in: the person's own, or the observation. */
  review: MyReview;
  draft: Draft;
  shared: Contribution | null;
  set: QuestionSet;
  place: { base: string; observation: boolean };
  title: string;
};
