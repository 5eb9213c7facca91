/** The ground rules, and the lines that the child wrote in their own words. */
import type { GroundRule } from '../api/meeting';
import { itemTitle } from '../desk/meeting_names';
import { t } from '../words';
import type { PartProps } from './MeetingPlan';

export function RulesAndScript({ facts }: PartProps) {
  const { plan } = facts;
  if (!plan) return null;
  const lines = Object.entries(plan.script);
  return (
    <>
      {plan.ground_rules.length > 0 && (
        <section class="stack stack--tight" aria-labelledby="rules">
          <h2 id="rules">{t('Ground rules')}</h2>
          <ul>
            {plan.ground_rules.map(rule => (
              <li key={ruleWords(rule)} dir="auto">
                {ruleWords(rule)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {lines.length > 0 && (
        <section class="stack stack--tight" aria-labelledby="script">
          <h2 id="script">{t('In the child’s own words')}</h2>
          <dl class="stack stack--tight">
            {lines.map(([key, words]) => (
              <div key={key}>
                <dt class="soft">{lineName(key, facts)}</dt>
                <dd dir="auto">{words}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function lineName(key: string, facts: PartProps['facts']): string {
  if (key === 'welcome') return t('At the start');
  if (key === 'goodbye') return t('At the end');
  const item = facts.plan?.agenda.find(one => one.id === key);
  return item ? itemTitle(item, facts) : t('A line of the agenda');
}

function ruleWords(rule: GroundRule): string {
  if ('words' in rule) return rule.words;
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
  return names[rule.key] ?? rule.key;
}
