/** What went wrong, in a sentence, with what a person can do. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Problem } from '../api';
import { t } from '../words';
import { Button } from './Button';
import { Notice } from './Notice';
import { noInternet } from './no_internet';

const sentence = signal<((problem: Problem) => string) | null>(null);

export function ProblemNotice({ problem, onRetry }: { problem: Problem; onRetry?: () => void }) {
  const offline = problem.code === 'offline';
  useEffect(() => {
    if (!sentence.peek()) void loadSentences();
  }, []);
  const say = offline ? noInternet() : sentence.value?.(problem);
  if (!say) return null;
  return (
    <Notice tone={offline ? 'care' : 'stop'} announced>
      <p>{say}</p>
      {onRetry && problem.passes && <Button onClick={onRetry}>{t('Try again')}</Button>}
    </Notice>
  );
}

/** Also called once the page is at rest, so that they are here without internet. */
export async function loadSentences(): Promise<void> {
  const found = await import('./sentences').catch(() => null);
  sentence.value = found?.sentence ?? noInternet;
}
