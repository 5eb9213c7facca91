/** How near a day is, in the words an officer uses. */
import { dayOf, formatDay, formatTime, t, tn } from '../words';
import type { ChipTone } from './Chip';

/** "Late by 3 days", "Today", "In 1 working day": how near the last lawful day is. */
export function nearness(due: { overdue: boolean; days: number }): string {
  if (due.overdue) return due.days > 0 ? tn('{n} day late', '{n} days late', due.days) : t('Late');
  if (due.days === 0) return t('Last day today');
  return tn('{n} working day left', '{n} working days left', due.days);
}

export function nearnessTone(due: { overdue: boolean; days: number }): ChipTone {
  if (due.overdue) return 'late';
  return due.days <= 5 ? 'soon' : 'plain';
}

/** "Tuesday 3 March at 16:30" */
export function dayAndTime(moment: string): string {
  return t('{day} at {time}', { day: formatDay(dayOf(moment)), time: formatTime(moment) });
}
