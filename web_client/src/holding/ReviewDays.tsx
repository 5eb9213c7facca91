/** What the law's clock says of one review, and what its officer can do with it now. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { stageName } from '../desk/names';
import { ReviewPage } from '../desk/ReviewPage';
import { Notice, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { formatDate, formatDay, t } from '../words';
import { lateReasonName } from './late';
import { Moves } from './Moves';
import { Papers } from './Papers';
import './holding.css';

export function ReviewDays({ params }: ScreenProps) {
  const reviewId = params.reviewId ?? '';
  const loaded = useLoaded(() => holding.clock(reviewId), [reviewId]);
  const [said, setSaid] = useState('');
  const clock = loaded.value;
  const done = (what: string) => {
    setSaid(what);
    loaded.again();
  };
  return (
    <ReviewPage
      reviewId={reviewId}
      childId={clock?.child_id ?? null}
      here="days"
      facts={clock}
      title={clock ? t('The days of {name}’s review', { name: clock.called }) : t('Days')}
      tab={t('Days')}
      lead={clock ? lead(clock) : null}
      width="wide"
    >
      {loaded.state === 'loading' && !clock && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      <Status quiet>{said}</Status>
      {clock && (
        <div class="days">
          <Standing clock={clock} />
          {clock.lines.length > 0 && <Papers clock={clock} onDone={done} />}
          {clock.midpoint_on && <HalfWay clock={clock} day={clock.midpoint_on} />}
          <Moves clock={clock} onDone={done} />
        </div>
      )}
    </ReviewPage>
  );
}

function lead(clock: ReviewClock): string {
  const stage = stageName(clock.stage);
  if (clock.held_on) return t('{stage}: held on {day}', { stage, day: formatDate(clock.held_on) });
  return clock.due_by ? t('{stage}: due by {day}', { stage, day: formatDay(clock.due_by) }) : stage;
}

/** What happened to its days so far: adjourned, postponed, late. */
function Standing({ clock }: { clock: ReviewClock }) {
  const { adjourned, late, postponement } = clock;
  return (
    <>
      {adjourned && (
        <Notice tone={clock.held_on ? 'calm' : 'care'}>
          <p>
            <strong>
              {clock.held_on
                ? t('Adjourned on {day}.', { day: formatDay(adjourned.on) })
                : t('Adjourned until {day}. Nothing of it may be carried out before then.', {
                    day: formatDay(adjourned.until),
                  })}
            </strong>
          </p>
          <p dir="auto">{adjourned.why}</p>
        </Notice>
      )}
      {late && (
        <Notice tone="calm">
          <p>{t('Held late: {why}.', { why: lateReasonName(late.reason).toLocaleLowerCase() })}</p>
          {late.words && <p dir="auto">{late.words}</p>}
        </Notice>
      )}
      {postponement && !clock.held_on && (
        <Notice tone={postponement.answer === 'no' ? 'care' : 'calm'}>
          <p>
            <strong>{standingOf(postponement)}</strong>
          </p>
          {postponement.answer_words && <p dir="auto">{postponement.answer_words}</p>}
          {postponement.answer === 'yes' && (
            <p>
              {t('{name} was told: “{words}” Now set the new day in the plan.', {
                name: clock.called,
                words: postponement.words_to_child,
              })}
            </p>
          )}
        </Notice>
      )}
    </>
  );
}

function standingOf(asked: NonNullable<ReviewClock['postponement']>): string {
  const day = formatDay(asked.to_on);
  const name = asked.answered_by ?? '';
  if (asked.answer === 'yes') return t('{name} agreed to hold it by {day}.', { name, day });
  if (asked.answer === 'no') return t('{name} did not agree to hold it later.', { name });
  return t('You asked to hold it by {day}. A manager has not answered yet.', { day });
}

function HalfWay({ clock, day }: { clock: ReviewClock; day: string }) {
  return (
    <section class="days__part" aria-labelledby="half-way">
      <h2 id="half-way">{t('Half way')}</h2>
      <p>
        {t('On {day} you look at what was agreed. {name} is asked two weeks before.', {
          day: formatDay(day),
          name: clock.called,
        })}{' '}
        <a href={`/children/${clock.child_id}/midpoint`}>{t('Look at it now')}</a>
      </p>
      {clock.next_due_by && (
        <p class="soft">
          {t('The next review is due by {day}.', { day: formatDay(clock.next_due_by) })}
        </p>
      )}
    </section>
  );
}
