/** "My meeting": finds my review and my plan, then shows the step of this address. */
import type { ComponentType } from 'preact';
import { api, type Me, type MyReview } from '../api';
import { useKept } from '../drafts';
import { Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { reviewAhead } from '../ui/meeting/own_parts';
import { t } from '../words';
import { Answers } from './Answers';
import { LevelStep } from './LevelStep';
import { Overview } from './Overview';
import { Practise } from './Practise';
import { RulesStep } from './RulesStep';
import { ScriptStep } from './ScriptStep';
import { SeatsStep } from './SeatsStep';
import { meetingOf, type StepProps, useShownPlan } from './use_meeting';
import { WhatStep } from './WhatStep';
import { WhereStep } from './WhereStep';
import { WhoStep } from './WhoStep';

const SCREENS: Record<string, ComponentType<StepProps>> = {
  level: LevelStep,
  who: WhoStep,
  seats: SeatsStep,
  where: WhereStep,
  what: WhatStep,
  rules: RulesStep,
  script: ScriptStep,
  practise: Practise,
  answers: Answers,
};

export function MyMeeting({ me, params }: ScreenProps) {
  const reviews = useKept('my_reviews', () => api.myReviews());
  if (reviews.state === 'loading') return <Waiting />;
  if (reviews.state === 'problem') {
    return (
      <Page title={t('My meeting')} back={{ to: '/', label: t('Home') }}>
        <ProblemNotice problem={reviews.problem} onRetry={reviews.again} />
      </Page>
    );
  }
  const review = reviewAhead(reviews.value.reviews);
  if (!review) {
    return (
      <Page title={t('My meeting')} back={{ to: '/', label: t('Home') }}>
        <p>{t('There is no meeting to plan just now.')}</p>
      </Page>
    );
  }
  return <Planned key={review.id} me={me} review={review} at={params.rest ?? ''} />;
}

/** @param at What follows /meeting/ in the address. */
function Planned({ me, review, at }: { me: Me; review: MyReview; at: string }) {
  const shown = useShownPlan(review.id);
  const meeting = meetingOf(me, review, shown);
  if (!meeting && shown.problem) {
    return (
      <Page title={t('My meeting')} back={{ to: '/', label: t('Home') }}>
        <ProblemNotice problem={shown.problem} onRetry={() => location.reload()} />
      </Page>
    );
  }
  if (!meeting) return <Waiting />;
  const Step = SCREENS[at] ?? Overview;
  return <Step meeting={meeting} />;
}

function Waiting() {
  return (
    <Page title={t('My meeting')} titleHidden>
      <Skeleton lines={3} tall />
    </Page>
  );
}
