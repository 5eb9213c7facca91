/** The child's agenda as it will run: who leads what, for how long, and who is not there. */

import { itemTitle, leadName, marksOf } from '../desk/meeting_names';
import { wear } from '../ui/wear';
import { t, tn } from '../words';
import css from './Agenda.css?inline';
import type { PartProps } from './MeetingPlan';

wear(css);

export function Agenda({ facts, called }: PartProps) {
  const items = facts.plan?.agenda ?? [];
  return (
    <section class="plan-agenda" aria-labelledby="agenda">
      <h2 id="agenda">{t('The agenda')}</h2>
      {items.length === 0 && (
        <p class="soft">
          {t(
            '{name} has not made a list of their own. They are shown their wishes first, then what must be covered.',
            {
              name: called,
            },
          )}
        </p>
      )}
      <ol>
        {items.map(item => (
          <li key={item.id} data-private={item.private || undefined}>
            <span dir="auto">{itemTitle(item, facts)}</span>
            <span class="plan-agenda__more">
              {[
                t('{name} leads', { name: leadName(item.lead, facts, called) }),
                ...(item.minutes ? [tn('{n} minute', '{n} minutes', item.minutes)] : []),
                ...marksOf(item, facts),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
