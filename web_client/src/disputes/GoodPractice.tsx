/** What was done well for this child, kept beside what was not. */
import { useState } from 'preact/hooks';
import { type Disputes, disputesApi } from '../api/disputes';
import { Button, ProblemNotice, TextArea } from '../ui';
import { formatDate, t, todayHere } from '../words';
import { LONGEST } from './names';
import { useSending } from './useSending';

type Props = { facts: Disputes; changed: (said: string) => void };

export function GoodPractice({ facts, changed }: Props) {
  const [kept, setKept] = useState(0);
  return (
    <section class="disputes__well" aria-labelledby="done-well">
      <h2 id="done-well">{t('Done well')}</h2>
      <ul role="list">
        {facts.good_practice.map(one => (
          <li key={one.id}>
            <p dir="auto">{one.words}</p>
            <p class="soft small">
              {t('{name}, {date}', { name: one.by.name, date: formatDate(one.on) })}
            </p>
          </li>
        ))}
      </ul>
      <WellForm
        key={kept}
        facts={facts}
        onDone={() => {
          setKept(kept + 1);
          changed(t('Kept.'));
        }}
      />
    </section>
  );
}

function WellForm({ facts, onDone }: { facts: Disputes; onDone: () => void }) {
  const [id] = useState(() => crypto.randomUUID());
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSending(onDone);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        setMissing(!words.trim());
        if (!words.trim()) return;
        void send(() =>
          disputesApi.praise(facts.child.id, id, { words: words.trim(), on: todayHere() }),
        );
      }}
    >
      <TextArea
        label={t('Something that was done well')}
        hint={t('Who did what, and what it changed for {name}.', { name: facts.child.called })}
        rows={2}
        most={LONGEST}
        error={missing ? t('Please write something here.') : null}
        value={words}
        onInput={setWords}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div>
        <Button type="submit" busy={busy}>
          {t('Keep it')}
        </Button>
      </div>
    </form>
  );
}
