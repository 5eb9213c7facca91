/** What we talk about: my wishes, last time, what must be covered, and what I add; in the order that I choose. */
import { useState } from 'preact/hooks';
import type { AgendaItem } from '../api/meeting';
import { Button, Notice, Status } from '../ui';
import { itemTitle, officerOf } from '../ui/meeting/names';
import { agendaOf, leftOut, moved, newItem, withAgenda } from '../ui/meeting/plan';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import { AddItem } from './AddItem';
import { ItemCard } from './ItemCard';
import { NewFromOfficer } from './NewFromOfficer';
import { StepPage } from './StepPage';
import type { StepProps } from './use_meeting';
import css from './WhatStep.css?inline';

wear(css);

export function WhatStep({ meeting }: StepProps) {
  const { plan, facts, change } = meeting;
  const [said, setSaid] = useState('');
  const items = agendaOf(plan, facts);
  const out = leftOut(plan, facts);
  const edit = (make: (items: AgendaItem[]) => AgendaItem[]) =>
    change(now => withAgenda(now, make(agendaOf(now, facts))));
  function move(item: AgendaItem, place: number, by: -1 | 1) {
    edit(now =>
      moved(
        now,
        now.findIndex(one => one.id === item.id),
        by,
      ),
    );
    setSaid(t('{thing} is number {n} now.', { thing: itemTitle(item, facts), n: place + 1 + by }));
  }
  const minutes = items.reduce((sum, item) => sum + (item.minutes ?? 0), 0);
  return (
    <StepPage
      step="what"
      lead={t('This is the list for your meeting. Put first what matters most to you.')}
      meeting={meeting}
    >
      <NewFromOfficer meeting={meeting} />
      {plan.level > 0 && <p class="soft">{t('Press “More” to say who leads, or who is there.')}</p>}
      <Status quiet>{said}</Status>
      <ol role="list" class="agenda">
        {items.map((item, place) => (
          <li key={item.id}>
            <ItemCard
              item={item}
              meeting={meeting}
              place={place}
              last={place === items.length - 1}
              onMove={by => move(item, place, by)}
              onChange={next => edit(now => now.map(one => (one.id === next.id ? next : one)))}
              onRemove={() => edit(now => now.filter(one => one.id !== item.id))}
            />
          </li>
        ))}
      </ol>
      {minutes > 0 && (
        <p class="soft">{tn('That is {n} minute.', 'That is {n} minutes.', minutes)}</p>
      )}
      <AddItem
        onAdd={words => edit(now => [...now, newItem(crypto.randomUUID(), 'mine', null, words)])}
      />
      {out.length > 0 && (
        <section class="stack stack--tight" aria-labelledby="left-out">
          <h2 id="left-out">{t('Not on the list')}</h2>
          {out.map(item => (
            <div key={item.id} class="agenda__out">
              <span dir="auto">{itemTitle(item, facts)}</span>
              <Button kind="quiet" onClick={() => edit(now => [...now, item])}>
                {t('Put it on the list')}
                <span class="visually-hidden">: {itemTitle(item, facts)}</span>
              </Button>
            </div>
          ))}
        </section>
      )}
      <Notice>
        <p>
          {t(
            'Some things have to be talked about. {name} can add to the list. You always see it first.',
            {
              name: officerOf(facts),
            },
          )}
        </p>
      </Notice>
    </StepPage>
  );
}
