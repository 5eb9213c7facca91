/** The window that asks for proof, over whatever page wanted it. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { canHavePasskey, ownPasskey } from '../api/passkeys';
import { proof, type Way } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Dialog, ProblemNotice, Skeleton, session, TextField } from '../ui';
import { t } from '../words';
import { CodeField } from './CodeField';

/** Resolves true once proof was given, false when the window was closed. */
export function openDialog(): Promise<boolean> {
  const place = document.body.appendChild(document.createElement('div'));
  const before = document.activeElement;
  return new Promise<boolean>(resolve => {
    const close = (proved: boolean) => {
      render(null, place);
      place.remove();
      if (before instanceof HTMLElement) before.focus();
      resolve(proved);
    };
    render(<ProofDialog onClose={close} />, place);
  });
}

type Props = { onClose: (proved: boolean) => void };

function ProofDialog({ onClose }: Props) {
  const found = useLoaded(proof.waysToProve, []);
  return (
    <Dialog title={t('Is it still you?')} open onClose={() => onClose(false)}>
      <p>{t('What you are doing matters, so please show that it is you.')}</p>
      {found.state === 'loading' && <Skeleton lines={2} />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.value && <Ask ways={found.value.ways} onClose={onClose} />}
    </Dialog>
  );
}

function Ask({ ways, onClose }: Props & { ways: Way[] }) {
  const [said, setSaid] = useState('');
  const { busy, problem, run: attempt } = useWork();
  const byCode = ways.includes('code');
  const byPasskey = ways.includes('passkey') && canHavePasskey();
  const byPassphrase = ways.includes('passphrase');

  function prove(event: SubmitEvent) {
    event.preventDefault();
    if (said.trim() === '') return;
    void attempt(async () => {
      await proof.prove(byCode ? { code: said } : { passphrase: said });
      onClose(true);
    });
  }

  return (
    <form class="stack" onSubmit={prove}>
      {byPasskey && (
        <Button
          kind={byCode || byPassphrase ? 'plain' : 'main'}
          wide
          busy={busy}
          onClick={() =>
            void attempt(async () => {
              await proof.prove({ passkey: await ownPasskey() });
              onClose(true);
            })
          }
        >
          {t('Use my passkey')}
        </Button>
      )}
      {byCode && <CodeField value={said} onInput={setSaid} />}
      {!byCode && byPassphrase && <Passphrase value={said} onInput={setSaid} />}
      {problem && <ProblemNotice problem={problem} />}
      {(byCode || byPassphrase) && (
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('It is me')}
        </Button>
      )}
      {!byCode && !byPassphrase && !byPasskey && (
        <p>{t('You can show it by signing in again. Sign out first.')}</p>
      )}
    </form>
  );
}

function Passphrase({ value, onInput }: { value: string; onInput: (said: string) => void }) {
  return (
    <>
      {/* So that a password manager knows whose passphrase it fills in. */}
      <input
        class="visually-hidden"
        type="text"
        autocomplete="username"
        value={session.value.me?.sign_in_name ?? ''}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <TextField
        label={t('Your passphrase')}
        type="password"
        value={value}
        onInput={onInput}
        autocomplete="current-password"
        autocapitalize="none"
        spellcheck={false}
        required
      />
    </>
  );
}
