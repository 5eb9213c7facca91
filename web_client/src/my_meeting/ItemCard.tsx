/** One thing on the list: what it is, where it comes from, its place, and more about it on demand. */
import type { AgendaItem } from '../api/meeting';
import { calledOf, fromName, itemTitle, leadName, officerOf } from '../ui/meeting/names';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import css from './ItemCard.css?inline';
import { ItemMore } from './ItemMore';
import { MoveButtons } from './MoveButtons';
import type { Meeting } from './use_meeting';

wear(css);

export type ItemProps = {
  item: AgendaItem;
  meeting: Meeting;
  onChange: (item: AgendaItem) => void;
  onRemove: () => void;
};
type Props = ItemProps & { place: number; last: boolean; onMove: (by: -1 | 1) => void };

export function ItemCard({ place, last, onMove, ...props }: Props) {
  const { item, meeting } = props;
  const { facts } = meeting;
  const title = itemTitle(item, facts);
  return (
    <article class="item" data-from={item.from} data-private={item.private || undefined}>
      <div class="item__head">
        <span class="item__number" aria-hidden="true">
          {place + 1}
        </span>
        <div class="item__words">
          <h2 class="item__title" dir="auto">
            {title}
          </h2>
          <p class="item__from">{fromName(item, officerOf(facts))}</p>
          <Marks item={item} meeting={meeting} />
        </div>
      </div>
      <div class="item__do">
        <details class="item__more">
          <summary>
            {t('More')}
            <span class="visually-hidden">: {title}</span>
          </summary>
          <ItemMore {...props} />
        </details>
        <MoveButtons
          name={title}
          way="up_and_down"
          first={place === 0}
          last={last}
          onMove={onMove}
        />
      </div>
    </article>
  );
}

/** What I chose for it, in a few words each. */
function Marks({ item, meeting: { facts } }: Pick<ItemProps, 'item' | 'meeting'>) {
  const marks = [
    item.lead === 'me' ? t('I lead') : t('{name} leads', { name: leadName(item, facts) }),
    item.minutes && tn('{n} minute', '{n} minutes', item.minutes),
    item.without_me && t('Without me'),
    ...item.not_while.map(id =>
      t('Not while {name} is here', { name: calledOf(id, facts.circle) }),
    ),
    item.private && t('Only {name}', { name: officerOf(facts) }),
  ].filter(mark => typeof mark === 'string');
  return (
    <ul role="list" class="item__marks">
      {marks.map(mark => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  );
}
