/** Making a passkey on this device, with a name that its owner will know it by. */
import { useState } from 'preact/hooks';
import { addPasskey, canHavePasskey } from '../api/passkeys';
import { useWork } from '../api/work';
import { Button, Card, ProblemNotice, TextField } from '../ui';
import { t } from '../words';

export function NewPasskeyForm({ onAdded }: { onAdded: (codes: string[] | null) => void }) {
  const [name, setName] = useState(t('This device'));
  const { busy, problem, run: attempt } = useWork();
  if (!canHavePasskey()) return null;
  return (
    <Card>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (name.trim() === '') return;
          void attempt(async () => onAdded((await addPasskey(name.trim())).recovery_codes));
        }}
      >
        <h2>{t('A passkey')}</h2>
        <p>
          {t(
            'Your finger, your face or this device’s own lock. Nothing to type, and no one can trick you out of it.',
          )}
        </p>
        <TextField label={t('What to call it')} value={name} onInput={setName} autocomplete="off" />
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('Make a passkey')}
        </Button>
      </form>
    </Card>
  );
}
