/** Ending the meeting, or stopping to go on another day; both keep all that was said. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { live } from '../api/live';
import { Button, Dialog, ProblemNotice } from '../ui';
import { t } from '../words';
import type { Desk } from './LiveDesk';

export function Ending({ desk: { reviewId, partId, room, state, facts } }: { desk: Desk }) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const left = facts.matters.filter(matter => !state.covered.includes(matter)).length;
  const unread = state.read_back.filter(one => one.reply === null).length;
  async function end(adjourned: boolean) {
    setProblem(null);
    try {
      room.take(await live.end(reviewId, partId, adjourned));
      setOpen(false);
    } catch (error) {
      setProblem(asProblem(error));
    }
  }
  return (
    <div>
      <Button wide onClick={() => setOpen(true)}>
        {t('End the meeting')}
      </Button>
      <Dialog title={t('End the meeting?')} open={open} onClose={() => setOpen(false)}>
        <div class="stack">
          {left > 0 && <p>{t('Not everything that must be covered is ticked.')}</p>}
          {unread > 0 && <p>{t('Something is still being read back to the child.')}</p>}
          {problem && <ProblemNotice problem={problem} />}
          <Button kind="main" wide onClick={() => void end(false)}>
            {t('End it')}
          </Button>
          <Button wide onClick={() => void end(true)}>
            {t('Stop, and go on another day')}
          </Button>
          <Button kind="quiet" onClick={() => setOpen(false)}>
            {t('Not yet')}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
