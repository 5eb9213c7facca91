/** What an officer does next for a review, read from where it stands and which of its papers are still owed. */
import type { ReviewClock } from '../api/holding';
import { formatDay, t } from '../words';
import { paperDue } from './due';
import type { ReviewPlace } from './ReviewPage';

export type NextStep = {
  /** Which page of the review it is done on; null for the look half way, which is the child's page. */
  place: ReviewPlace | null;
  say: string;
  /** Working days, below nought when it is late. */
  days: number | null;
};

const WHERE = {
  decisions: 'outcomes',
  care_plan: 'days',
  record: 'record',
  given_to_all: 'distribution',
} as const;

export function nextOf(clock: ReviewClock): NextStep | null {
  switch (clock.stage) {
    case 'planned':
    case 'open_for_views':
      return { place: 'plan', say: t('Plan the review'), days: null };
    case 'ready':
      return { place: 'plan', say: t('Hold the meeting'), days: null };
    case 'meeting':
      return { place: 'days', say: t('When was it held?'), days: null };
    case 'writing_up':
    case 'shared':
      return firstOwed(clock) ?? halfWay(clock);
    default:
      return null;
  }
}

function firstOwed({ lines }: ReviewClock): NextStep | null {
  const [first] = lines
    .filter(line => line.done_at === null)
    .sort((one, other) => one.by.localeCompare(other.by));
  if (!first) return null;
  return {
    place: WHERE[first.key],
    say: paperDue(first.key, formatDay(first.by)),
    days: first.days_left,
  };
}

function halfWay({ midpoint_on: on }: ReviewClock): NextStep | null {
  if (!on) return null;
  return {
    place: null,
    say: t('Half way to the next review on {day}: look at what was agreed.', {
      day: formatDay(on),
    }),
    days: null,
  };
}
