/** My letters, and a certificate for each review that was held, letter or none. */
import { type Certificate, decided, type ListedLetter } from '../api/decided';
import { useKept } from '../drafts';
import { LinkCard } from '../ui';
import { SaveFile } from '../ui/SaveFile';
import { formatDate, t } from '../words';

export function Letters() {
  const mine = useKept('letters', decided.letters);
  const letters = mine.value?.letters ?? [];
  // What this device kept before there were certificates has none.
  const certificates = mine.value?.certificates ?? [];
  return (
    <>
      {letters.length > 0 && (
        <section class="stack" aria-labelledby="letters">
          <h2 id="letters">{t('My letters')}</h2>
          {letters.map((one, newer) => (
            <OneLetter key={one.review_id} letter={one} place={letters.length - newer} />
          ))}
        </section>
      )}
      {certificates.length > 0 && <Certificates certificates={certificates} />}
    </>
  );
}

/** @param place Counted from the first that I was given. */
function OneLetter({ letter, place }: { letter: ListedLetter; place: number }) {
  const { held_on, given_by } = letter;
  return (
    <LinkCard
      to={`/decided/letters/${place}`}
      title={t('A letter from {name}', { name: given_by.called })}
    >
      {held_on && t('About my review on {day}', { day: formatDate(held_on) })}
    </LinkCard>
  );
}

/** The last one stands open; the earlier ones are folded away. */
function Certificates({ certificates: [last, ...earlier] }: { certificates: Certificate[] }) {
  return (
    <section class="stack" aria-labelledby="certificates">
      <h2 id="certificates">{t('My certificates')}</h2>
      {last && <OneCertificate certificate={last} />}
      {earlier.length > 0 && (
        <details class="stack">
          <summary>{t('From earlier reviews')}</summary>
          <ul role="list" class="stack">
            {earlier.map(one => (
              <li key={one.review_id}>
                <OneCertificate certificate={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneCertificate({ certificate: { review_id, held_on } }: { certificate: Certificate }) {
  return (
    <div class="row">
      <span>{t('My review on {day}', { day: formatDate(held_on) })}</span>
      <SaveFile name="certificate.pdf" get={() => decided.certificate(review_id)}>
        {t('Keep my certificate')} <span class="visually-hidden">{formatDate(held_on)}</span>
      </SaveFile>
    </div>
  );
}
