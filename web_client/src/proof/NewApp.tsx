/** Setting an authenticator app up: a square to scan, then a first code. */
import { useState } from 'preact/hooks';
import { type NewAuthenticator, proof } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Card, ProblemNotice } from '../ui';
import { QrCode } from '../ui/QrCode';
import { t } from '../words';
import { CodeField } from './CodeField';
import './proof.css';

export function NewApp({ onAdded }: { onAdded: (codes: string[] | null) => void }) {
  const [begun, setBegun] = useState<NewAuthenticator | null>(null);
  const [code, setCode] = useState('');
  const { busy, problem, run: attempt } = useWork();

  if (!begun) {
    return (
      <Card>
        <h2>{t('An authenticator app')}</h2>
        <p>{t('Any app that shows six-digit codes will do, on your work phone or your own.')}</p>
        {problem && <ProblemNotice problem={problem} />}
        <Button
          busy={busy}
          onClick={() => void attempt(async () => setBegun(await proof.beginAuthenticator()))}
        >
          {t('Set up an app')}
        </Button>
      </Card>
    );
  }
  return (
    <Card>
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (code.trim() === '') return;
          void attempt(async () =>
            onAdded((await proof.confirmAuthenticator(code)).recovery_codes),
          );
        }}
      >
        <h2>{t('An authenticator app')}</h2>
        <ol class="new-app__steps">
          <li>{t('Open your authenticator app and add an account.')}</li>
          <li>
            {t('Scan this square, or type the key below it.')}
            <div class="new-app__square">
              <QrCode code={begun.qr} label={t('Square code for your authenticator app')} />
            </div>
            <span class="soft small">{t('Key')}</span>
            <code class="new-app__key">{inFours(begun.secret)}</code>
          </li>
          <li>{t('Type the code that the app shows now.')}</li>
        </ol>
        <CodeField value={code} onInput={setCode} />
        {problem && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('That is my code')}
        </Button>
      </form>
    </Card>
  );
}

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');
