/** What I wrote is not shown on this phone until I show that it is me, and ask. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem, useLoaded } from '../api';
import { phone } from '../api/phone';
import { Button, Notice, ProblemNotice } from '../ui';
import { lazy } from '../ui/lazy';
import { need, t } from '../words';

const Unlock = lazy(async () => {
  await need('phone');
  return (await import('../phone/Unlock')).Unlock;
});

export function ShowWords({ show }: { show: () => Promise<void> }) {
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  return (
    <Notice>
      <p>{t('Your words are safe. They are not shown here, as you asked.')}</p>
      {asked ? (
        <Ask onOpened={() => show().catch(error => setProblem(asProblem(error)))} />
      ) : (
        <Button onClick={() => setAsked(true)}>{t('Show them to me now')}</Button>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </Notice>
  );
}

function Ask({ onOpened }: { onOpened: () => Promise<void> }) {
  const mine = useLoaded(phone.devices, []);
  if (mine.state === 'problem')
    return <ProblemNotice problem={mine.problem} onRetry={mine.again} />;
  if (mine.state === 'loading') return null;
  return <Unlock ways={mine.value.ways} action={t('Show them')} onOpened={onOpened} />;
}
