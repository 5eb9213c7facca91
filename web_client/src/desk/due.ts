/** How near a day is, in the words an officer uses. */
import type { Paper } from '../api/holding';
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

/** "Last day", "3 working days late": how long there is for what somebody has to do. */
export function workingDaysLeft(days: number): string {
  if (days < 0) return tn('{n} working day late', '{n} working days late', -days);
  return days === 0 ? t('Last day') : tn('{n} working day left', '{n} working days left', days);
}

export function workingDaysTone(days: number): ChipTone {
  return nearnessTone({ overdue: days < 0, days });
}

/** What is owed after a review, and by when. */
export function paperDue(paper: Paper, day: string): string {
  switch (paper) {
    case 'decisions':
      return t('Share what was decided by {day}.', { day });
    case 'care_plan':
      return t('The care plan is to be brought up to date by {day}.', { day });
    case 'record':
      return t('Sign the record by {day}.', { day });
    case 'given_to_all':
      return t('Give everybody their part of the record by {day}.', { day });
  }
}

/** "Tuesday 3 March at 16:30" */
export function dayAndTime(moment: string): string {
  return t('{day} at {time}', { day: formatDay(dayOf(moment)), time: formatTime(moment) });
}
