/** What was ever proposed about the walls and is decided: nothing of it is deleted. */
import type { CircleFacts, WallProposal } from '../api/circle';
import { dayOf, formatDate, t } from '../words';

export function Decided({ circle }: { circle: CircleFacts }) {
  if (circle.decided.length === 0) return null;
  return (
    <details class="kept-decided">
      <summary>{t('What was decided about the walls')}</summary>
      <ul role="list">
        {circle.decided.map(one => (
          <li key={one.id}>
            <p>
              <strong>{between(circle, one)}</strong>: {outcome(one)}
            </p>
            <p class="soft">
              {t('{name} proposed it on {day}: {reason}', {
                name: one.proposed_by,
                day: formatDate(dayOf(one.proposed_at)),
                reason: one.reason,
              })}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function between(circle: CircleFacts, one: WallProposal): string {
  const named = (id: string) =>
    circle.people.find(person => person.person_id === id)?.name ?? t('somebody who has left');
  return t('{one} and {other}', { one: named(one.one_id), other: named(one.other_id) });
}

function outcome(one: WallProposal): string {
  const told = { name: one.decided_by ?? '', day: formatDate(dayOf(one.decided_at ?? '')) };
  switch (one.outcome) {
    case 'agreed':
      return t('lowered, {name} agreed on {day}', told);
    case 'refused':
      return t('not lowered, {name} refused on {day}', told);
    case 'withdrawn':
      return t('taken back by {name} on {day}', told);
    default:
      return t('overtaken, {name} raised the wall on {day}', told);
  }
}
