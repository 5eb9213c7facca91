/** Taking back what was shared: said plainly, asked once, nothing lost by accident. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Contribution, type MyReview, type Problem } from '../api';
import { drafts, useDraft } from '../drafts';
import { Button, Dialog, ProblemNotice } from '../ui';
import { saysSomething } from '../ui/question';
import { t } from '../words';

type Props = { review: MyReview; shared: Contribution; onDone: () => void };

export function TakeBack({ review, shared, onDone }: Props) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  // A change that was begun since then is a draft already, and stays.
  const begun = Object.values(useDraft(review).content.answers).some(one => saysSomething(one));
  const reader = shared.read_by[0]?.called;

  async function takeBack(keep: boolean) {
    setBusy(true);
    setProblem(null);
    try {
      if (keep && !begun) await drafts.replaceWith(review, shared);
      await api.withdraw(shared.id);
      drafts.tookBack(review.id);
      setOpen(false);
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('Take it back')}</Button>
      <Dialog title={t('Take it back?')} open={open} onClose={() => setOpen(false)}>
        <p>{t('Then nobody can read it any more.')}</p>
        {reader && <p>{t('{name} has read it already and may remember it.', { name: reader })}</p>}
        {problem && <ProblemNotice problem={problem} />}
        <div class="stack stack--tight">
          <Button wide busy={busy} onClick={() => void takeBack(true)}>
            {t('Take it back, keep it for me')}
          </Button>
          {!begun && (
            <Button kind="stop" wide busy={busy} onClick={() => void takeBack(false)}>
              {t('Take it back and delete it')}
            </Button>
          )}
          <Button kind="quiet" wide onClick={() => setOpen(false)}>
            {t('Leave it shared')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
