/** Everything the screens of my meeting share: my review, what is known, my plan and how to change it. */
import { useMemo } from 'preact/hooks';
import type { Me, MyReview } from '../api';
import type { MeetingFacts, MeetingPlan } from '../api/meeting';
import { withList } from '../ui/meeting/plan';
import type { ShownPlan } from './held_plan';
import { keeper } from './keeper';

export type Meeting = {
  me: Me;
  review: MyReview;
  plan: MeetingPlan;
  facts: MeetingFacts;
  shown: ShownPlan;
  change: (change: (plan: MeetingPlan) => MeetingPlan) => void;
  choose: (field: string, whose: 'mine' | 'theirs') => void;
  again: () => void;
  tryAgain: () => void;
};
export type StepProps = { meeting: Meeting };

export function useShownPlan(reviewId: string): ShownPlan {
  const shown = useMemo(() => keeper.open(reviewId), [reviewId]);
  return shown.value;
}

export function meetingOf(me: Me, review: MyReview, shown: ShownPlan): Meeting | null {
  const { facts } = shown;
  if (!facts) return null;
  return {
    me,
    review,
    plan: shown.plan,
    facts,
    shown,
    change: change => void keeper.write(review.id, plan => withList(change(plan), facts)),
    choose: (field, whose) => void keeper.choose(review.id, field, whose),
    again: () => void keeper.again(review.id),
    tryAgain: () => void keeper.tryAgain(review.id),
  };
}
