/** Who of the staff can come in, and a new card for whoever lost their phone. */
import { useState } from 'preact/hooks';
import { asProblem, type Job, type Problem, useLoaded } from '../api';
import { proof, type StaffCard, type StaffMember } from '../api/proof';
import { Button, Dialog, Notice, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { formatMoment, t } from '../words';
import './staff.css';

export function StaffList({ me }: ScreenProps) {
  const found = useLoaded(proof.staff, []);
  return (
    <Page
      title={t('Staff')}
      tab={t('Staff')}
      lead={t('Who signs in here, and a way back for whoever lost their phone.')}
      back={me.job === 'administrator' ? undefined : { to: '/', label: t('Start') }}
    >
      {found.state === 'loading' && <Skeleton lines={4} tall />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.value && (
        <ul class="staff" role="list">
          {found.value.staff.map(one => (
            <li key={one.id}>
              <Member one={one} isMe={one.id === me.id} />
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function Member({ one, isMe }: { one: StaffMember; isMe: boolean }) {
  const [asked, setAsked] = useState(false);
  return (
    <div class="staff__one">
      <div>
        <p>
          <strong>{one.name}</strong> <span class="soft">{jobOf(one.job)}</span>
        </p>
        <p class="soft small">
          {one.email} {one.can_come_in ? '' : t('Has not set up a second step yet.')}
        </p>
      </div>
      {!isMe && (
        <Button onClick={() => setAsked(true)}>
          {t('Make a card')}
          <span class="visually-hidden"> {one.name}</span>
        </Button>
      )}
      <Dialog
        title={t('A card for {name}', { name: one.name })}
        open={asked}
        onClose={() => setAsked(false)}
      >
        <NewCard one={one} />
      </Dialog>
    </div>
  );
}

function NewCard({ one }: { one: StaffMember }) {
  const [card, setCard] = useState<StaffCard | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function make() {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setCard(await proof.letStaffIn(one.id, crypto.randomUUID()));
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  if (card) {
    return (
      <div class="stack">
        <p>
          {t('It works once, until {moment}. It is shown only now.', {
            moment: formatMoment(card.expires_at),
          })}
        </p>
        <p class="staff__words">{card.words.join(' ')}</p>
        <label class="stack">
          {t('Or this link')}
          <input
            class="input"
            readOnly
            value={card.link}
            onFocus={event => event.currentTarget.select()}
          />
        </label>
      </div>
    );
  }
  return (
    <div class="stack">
      <p>{t('With it {name} chooses a password and sets up a second step.', { name: one.name })}</p>
      <Notice tone="care">
        {t(
          'Their passkeys, codes and sessions of before stop working. They are told that you made it. Be sure that it is really they who ask.',
        )}
      </Notice>
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" wide busy={busy} onClick={() => void make()}>
        {t('Make the card')}
      </Button>
    </div>
  );
}

function jobOf(job: Job): string {
  if (job === 'social_worker') return t('Social worker');
  if (job === 'reviewing_officer') return t('Reviewing officer');
  if (job === 'service_manager') return t('Service manager');
  return t('Administrator');
}
