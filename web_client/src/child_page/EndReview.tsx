/** Ending a review that is not needed any more, with its reason. */
import { useState } from 'preact/hooks';
import { asProblem, type ChildReview, type Problem } from '../api';
import { early } from '../api/early';
import { ENDINGS, endingName } from '../desk/sooner';
import { Button, Choices, Dialog, Notice, ProblemNotice } from '../ui';
import { t } from '../words';

const BEFORE_THE_MEETING = ['planned', 'open_for_views', 'ready'];

export function EndReview({ review, onEnded }: { review: ChildReview; onEnded: () => void }) {
  const [open, setOpen] = useState(false);
  if (!BEFORE_THE_MEETING.includes(review.stage)) return null;
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('This review is not needed')}
      </Button>
      <Dialog
        title={t('Why is this review not needed?')}
        open={open}
        onClose={() => setOpen(false)}
      >
        <Why
          reviewId={review.id}
          onEnded={() => {
            setOpen(false);
            onEnded();
          }}
        />
      </Dialog>
    </>
  );
}

function Why({ reviewId, onEnded }: { reviewId: string; onEnded: () => void }) {
  const [because, setBecause] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    setMissing(because === null);
    if (because === null) return;
    try {
      await early.end(reviewId, because);
      onEnded();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }

  return (
    <form class="stack" onSubmit={save}>
      <p>
        {t(
          'Everyone who was asked is told that it is not needed, and not why. What they said is kept.',
        )}
      </p>
      <p class="soft">
        {t('If the case system still says in care after 28 days, the review comes back.')}
      </p>
      <Choices
        legend={t('Why is this review not needed?')}
        legendHidden
        value={because}
        onChoose={setBecause}
        options={ENDINGS.map(key => ({ key, say: endingName(key) }))}
      />
      {missing && (
        <Notice tone="care" announced>
          <p>{t('Please choose a reason.')}</p>
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit">
        {t('End this review')}
      </Button>
    </form>
  );
}
