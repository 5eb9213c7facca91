/** The chairs of my meeting in a row, as in my plan; the chair of whoever speaks is lit. */
import { ChairsInARow } from '../ui/meeting/ChairsInARow';
import { comers, seated } from '../ui/meeting/seating';
import { t } from '../words';
import type { Meeting } from './use_meeting';

type Props = { meeting: Meeting; lit: string };

export function PretendChairs({ meeting: { plan, facts, me }, lit }: Props) {
  const others = seated(plan, comers(plan, facts.circle, facts.officer)).filter(
    one => one.id !== me.id,
  );
  const isLit = (id: string) => id === lit || (lit === 'officer' && id === facts.officer?.id);
  return (
    <ChairsInARow
      label={t('Pretend chairs')}
      seats={[
        ...others.map(one => ({
          id: one.id,
          called: one.called,
          look: one.chair,
          lit: isLit(one.id),
        })),
        {
          id: me.id,
          called: t('You'),
          look: me.chair,
          isMe: true,
          lit: lit === 'me',
          away: plan.level === 0,
        },
      ]}
    />
  );
}
