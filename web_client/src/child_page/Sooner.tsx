/** Reviews asked for before their day: what was asked and answered, and bringing one forward. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildFacts, type Problem, useLoaded } from '../api';
import { type EarlyAsk, early } from '../api/early';
import { Chip } from '../desk/Chip';
import { triggerName } from '../desk/sooner';
import { Button, Dialog, ProblemNotice, Skeleton, Status, TextArea } from '../ui';
import { formatDate, formatDay, t } from '../words';
import { SoonerForm } from './SoonerForm';
import { LONGEST_WHY } from './sooner_form';

type Window = { kind: 'new' } | { kind: 'answer' | 'take_back'; ask: EarlyAsk } | null;

export function Sooner({ child, onChanged }: { child: ChildFacts; onChanged: () => void }) {
  const loaded = useLoaded(() => early.page(child.id), [child.id]);
  const [open, setOpen] = useState<Window>(null);
  const [said, setSaid] = useState<string | null>(null);
  const page = loaded.value;
  const done = (words: string) => {
    setOpen(null);
    setSaid(words);
    loaded.again();
    onChanged();
  };
  if (loaded.state === 'loading') {
    return (
      <section class="child__part child__part--coming" aria-labelledby="sooner">
        <h2 id="sooner">{t('A review sooner')}</h2>
        <Skeleton lines={1} />
      </section>
    );
  }
  if (!page) return loaded.problem && <ProblemNotice problem={loaded.problem} />;
  if (page.kind === null && page.asks.length === 0) return null;
  return (
    <section class="child__part" aria-labelledby="sooner">
      <h2 id="sooner">{t('A review sooner')}</h2>
      {page.asks.length > 0 && (
        <ul class="asks" role="list">
          {page.asks.map(ask => (
            <One key={ask.id} ask={ask} onOpen={setOpen} />
          ))}
        </ul>
      )}
      {page.kind !== null && (
        <div>
          <Button onClick={() => setOpen({ kind: 'new' })}>{t('Bring the review forward')}</Button>
        </div>
      )}
      <Status>{said}</Status>
      <Dialog title={titleOf(open)} open={open !== null} onClose={() => setOpen(null)}>
        {open?.kind === 'take_back' && (
          <TakeBack
            child={child}
            ask={open.ask}
            onDone={() => done(t('Taken back. The day is the law’s own again.'))}
          />
        )}
        {(open?.kind === 'new' || open?.kind === 'answer') && (
          <SoonerForm
            child={child}
            page={page}
            asked={open.kind === 'answer' ? open.ask : null}
            onDone={() => done(t('Kept.'))}
          />
        )}
      </Dialog>
    </section>
  );
}

function titleOf(open: Window): string {
  switch (open?.kind) {
    case 'answer':
      return t('A review sooner?');
    case 'take_back':
      return t('Take this back?');
    default:
      return t('Bring the review forward');
  }
}

function One({ ask, onOpen }: { ask: EarlyAsk; onOpen: (open: Window) => void }) {
  const asked = formatDate(ask.asked_on);
  return (
    <li class="asks__one">
      <p class="asks__what">
        <strong>{triggerName(ask.trigger)}</strong> <Answer ask={ask} />
      </p>
      <p class="soft small">
        {ask.asked_by
          ? t('{name}, {date}', { name: ask.asked_by, date: asked })
          : t('On {date}', { date: asked })}
      </p>
      {ask.why && <p class="asks__words">{ask.why}</p>}
      {ask.reason && <p class="asks__words">{t('Why: {reason}', { reason: ask.reason })}</p>}
      {ask.decision === null && (
        <Button kind="main" onClick={() => onOpen({ kind: 'answer', ask })}>
          {t('Answer')}
        </Button>
      )}
      {ask.decision === 'yes' && (
        <Button kind="quiet" onClick={() => onOpen({ kind: 'take_back', ask })}>
          {t('Take this back')}
        </Button>
      )}
    </li>
  );
}

function Answer({ ask: { decision, hold_by } }: { ask: EarlyAsk }) {
  switch (decision) {
    case 'yes':
      return <Chip tone="good">{t('By {day}', { day: hold_by ? formatDay(hold_by) : '' })}</Chip>;
    case 'no':
      return <Chip>{t('Not sooner')}</Chip>;
    case 'taken_back':
      return <Chip>{t('Taken back')}</Chip>;
    default:
      return <Chip tone="soon">{t('No answer yet')}</Chip>;
  }
}

type TakeBackProps = { child: ChildFacts; ask: EarlyAsk; onDone: () => void };

function TakeBack({ child, ask, onDone }: TakeBackProps) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setMissing(!reason.trim());
    if (!reason.trim()) return;
    try {
      const back = { decision: 'taken_back', hold_by: null, reason: reason.trim() } as const;
      await early.decide(child.id, ask.id, back);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <form class="stack" onSubmit={save} noValidate>
      <p>{t('The review is then due on the day that the law gives. What was said stays.')}</p>
      <TextArea
        label={t('Why?')}
        most={LONGEST_WHY}
        error={missing ? t('Please say why.') : null}
        value={reason}
        onInput={setReason}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit">
        {t('Take this back')}
      </Button>
    </form>
  );
}
