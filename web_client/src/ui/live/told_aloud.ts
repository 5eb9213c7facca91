/** What a screen reader is told when the meeting changes: one short line, and nothing that is not news. Pure. */
import type { LiveState } from '../../api/live';
import { t } from '../../words';
import { readingBack } from './state';

export type Names = {
  /** What the step of this key is called. */
  step: (key: string | null) => string;
  /** What whoever leads is called: "child", "officer" or an id. */
  lead: (key: string) => string;
};

/** The most important change between two looks; null when there is nothing to say. */
export function toldAloud(before: LiveState, now: LiveState, names: Names): string | null {
  if (before.phase !== now.phase) return phaseSays(before, now);
  const asked = readingBack(now);
  if (asked && asked.id !== readingBack(before)?.id) {
    return t('Is this right? {words}', { words: asked.words });
  }
  if (now.word && now.word.id !== before.word?.id) return wordSays(now.word.word);
  if (now.not_ok && !before.not_ok) return t('Someone is not OK. Please look after them.');
  if (before.item !== now.item) return t('Now: {title}', { title: names.step(now.item) });
  if (before.led_by !== now.led_by) {
    return t('{name} leads now.', { name: names.lead(now.led_by) });
  }
  const raised = now.hands.filter(id => !before.hands.includes(id));
  if (raised[0]) return t('{name} has a hand up.', { name: names.lead(raised[0]) });
  return null;
}

export function wordSays(word: string | null): string {
  return word
    ? t('Please say in easy words: {word}', { word })
    : t('Please say that in easy words.');
}

function phaseSays(before: LiveState, { phase }: LiveState): string {
  const says = {
    waiting: t('The meeting has not begun yet.'),
    running: before.phase === 'paused' ? t('We go on now.') : t('The meeting has begun.'),
    paused: t('We take a break.'),
    ended: t('The meeting is over.'),
    adjourned: t('We stop here, and meet again on another day.'),
  };
  return says[phase];
}
