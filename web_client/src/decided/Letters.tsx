/** My letters and certificates, one card for each review; nothing is said while there are none. */
import { decided, type ListedLetter } from '../api/decided';
import { useKept } from '../drafts';
import { LinkCard } from '../ui';
import { SaveFile } from '../ui/SaveFile';
import { formatDate, t } from '../words';

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
  return (
    <div class="row">
      <SaveFile name="certificate.pdf" get={() => decided.certificate(reviewId)}>
        {t('Keep my certificate')} <span class="visually-hidden">{formatDate(heldOn)}</span>
      </SaveFile>
    </div>
  );
}
