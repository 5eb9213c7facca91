/** Ground rules: choose, change, add. */
import { useState } from 'preact/hooks';
import { Button, ManyChoices, TextField } from '../ui';
import { RULES, ruleName } from '../ui/meeting/rules';
import { t } from '../words';
import { OwnRules } from './OwnRules';
import { StepPage } from './StepPage';
import type { StepProps } from './use_meeting';

/** How many letters of a rule the server takes. */
const LONGEST = 200;

export function RulesStep({ meeting }: StepProps) {
  const { plan, change } = meeting;
  const [words, setWords] = useState('');
  const chosen = plan.ground_rules.flatMap(rule => ('key' in rule ? [rule.key] : []));
  const own = plan.ground_rules.flatMap(rule => ('words' in rule ? [rule.words] : []));
  const set = (keys: string[], mine: string[]) =>
    change(now => ({
      ...now,
      ground_rules: [...keys.map(key => ({ key })), ...mine.map(one => ({ words: one }))],
    }));
  function add(event: SubmitEvent) {
    event.preventDefault();
    const said = words.trim();
    if (!said || [...said].length > LONGEST) return;
    if (!own.includes(said)) set(chosen, [...own, said]);
    setWords('');
  }
  return (
    <StepPage
      step="rules"
      lead={t('Everyone in the room keeps to these. You choose them.')}
      meeting={meeting}
    >
      <ManyChoices
        legend={t('Pick your rules')}
        options={RULES.map(key => ({ key, say: ruleName(key) }))}
        values={chosen}
        onChoose={keys => set(keys, own)}
      />
      {own.length > 0 && <OwnRules rules={own} onChange={mine => set(chosen, mine)} />}
      <form class="stack stack--tight" onSubmit={add}>
        <TextField
          label={t('Add a rule of your own')}
          value={words}
          most={LONGEST}
          onInput={setWords}
        />
        <Button type="submit" disabled={words.trim() === ''}>
          {t('Add this rule')}
        </Button>
      </form>
    </StepPage>
  );
}
