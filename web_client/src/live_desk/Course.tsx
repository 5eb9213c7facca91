/** The course of the meeting, as it is on the child's screen; one press goes to any of it. */
import { placeIn } from '../ui/live/state';
import { t } from '../words';
import type { Desk } from './LiveDesk';

export function Course({ desk: { steps, state, room, facts } }: { desk: Desk }) {
  const at = placeIn(steps, state);
  const apart = facts.plan?.agenda.filter(item => item.private) ?? [];
  return (
    <nav class="course" aria-label={t('The course of the meeting')}>
      <ol role="list">
        {steps.map((step, place) => (
          <li key={step.key}>
            <button
              type="button"
              aria-current={place === at ? 'step' : undefined}
              data-done={place < at || undefined}
              onClick={() => void room.say({ kind: 'item', item: step.key })}
            >
              <span dir="auto">{step.title}</span>
            </button>
          </li>
        ))}
      </ol>
      {apart.length > 0 && (
        <p class="soft small">
          {t('Not with everyone, for you alone:')} {apart.map(item => item.words ?? '').join(' · ')}
        </p>
      )}
    </nav>
  );
}
