/** How many letters the server takes: more may be written and is kept, but is not sent. */
import { t, tn } from '../words';

/** Of one answer's words (contributions/rules/answers.py). */
export const MOST_LETTERS = 10_000;

/** How many letters there are too many; an emoji is one. */
export function lettersOver(words: string | null, most = MOST_LETTERS): number {
  if (!words || words.length <= most) return 0;
  return Math.max(0, [...words].length - most);
}

export function tooLong(words: string | null, most?: number): string | null {
  const over = lettersOver(words, most);
  if (over === 0) return null;
  const count = tn('There is {n} letter too many.', 'There are {n} letters too many.', over);
  return `${t('This is too long to send. Please make it shorter.')} ${count}`;
}
