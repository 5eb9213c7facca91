/** How long a due date leaves, and which days it does not count: for everybody's pages. */
import { t, tn } from './words';

/** The facts of a due date, as the server's clock gives them. */
export type DueReason = {
  code: string;
  counted_from: string | null;
  amount: number;
  unit: string;
  skipped: string[];
  stricter: boolean;
  trigger?: string | null;
};

/** The bank holidays by name, each once. */
export function skippedDays(skipped: string[]): string[] {
  return [...new Set(skipped.map(holidayName))];
}

/** "20 working days", "3 months" */
export function lengthInWords({ amount, unit }: Pick<DueReason, 'amount' | 'unit'>): string {
  switch (unit) {
    case 'working_days':
      return tn('{n} working day', '{n} working days', amount);
    case 'days':
      return tn('{n} day', '{n} days', amount);
    case 'weeks':
      return tn('{n} week', '{n} weeks', amount);
    default:
      return tn('{n} month', '{n} months', amount);
  }
}

function holidayName(key: string): string {
  switch (key) {
    case 'christmas':
      return t('Christmas');
    case 'new_year':
      return t('New Year');
    case 'good_friday':
      return t('Good Friday');
    case 'easter_monday':
      return t('Easter Monday');
    case 'may_day':
      return t('the May Day holiday');
    case 'spring_bank_holiday':
      return t('the late May holiday');
    case 'summer_bank_holiday':
      return t('the August holiday');
    default:
      return t('an extra bank holiday');
  }
}
