/** Why it was not given. */
import type { Problem } from '../../api';
import { Notice, ProblemNotice } from '../../ui';
import { t } from '../../words';

export function Refused({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  if (problem.code !== 'bad_input') return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="stop" announced>
      <p>{t('Choose a line, or write something yourself.')}</p>
    </Notice>
  );
}
