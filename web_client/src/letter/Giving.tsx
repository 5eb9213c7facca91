/** The letter goes to the child: once, after whoever wrote it has looked. */
import { useState } from 'preact/hooks';
import { Findings } from '../desk/Findings';
import { Button, TextArea } from '../ui';
import { t } from '../words';
import type { Writing } from './writing';

const MOST_REASON = 2000;

export function Giving({ writing }: { writing: Writing }) {
  const [reason, setReason] = useState('');
  const { facts } = writing;
  const stopped = facts.findings.length > 0;
  const name = facts.child.called;
  return (
    <section class="letter__give" aria-labelledby="give">
      <h2 id="give">{t('Give it to {name}', { name })}</h2>
      <p>
        {t('{name} can read it, hear it and print it. After that it stays as it is.', { name })}
      </p>
      {stopped && (
        <>
          <Findings findings={facts.findings} />
          <TextArea
            label={t('Why it may go out all the same')}
            value={reason}
            most={MOST_REASON}
            rows={2}
            onInput={setReason}
          />
        </>
      )}
      <Button
        kind="main"
        busy={writing.busy}
        disabled={
          !facts.has_outcomes ||
          writing.theirs !== null ||
          (writing.problem?.code === 'stopped_by_guard' && !reason.trim())
        }
        onClick={() => void writing.give(reason.trim() || null)}
      >
        {t('Give it to {name}', { name })}
      </Button>
    </section>
  );
}
