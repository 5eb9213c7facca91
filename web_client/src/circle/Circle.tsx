/** Everybody around a child, the walls between them, and who may know where the child lives. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { type CircleFacts, circleApi } from '../api/circle';
import { DeskPage } from '../desk/DeskPage';
import { whoIs } from '../desk/names';
import { CircleOfChairs, ProblemNotice, type ScreenProps, Skeleton, Status } from '../ui';
import { t } from '../words';
import { AddPerson } from './AddPerson';
import { Decided } from './Decided';
import { People } from './People';
import { Vault } from './Vault';
import { Walls } from './Walls';
import './circle.css';

export type KeptCircle = { circle: CircleFacts; changed: (said: string) => void };

export function Circle({ params }: ScreenProps) {
  const childId = params.childId ?? '';
  const circle = useLoaded(() => circleApi.circle(childId), [childId]);
  const [said, setSaid] = useState('');
  const facts = circle.value;
  const changed = (what: string) => {
    setSaid(what);
    circle.again();
  };
  return (
    <DeskPage
      title={facts ? t('{name}’s circle', { name: facts.called }) : t('The circle')}
      tab={t('The circle')}
      back={{ to: `/children/${childId}`, label: t('About the child') }}
      places={[]}
    >
      {circle.state === 'loading' && <Skeleton lines={6} tall />}
      {circle.state === 'problem' && (
        <ProblemNotice problem={circle.problem} onRetry={circle.again} />
      )}
      {facts && (
        <div class="kept-circle">
          <div class="kept-circle__main">
            <Chairs circle={facts} />
            <People circle={facts} changed={changed} />
            <Walls circle={facts} changed={changed} />
            <Decided circle={facts} />
          </div>
          {facts.may_change && (
            <aside class="kept-circle__side" aria-label={t('Keeping the circle')}>
              <AddPerson circle={facts} changed={changed} />
              <Vault circle={facts} />
            </aside>
          )}
        </div>
      )}
      <Status>{said}</Status>
    </DeskPage>
  );
}

function Chairs({ circle }: { circle: CircleFacts }) {
  const child = { id: circle.child_id, name: circle.called, chair: circle.chair, lit: true };
  const others = circle.people.map(person => ({
    id: person.person_id,
    name: person.called,
    about: whoIs(person),
    chair: person.chair,
  }));
  return (
    <section class="kept-circle__chairs" aria-labelledby="chairs">
      <h2 id="chairs">{t('Who is around {name}', { name: circle.called })}</h2>
      <CircleOfChairs
        label={t('Who is around {name}', { name: circle.called })}
        seats={[child, ...others]}
      />
    </section>
  );
}
