/** The chairs of a running meeting: who is there, whose turn it is, who has a hand up. Pure. */

import type { ChairLook } from '../../api';
import type { InTheRoom, LiveState } from '../../api/live';
import { t } from '../../words';
import { PLAIN_CHAIR } from '../Chair';
import type { RowSeat } from '../meeting/ChairsInARow';

/** @param lit "child", "officer" or an id. @param mine The id of whoever looks. */
export function seatsOf(state: LiveState, lit: string, mine: string | null): RowSeat[] {
  const known = state.people.filter(one => one.is !== 'screen');
  if (!known.some(one => one.is === 'child'))
    return [...unnamed(lit), ...known.map(one => myOwn(one, state))];
  return known
    .filter(one => one.here || one.is === 'child' || one.is === 'officer' || one.id === lit)
    .map(one => ({
      id: one.id,
      called: one.id === mine ? t('You') : (one.called ?? ''),
      look: one.chair,
      isMe: mine ? one.id === mine : one.is === 'child',
      lit: one.id === lit || one.is === lit,
      away: !one.here,
      mark: state.hands.includes(one.id) ? t('Hand up') : null,
    }));
}

function myOwn(one: InTheRoom, state: LiveState): RowSeat {
  const mark = state.hands.includes(one.id) ? t('Hand up') : null;
  return { id: one.id, called: t('You'), look: one.chair, mark };
}

/** For whoever joined with a code, and is told no names: whose turn it is all the same. */
function unnamed(lit: string): RowSeat[] {
  const others = lit !== '' && lit !== 'child' && lit !== 'officer';
  return [
    { id: 'officer', called: t('The IRO'), look: OFFICERS, lit: lit === 'officer' },
    { id: 'child', called: t('The young person'), look: CHILDS, lit: lit === 'child', isMe: true },
    { id: 'others', called: t('The others'), look: PLAIN_CHAIR, lit: others },
  ];
}

const CHILDS: ChairLook = { shape: 'swing', colour: 'marigold', pattern: 'waves' };
const OFFICERS: ChairLook = { shape: 'armchair', colour: 'teal', pattern: 'plain' };

/** "child", "officer" or an id, as it is said to whoever looks. */
export function calledIn(state: LiveState, key: string, mine: string | null = null): string {
  const one = state.people.find(person => person.id === key || person.is === key);
  if (one && one.id === mine) return t('You');
  if (one?.called) return one.called;
  // Whoever joined with a code is told no names.
  if (key === 'child') return t('The young person');
  return key === 'officer' ? t('The IRO') : t('Someone');
}
