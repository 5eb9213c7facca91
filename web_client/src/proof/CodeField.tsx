/** Where the six digits of an app go. */
import { TextField } from '../ui';
import { t } from '../words';

export function CodeField({ value, onInput }: { value: string; onInput: (code: string) => void }) {
  return (
    <TextField
      label={t('Six-digit code')}
      hint={t('From your authenticator app. It changes every half minute.')}
      value={value}
      onInput={onInput}
      inputMode="numeric"
      autocomplete="one-time-code"
      autocapitalize="none"
      spellcheck={false}
      required
    />
  );
}
