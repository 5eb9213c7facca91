/** Planning a review: when, where and with whom, with the child's wishes for it beside. */
import { useEffect, useState } from 'preact/hooks';
import { api, useLoaded } from '../api';
import { reviewNumber } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { whyDue } from '../desk/sooner';
import { Button, LinkCard, Notice, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { formatDay, t } from '../words';
import { AskedList } from './AskedList';
import { Conflict } from './Conflict';
import { PartForm } from './PartForm';
import { type Planning, usePlanning } from './planning';
import { SplitReview } from './SplitReview';
import { WhatTheyWant } from './WhatTheyWant';
import { WhoSees } from './WhoSees';
import './plan.css';

export function Plan({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const planning = usePlanning(reviewId);
  const { review } = planning;
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={review?.child.id ?? null}
      here="plan"
      facts={review}
      title={
        review ? t('Plan {name}’s review', { name: review.child.called }) : t('Plan the review')
      }
      tab={t('Plan the review')}
      lead={review ? lead(review.sequence, review.due_by) : null}
    >
      {planning.state === 'loading' && <Skeleton lines={4} tall />}
      {planning.state === 'problem' && planning.problem && (
        <ProblemNotice problem={planning.problem} onRetry={planning.again} />
      )}
      {review && <Whole planning={planning} review={review} />}
    </ReviewPage>
  );
}

function lead(sequence: number | null, dueBy: string | null): string {
  const number = sequence === null ? t('Review') : reviewNumber(sequence);
  return dueBy ? t('{number}, due by {day}', { number, day: formatDay(dueBy) }) : number;
}

/** The way to the meeting itself: one for each part that is planned, one for a review without parts. */
function HoldIt({ review }: { review: NonNullable<Planning['review']> }) {
  const parts = review.parts.length > 0 ? review.parts : [{ id: review.id, title: '' }];
  return (
    <>
      {parts.map(part => (
        <LinkCard
          key={part.id}
          to={`/live/${review.id}/${part.id}`}
          title={
            part.title ? t('Hold the meeting: {part}', { part: part.title }) : t('Hold the meeting')
          }
        >
          {t('Open it when you are all there. It follows the child’s screen.')}
        </LinkCard>
      ))}
    </>
  );
}

type WholeProps = { planning: Planning; review: NonNullable<Planning['review']> };

function Whole({ planning, review }: WholeProps) {
  const wishes = useLoaded(() => api.takingPart(review.id), [review.id]);
  useScrollToHash();
  return (
    <div class="plan">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it */}
      <aside class="plan__side" tabIndex={0} aria-label={t('What people want for this review')}>
        {wishes.state === 'loading' && <Skeleton lines={3} tall />}
        {wishes.state === 'problem' && (
          <ProblemNotice problem={wishes.problem} onRetry={wishes.again} />
        )}
        {wishes.state === 'ready' && (
          <WhatTheyWant wants={wishes.value} called={review.child.called} />
        )}
      </aside>
      <div class="plan__main">
        <LinkCard
          to={`/reviews/${review.id}/meeting`}
          title={t('{name}’s own plan', { name: review.child.called })}
        >
          {t('Who, where, what and how much to lead: answer each request.')}
        </LinkCard>
        <HoldIt review={review} />
        {review.reason && <p class="soft plan__reason">{whyDue(review.reason)}</p>}
        {planning.theirs ? (
          <Conflict planning={planning} review={review} theirs={planning.theirs} />
        ) : (
          <Parts planning={planning} review={review} />
        )}
        <WhoSees parts={planning.parts} people={review.invitations} />
        <AskedList review={review} onNoted={planning.noted} />
      </div>
    </div>
  );
}

function Parts({ planning, review }: WholeProps) {
  const [tried, setTried] = useState(false);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (!planning.faulty) void planning.save();
  };
  return (
    <form class="plan__parts" onSubmit={save} noValidate>
      {planning.restored && (
        <Notice tone="calm" announced>
          <p>{t('These are changes that you had not saved.')}</p>
          <Button kind="quiet" onClick={planning.dropMine}>
            {t('Go back to the saved plan')}
          </Button>
        </Notice>
      )}
      {planning.parts.length === 0 && (
        <p class="plan__none">
          {t('Nothing is planned yet. A review can be one meeting, a few short ones, or none.')}
        </p>
      )}
      {planning.parts.map((part, index) => (
        <PartForm
          key={part.id}
          part={part}
          number={index + 1}
          of={planning.parts.length}
          people={review.invitations}
          dueBy={review.due_by}
          showFaults={tried}
          onChange={planning.change}
          onRemove={() => planning.remove(part.id)}
        />
      ))}
      <div class="plan__save">
        <Button onClick={() => planning.add(t('Review meeting'), t('Another part'))}>
          {planning.parts.length === 0 ? t('Plan a meeting') : t('Add another part')}
        </Button>
        <SplitReview planning={planning} review={review} />
        <Button kind="main" type="submit" busy={planning.saving} disabled={!planning.changed}>
          {t('Save the plan')}
        </Button>
        <Status>{standing(planning)}</Status>
      </div>
      {planning.problem && <ProblemNotice problem={planning.problem} />}
      {tried && planning.faulty && (
        <Notice tone="stop" announced>
          {t('Please look at what is marked, then save again.')}
        </Notice>
      )}
    </form>
  );
}

function standing(planning: Planning): string {
  if (planning.saving) return t('Saving…');
  if (planning.changed) return t('Not saved yet.');
  return planning.savedOnce ? t('Saved. Everyone sees their own part now.') : '';
}

/** The router opens the page before its parts are here, so the jump comes after. */
function useScrollToHash(): void {
  useEffect(() => {
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView?.();
  }, []);
}
