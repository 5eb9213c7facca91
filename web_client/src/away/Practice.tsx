/** On which days I work, and who covers when nobody else was named. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type Away, awayApi } from '../api/away';
import type { Who } from '../api/inbox';
import { Select } from '../desk/Select';
import { Button, ManyChoices, ProblemNotice } from '../ui';
import { formatWeekday, t } from '../words';
import { named } from './GoingAway';

const DAYS = [0, 1, 2, 3, 4, 5, 6];
/** Any Monday: its week gives the days their names. */
const MONDAY = Date.parse('2024-01-01T00:00:00Z');

type Props = { practice: Away['practice']; officers: Who[]; onDone: (said: string) => void };

export function Practice({ practice, officers, onDone }: Props) {
  const [works, setWorks] = useState(practice.works_on.map(String));
  const [cover, setCover] = useState(practice.usual_cover?.id ?? '');
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setMissing(works.length === 0);
    setProblem(null);
    if (works.length === 0) return;
    try {
      await awayApi.keepPractice(works.map(Number).sort(), cover || null);
      onDone(t('Kept.'));
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <section class="away__part" aria-labelledby="practice">
      <h2 id="practice">{t('Usually')}</h2>
      <form class="stack" onSubmit={save} noValidate>
        <ManyChoices
          legend={t('Days on which I read messages')}
          hint={t('Children see these days before they write.')}
          inRow
          values={works}
          onChoose={setWorks}
          options={DAYS.map(day => ({ key: String(day), say: weekday(day) }))}
        />
        {missing && <p class="field__error">{t('Please choose one day or more.')}</p>}
        <Select
          label={t('Who usually covers')}
          hint={t('They get a message that nobody has read by the promised day.')}
          value={cover}
          options={[['', t('Nobody yet')], ...named(officers)]}
          onChange={setCover}
        />
        {problem && <ProblemNotice problem={problem} />}
        <div>
          <Button type="submit">{t('Keep this')}</Button>
        </div>
      </form>
    </section>
  );
}

function weekday(day: number): string {
  return formatWeekday(new Date(MONDAY + day * 86_400_000).toISOString().slice(0, 10));
}
