/** When my review is, in words, as far as anyone has planned it. */
import type { MyReview, ReviewPart } from '../api';
import { dayOf, daysBetween, t, tn } from '../words';

/** The parts that have a day, the earliest first. */
export function plannedParts(review: MyReview): ReviewPart[] {
  return review.parts
    .filter(part => part.starts_at)
    .sort((one, other) => ((one.starts_at ?? '') < (other.starts_at ?? '') ? -1 : 1));
}

/** The day of the next part that is not over: a kept copy may be older than today. */
export function nextDay(review: MyReview, today: string): string | null {
  const days = plannedParts(review).map(part => dayOf(part.starts_at ?? ''));
  return days.find(day => day >= today) ?? days.at(-1) ?? null;
}

/** The sentence under the greeting. */
export function inOneSentence(review: MyReview | undefined, today: string): string {
  const day = review && nextDay(review, today);
  if (!day) return t('This is your place. Have your say here.');
  const days = daysBetween(today, day);
  if (days < 0) return t('The day of your review has passed.');
  if (days === 0) return t('Your review is today.');
  if (days === 1) return t('Your review is tomorrow.');
  return tn('Your review is in {n} day.', 'Your review is in {n} days.', days);
}

export function minutesInWords(minutes: number | null): string | null {
  return minutes ? tn('{n} minute', '{n} minutes', minutes) : null;
}
