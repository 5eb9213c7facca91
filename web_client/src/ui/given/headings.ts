/** What the parts of a record are called, to whoever is given one. */
import { t } from '../../words';

export function recordHeading(key: string): string {
  const names: Record<string, string> = {
    review: t('The review'),
    attendance: t('Who was there'),
    participation: t('How the child took part'),
    last_decisions: t('What was decided last time'),
    topics: t('What was talked about'),
    wishes: t('Wishes and answers'),
    decisions: t('What was decided'),
    plan_and_rights: t('The plan and rights'),
    disagreements: t('Disagreements'),
    next: t('What comes next'),
    distribution: t('Who was given what'),
    addendum: t('Added later'),
  };
  return names[key] ?? key;
}
