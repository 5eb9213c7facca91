/** Who has seen what I said: names and days, and never a word of it. */
import { useState } from 'preact/hooks';
import { asProblem, type Job, type Problem, useLoaded } from '../api';
import { type WhoHasSeen as Days, type Seen, type SeenKind, seen } from '../api/seen';
import { Button, Chair, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { daysBetween, formatDay, t, todayHere } from '../words';
import './WhoHasSeen.css';

export function WhoHasSeen(_: ScreenProps) {
  const first = useLoaded(() => seen.whoHasSeen(), []);
  return (
    <Page
      title={t('Who has seen what I said')}
      lead={t('Names and days. Your words are not on this page.')}
      back={{ to: '/said', label: t('What I said') }}
    >
      {first.state === 'loading' && <Skeleton lines={4} tall />}
      {first.state === 'problem' && <ProblemNotice problem={first.problem} onRetry={first.again} />}
      {first.state === 'ready' && <List first={first.value} />}
      <details class="who-seen__how">
        <summary>{t('How do you know this?')}</summary>
        <p>{t('Each time a worker opens your words, Cadair notes it.')}</p>
        <p>{t('No one can change that list in secret.')}</p>
        <p>{t('Now and then a name comes late, to keep somebody safe.')}</p>
        <p>{t('Does a name look wrong? Ask your IRO.')}</p>
      </details>
    </Page>
  );
}

function List({ first }: { first: Days }) {
  const [shown, setShown] = useState(first);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function earlier() {
    setProblem(null);
    try {
      const more = await seen.earlier(shown.before ?? '');
      setShown({ days: [...shown.days, ...more.days], before: more.before });
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  if (shown.days.length === 0 && !shown.before) {
    return <p class="who-seen__nobody">{t('No one has looked yet.')}</p>;
  }
  return (
    <>
      <ol role="list" class="who-seen">
        {shown.days.map(day => (
          <li key={day.on}>
            <h2>{dayInWords(day.on)}</h2>
            <ul role="list" class="who-seen__day">
              {day.seen.map(one => (
                <Person key={one.name} seen={one} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {problem && <ProblemNotice problem={problem} onRetry={earlier} />}
      {shown.before && <Button onClick={earlier}>{t('Show earlier days')}</Button>}
    </>
  );
}

function Person({ seen: { name, job, chair, what } }: { seen: Seen }) {
  const about = aboutJob(job);
  return (
    <li class="who-seen__one">
      <Chair look={chair} size={48} />
      <div>
        <h3>{name}</h3>
        {about && <p class="soft">{about}</p>}
        <ul role="list">
          {what.map(kind => (
            <li key={kind}>{inWords(kind)}</li>
          ))}
        </ul>
      </div>
    </li>
  );
}

function dayInWords(day: string): string {
  const ago = daysBetween(day, todayHere());
  if (ago === 0) return t('Today');
  if (ago === 1) return t('Yesterday');
  return formatDay(day);
}

function inWords(kind: SeenKind): string {
  switch (kind) {
    case 'said':
      return t('Read what you said.');
    case 'said_for_a_reason':
      return t('Read what you said. They had to say why first.');
    case 'not_safe':
      return t('Read that you do not feel safe.');
    case 'messages':
      return t('Read your messages.');
    case 'asked':
      return t('Read what you asked for.');
    case 'taking_part':
      return t('Saw how you want your meeting to go.');
    case 'home':
      return t('Looked up where you live.');
    case 'page':
      return t('Saw your name, your age and your review days. Not your words.');
  }
}

/** The job in plain words. */
function aboutJob(job: Job): string | null {
  switch (job) {
    case 'reviewing_officer':
      return t('An IRO. They lead reviews.');
    case 'service_manager':
      return t('A boss of the IRO team.');
    case 'social_worker':
      return t('A social worker.');
    case 'administrator':
      return t('They look after how Cadair runs.');
    default:
      return null;
  }
}
