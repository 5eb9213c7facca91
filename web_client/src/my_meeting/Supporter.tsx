/** The person on my side in the meeting: somebody of my circle, or anybody else. */
import { useState } from 'preact/hooks';
import { Card, Choices, TextField } from '../ui';
import { comers } from '../ui/meeting/seating';
import { t } from '../words';
import { toMe } from './kinds';
import type { StepProps } from './use_meeting';

const SOMEONE_ELSE = 'someone_else';

export function Supporter({ meeting }: StepProps) {
  const { plan, facts, me, change } = meeting;
  const { supporter } = plan;
  const [naming, setNaming] = useState(Boolean(supporter && !supporter.person_id));
  const people = comers(plan, facts.circle, facts.officer).filter(
    one => one.id !== me.id && one.id !== facts.officer?.id,
  );
  function choose(key: string | null) {
    setNaming(key === SOMEONE_ELSE);
    const chosen = key && key !== SOMEONE_ELSE ? { person_id: key, who: null } : null;
    change(now => ({ ...now, supporter: chosen }));
  }
  return (
    <Card title={t('Who is on my side?')}>
      <p class="soft">{t('They sit with you. They can speak up when you do not want to.')}</p>
      <Choices
        legend={t('Who is on my side?')}
        legendHidden
        options={[
          ...people.map(one => ({ key: one.id, say: one.called, more: toMe(one) })),
          { key: SOMEONE_ELSE, say: t('Someone else') },
        ]}
        value={supporter?.person_id ?? (naming ? SOMEONE_ELSE : null)}
        onChoose={choose}
      />
      {naming && (
        <TextField
          label={t('What is their name?')}
          value={supporter?.who ?? ''}
          most={200}
          onInput={who =>
            change(now => ({ ...now, supporter: who ? { person_id: null, who } : null }))
          }
        />
      )}
    </Card>
  );
}
