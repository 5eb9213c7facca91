/** When something was read or got there, as one says it. */
import { dayOf, daysBetween, formatClock, formatDay, formatWeekday, todayHere } from './dates';
import { t } from './words';

/** "today at 10:14am", "on Tuesday at 10:14am", "on Tuesday 3 March at 10:14am" */
export function whenSaid(moment: string): string {
  const on = dayOf(moment);
  const time = formatClock(moment);
  const ago = daysBetween(on, todayHere());
  if (ago === 0) return t('today at {time}', { time });
  if (ago === 1) return t('yesterday at {time}', { time });
  const day = ago > 1 && ago < 7 ? formatWeekday(on) : formatDay(on);
  return t('on {day} at {time}', { day, time });
}

/** The heading over the messages of one day. */
export function dayName(on: string): string {
  const ago = daysBetween(on, todayHere());
  if (ago === 0) return t('Today');
  if (ago === 1) return t('Yesterday');
  return formatDay(on);
}
