/** What follows a review: each paper with its last day, ticked when it is done. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { holding, type PaperLine, type ReviewClock } from '../api/holding';
import { Chip } from '../desk/Chip';
import { workingDaysLeft, workingDaysTone } from '../desk/due';
import { Button, ProblemNotice } from '../ui';
import { Tick } from '../ui/icons';
import { formatDay, t } from '../words';
import { paperName } from './late';

type Props = { clock: ReviewClock; onDone: (said: string) => void };

export function Papers({ clock, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const plan = clock.lines.find(line => line.key === 'care_plan');

  async function tell() {
    setBusy(true);
    setProblem(null);
    try {
      await holding.carePlanUpdated(clock.review_id);
      onDone(t('Noted: the care plan is up to date.'));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  return (
    <section class="days__part" aria-labelledby="papers">
      <h2 id="papers">{t('After the review')}</h2>
      <ul class="papers" role="list">
        {clock.lines.map(line => (
          <Line key={line.key} line={line} />
        ))}
      </ul>
      {plan && !plan.done_at && (
        <div class="row">
          <Button busy={busy} onClick={() => void tell()}>
            {t('The care plan is up to date')}
          </Button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
      {clock.lines.some(isPast) && (
        <p>
          <a href={`/children/${clock.child_id}/disputes?about=delay`}>
            {t('Raise it with the council')}
          </a>
        </p>
      )}
      {clock.lines.some(line => !line.confirmed) && (
        <p class="soft">
          {t(
            'These days come from councils’ procedures. Check them against your own: we have not read them in the law itself.',
          )}
        </p>
      )}
    </section>
  );
}

function isPast({ days_left: left }: PaperLine): boolean {
  return left !== null && left < 0;
}

function Line({ line }: { line: PaperLine }) {
  return (
    <li class="papers__one" data-done={line.done_at !== null}>
      <span class="papers__tick" aria-hidden="true">
        {line.done_at && <Tick />}
      </span>
      <span class="papers__name">{paperName(line.key)}</span>
      <span class="soft">{t('by {day}', { day: formatDay(line.by) })}</span>
      <Left line={line} />
    </li>
  );
}

function Left({ line: { done_at, days_left } }: { line: PaperLine }) {
  if (done_at) {
    return <Chip tone="good">{t('Done on {day}', { day: formatDay(done_at.slice(0, 10)) })}</Chip>;
  }
  const left = days_left ?? 0;
  return <Chip tone={workingDaysTone(left)}>{workingDaysLeft(left)}</Chip>;
}
