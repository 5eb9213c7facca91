/** My messages that the server does not have yet: their words stay here, and what stopped them is said. */
import { useState } from 'preact/hooks';
import type { Problem } from '../api';
import type { StoppedByGuard } from '../api/inbox';
import { Findings } from '../desk/Findings';
import { Button, Notice, ProblemNotice, TextArea } from '../ui';
import { t } from '../words';
import { sendAll, sendAllTheSame, takeOut, type Waiting, waiting } from './sending';

const MOST_REASON = 2000;

type Props = {
  childId: string;
  personId: string;
  /** The words go back into the box, to be changed. */
  onChange: (words: string) => void;
};

export function OnTheWay({ childId, personId, onChange }: Props) {
  const mine = waiting.value.filter(one => one.childId === childId && one.personId === personId);
  if (mine.length === 0) return null;
  return (
    <section class="dialogue__list" aria-labelledby="on-the-way">
      <h2 id="on-the-way" class="visually-hidden">
        {t('Not sent yet')}
      </h2>
      <ul role="list" class="dialogue__list">
        {mine.map(one => (
          <li key={one.id}>
            <One parcel={one} onChange={() => onChange(takeOut(one.id)?.words ?? '')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ parcel, onChange }: { parcel: Waiting; onChange: () => void }) {
  const { problem } = parcel;
  return (
    <article class="message message--waiting" data-mine>
      <p class="message__head small">
        <strong>{parcel.going ? t('Sending…') : t('It has not gone')}</strong>
      </p>
      <p class="message__words" dir="auto">
        {parcel.words}
      </p>
      {problem?.passes && (
        <Notice tone="care" announced>
          <p>{t('It is kept here and tried again by itself.')}</p>
        </Notice>
      )}
      {problem && !problem.passes && <Stopped problem={problem} parcel={parcel} />}
      {problem && (
        <div class="row">
          {problem.passes && <Button onClick={() => void sendAll()}>{t('Try again now')}</Button>}
          <Button kind="quiet" onClick={onChange}>
            {t('Change the words')}
          </Button>
        </div>
      )}
    </article>
  );
}

function Stopped({ problem, parcel }: { problem: Problem; parcel: Waiting }) {
  const [reason, setReason] = useState('');
  const findings = (problem.current as StoppedByGuard | null)?.findings ?? [];
  if (problem.code !== 'stopped_by_guard') return <ProblemNotice problem={problem} />;
  return (
    <>
      {findings.length > 0 ? <Findings findings={findings} /> : <ProblemNotice problem={problem} />}
      <TextArea
        label={t('Why it may go out all the same')}
        hint={t('Kept with the message.')}
        value={reason}
        most={MOST_REASON}
        rows={2}
        onInput={setReason}
      />
      <div>
        <Button
          disabled={!reason.trim()}
          onClick={() => void sendAllTheSame(parcel.id, reason.trim())}
        >
          {t('Send it all the same')}
        </Button>
      </div>
    </>
  );
}
