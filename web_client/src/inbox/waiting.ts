/** Which conversations are shown, and how long each has waited, in words. Pure. */
import type { Thread } from '../api/inbox';
import type { ChipTone } from '../desk/Chip';
import { t, tn } from '../words';

export const FILTERS = ['waiting', 'all', 'adults'] as const;
export type Filter = (typeof FILTERS)[number];

export function passes(thread: Thread, filter: Filter): boolean {
  if (filter === 'waiting') return thread.since !== null;
  return filter === 'all' || !thread.is_child;
}

export function counted(threads: Thread[]): Record<Filter, number> {
  const count = (filter: Filter) => threads.filter(one => passes(one, filter)).length;
  return { waiting: count('waiting'), all: count('all'), adults: count('adults') };
}

export function filterName(filter: Filter): string {
  return {
    waiting: t('Waiting for me'),
    all: t('All'),
    adults: t('Carers and parents'),
  }[filter];
}

/** "3 working days late", "Today is the promised day", "2 working days left". */
export function wait({ since, working_days_over }: Thread): { say: string; tone: ChipTone } | null {
  if (since === null) return null;
  const over = working_days_over ?? 0;
  if (over > 0)
    return { say: tn('{n} working day late', '{n} working days late', over), tone: 'late' };
  if (over === 0) return { say: t('Today is the promised day'), tone: 'soon' };
  return { say: tn('{n} working day left', '{n} working days left', -over), tone: 'plain' };
}
