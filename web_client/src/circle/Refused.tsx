/** Why something about the circle was not done, in a sentence. */
import type { Problem } from '../api';
import { Notice, ProblemNotice } from '../ui';
import { t } from '../words';

export function Refused({ problem }: { problem: Problem }) {
  const own: Record<string, string> = {
    needs_another: t('Another person has to answer this: an IRO and a manager decide together.'),
    proposal_decided: t('This was decided meanwhile. Please look at the walls again.'),
    already_proposed: t('Somebody has proposed this already. It waits for an answer.'),
    wall_is_lowered: t('There is no wall between these two any more.'),
    person_already_there: t('This person is there already.'),
  };
  const said = own[problem.code];
  if (!said) return <ProblemNotice problem={problem} />;
  return (
    <Notice tone="stop" announced>
      <p>{said}</p>
    </Notice>
  );
}
