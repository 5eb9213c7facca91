/** What my officer added and I have not seen yet: no surprises. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { meetingApi } from '../api/meeting';
import { Button, Notice, ProblemNotice } from '../ui';
import { t } from '../words';
import type { StepProps } from './use_meeting';

export function NewFromOfficer({ meeting }: StepProps) {
  const { facts, review, again } = meeting;
  const [problem, setProblem] = useState<Problem | null>(null);
  const fresh = facts.added.filter(one => one.is_new);
  if (fresh.length === 0) return null;
  async function seen() {
    setProblem(null);
    try {
      await Promise.all(fresh.map(one => meetingApi.seen(review.id, one.id)));
      again();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }
  return (
    <Notice tone="care" title={t('New on your list')}>
      <ul>
        {fresh.map(one => (
          <li key={one.id}>
            <span dir="auto">{one.words}</span>{' '}
            <span class="soft">{t('{name} added this', { name: one.by.called })}</span>
          </li>
        ))}
      </ul>
      <p>{t('You can say when to talk about it, and who is there.')}</p>
      <Button onClick={() => void seen()}>{t('OK, I have seen it')}</Button>
      {problem && <ProblemNotice problem={problem} />}
    </Notice>
  );
}
