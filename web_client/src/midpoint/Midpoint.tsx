/** Half way to the next review, on one screen: what was promised, what the child says, what I noted. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type Midpoint as Facts, midpoint } from '../api/midpoint';
import { DeskPage } from '../desk/DeskPage';
import { Notice, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { dayOf, formatDay, t } from '../words';
import { CheckForm } from './CheckForm';
import { Promised } from './Promised';
import { WhatTheySay } from './WhatTheySay';
import './midpoint.css';

export function Midpoint({ params }: ScreenProps) {
  const childId = params.childId ?? '';
  const loaded = useLoaded(() => midpoint.read(childId), [childId]);
  const [kept, setKept] = useState<Facts | null>(null);
  const facts = kept ?? loaded.value ?? null;
  return (
    <DeskPage
      title={facts ? t('Half way: {name}', { name: facts.child.name }) : t('Half way')}
      tab={t('Half way')}
      lead={facts ? lead(facts) : null}
      back={{ to: `/children/${childId}`, label: t('About the child') }}
      places={[]}
    >
      {loaded.state === 'loading' && <Skeleton lines={4} tall />}
      {loaded.state === 'problem' && (
        <ProblemNotice problem={loaded.problem} onRetry={loaded.again} />
      )}
      <Status quiet>{kept && t('Noted. Today has one thing less.')}</Status>
      {facts && (
        <div class="midpoint">
          <div class="midpoint__seen">
            <WhatTheySay facts={facts} />
            <Promised facts={facts} />
          </div>
          <section class="midpoint__noted" aria-labelledby="noted">
            <h2 id="noted">{t('What you found')}</h2>
            {facts.done_at && (
              <Notice tone="calm">
                <p>
                  {t('{name} looked at it on {day}.', {
                    name: facts.done_by?.name ?? t('Somebody'),
                    day: formatDay(dayOf(facts.done_at)),
                  })}
                </p>
              </Notice>
            )}
            <CheckForm key={facts.revision} childId={childId} facts={facts} onKept={setKept} />
          </section>
        </div>
      )}
    </DeskPage>
  );
}

function lead(facts: Facts): string {
  const held = formatDay(facts.held_on);
  return facts.due_on
    ? t('Since the review on {day}. Half way is {due}.', {
        day: held,
        due: formatDay(facts.due_on),
      })
    : t('Since the review on {day}.', { day: held });
}
