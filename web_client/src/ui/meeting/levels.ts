/** How much I lead, in the words of each level. */
import type { Level } from '../../api/meeting';
import { t } from '../../words';

export function levelName(level: Level): string {
  const names: Record<Level, string> = {
    0: t('I am not there'),
    1: t('I am there for a part'),
    2: t('I am there, my IRO leads'),
    3: t('I start it and end it'),
    4: t('We lead in turns'),
    5: t('I lead'),
  };
  return names[level];
}

/** @param officer What my reviewing officer is called. */
export function levelMeans(level: Level, officer: string): string {
  const means: Record<Level, string> = {
    0: t('{name} reads my words out for me.', { name: officer }),
    1: t('I come for some of it, and go when I want.'),
    2: t('{name} leads, and goes by my list.', { name: officer }),
    3: t('I open it, close it and do my own bit.'),
    4: t('I lead one thing, {name} leads the next.', { name: officer }),
    5: t('I lead it all. {name} sits by me and helps.', { name: officer }),
  };
  return means[level];
}
