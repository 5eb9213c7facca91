/** What this review must cover: it ticks itself off as the meeting goes through it, and can be ticked by hand. */
import { matterName } from '../desk/meeting_names';
import { t, tn } from '../words';
import type { Desk } from './LiveDesk';

export function Covered({ desk: { facts, state, room } }: { desk: Desk }) {
  const open = facts.matters.filter(matter => !state.covered.includes(matter)).length;
  return (
    <section class="live-covered" aria-labelledby="live-covered">
      <h2 id="live-covered">{t('What must be covered')}</h2>
      <p class="soft small" role="status">
        {open === 0 ? t('All of it was talked about.') : tn('{n} to go', '{n} to go', open)}
      </p>
      <ul role="list">
        {facts.matters.map(matter => {
          const done = state.covered.includes(matter);
          return (
            <li key={matter}>
              <label>
                <input
                  type="checkbox"
                  checked={done}
                  onChange={() => void room.say({ kind: 'covered', matter, up: !done })}
                />
                <span>{matterName(matter)}</span>
              </label>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
