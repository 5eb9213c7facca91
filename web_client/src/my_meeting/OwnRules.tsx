/** The rules that I wrote: each can be changed where it stands, or taken out. */
import { Button, TextField } from '../ui';
import { t } from '../words';

type Props = { rules: string[]; onChange: (rules: string[]) => void };

export function OwnRules({ rules, onChange }: Props) {
  return (
    <ul role="list" class="stack">
      {rules.map((rule, place) => (
        <li key={place} class="stack stack--tight">
          <TextField
            label={t('My rule {n}', { n: place + 1 })}
            value={rule}
            most={200}
            onInput={words => onChange(rules.map((one, at) => (at === place ? words : one)))}
          />
          <div>
            <Button kind="quiet" onClick={() => onChange(rules.filter((_, at) => at !== place))}>
              {t('Take out')}
              <span class="visually-hidden">: {t('My rule {n}', { n: place + 1 })}</span>
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
