/** The passkeys that open my account: each with its name, to change or to remove. */
import { useState } from 'preact/hooks';
import { proof, type WaysIn } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Card, ProblemNotice, TextField } from '../ui';
import { formatMoment, t } from '../words';

type Passkey = WaysIn['passkeys'][number];
type Changed = { onChanged: () => void };

export function OwnPasskeys({ passkeys, onChanged }: Changed & { passkeys: Passkey[] }) {
  if (passkeys.length === 0) return null;
  return (
    <Card>
      <h2>{t('Your passkeys')}</h2>
      <ul class="own-passkeys" role="list">
        {passkeys.map(passkey => (
          <li key={passkey.id}>
            <One passkey={passkey} onChanged={onChanged} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function One({ passkey, onChanged }: Changed & { passkey: Passkey }) {
  const [name, setName] = useState<string | null>(null);
  const { busy, problem, run: attempt } = useWork();
  const done = (deed: () => Promise<void>) =>
    void attempt(async () => {
      await deed();
      setName(null);
      onChanged();
    });
  return (
    <form
      class="stack"
      onSubmit={event => {
        event.preventDefault();
        if (name?.trim()) done(() => proof.renamePasskey(passkey.id, name.trim()));
      }}
    >
      {name === null ? (
        <p>
          <strong>{passkey.name}</strong>{' '}
          <span class="soft small">
            {passkey.used_at
              ? t('Last used {moment}', { moment: formatMoment(passkey.used_at) })
              : t('Not used yet')}
          </span>
        </p>
      ) : (
        <TextField label={t('What to call it')} value={name} onInput={setName} />
      )}
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        {name === null ? (
          <Button onClick={() => setName(passkey.name)}>
            {t('Rename')}
            <span class="visually-hidden"> {passkey.name}</span>
          </Button>
        ) : (
          <Button type="submit" busy={busy}>
            {t('Keep this name')}
          </Button>
        )}
        <Button
          kind="quiet"
          busy={busy}
          onClick={() => done(() => proof.removePasskey(passkey.id))}
        >
          {t('Remove')}
          <span class="visually-hidden"> {passkey.name}</span>
        </Button>
      </div>
    </form>
  );
}
