/** What can be done with a review now; each opens in a window of its own. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { holding, type ReviewClock } from '../api/holding';
import { Button, Dialog, LinkButton, ProblemNotice } from '../ui';
import { t } from '../words';
import { AdjournForm } from './AdjournForm';
import { HoldForm } from './HoldForm';
import { PostponeForm } from './PostponeForm';

type Props = { clock: ReviewClock; onDone: (said: string) => void };
type Move = 'hold' | 'adjourn' | 'postpone';

const BEFORE = ['planned', 'open_for_views', 'ready'];

export function Moves({ clock, onDone }: Props) {
  const [open, setOpen] = useState<Move | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const before = BEFORE.includes(clock.stage);
  const meeting = clock.stage === 'meeting';
  const writing = clock.stage === 'writing_up';
  if (!before && !meeting && !writing) return null;
  const waits = clock.postponement?.answer === null;
  const close = (said: string) => {
    setOpen(null);
    onDone(said);
  };

  async function begin() {
    setProblem(null);
    try {
      await holding.begin(clock.review_id);
      onDone(t('The meeting has begun.'));
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <section class="days__part" aria-labelledby="moves">
      <h2 id="moves">{writing ? t('Put the days right') : t('What happens with it')}</h2>
      <div class="row">
        <Button kind={writing ? 'plain' : 'main'} onClick={() => setOpen('hold')}>
          {writing ? t('Change the days it was held') : t('It was held')}
        </Button>
        {before && <Button onClick={() => void begin()}>{t('The meeting begins now')}</Button>}
        {(meeting || before) && clock.adjourn_until_at_most && clock.stage !== 'planned' && (
          <Button onClick={() => setOpen('adjourn')}>{t('Adjourn it')}</Button>
        )}
        {before && !waits && (
          <Button onClick={() => setOpen('postpone')}>{t('Hold it later')}</Button>
        )}
        {before && (
          <LinkButton kind="quiet" to={`/reviews/${clock.review_id}/plan`}>
            {t('Plan the review')}
          </LinkButton>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      <Dialog title={t('When was it held?')} open={open === 'hold'} onClose={() => setOpen(null)}>
        {open === 'hold' && <HoldForm clock={clock} onDone={close} />}
      </Dialog>
      <Dialog
        title={t('Adjourn the review')}
        open={open === 'adjourn'}
        onClose={() => setOpen(null)}
      >
        {open === 'adjourn' && <AdjournForm clock={clock} onDone={close} />}
      </Dialog>
      <Dialog
        title={t('Hold the review later')}
        open={open === 'postpone'}
        onClose={() => setOpen(null)}
      >
        {open === 'postpone' && <PostponeForm clock={clock} onDone={close} />}
      </Dialog>
    </section>
  );
}
