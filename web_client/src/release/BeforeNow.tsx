/** What this person was given before, and what waits or was sent back. */
import type { GivenOnce, ReleaseStanding } from '../api/releases';
import { Given } from '../ui/given';
import { dayOf, formatDay, t } from '../words';
import { standingOf } from './words';

type Props = { reviewId: string; given: GivenOnce[]; releases: ReleaseStanding[] };

export function BeforeNow({ reviewId, given, releases }: Props) {
  const open = releases.filter(one => one.state === 'waiting' || one.state === 'sent_back');
  if (given.length === 0 && open.length === 0) return null;
  return (
    <section class="release__before" aria-labelledby="before">
      <h3 id="before">{t('Before now')}</h3>
      {open.map(one => (
        <p key={one.id}>
          <a href={`/reviews/${reviewId}/releases/${one.id}`}>{standingOf(one)}</a>
        </p>
      ))}
      {given.map(once => (
        <details key={once.id}>
          <summary>{t('Shared on {day}', { day: formatDay(dayOf(once.released_at)) })}</summary>
          <Given given={once.given} />
        </details>
      ))}
    </section>
  );
}
