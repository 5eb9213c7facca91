/** What an officer notes half way: a line each at most, and what follows. Nothing is needed but the last. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type Checked, type Midpoint, midpoint, NEXT_STEPS, type NextStep } from '../api/midpoint';
import { Button, Choices, lettersOver, ProblemNotice, TextArea } from '../ui';
import { t } from '../words';

type Props = { childId: string; facts: Midpoint; onKept: (facts: Midpoint) => void };
type Written = Record<'decisions' | 'wishes' | 'child' | 'concerns', string>;
const LONGEST = 2000;

export function CheckForm({ childId, facts, onKept }: Props) {
  const [written, setWritten] = useState<Written>(begun(facts.found));
  const [action, setAction] = useState<NextStep | null>(facts.found?.action ?? null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function keep(event: SubmitEvent) {
    event.preventDefault();
    setMissing(action === null);
    const long = Object.values(written).some(words => lettersOver(words, LONGEST) > 0);
    if (busy || long || action === null) return;
    setBusy(true);
    setProblem(null);
    try {
      onKept(await midpoint.check(childId, sent(written, action), facts.revision));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="stack" onSubmit={keep} noValidate>
      {fields(facts.child.called).map(([key, label]) => (
        <TextArea
          key={key}
          label={label}
          rows={1}
          most={LONGEST}
          value={written[key]}
          onInput={words => setWritten({ ...written, [key]: words })}
        />
      ))}
      <Choices
        legend={t('What follows?')}
        required
        value={action}
        onChoose={key => setAction(NEXT_STEPS.find(one => one === key) ?? null)}
        options={[
          { key: 'none', say: t('It goes on as agreed') },
          { key: 'raise', say: t('I raise it with the council') },
          { key: 'early_review', say: t('A review sooner') },
        ]}
      />
      {missing && <p role="alert">{t('Please choose what follows.')}</p>}
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {facts.done_at ? t('Change what I noted') : t('Done')}
        </Button>
      </div>
      {facts.found?.action === 'early_review' && (
        <p>
          <a href={`/children/${childId}`}>{t('Bring the review forward on the child’s page')}</a>
        </p>
      )}
      {facts.found?.action === 'raise' && (
        <p>
          <a href={`/children/${childId}/disputes?about=concern`}>
            {t('Raise it with the council')}
          </a>
        </p>
      )}
    </form>
  );
}

function fields(called: string): [keyof Written, string][] {
  return [
    ['decisions', t('The decisions')],
    ['wishes', t('The wishes')],
    ['child', t('How it is for {name}', { name: called })],
    ['concerns', t('What worries you')],
  ];
}

function begun(found: Checked | null): Written {
  return {
    decisions: found?.decisions ?? '',
    wishes: found?.wishes ?? '',
    child: found?.child ?? '',
    concerns: found?.concerns ?? '',
  };
}

function sent(written: Written, action: NextStep): Checked {
  const said = (words: string) => (words.trim() ? words : null);
  return {
    decisions: said(written.decisions),
    wishes: said(written.wishes),
    child: said(written.child),
    concerns: said(written.concerns),
    action,
  };
}
