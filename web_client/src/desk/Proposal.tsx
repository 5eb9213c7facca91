/** A proposal to lower a wall: why, by whom, and the answer of the second person. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { circleApi, type WallProposal } from '../api/circle';
import { Button, ProblemNotice } from '../ui';
import { dayOf, formatDate, t } from '../words';

type Props = { proposal: WallProposal; onDone: (said: string) => void };

export function Proposal({ proposal, onDone }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function send(call: () => Promise<void>, said: string) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await call();
      onDone(said);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <div class="proposal">
      <p>
        {t('{name} would lower it, since {day}:', {
          name: proposal.proposed_by,
          day: formatDate(dayOf(proposal.proposed_at)),
        })}
      </p>
      <blockquote class="proposal__reason">{proposal.reason}</blockquote>
      {proposal.may_answer && (
        <div class="row">
          <Button
            busy={busy}
            onClick={() =>
              void send(() => circleApi.answer(proposal.id, true), t('Agreed. The wall is down.'))
            }
          >
            {t('Agree: lower the wall')}
          </Button>
          <Button
            kind="quiet"
            busy={busy}
            onClick={() =>
              void send(() => circleApi.answer(proposal.id, false), t('Refused. The wall stands.'))
            }
          >
            {t('Refuse')}
          </Button>
        </div>
      )}
      {proposal.may_withdraw && (
        <div>
          <Button
            kind="quiet"
            busy={busy}
            onClick={() =>
              void send(() => circleApi.withdraw(proposal.id), t('Taken back. The wall stands.'))
            }
          >
            {t('Take it back')}
          </Button>
        </div>
      )}
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
