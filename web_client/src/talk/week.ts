/** Days of the week in words: 0 is Monday, as the server counts. */
import { formatList, formatWeekday } from '../words';

/** Any Monday will do. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const WORKING_WEEK = [0, 1, 2, 3, 4];

export function weekday(number: number): string {
  return formatWeekday(new Date(A_MONDAY + number * 86_400_000).toISOString());
}

/** The first and last of an unbroken run of three days or more, such as Monday to Friday. */
export function unbroken(days: number[]): [string, string] | null {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length < 3) return null;
  return last - first === days.length - 1 ? [weekday(first), weekday(last)] : null;
}

export function listed(days: number[]): string {
  return formatList((days.length > 0 ? days : WORKING_WEEK).map(weekday));
}
