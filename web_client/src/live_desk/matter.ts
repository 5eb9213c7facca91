/** Which of the matters that the law wants covered is talked about now. Pure. */
import type { LiveItem } from '../api/live';
import type { Covered } from '../api/meeting';

/** Null for hello, our rules and the end, and for what belongs to none. */
export function matterNow(items: LiveItem[], covered: Covered[], now: string | null) {
  const item = items.find(one => one.id === now);
  if (!item) return null;
  if (item.from === 'must') return item.of;
  const matters = covered.filter(({ by }) => by.includes(item.id)).map(({ matter }) => matter);
  // Every wish is also one of the child's wishes and feelings: what it is about says more.
  return matters.find(matter => matter !== 'wishes') ?? matters[0] ?? null;
}
