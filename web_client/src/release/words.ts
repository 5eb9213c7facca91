/** How a release stands, in plain words. */
import type { ReleaseStanding } from '../api/releases';
import { dayOf, formatDay, t } from '../words';

export function standingOf(release: ReleaseStanding): string {
  const day = formatDay(dayOf(release.released_at ?? release.decided_at ?? release.made_at));
  switch (release.state) {
    case 'waiting':
      return t('Waits for a second person');
    case 'released':
      return t('Shared on {day}', { day });
    case 'sent_back':
      return t('Sent back on {day}', { day });
    case 'taken_back':
      return t('Taken back on {day}', { day });
  }
}
