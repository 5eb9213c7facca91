/** Adjourning a review, once: until when, and why. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { Button, lettersOver, Notice, ProblemNotice, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import { dayFault, LONGEST_WHY } from './HoldForm';

type Props = { clock: ReviewClock; onDone: (said: string) => void };

export function AdjournForm({ clock, onDone }: Props) {
  const [until, setUntil] = useState('');
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const last = clock.adjourn_until_at_most ?? '';

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || !until || !why.trim() || lettersOver(why, LONGEST_WHY) > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await holding.adjourn(clock.review_id, until, why);
      onDone(t('Adjourned until {day}.', { day: formatDay(until) }));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  const fault = problem?.fields.until?.[0];
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Notice tone="calm">
        <p>
          {t(
            'A review is adjourned once, when you do not know enough to decide well. Think what waiting means for {name}.',
            { name: clock.called },
          )}
        </p>
      </Notice>
      <TextField
        label={t('Until')}
        type="date"
        min={todayHere()}
        max={last}
        hint={last && t('No later than {day}.', { day: formatDay(last) })}
        error={fault ? dayFault(fault) : tried && !until ? t('Please choose a day.') : null}
        value={until}
        onInput={setUntil}
      />
      <TextArea
        label={t('Why')}
        most={LONGEST_WHY}
        error={tried && !why.trim() ? t('Please fill this in.') : null}
        value={why}
        onInput={setWhy}
      />
      {problem && !fault && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {t('Adjourn it')}
        </Button>
      </div>
    </form>
  );
}
