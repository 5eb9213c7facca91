/** What a child is told, word for word, so that whoever decides it reads the same. */
import { formatDay, t } from '../words';

/** "Priya is away until Friday 4 December. Sam reads your messages until then." */
export function awayTold(officer: string, cover: string, until: string): string {
  return t('{officer} is away until {day}. {cover} reads your messages until then.', {
    officer,
    cover,
    day: formatDay(until),
  });
}

/** "From Monday 7 December, Sam is your IRO. Your messages stay with you." */
export function handOverTold(newOfficer: string, from: string): string {
  return t('From {day}, {name} is your IRO. Your messages stay with you.', {
    day: formatDay(from),
    name: newOfficer,
  });
}
