/** When, where and how my next review is; or by when it must be, and why. */
import type { MyReview, ReviewPart } from '../api';
import { dayOf, formatClock, formatDay, formatMonth, t } from '../words';
import { whyThen } from './due_reason';
import { BEFORE } from './WhatHappensNext';
import { minutesInWords, nextDay, plannedParts } from './when';
import './NextReview.css';

type Props = { review: MyReview; today: string; word: string | null };

export function NextReview({ review, today, word }: Props) {
  const day = nextDay(review, today);
  return (
    <section class="next-review" aria-labelledby="next-review">
      <h2 id="next-review">{word ?? t('My next review')}</h2>
      {day ? (
        <ul role="list" class="next-review__parts">
          {plannedParts(review).map(part => (
            <Part key={part.id} part={part} />
          ))}
        </ul>
      ) : (
        <NotPlanned review={review} />
      )}
      {review.moved && <p dir="auto">{review.moved.words}</p>}
      {BEFORE.includes(review.stage) && (
        <a class="next-review__link" href="/meeting">
          {t('Plan my meeting')}
        </a>
      )}
    </section>
  );
}

function Part({ part }: { part: ReviewPart }) {
  const starts = part.starts_at ?? '';
  const day = dayOf(starts);
  const time = formatClock(starts);
  const length = minutesInWords(part.minutes);
  return (
    <li class="next-review__part">
      <DayLeaf day={day} />
      <div class="next-review__facts">
        {part.title && <p class="next-review__title">{part.title}</p>}
        <p class="next-review__when">{formatDay(day)}</p>
        <p>
          {length
            ? t('At {time}, for about {length}.', { time, length })
            : t('At {time}.', { time })}
        </p>
        <Where part={part} />
        <Agenda part={part} />
      </div>
    </li>
  );
}

function Agenda({ part }: { part: ReviewPart }) {
  if (!part.agenda?.length) return null; // what was kept before there was one has none
  return (
    <details class="next-review__why">
      <summary>{t('What we will talk about')}</summary>
      <ul>
        {part.agenda.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}

function Where({ part }: { part: ReviewPart }) {
  switch (part.how) {
    case 'video':
      return (
        <>
          <p>{t('It is a video call.')}</p>
          {part.video_link && (
            <a
              class="next-review__link"
              href={part.video_link}
              target="_blank"
              rel="noreferrer noopener"
            >
              {t('Open the video call')}
            </a>
          )}
        </>
      );
    case 'phone':
      return <p>{t('It is a phone call.')}</p>;
    default:
      return (
        <p>
          {part.place ? t('Where: {place}', { place: part.place }) : t('We do not know where yet.')}
        </p>
      );
  }
}

/** A leaf of a calendar. Decoration: the day stands beside it in words. */
function DayLeaf({ day }: { day: string }) {
  return (
    <div class="day-leaf" aria-hidden="true">
      <span class="day-leaf__month">{formatMonth(day)}</span>
      <span class="day-leaf__day">{Number(day.slice(8, 10))}</span>
    </div>
  );
}

function NotPlanned({ review }: { review: MyReview }) {
  const why = whyThen(review.reason);
  return (
    <div class="next-review__part">
      <div class="day-leaf day-leaf--open" aria-hidden="true">
        <span class="day-leaf__month">&nbsp;</span>
        <span class="day-leaf__day">?</span>
      </div>
      <div class="next-review__facts">
        <p class="next-review__when">{t('Not planned yet.')}</p>
        {review.due_by && <p>{t('It must be by {day}.', { day: formatDay(review.due_by) })}</p>}
        {why.length > 0 && (
          <details class="next-review__why">
            <summary>{t('Why then?')}</summary>
            <p>{why.join(' ')}</p>
          </details>
        )}
        {review.can_share && (
          <p>
            <a class="next-review__link" href="/say/meeting">
              {t('Say when and where suits you')}
            </a>
          </p>
        )}
      </div>
    </div>
  );
}
