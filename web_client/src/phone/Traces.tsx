/** What a child chooses because somebody else may look at their phone. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { phone } from '../api/phone';
import { kept } from '../drafts';
import { ManyChoices, ProblemNotice, Skeleton, Status } from '../ui';
import { t } from '../words';

type Choice = 'no_trace' | 'not_safe';

export function Traces() {
  const choices = useLoaded(phone.choices, []);
  if (choices.state === 'problem')
    return <ProblemNotice problem={choices.problem} onRetry={choices.again} />;
  if (choices.state === 'loading') return <Skeleton lines={2} />;
  const { leaves_no_trace, not_safe_since } = choices.value;
  const chosen: Choice[] = [];
  if (leaves_no_trace) chosen.push('no_trace');
  if (not_safe_since) chosen.push('not_safe');
  return <Chosen before={chosen} />;
}

function Chosen({ before }: { before: Choice[] }) {
  const [chosen, setChosen] = useState<string[]>(before);
  const [said, setSaid] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function choose(keys: string[]) {
    const was = chosen;
    setChosen(keys);
    setProblem(null);
    setSaid(null);
    try {
      const noTrace = keys.includes('no_trace');
      await phone.choose(noTrace, keys.includes('not_safe'));
      if (noTrace) await Promise.all(['my_contributions', 'everything'].map(kept.drop));
      setSaid(t('Saved.'));
    } catch (error) {
      setChosen(was);
      setProblem(asProblem(error));
    }
  }

  return (
    <section class="stack" aria-labelledby="traces">
      <h2 id="traces">{t('If somebody else looks at my phone')}</h2>
      <ManyChoices
        legend={t('If somebody else looks at my phone')}
        legendHidden
        values={chosen}
        onChoose={keys => void choose(keys)}
        options={[
          {
            key: 'no_trace',
            say: t('Leave no trace of what I sent'),
            more: t('What you share is not shown here again. Your IRO still has it.'),
          },
          {
            key: 'not_safe',
            say: t('It is not safe to reply to me here'),
            more: t('Your IRO sees this first, or whoever stands in for them.'),
          },
        ]}
      />
      <Status>{said}</Status>
      {problem && <ProblemNotice problem={problem} />}
    </section>
  );
}
