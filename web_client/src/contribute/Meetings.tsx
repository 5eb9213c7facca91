/** The meetings that this person is asked to: when, how, where, what about, and who else as far as they may know. */
import type { MyReview, ReviewPart } from '../api';
import { whoIs } from '../desk/names';
import { LinkButton } from '../ui';
import { dayOf, formatClock, formatDay, formatList, t, tn, todayHere } from '../words';

export function Meetings({ review }: { review: MyReview }) {
  if (review.ended_on) return <p>{t('This review is not needed any more.')}</p>;
  const planned = [...review.parts].sort((one, other) =>
    (one.starts_at ?? '~').localeCompare(other.starts_at ?? '~'),
  );
  if (planned.length === 0) return <p>{t('When you are asked to a meeting, it will be here.')}</p>;
  return (
    <>
      <ul role="list" class="meetings">
        {planned.map(part => (
          <Meeting key={part.id} part={part} review={review} />
        ))}
      </ul>
      {review.circle.length > 0 && (
        <p>
          {t('With you there: {people}', {
            people: formatList(review.circle.map(one => `${one.name} (${whoIs(one)})`)),
          })}
        </p>
      )}
    </>
  );
}

function Meeting({ part, review }: { part: ReviewPart; review: MyReview }) {
  const today = part.starts_at !== null && dayOf(part.starts_at) === todayHere();
  return (
    <li class="meetings__one">
      <p>
        <strong>{whenIs(part)}</strong>
        {part.minutes !== null && (
          <>, {tn('about {n} minute', 'about {n} minutes', part.minutes)}</>
        )}
      </p>
      <Where part={part} />
      {(today || review.stage === 'meeting') && (
        <p>
          <LinkButton to={`/live/${review.id}/${part.id}`}>{t('Go to the meeting')}</LinkButton>
        </p>
      )}
      {part.agenda?.length > 0 && (
        <>
          <p class="soft">{t('What it is about:')}</p>
          <ul>
            {part.agenda.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function whenIs(part: ReviewPart): string {
  if (!part.starts_at) return t('The day is not planned yet.');
  return t('{day} at {time}', {
    day: formatDay(dayOf(part.starts_at)),
    time: formatClock(part.starts_at),
  });
}

function Where({ part }: { part: ReviewPart }) {
  if (part.how === 'phone') return <p>{t('By phone.')}</p>;
  if (part.ask_where) return <p>{t('Your IRO will tell you where.')}</p>;
  if (part.how === 'in_person') {
    return (
      <p>{part.place ? t('Where: {place}', { place: part.place }) : t('Not known where yet.')}</p>
    );
  }
  return (
    <p>
      {t('By video.')}{' '}
      {part.video_link && (
        <a href={part.video_link} target="_blank" rel="noreferrer noopener">
          {t('Open the video call')}
        </a>
      )}
    </p>
  );
}
