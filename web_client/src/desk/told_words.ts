/** What a child is told, word for word, so that whoever decides it reads the same. */
import { formatDay, t } from '../words';

/** "Priya is away until Friday 4 December. Sam reads this for now.", over the box in which a child writes. */
export function awayTold(officer: string, cover: string, until: string): string {
  return t('{name} is away until {day}. {cover} reads this for now.', {
    name: officer,
    cover,
    day: formatDay(until),
  });
}

/** "Sam is your IRO. You can write any time, about anything.", over the conversation from that day. */
export function newOfficerTold(officer: string): string {
  return t('{name} is your IRO. You can write any time, about anything.', { name: officer });
}
