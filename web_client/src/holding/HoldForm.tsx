/** The day a review was held and complete, and why it was late if it was. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { holding, LATE_REASONS, type LateReason, type ReviewClock } from '../api/holding';
import { Select } from '../desk/Select';
import { Button, lettersOver, Notice, ProblemNotice, TextArea, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';
import { lateReasonName } from './late';

type Props = { clock: ReviewClock; onDone: (said: string) => void };
export const LONGEST_WHY = 2000;

export function HoldForm({ clock, onDone }: Props) {
  const today = todayHere();
  const [heldOn, setHeldOn] = useState(clock.held_on ?? clock.met_on ?? today);
  const [completedOn, setCompletedOn] = useState(clock.completed_on ?? today);
  const [reason, setReason] = useState<LateReason | ''>(clock.late?.reason ?? '');
  const [words, setWords] = useState(clock.late?.words ?? '');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const late = isLate(clock, heldOn, completedOn);
  const faults = problem?.fields ?? {};

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (busy || lettersOver(words, LONGEST_WHY) > 0) return;
    setBusy(true);
    setProblem(null);
    try {
      await holding.hold(clock.review_id, {
        held_on: heldOn,
        completed_on: completedOn,
        late_reason: late && reason ? reason : null,
        late_words: late && words.trim() ? words : null,
      });
      onDone(t('Noted. The next review and the papers have their days.'));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={save} noValidate>
      <TextField
        label={t('Held on')}
        hint={t('Of a series of meetings the first.')}
        type="date"
        max={today}
        error={faults.held_on && dayFault(faults.held_on[0])}
        value={heldOn}
        onInput={setHeldOn}
      />
      <TextField
        label={t('Complete on')}
        hint={t('The last meeting. The papers count from here.')}
        type="date"
        min={heldOn}
        max={today}
        error={faults.completed_on && dayFault(faults.completed_on[0])}
        value={completedOn}
        onInput={setCompletedOn}
      />
      {late && (
        <>
          <Notice tone="care">
            <p>
              {clock.due_by && heldOn > clock.due_by
                ? t('That is late: it was due by {day}.', { day: formatDay(clock.due_by) })
                : t('That is after the day it was adjourned until.')}
            </p>
          </Notice>
          <Select
            label={t('Why was it late?')}
            value={reason}
            options={[
              ['', t('Choose a reason')],
              ...LATE_REASONS.map((one): [string, string] => [one, lateReasonName(one)]),
            ]}
            error={faults.late_reason && t('Please choose a reason.')}
            onChange={value => setReason(value as LateReason | '')}
          />
          <TextArea
            label={t('More about it, if you want')}
            most={LONGEST_WHY}
            value={words}
            onInput={setWords}
          />
        </>
      )}
      {problem && Object.keys(faults).length === 0 && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {t('Keep these days')}
        </Button>
      </div>
    </form>
  );
}

function isLate(clock: ReviewClock, heldOn: string, completedOn: string): boolean {
  if (clock.adjourned && completedOn > clock.adjourned.until) return true;
  return clock.due_by !== null && heldOn > clock.due_by;
}

export function dayFault(code: string | undefined): string {
  switch (code) {
    case 'in_the_future':
      return t('That day has not come yet.');
    case 'in_the_past':
      return t('Choose a day that is still to come.');
    case 'before_the_last_review':
      return t('There was a review on that day or after it already.');
    case 'before_it_was_held':
      return t('That is before the day it was held.');
    case 'too_far':
      return t('That is too far away.');
    default:
      return t('Please choose a day.');
  }
}
