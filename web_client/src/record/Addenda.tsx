/** What was added after the signature, and room to add more. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { recordApi } from '../api/records';
import { Button, ProblemNotice, TextArea } from '../ui';
import { formatMoment, t } from '../words';
import type { PartProps } from './ReviewRecord';
import { LONGEST } from './Section';

export function Addenda({ facts, writing }: PartProps) {
  const [words, setWords] = useState('');
  const [id, setId] = useState(() => crypto.randomUUID());
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function add(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const added = await recordApi.add(facts.review.id, id, words);
      writing.replaced({ ...facts, addenda: [...facts.addenda, added] });
      setWords('');
      setId(crypto.randomUUID());
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <section class="record__signing" id="signing" aria-labelledby="signing-title" tabIndex={-1}>
      <h2 id="signing-title">{t('Added later')}</h2>
      <ul role="list" class="stack">
        {facts.addenda.map(one => (
          <li key={one.id}>
            <p class="soft small">
              {t('{name}, {moment}', { name: one.by.name, moment: formatMoment(one.by.at) })}
            </p>
            <p class="record__words">{one.words}</p>
          </li>
        ))}
      </ul>
      <TextArea
        label={t('Add to the record')}
        hint={t('It stands under the record with your name and the time. It cannot be taken back.')}
        value={words}
        most={LONGEST}
        rows={3}
        onInput={setWords}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Button busy={busy} disabled={words.trim() === ''} onClick={() => void add()}>
        {t('Add it')}
      </Button>
    </section>
  );
}
