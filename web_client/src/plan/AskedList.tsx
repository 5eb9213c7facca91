/** Who was asked for their views, and every try to reach those who have not answered. */
import { useState } from 'preact/hooks';
import type { Invitation, PlannedReview } from '../api';
import { Chip } from '../desk/Chip';
import { triedOn } from '../desk/lines';
import { whoIs } from '../desk/names';
import { Button, Dialog, Status } from '../ui';
import { t } from '../words';
import { AttemptForm } from './AttemptForm';

export function AskedList({ review, onNoted }: { review: PlannedReview; onNoted: () => void }) {
  const [person, setPerson] = useState<Invitation | null>(null);
  const [said, setSaid] = useState('');
  return (
    <section class="asked-list" aria-labelledby="asked-title" id="asked">
      <h2 id="asked-title">{t('Who was asked')}</h2>
      <ul role="list">
        {review.invitations
          .filter(one => one.job !== 'reviewing_officer')
          .map(one => (
            <li key={one.person_id} class="asked-list__one">
              <p>
                <strong>{one.name}</strong> <span class="soft">{whoIs(one)}</span>
              </p>
              <State state={one.state} />
              <Tries invitation={one} />
              {one.state !== 'answered' && one.state !== 'not_yet_asked' && (
                <Button
                  class="asked-list__note"
                  onClick={() => setPerson(one)}
                  aria-label={`${t('Note a try')}: ${one.name}`}
                >
                  {t('Note a try')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <Status quiet>{said}</Status>
      <Dialog
        title={person ? t('A try to reach {name}', { name: person.name }) : t('Note a try')}
        open={person !== null}
        onClose={() => setPerson(null)}
      >
        {person && (
          <AttemptForm
            reviewId={review.id}
            personId={person.person_id}
            onNoted={() => {
              setPerson(null);
              setSaid(t('Noted.'));
              onNoted();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

function Tries({ invitation }: { invitation: Invitation }) {
  if (invitation.attempts.length === 0) return null;
  return (
    <ul class="asked-list__tries">
      {invitation.attempts.map(attempt => (
        <li key={attempt.id ?? attempt.at}>
          {triedOn(attempt)}
          {attempt.note && <>: {attempt.note}</>}
        </li>
      ))}
    </ul>
  );
}

function State({ state }: { state: Invitation['state'] }) {
  switch (state) {
    case 'answered':
      return <Chip tone="good">{t('Answered')}</Chip>;
    case 'not_reached':
      return <Chip tone="late">{t('Not reached')}</Chip>;
    case 'asked':
      return <Chip tone="soon">{t('Asked')}</Chip>;
    default:
      return <Chip>{t('Not asked yet')}</Chip>;
  }
}
