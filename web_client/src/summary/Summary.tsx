/** What everybody says before a review: the child first, word for word, and every line leads to its source. */
import { useState } from 'preact/hooks';
import { api, type Line, type Participation, type SummaryFacts, useLoaded } from '../api';
import { seen } from '../api/seen';
import { DeskPage } from '../desk/DeskPage';
import { dayAndTime } from '../desk/due';
import { NotSafe } from '../desk/NotSafe';
import { reviewNumber } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { SourceSheet } from '../desk/SourceSheet';
import { Button, ProblemNotice, type ScreenProps, Skeleton, session } from '../ui';
import { formatDate, formatDay, t, tn, todayHere } from '../words';
import { Asked } from './Asked';
import { Beside } from './Beside';
import { BetweenReviews } from './BetweenReviews';
import { Differences } from './Differences';
import { FacesChanged } from './FacesChanged';
import { Observations } from './Observations';
import { OwnWords } from './OwnWords';
import { ParticipationCode } from './ParticipationCode';
import { answeredCount, hasShared } from './reading';
import { NotOpenly, TakingPart, Wishes } from './WhatTheyWant';
import './summary.css';
import './beside.css';
import './print.css';

export function Summary({ params }: ScreenProps) {
  return <SummaryOf reviewId={params.reviewId ?? ''} load={api.summary} officer />;
}

/** The same for a service manager who has said why they must read it. */
export function SummaryForAReason({ params }: ScreenProps) {
  return <SummaryOf reviewId={params.reviewId ?? ''} load={seen.summaryForAReason} />;
}

type Shown = {
  reviewId: string;
  load: (reviewId: string) => Promise<SummaryFacts>;
  /** Whether the reader is the child's IRO, who plans the review and confirms the code. */
  officer?: boolean;
};

function SummaryOf({ reviewId, load, officer = false }: Shown) {
  const loaded = useLoaded(() => load(reviewId), [reviewId]);
  const summary = loaded.value;
  const childId = summary?.child.id ?? null;
  const page = {
    title: summary?.child.name ?? t('What people say'),
    tab: t('What people say'),
    lead: summary ? lead(summary) : null,
    actions: summary && <Button onClick={() => window.print()}>{t('Print')}</Button>,
  };
  const whole = (
    <>
      {loaded.state === 'loading' && <Skeleton lines={5} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      {summary && <Whole key={reviewId} summary={summary} officer={officer} />}
    </>
  );
  if (officer) {
    return (
      <ReviewPage {...page} {...{ reviewId, childId }} here="summary" facts={summary}>
        {whole}
      </ReviewPage>
    );
  }
  return (
    <DeskPage {...page} places={[]} back={childId ? { to: `/children/${childId}` } : undefined}>
      {whole}
    </DeskPage>
  );
}

function lead({ child, review }: SummaryFacts): string {
  const parts = [
    tn('{n} year old', '{n} years old', child.age),
    review.sequence === null ? null : reviewNumber(review.sequence),
    when(review),
  ];
  return parts.filter(Boolean).join(' · ');
}

function when(review: SummaryFacts['review']): string | null {
  if (review.held_on) return t('held on {day}', { day: formatDay(review.held_on) });
  if (review.meets_at) return dayAndTime(review.meets_at);
  return review.due_by && t('no date yet, due by {day}', { day: formatDay(review.due_by) });
}

function Whole({ summary, officer }: { summary: SummaryFacts; officer: boolean }) {
  const [source, setSource] = useState<{ id: string; line: Line | null } | null>(null);
  const [participation, setParticipation] = useState<Participation>(summary.participation);
  const toLine = (line: Line) => setSource({ id: line.contribution_id, line });
  const { answered, of } = answeredCount(summary);
  return (
    <div class="summary">
      <NotSafe called={summary.child.called} since={summary.child.not_safe_since} />
      <p class="summary__in soft">
        {tn('{n} of {of} has answered.', '{n} of {of} have answered.', answered, { of })}{' '}
        {officer && hasShared(summary) && (
          <span class="no-print">
            {t('{name} can see that you have read this.', { name: summary.child.called })}
          </span>
        )}
      </p>
      <div class="summary__first">
        <OwnWords summary={summary} onSource={toLine} />
        <div class="summary__side">
          <NotOpenly summary={summary} onSource={toLine} />
          <Wishes summary={summary} onSource={toLine} />
          <TakingPart summary={summary} onSource={toLine} />
          <FacesChanged summary={summary} onSource={toLine} />
        </div>
      </div>
      <Observations summary={summary} onSource={toLine} />
      <Differences summary={summary} onSource={toLine} />
      <Beside summary={summary} onSource={toLine} />
      <div class="summary__last">
        <Asked summary={summary} officer={officer} />
        {officer && (
          <ParticipationCode
            reviewId={summary.review.id}
            participation={participation}
            called={summary.child.called}
            onConfirmed={setParticipation}
            onSource={id => setSource({ id, line: null })}
          />
        )}
      </div>
      {officer && <BetweenReviews childId={summary.child.id} />}
      <p class="only-print soft small">
        {t('Printed on {date} for {name}. Some of it must not be raised openly: keep it safe.', {
          date: formatDate(todayHere()),
          name: session.value.me?.name ?? t('the IRO'),
        })}
      </p>
      <SourceSheet
        contribution={source && (summary.contributions[source.id] ?? null)}
        childId={summary.child.id}
        marked={source?.line ?? null}
        onClose={() => setSource(null)}
      />
    </div>
  );
}
