/** Taking back what was sent: asked once, and the words can be kept to go on with. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Contribution, type MyReview, type Problem } from '../api';
import { draftId, drafts, isEmpty, useDraft } from '../drafts';
import { Button, Dialog, ProblemNotice } from '../ui';
import { t } from '../words';

type Props = { review: MyReview; shared: Contribution; onTaken: () => void };

export function TakeBack({ review, shared, onTaken }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // A change that was begun since then is a draft already, and stays.
  const begun = Object.values(useDraft(review).content.answers).some(answer => !isEmpty(answer));

  async function takeBack(keep: boolean) {
    setBusy(true);
    setProblem(null);
    try {
      if (keep && !begun) await drafts.replaceWith(review, shared);
      await api.withdraw(shared.id);
      drafts.tookBack(draftId(review));
      setOpen(false);
      onTaken();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('Take it back')}
      </Button>
      <Dialog title={t('Take it back?')} open={open} onClose={() => setOpen(false)}>
        <p>
          {t('Your words are taken out of the review. You can send them again until the meeting.')}
        </p>
        {shared.read_by.length > 0 && (
          <p>{t('The IRO has read them already, and may remember what they said.')}</p>
        )}
        {problem && <ProblemNotice problem={problem} />}
        <div class="stack stack--tight">
          <Button wide busy={busy} onClick={() => void takeBack(true)}>
            {t('Take it back and keep my words')}
          </Button>
          {!begun && (
            <Button kind="stop" wide busy={busy} onClick={() => void takeBack(false)}>
              {t('Take it back and throw it away')}
            </Button>
          )}
          <Button kind="quiet" wide onClick={() => setOpen(false)}>
            {t('No, leave it')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
