/** Why it was not shared. */
import type { Problem } from '../api';
import { Notice, ProblemNotice } from '../ui';
import { refusal } from './words';

export function Refused({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  const said = refusal(problem);
  if (!said) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="stop" announced>
      <p>{said}</p>
    </Notice>
  );
}
