/** The participation code: the app proposes it with its evidence, the officer decides. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Evidence, Participation } from '../api';
import { saidOn } from '../desk/lines';
import { codeMeans } from '../desk/names';
import { Button, Status } from '../ui';
import { t } from '../words';
import { CodeForm } from './CodeForm';
import { didInWords, evidenceInWords } from './evidence';

type Props = {
  reviewId: string;
  participation: Participation;
  called: string;
  onConfirmed: (participation: Participation) => void;
  onSource: (contributionId: string) => void;
};

export function ParticipationCode({
  reviewId,
  participation,
  called,
  onConfirmed,
  onSource,
}: Props) {
  const [choosing, setChoosing] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { confirmed, proposed } = participation;
  const box = useFocusOnChange(choosing);
  const done = (now: Participation) => {
    onConfirmed(now);
    setChoosing(false);
    setSaid(t('Confirmed.'));
  };
  return (
    <section ref={box} class="panel" aria-labelledby="participation" id="code">
      <h2 id="participation" class="side__title">
        {t('How the child takes part')}
      </h2>
      <p class="code">
        <span class="code__name">{confirmed?.code ?? proposed}</span>
        <span>
          {codeMeans(confirmed?.code ?? proposed)}
          <span class="code__state">{state(participation)}</span>
        </span>
      </p>
      {confirmed?.reason && <blockquote class="code__reason">{confirmed.reason}</blockquote>}
      {confirmed?.before_meeting && (
        <p class="soft small">
          {t('This was before the meeting. Look again when it has been held.')}
        </p>
      )}
      <Why evidence={participation.evidence} onSource={onSource} />
      {participation.if_they_come.length > 0 && (
        <IfTheyCome participation={participation} called={called} />
      )}
      {!participation.in_return && (
        <p class="soft small">{t('In Wales this is a local figure. It goes into no return.')}</p>
      )}
      {choosing ? (
        <CodeForm
          reviewId={reviewId}
          participation={participation}
          onDone={done}
          onCancel={() => setChoosing(false)}
        />
      ) : (
        <div class="no-print">
          <Button kind={confirmed ? 'plain' : 'main'} data-opens onClick={() => setChoosing(true)}>
            {confirmed ? t('Change the code') : t('Confirm or change')}
          </Button>
        </div>
      )}
      <Status quiet>{said}</Status>
    </section>
  );
}

/** The button gives way to the form and comes back: the keyboard goes along. */
function useFocusOnChange(choosing: boolean) {
  const box = useRef<HTMLElement>(null);
  const before = useRef(choosing);
  useEffect(() => {
    if (before.current === choosing) return;
    before.current = choosing;
    box.current?.querySelector<HTMLElement>(choosing ? ':checked' : '[data-opens]')?.focus();
  }, [choosing]);
  return box;
}

function state({ confirmed, if_not }: Participation): string {
  if (confirmed) {
    return t('Confirmed by {name}, {date}', {
      name: confirmed.by.name,
      date: saidOn(confirmed.at),
    });
  }
  return if_not ? t('Proposed, if they do not come') : t('Proposed');
}

function Why({ evidence, onSource }: { evidence: Evidence[]; onSource: (id: string) => void }) {
  return (
    <details class="code__why">
      <summary>{t('What it rests on')}</summary>
      <ul>
        {evidence.map(one => (
          <li key={`${one.code} ${one.contribution_id}`}>
            {one.contribution_id ? (
              <button
                type="button"
                class="said__source"
                onClick={() => onSource(one.contribution_id ?? '')}
              >
                {evidenceInWords(one)}
              </button>
            ) : (
              evidenceInWords(one)
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

function IfTheyCome({ participation, called }: { participation: Participation; called: string }) {
  return (
    <details class="code__why">
      <summary>{t('If {name} comes', { name: called })}</summary>
      <dl class="if-they-come">
        {participation.if_they_come.map(({ did, code }) => (
          <div key={did}>
            <dt>{code}</dt>
            <dd>{didInWords(did)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
