/** What came of a wish or a decision, in easy words. */
import type { ReplyKind, ToldAnswer, ToldDecision, ToldWish } from '../api/decided';
import { dayOf, formatDay, formatList, t, todayHere, tq } from '../words';

export function answerWord(answer: ToldAnswer['answer']): string {
  const words: Record<ToldAnswer['answer'], string> = {
    agreed: t('Yes'),
    partly: t('Yes to some of it'),
    not_yet: t('Not yet'),
    no: t('No'),
  };
  return words[answer];
}

export function replyWord(reply: ReplyKind): string {
  const words: Record<ReplyKind, string> = {
    thank_you: t('Thank you'),
    not_understood: t('I don’t understand'),
    not_agreed: t('I don’t agree'),
  };
  return words[reply];
}

/** Who does something and by when; null when neither is known. */
export function whoAndWhen(name: string | null, by: string | null): string | null {
  if (name && by) return t('{name} does this, by {day}.', { name, day: formatDay(by) });
  if (name) return t('{name} does this.', { name });
  return by ? t('By {day}.', { day: formatDay(by) }) : null;
}

export function howFar({ state, done_at, by_on, ...one }: ToldDecision): string {
  if (one.manager_disagrees) return t('A manager does not agree yet. Your IRO sees to it.');
  const name = one.who?.called ?? one.who_words;
  switch (state) {
    case 'done':
      return done_at ? t('Done on {day}.', { day: formatDay(dayOf(done_at)) }) : t('Done.');
    case 'not_done':
      return t('This did not happen.');
    case 'confirmed':
      return name ? t('{name} is on it.', { name }) : t('Someone is on it.');
    case 'waiting':
      return isLate({ state, by_on }) ? t('It is not done yet.') : t('Still to come.');
  }
}

/** Its day has gone by, and it is not done. */
export function isLate({ state, by_on }: Pick<ToldDecision, 'state' | 'by_on'>): boolean {
  return (state === 'waiting' || state === 'confirmed') && by_on !== null && by_on < todayHere();
}

/** My own words; else what I chose, under what was asked. */
export function wishInWords({ words, ask, chosen }: ToldWish): string {
  if (words) return words;
  const ticked = formatList(chosen.map(one => tq(one)));
  if (ask && ticked) return `${tq(ask)} ${ticked}`;
  return tq(ask) ?? t('Something I asked for');
}
