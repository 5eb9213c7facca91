/** My words in groups: by the review they were said for, or by what they are about. */
import type { Everything, OwnReviewDay, OwnWords, ReplyKind } from '../api/decided';
import { formatDate, t, tq } from '../words';
import { replyWord } from './outcome_words';

export type Group = { key: string; title: string; said: OwnWords[] };

/** The next review first; what belongs to none comes at the top, for it is the newest. */
export function byReview({ reviews, said }: Everything): Group[] {
  const none = said.filter(one => !reviews.some(review => review.id === one.review_id));
  return [
    { key: 'now', title: t('Not for a review'), said: none },
    ...reviews.map(review => ({
      key: review.id,
      title: reviewName(review),
      said: said.filter(one => one.review_id === review.id),
    })),
  ].filter(group => group.said.length > 0);
}

/** Topics in the order in which I spoke of them last; what was not asked comes after. */
export function byTopic({ said }: Everything): Group[] {
  const groups = new Map<string, Group>();
  for (const one of said) {
    const key = one.topic ?? (one.source === 'read_back' ? 'rating' : one.source);
    const group = groups.get(key) ?? { key, title: topicName(one), said: [] };
    group.said.push(one);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return [...all.filter(isTopic), ...all.filter(group => !isTopic(group))];
}

export function reviewName({ held_on }: OwnReviewDay): string {
  return held_on ? t('My review on {day}', { day: formatDate(held_on) }) : t('For my next review');
}

function isTopic(group: Group): boolean {
  return group.said[0]?.source === 'review';
}

function topicName(one: OwnWords): string {
  switch (one.source) {
    case 'review':
      return tq(one.topic_title) ?? t('Something else');
    case 'message':
      return t('Messages to my IRO');
    case 'asked':
      return t('What I asked for');
    case 'meeting':
      return t('For my meetings');
    case 'read_back':
    case 'rating':
      return t('How my meetings went');
    case 'answer':
      return t('What I said to answers');
    case 'letter':
      return t('What I said of my letters');
  }
}

/** What stands over one thing that I said. */
export function over(one: OwnWords): string {
  switch (one.source) {
    case 'review':
      return tq(one.asked) ?? t('Something else');
    case 'message':
      return t('To my IRO');
    case 'asked':
      return askedFor(one.kind);
    case 'meeting':
      return t('For my meeting');
    case 'rating':
      return one.kind === 'change' ? t('What I would change') : t('How did your meeting feel?');
    case 'letter':
      return t('You said this is not right:');
    case 'answer':
    case 'read_back':
      return t('You said: {words}', { words: replied(one.kind) });
  }
}

/** What I said to an answer, or to what was read back to me in my meeting. */
function replied(kind: string | null): string {
  if (kind === 'right') return t('That’s right');
  if (kind === 'not_quite') return t('Not quite');
  return replyWord(kind as ReplyKind);
}

function askedFor(kind: string | null): string {
  if (kind === 'visit') return t('I asked for a visit');
  if (kind === 'advocate') return t('I asked for an advocate');
  return t('I asked for my review sooner');
}
