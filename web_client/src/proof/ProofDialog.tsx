/** The window that asks for proof, over whatever page wanted it. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { proof } from '../api/proof';
import { Button, Dialog, ProblemNotice, session, TextField } from '../ui';
import { t } from '../words';

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

function ProofDialog({ onClose }: { onClose: (proved: boolean) => void }) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function prove(event: SubmitEvent) {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await proof.prove(passphrase);
      onClose(true);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <Dialog title={t('Is it still you?')} open onClose={() => onClose(false)}>
      <form class="stack" onSubmit={prove}>
        <p>{t('What you are doing matters, so please show that it is you.')}</p>
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
          value={passphrase}
          onInput={setPassphrase}
          autocomplete="current-password"
          autocapitalize="none"
          spellcheck={false}
          required
        />
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('It is me')}
        </Button>
      </form>
    </Dialog>
  );
}
