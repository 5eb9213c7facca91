/** Why a review must be held by then, as the child reads it: short, and never a surprise. */
import { formatDate, formatList, t } from '../words';
import { type DueReason, lengthInWords, skippedDays } from '../words/lengths';

/**
 * One sentence each. A date that comes from adoption says nothing of it: a child must hear
 * that from a person.
 */
export function whyThen(reason: DueReason | null | undefined): string[] {
  if (!reason) return [];
  const told = sentences(reason);
  if (told.length === 0) return [t('The law says when. Your IRO can tell you why.')];
  return [...told, ...notCounted(reason), ...quicker(reason)];
}

function sentences(reason: DueReason): string[] {
  const length = lengthInWords(reason);
  const date = reason.counted_from && formatDate(reason.counted_from);
  if (!date) return [];
  switch (reason.code) {
    case 'first_working_days':
      return [
        t('Your first review must be within {length}.', { length }),
        t('We count from {date}, when you came into care.', { date }),
      ];
    case 'second_months':
      return [
        t('It must be within {length} of your first review.', { length }),
        t('That was on {date}.', { date }),
      ];
    case 'later_months':
    case 'young_child_months':
    case 'short_breaks_later':
      return [
        t('It must be within {length} of your last review.', { length }),
        t('That was on {date}.', { date }),
      ];
    case 'short_breaks_first':
      return [
        t('Your first review must be within {length}.', { length }),
        t('We count from {date}, when your short breaks began.', { date }),
      ];
    case 'pathway_months':
      return [
        t('We must look at your plan within {length}.', { length }),
        t('We count from {date}.', { date }),
      ];
    case 'brought_forward':
      return [sooner(reason.trigger)];
    default:
      return [];
  }
}

/** The server tells a child only these: of what is grave they hear from a person. */
function sooner(trigger: string | null | undefined): string {
  switch (trigger) {
    case 'child_asks':
      return t('It is sooner, because you asked.');
    case 'home_changed':
      return t('It is sooner, because home changed.');
    case 'worker_asks':
      return t('It is sooner, because your worker asked.');
    default:
      return t('It is sooner, because your IRO asked.');
  }
}

function notCounted(reason: DueReason): string[] {
  if (reason.unit !== 'working_days') return [];
  const days = [t('Weekends'), ...skippedDays(reason.skipped)];
  return [t('{days} do not count.', { days: formatList(days) })];
}

function quicker(reason: DueReason): string[] {
  return reason.stricter ? [t('Your council wants it sooner than the law does.')] : [];
}
