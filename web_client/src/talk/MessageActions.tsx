/** What a writer can do with a message that got there: take it back, or bring it to the review. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { type BroughtAs, type OwnMessage, talk } from '../api/talk';
import { Button, Dialog, ProblemNotice } from '../ui';
import { t } from '../words';

type Props = {
  message: OwnMessage;
  isChild: boolean;
  onChanged: (message: OwnMessage) => void;
  /** Something else is true by now: it was read meanwhile. */
  onStale: () => void;
};
type Open = 'take_back' | 'bring' | null;

export function MessageActions({ message, isChild, onChanged, onStale }: Props) {
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { from_me, taken_back_at, can_take_back, brought_as } = message;
  if (!from_me || taken_back_at) return null;
  const canBring = isChild && brought_as === null;
  if (!can_take_back && !canBring) return null;

  function close() {
    setOpen(null);
    setProblem(null);
  }

  async function act(asking: Promise<OwnMessage>) {
    setBusy(true);
    setProblem(null);
    try {
      onChanged(await asking);
      close();
    } catch (error) {
      setProblem(asProblem(error));
      onStale();
    } finally {
      setBusy(false);
    }
  }

  const bring = (as: BroughtAs) => void act(talk.bringToReview(message.id, as));
  return (
    <details class="bubble__more">
      <summary>
        {t('More')} <span class="visually-hidden">{t('about this message')}</span>
      </summary>
      <div class="bubble__do">
        {canBring && (
          <Button onClick={() => setOpen('bring')}>{t('Bring this to my review')}</Button>
        )}
        {can_take_back && <Button onClick={() => setOpen('take_back')}>{t('Take it back')}</Button>}
      </div>
      <Dialog title={t('Take it back?')} open={open === 'take_back'} onClose={close}>
        <p>{t('Nobody has read it yet. Then nobody can.')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div class="stack stack--tight">
          <Button wide busy={busy} onClick={() => void act(talk.takeBack(message.id))}>
            {t('Yes, take it back')}
          </Button>
          <Button kind="quiet" wide onClick={close}>
            {t('Leave it')}
          </Button>
        </div>
      </Dialog>
      <Dialog title={t('Bring this to my review')} open={open === 'bring'} onClose={close}>
        <p>{t('Your IRO sees it with what you say for your review.')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <div class="stack stack--tight">
          <Button wide busy={busy} onClick={() => bring('wish')}>
            {t('As a wish. It gets an answer')}
          </Button>
          <Button wide busy={busy} onClick={() => bring('agenda')}>
            {t('As something to talk about')}
          </Button>
          <Button kind="quiet" wide onClick={close}>
            {t('Not now')}
          </Button>
        </div>
      </Dialog>
    </details>
  );
}
