/** My letters and certificates, one card for each review; nothing is said while there are none. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { decided, type ListedLetter } from '../api/decided';
import { useKept } from '../drafts';
import { Button, LinkCard, ProblemNotice } from '../ui';
import { formatDate, t } from '../words';
import { saveFile } from './saving_files';

export function Letters() {
  const mine = useKept('letters', decided.letters);
  const letters = mine.value?.letters ?? [];
  if (letters.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="letters">
      <h2 id="letters">{t('My letters')}</h2>
      {letters.map(one => (
        <OneLetter key={one.review_id} letter={one} />
      ))}
    </section>
  );
}

function OneLetter({ letter: { review_id, held_on, given_by } }: { letter: ListedLetter }) {
  return (
    <>
      <LinkCard
        to={`/decided/letters/${review_id}`}
        title={t('A letter from {name}', { name: given_by.called })}
      >
        {held_on && t('About my review on {day}', { day: formatDate(held_on) })}
      </LinkCard>
      {held_on && <Certificate reviewId={review_id} heldOn={held_on} />}
    </>
  );
}

function Certificate({ reviewId, heldOn }: { reviewId: string; heldOn: string }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function take() {
    setBusy(true);
    setProblem(null);
    await decided.certificate(reviewId).then(
      file => saveFile('certificate.pdf', file),
      error => setProblem(asProblem(error)),
    );
    setBusy(false);
  }

  return (
    <div class="row">
      <Button busy={busy} onClick={() => void take()}>
        {t('Keep my certificate')} <span class="visually-hidden">{formatDate(heldOn)}</span>
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
