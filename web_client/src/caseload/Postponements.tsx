/** Reviews that their IRO asks to hold later: a manager agrees, and the child is told, or says why not. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { holding, type Postponement } from '../api/holding';
import { Button, lettersOver, ProblemNotice, Status, TextArea } from '../ui';
import { dayOf, formatDay, t } from '../words';
import './postponements.css';

const LONGEST = 2000;

export function Postponements() {
  const [said, setSaid] = useState('');
  const loaded = useLoaded(() => holding.postponements(), []);
  const waiting = loaded.value?.waiting ?? [];
  return (
    <>
      {waiting.length > 0 && (
        <section class="child__part" aria-labelledby="postponements">
          <h2 id="postponements">{t('Reviews to be held later')}</h2>
          <ul class="postponements" role="list">
            {waiting.map(one => (
              <One
                key={one.id}
                one={one}
                onDone={what => {
                  setSaid(what);
                  loaded.again();
                }}
              />
            ))}
          </ul>
        </section>
      )}
      {said && <Status quiet>{said}</Status>}
    </>
  );
}

function One({ one, onDone }: { one: Postponement; onDone: (said: string) => void }) {
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState(false);

  async function answer(answered: 'yes' | 'no') {
    const told = words.trim() ? words : null;
    setMissing(answered === 'no' && told === null);
    if (busy || lettersOver(words, LONGEST) > 0 || (answered === 'no' && told === null)) return;
    setBusy(true);
    setProblem(null);
    try {
      await holding.answer(one.id, answered, told);
      onDone(
        answered === 'yes'
          ? t('Agreed. {name} is told.', { name: one.child_called })
          : t('Not agreed. The IRO is told.'),
      );
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <li>
      <h3>
        <a href={`/children/${one.child_id}`}>{one.child_name}</a>
      </h3>
      <p>
        {t('{officer} asked on {day} to hold it by {to}.', {
          officer: one.asked_by,
          day: formatDay(dayOf(one.asked_at)),
          to: formatDay(one.to_on),
        })}{' '}
        {one.due_by && t('The law’s last day is {day}.', { day: formatDay(one.due_by) })}
      </p>
      <p dir="auto">{one.why}</p>
      <p>
        <span class="soft">{t('What {name} is told', { name: one.child_called })}: </span>
        <span dir="auto">{one.words_to_child}</span>
      </p>
      <TextArea
        label={t('Your words to the IRO')}
        hint={t('Needed if you do not agree.')}
        rows={1}
        most={LONGEST}
        error={missing ? t('Please fill this in.') : null}
        value={words}
        onInput={setWords}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" busy={busy} onClick={() => void answer('yes')}>
          {t('Agree')} <span class="visually-hidden">{one.child_name}</span>
        </Button>
        <Button onClick={() => void answer('no')}>
          {t('Do not agree')} <span class="visually-hidden">{one.child_name}</span>
        </Button>
      </div>
    </li>
  );
}
