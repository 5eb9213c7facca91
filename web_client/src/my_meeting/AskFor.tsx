/** Somebody whom I want there and who is not in my circle. */
import { useState } from 'preact/hooks';
import { Button, Card, lettersOver, TextArea, TextField } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './AskFor.css?inline';
import type { StepProps } from './use_meeting';

wear(css);

const LONGEST_NAME = 200;
const LONGEST_WHY = 2000;

export function AskFor({ meeting }: StepProps) {
  const { plan, change } = meeting;
  const [adding, setAdding] = useState(false);
  const remove = (id: string) =>
    change(now => ({ ...now, ask_for: now.ask_for.filter(one => one.id !== id) }));
  return (
    <Card title={t('Is someone missing?')}>
      <p class="soft">{t('A friend, a teacher, someone in your family. You can ask.')}</p>
      {plan.ask_for.length > 0 && (
        <ul role="list" class="ask-for">
          {plan.ask_for.map(one => (
            <li key={one.id}>
              <span>
                <strong dir="auto">{one.who}</strong>
                {one.why && (
                  <span class="ask-for__why" dir="auto">
                    {one.why}
                  </span>
                )}
              </span>
              <Button kind="quiet" onClick={() => remove(one.id)}>
                {t('Take out')}
                <span class="visually-hidden">: {one.who}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {adding ? (
        <NewOne
          onAdd={(who, why) => {
            const one = { id: crypto.randomUUID(), who, why };
            change(now => ({ ...now, ask_for: [...now.ask_for, one] }));
            setAdding(false);
          }}
          onStop={() => setAdding(false)}
        />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('Ask for someone new')}</Button>
      )}
    </Card>
  );
}

type NewProps = { onAdd: (who: string, why: string | null) => void; onStop: () => void };

function NewOne({ onAdd, onStop }: NewProps) {
  const [who, setWho] = useState('');
  const [why, setWhy] = useState('');
  const fits =
    who.trim() !== '' && lettersOver(who, LONGEST_NAME) + lettersOver(why, LONGEST_WHY) <= 0;
  function add(event: SubmitEvent) {
    event.preventDefault();
    if (fits) onAdd(who.trim(), why.trim() || null);
  }
  return (
    <form class="stack" onSubmit={add}>
      <TextField label={t('Who?')} value={who} onInput={setWho} />
      <TextArea
        label={t('Why do you want them there?')}
        hint={t('You can leave this empty.')}
        value={why}
        most={LONGEST_WHY}
        onInput={setWhy}
      />
      <div class="row">
        <Button kind="main" type="submit" disabled={!fits}>
          {t('Add')}
        </Button>
        <Button kind="quiet" onClick={onStop}>
          {t('Not now')}
        </Button>
      </div>
    </form>
  );
}
