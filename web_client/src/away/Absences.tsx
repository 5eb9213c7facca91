/** When I am away, and coming back sooner. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type Absence, awayApi } from '../api/away';
import { Chip } from '../desk/Chip';
import { Button, ProblemNotice, TextField } from '../ui';
import { formatDay, t, todayHere } from '../words';

type Props = { absences: Absence[]; onDone: (said: string) => void };

export function Absences({ absences, onDone }: Props) {
  const today = todayHere();
  const current = absences.filter(one => lastDay(one) >= today && lastDay(one) >= one.from_on);
  if (current.length === 0) return null;
  return (
    <section class="away__part" aria-labelledby="absences">
      <h2 id="absences">{t('Away')}</h2>
      <ul role="list" class="asks">
        {current.map(absence => (
          <One key={absence.id} absence={absence} today={today} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

const lastDay = ({ until_on, ended_on }: Absence) => ended_on ?? until_on;

/** An absence that ends on the day before its first never was. */
function dayBefore(day: string): string {
  const before = new Date(`${day}T12:00:00Z`);
  before.setUTCDate(before.getUTCDate() - 1);
  return before.toISOString().slice(0, 10);
}

type OneProps = { absence: Absence; today: string; onDone: (said: string) => void };

function One({ absence, today, onDone }: OneProps) {
  const begun = absence.from_on <= today;
  const [ending, setEnding] = useState(false);
  const [on, setOn] = useState(today);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function end(last: string) {
    setProblem(null);
    try {
      await awayApi.end(absence.id, last);
      onDone(t('Changed. Your children come back to you after that day.'));
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <li class="asks__one">
      <p class="asks__what">
        <strong>
          {t('{from} to {until}', {
            from: formatDay(absence.from_on),
            until: formatDay(lastDay(absence)),
          })}
        </strong>
        {begun && <Chip tone="soon">{t('Now')}</Chip>}
      </p>
      <p>{t('{name} covers.', { name: absence.cover.name })}</p>
      {absence.note && <p class="asks__words">{absence.note}</p>}
      {!begun && (
        <Button kind="quiet" onClick={() => void end(dayBefore(absence.from_on))}>
          {t('It does not take place')}
        </Button>
      )}
      {begun && !ending && !absence.ended_on && (
        <Button kind="quiet" onClick={() => setEnding(true)}>
          {t('End it sooner')}
        </Button>
      )}
      {ending && (
        <form
          class="row"
          noValidate
          onSubmit={event => {
            event.preventDefault();
            void end(on);
          }}
        >
          <TextField
            label={t('Last day away')}
            type="date"
            max={absence.until_on}
            value={on}
            onInput={setOn}
          />
          <Button type="submit">{t('End it then')}</Button>
        </form>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </li>
  );
}
