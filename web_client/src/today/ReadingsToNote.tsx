/** That a manager has read, for a reason, what one of my children said. */
import type { TodayFacts } from '../api';
import { LinkButton, Notice } from '../ui';
import { formatMoment, t } from '../words';

export function ReadingsToNote({ readings }: { readings: TodayFacts['readings'] }) {
  return (
    <>
      {readings.map(reading => (
        <Notice key={reading.id} tone="care">
          <p>
            {t('{manager} opened what {name} said, for a reason, on {moment}.', {
              manager: reading.manager_name,
              name: reading.child_name,
              moment: formatMoment(reading.broken_at),
            })}
          </p>
          <LinkButton to={`/children/${reading.child_id}`}>{t('See the reason')}</LinkButton>
        </Notice>
      ))}
    </>
  );
}
