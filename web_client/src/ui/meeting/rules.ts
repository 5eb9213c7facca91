/** The ground rules to choose from. */
import type { GroundRule } from '../../api/meeting';
import { t } from '../../words';

export const RULES = [
  'listen',
  'to_me',
  'easy_words',
  'phones_away',
  'no_surprises',
  'i_can_stop',
  'kind_words',
  'stays_here',
] as const;

export function ruleName(key: string): string {
  const names: Record<string, string> = {
    listen: t('Listen when someone talks.'),
    to_me: t('Talk to me, not about me.'),
    easy_words: t('Use easy words.'),
    phones_away: t('Put phones away.'),
    no_surprises: t('No surprises.'),
    i_can_stop: t('I can stop or go out.'),
    kind_words: t('Use kind words.'),
    stays_here: t('What we say stays here, unless someone is not safe.'),
  };
  return names[key] ?? key;
}

export function ruleWords(rule: GroundRule): string {
  return 'key' in rule ? ruleName(rule.key) : rule.words;
}
