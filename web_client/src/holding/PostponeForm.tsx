/** Asking a manager to agree that a review is held later, with the words that the child will be told. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { Button, lettersOver, Notice, ProblemNotice, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import { dayFault, LONGEST_WHY } from './HoldForm';

type Props = { clock: ReviewClock; onDone: (said: string) => void };

export function PostponeForm({ clock, onDone }: Props) {
  const [id] = useState(() => crypto.randomUUID());
  const [toOn, setToOn] = useState('');
  const [why, setWhy] = useState('');
  const [toChild, setToChild] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const long = [why, toChild].some(words => lettersOver(words, LONGEST_WHY) > 0);
  const missing = (words: string) => (tried && !words.trim() ? t('Please fill this in.') : null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (busy || long || !toOn || !why.trim() || !toChild.trim()) return;
    setBusy(true);
    setProblem(null);
    try {
      const body = { to_on: toOn, why, words_to_child: toChild };
      await holding.postpone(clock.review_id, id, body);
      onDone(t('A manager is asked. Nothing moves until they answer.'));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  const fault = problem?.fields.to_on?.[0];
  const late = clock.due_by !== null && toOn > clock.due_by;
  return (
    <form class="stack" onSubmit={save} noValidate>
      <TextField
        label={t('Hold it by')}
        type="date"
        min={todayHere()}
        error={fault ? dayFault(fault) : tried && !toOn ? t('Please choose a day.') : null}
        value={toOn}
        onInput={setToOn}
      />
      {late && clock.due_by && (
        <Notice tone="care">
          <p>
            {t('The law’s last day stays {day}. The review will count as late.', {
              day: formatDay(clock.due_by),
            })}
          </p>
        </Notice>
      )}
      <TextArea
        label={t('Why, for the manager')}
        most={LONGEST_WHY}
        error={missing(why)}
        value={why}
        onInput={setWhy}
      />
      <TextArea
        label={t('What {name} is told', { name: clock.called })}
        hint={t('They read these words once a manager agrees.')}
        most={LONGEST_WHY}
        error={missing(toChild)}
        value={toChild}
        onInput={setToChild}
      />
      {problem && !fault && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {t('Ask a manager')}
        </Button>
      </div>
    </form>
  );
}
