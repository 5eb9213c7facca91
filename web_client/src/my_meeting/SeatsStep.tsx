/** Who sits where, seen from my chair: everybody can be moved to my left or to my right. */
import { useState } from 'preact/hooks';
import type { InMyCircle } from '../api/meeting';
import { CircleOfChairs, Status } from '../ui';
import { chairFor } from '../ui/chair_for';
import { moved } from '../ui/meeting/plan';
import { besideMe, comers, isBesideMe, seated } from '../ui/meeting/seating';
import { wear } from '../ui/wear';
import { t } from '../words';
import { toMe } from './kinds';
import { MoveButtons } from './MoveButtons';
import css from './SeatsStep.css?inline';
import { StepPage } from './StepPage';
import type { Meeting, StepProps } from './use_meeting';

wear(css);

export function SeatsStep({ meeting }: StepProps) {
  const { plan, facts, me, change } = meeting;
  const [said, setSaid] = useState('');
  const people = seated(plan, comers(plan, facts.circle, facts.officer)).filter(
    one => one.id !== me.id,
  );
  const order = people.map(one => one.id);
  function move(place: number, by: -1 | 1) {
    const seats = moved(order, place, by);
    change(now => ({ ...now, seats }));
    const [left, right] = neighbours(seats, order[place] as string, people, me.called);
    setSaid(
      t('{name} sits between {left} and {right}.', {
        name: people[place]?.called ?? '',
        left,
        right,
      }),
    );
  }
  return (
    <StepPage
      step="seats"
      lead={t('You sit at the front. Move people until it feels good.')}
      meeting={meeting}
    >
      <CircleOfChairs label={t('Who sits where')} seats={seatsOf(meeting, people)} />
      <Status>{said}</Status>
      <ol role="list" class="seating" aria-label={t('From your left to your right')}>
        {people.map((one, place) => (
          <li key={one.id} data-beside={isBesideMe(plan, one.id) || undefined}>
            <span class="seating__who">
              <strong>{one.called}</strong>
              <span class="seating__where">{where(place, people.length)}</span>
            </span>
            <MoveButtons
              name={one.called}
              way="sideways"
              first={place === 0}
              last={place === people.length - 1}
              onMove={by => move(place, by)}
            />
            <button
              type="button"
              class="seating__beside"
              aria-pressed={isBesideMe(plan, one.id)}
              onClick={() => change(now => besideMe(now, order, one.id))}
            >
              {t('By me')}
              <span class="visually-hidden">: {one.called}</span>
            </button>
          </li>
        ))}
      </ol>
      <p class="soft">{t('Two people can sit by you.')}</p>
    </StepPage>
  );
}

function where(place: number, count: number): string {
  if (place === 0) return t('On your left');
  return place === count - 1 ? t('On your right') : '';
}

function neighbours(
  seats: string[],
  id: string,
  people: InMyCircle[],
  me: string,
): [string, string] {
  const at = seats.indexOf(id);
  const called = (other: string | undefined) => people.find(one => one.id === other)?.called ?? me;
  return [called(seats[at - 1]), called(seats[at + 1])];
}

function seatsOf({ me, plan }: Meeting, people: InMyCircle[]) {
  return [
    { id: me.id, name: me.called, chair: me.chair, isMe: true, lit: true },
    ...people.map(one => ({
      id: one.id,
      name: one.called,
      about: toMe(one),
      chair: one.chair ?? chairFor(one.id),
      lit: isBesideMe(plan, one.id),
    })),
  ];
}
