/** Giving an address or a number, and the code that was sent there. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { notices } from '../api/notices';
import { Button, fieldError, Notice, ProblemNotice, TextField } from '../ui';
import { t } from '../words';

type Props = {
  kind: 'email' | 'text';
  /** A code was sent already. */
  waits: boolean;
  onConfirmed: () => Promise<void>;
};

export function GiveContact({ kind, waits, onConfirmed }: Props) {
  const [sent, setSent] = useState(waits);
  const [address, setAddress] = useState('');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrongAddress = fieldError(problem, 'address');
  const wrongCode = problem?.code === 'wrong_code' ? t('That is not the code. Look again.') : null;

  async function doing(work: () => Promise<unknown>, then: () => unknown) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      await then();
    } catch (error) {
      setProblem(asProblem(error));
    }
    setBusy(false);
  }

  if (!sent) {
    return (
      <form
        class="stack"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          if (address.trim()) {
            void doing(
              () => notices.give(kind, address.trim()),
              () => setSent(true),
            );
          }
        }}
      >
        <TextField
          label={kind === 'email' ? t('Your e-mail address') : t('Your mobile number')}
          hint={t('Use one that only you can read.')}
          type={kind === 'email' ? 'email' : 'text'}
          inputMode={kind === 'email' ? 'email' : 'numeric'}
          autocomplete={kind === 'email' ? 'email' : 'tel'}
          autocapitalize="none"
          spellcheck={false}
          value={address}
          onInput={setAddress}
          error={wrongAddress}
        />
        {problem && !wrongAddress && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" busy={busy}>
          {t('Send me a code')}
        </Button>
      </form>
    );
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (code.trim()) void doing(() => notices.confirm(code), onConfirmed);
      }}
    >
      <Notice tone="good" announced>
        {t('We sent you a code. It can take a minute.')}
      </Notice>
      <TextField
        label={t('The code')}
        hint={t('Six numbers. It works for half an hour.')}
        inputMode="numeric"
        autocomplete="one-time-code"
        value={code}
        onInput={setCode}
        error={wrongCode}
      />
      {problem && !wrongCode && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button kind="main" type="submit" busy={busy}>
          {t('That is it')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setSent(false);
            setProblem(null);
            setCode('');
          }}
        >
          {t('Use another one')}
        </Button>
      </div>
    </form>
  );
}
