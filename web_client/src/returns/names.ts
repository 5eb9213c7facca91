/** The checks of the return, and why a review is none of its rows, in words. */
import type { Return } from '../api/returns';
import { t } from '../words';

export function checkName(code: string): string {
  switch (code) {
    case '166':
      return t('The day of the review is valid');
    case '167':
      return t('Somebody has confirmed a participation code');
    case '440':
      return t('PN0 is given to children under 4 alone');
    case '441':
      return t('PN1 to PN7 are given from the 4th birthday');
    case '399':
      return t('Not looked after under short breaks alone');
    case '1012':
      return t('Looked after in the year');
    case 'INT08':
      return t('The child’s number is one that the return takes');
    case 'INT17':
      return t('The day of birth is that of the Header: cadair export-903 --against compares it');
    default:
      return t('Looked after on the day of the review');
  }
}

/** Who mends it, by name where it is an officer's. */
export function mendsName(one: Return['held_back'][number]): string {
  if (one.mends === 'case_system') return t('Whoever keeps the case system');
  return one.officer ?? t('No IRO: give the child one first');
}

/** The return that ends with the March to come, or has just ended. */
export function yearOf(today: string): number {
  const [year = '2026', month = '1'] = today.split('-');
  return Number(year) + (Number(month) > 6 ? 1 : 0);
}
