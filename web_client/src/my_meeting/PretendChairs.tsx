/** The chairs of my meeting in a row, as in my plan; the chair of whoever speaks is lit. */
import { Chair } from '../ui';
import { chairFor } from '../ui/chair_for';
import { comers, seated } from '../ui/meeting/seating';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './PretendChairs.css?inline';
import type { Meeting } from './use_meeting';

wear(css);

type Props = { meeting: Meeting; lit: string };

export function PretendChairs({ meeting: { plan, facts, me }, lit }: Props) {
  const others = seated(plan, comers(plan, facts.circle, facts.officer)).filter(
    one => one.id !== me.id,
  );
  const middle = Math.ceil(others.length / 2);
  const isLit = (id: string) => id === lit || (lit === 'officer' && id === facts.officer?.id);
  const chair = (one: (typeof others)[number]) => (
    <li key={one.id} data-lit={isLit(one.id) || undefined}>
      <Chair look={one.chair ?? chairFor(one.id)} size={44} lit={isLit(one.id)} />
      <span>{one.called}</span>
    </li>
  );
  return (
    <ul role="list" class="pretend" aria-label={t('Pretend chairs')}>
      {others.slice(0, middle).map(chair)}
      <li data-me data-lit={lit === 'me' || undefined}>
        <Chair look={me.chair} size={68} lit={lit === 'me'} away={plan.level === 0} />
        <span>{t('You')}</span>
      </li>
      {others.slice(middle).map(chair)}
    </ul>
  );
}
