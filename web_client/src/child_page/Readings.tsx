/** Reading for a reason: a service manager says why first, and the child's IRO is told. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildFacts, type Problem, useLoaded } from '../api';
import { type Reading, seen } from '../api/seen';
import { Button, Dialog, LinkButton, Notice, ProblemNotice, TextArea } from '../ui';
import { formatDate, formatMoment, formatTime, t } from '../words';
import './readings.css';

type Props = { child: ChildFacts; officer: boolean };

export function Readings({ child, officer }: Props) {
  const known = useLoaded(() => seen.readings(child.id), [child.id]);
  const [asking, setAsking] = useState(false);
  if (known.state === 'problem') {
    return <ProblemNotice problem={known.problem} onRetry={known.again} />;
  }
  const readings = known.value?.readings ?? [];
  if (officer && readings.length === 0) return null;
  const open = readings.find(one => new Date(one.ends_at) > new Date());
  return (
    <section class="child__part" aria-labelledby="readings">
      <h2 id="readings">{t('Read for a reason')}</h2>
      {!officer && <Manager child={child} open={open ?? null} onAsk={() => setAsking(true)} />}
      <ul role="list" class="readings">
        {readings.map(reading => (
          <li key={reading.id} class="readings__one">
            <One child={child} reading={reading} officer={officer} onNoted={known.again} />
          </li>
        ))}
      </ul>
      <Dialog title={t('Why must you read this?')} open={asking} onClose={() => setAsking(false)}>
        <SayWhy
          child={child}
          onSaid={() => {
            setAsking(false);
            known.again();
          }}
        />
      </Dialog>
    </section>
  );
}

function Manager({
  child,
  open,
  onAsk,
}: {
  child: ChildFacts;
  open: Reading | null;
  onAsk: () => void;
}) {
  if (!open) {
    return (
      <>
        <p>
          {t('What a child says is closed to managers. You can open it for one hour if you must.')}
        </p>
        <div class="row">
          <Button onClick={onAsk}>{t('Read for a reason')}</Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Notice tone="care">
        {t('Open for you until {time}. Every page you read is noted.', {
          time: formatTime(open.ends_at),
        })}
      </Notice>
      <div class="row">
        {child.reviews.filter(heard).map(review => (
          <LinkButton key={review.id} to={`/reviews/${review.id}/for-a-reason`}>
            {review.held_on
              ? t('Said before the review on {day}', { day: formatDate(review.held_on) })
              : t('Said before the next review')}
          </LinkButton>
        ))}
      </div>
    </>
  );
}

/** Whether anything can have been said before it. */
const heard = (review: ChildFacts['reviews'][number]) => review.stage !== 'planned';

function One({
  child,
  reading,
  officer,
  onNoted,
}: {
  child: ChildFacts;
  reading: Reading;
  officer: boolean;
  onNoted: () => void;
}) {
  const [problem, setProblem] = useState<Problem | null>(null);

  async function note(tellChild: boolean) {
    setProblem(null);
    try {
      await seen.note(child.id, reading.id, tellChild);
      onNoted();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <>
      <h3>
        {t('{name}, {moment}', {
          name: reading.manager_name,
          moment: formatMoment(reading.broken_at),
        })}
      </h3>
      <blockquote>{reading.reason}</blockquote>
      <p class="soft">
        {reading.unsafe_to_tell
          ? t('{name} is not told of it for now.', { name: child.called })
          : t('{name} is told of it.', { name: child.called })}
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {officer && (
        <div class="row">
          {!reading.seen_at && <Button onClick={() => note(false)}>{t('I have seen this')}</Button>}
          {reading.unsafe_to_tell && (
            <Button onClick={() => note(true)}>
              {t('It is safe to tell {name}', { name: child.called })}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function SayWhy({ child, onSaid }: { child: ChildFacts; onSaid: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState('');
  const [unsafe, setUnsafe] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [sending, setSending] = useState(false);

  async function say(event: SubmitEvent) {
    event.preventDefault();
    setSending(true);
    setProblem(null);
    try {
      await seen.sayWhy(child.id, id, { reason, unsafe_to_tell: unsafe });
      onSaid();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setSending(false);
    }
  }

  return (
    <form class="stack" onSubmit={say}>
      <p>
        {t(
          '{officer} is told at once, with your reason. It opens for one hour, for {name} alone.',
          {
            officer: child.reviewing_officer?.name ?? t('The IRO'),
            name: child.called,
          },
        )}
      </p>
      <TextArea
        label={t('Your reason')}
        hint={t('At least one whole sentence.')}
        value={reason}
        onInput={setReason}
      />
      <label class="readings__unsafe">
        <input
          type="checkbox"
          checked={unsafe}
          onChange={event => setUnsafe(event.currentTarget.checked)}
        />
        {t('It would not be safe for {name} to know of it now.', { name: child.called })}
      </label>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" disabled={sending || reason.trim().length < 20}>
          {t('Open it for one hour')}
        </Button>
      </div>
    </form>
  );
}
