/** Where the child lives, out of the vault: shown on purpose only, since every look is noted. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi, PROTECTED, type Protected, type ProtectedFacts } from '../api/circle';
import { Button, icons, ProblemNotice, TextField } from '../ui';
import { t } from '../words';
import type { KeptCircle } from './Circle';

const FROM_THE_CASE_SYSTEM: readonly Protected[] = ['home_postcode', 'placement_postcode'];
const LONGEST = 500;

export function Vault({ circle }: Pick<KeptCircle, 'circle'>) {
  const [facts, setFacts] = useState<ProtectedFacts | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  async function show() {
    setBusy(true);
    setProblem(null);
    try {
      setFacts(await circleApi.protectedFacts(circle.child_id));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <section class="kept-circle__box" aria-labelledby="vault">
      <h2 id="vault">
        <icons.Lock />
        {t('Protected')}
      </h2>
      {facts ? (
        <>
          {PROTECTED.map(kind =>
            FROM_THE_CASE_SYSTEM.includes(kind) ? (
              <p key={kind}>
                <span class="soft">{factName(kind)}</span>
                <br />
                {facts[kind] ?? t('Not known')}
              </p>
            ) : (
              <Fact
                key={kind}
                childId={circle.child_id}
                kind={kind}
                kept={facts[kind] ?? ''}
                onKept={words => setFacts({ ...facts, [kind]: words || null })}
              />
            ),
          )}
          <Button onClick={() => setFacts(null)}>{t('Hide')}</Button>
        </>
      ) : (
        <>
          <p class="soft">
            {t('Where {name} lives, the school, how to reach the carers. Every look is noted.', {
              name: circle.called,
            })}
          </p>
          {problem && <ProblemNotice problem={problem} />}
          <Button busy={busy} onClick={() => void show()}>
            {t('Show')}
          </Button>
        </>
      )}
    </section>
  );
}

type FactProps = {
  childId: string;
  kind: Protected;
  kept: string;
  onKept: (words: string) => void;
};

function Fact({ childId, kind, kept, onKept }: FactProps) {
  const [words, setWords] = useState(kept);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function keep(event: SubmitEvent) {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    try {
      await circleApi.keepProtectedFact(childId, kind, words.trim() || null);
      onKept(words.trim());
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <form class="kept-fact" onSubmit={keep}>
      <TextField
        label={factName(kind)}
        value={words}
        most={LONGEST}
        autocomplete="off"
        onInput={setWords}
      />
      {words !== kept && (
        <Button type="submit" busy={busy}>
          {t('Save')}
        </Button>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </form>
  );
}

function factName(kind: Protected): string {
  const names = {
    address: t('Address'),
    home_postcode: t('Family home, postcode'),
    placement_postcode: t('Lives at, postcode'),
    school: t('School'),
    carer_phone: t('Carer’s phone'),
  };
  return names[kind];
}
