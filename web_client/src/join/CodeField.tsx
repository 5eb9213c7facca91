/** The six letters and figures of a meeting, big; small letters, spaces and dashes do no harm. */
import { TextField } from '../ui';
import { wear } from '../ui/wear';
import { t } from '../words';
import css from './join.css?inline';

wear(css);

const LENGTH = 6;

type Props = { value: string; onInput: (code: string) => void };

export function CodeField({ value, onInput }: Props) {
  return (
    <div class="join-code">
      <TextField
        label={t('The code')}
        hint={t('Six letters and numbers.')}
        value={value}
        onInput={typed => onInput(asCode(typed))}
        autocapitalize="none"
        autocomplete="one-time-code"
        spellcheck={false}
      />
    </div>
  );
}

export function isWhole(code: string): boolean {
  return code.length === LENGTH;
}

function asCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, LENGTH);
}
