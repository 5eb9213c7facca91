/** How I sign in: my app, my passkeys, my recovery codes. */
import { useState } from 'preact/hooks';
import { useLoaded } from '../api';
import { proof, type WaysIn } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Card, Dialog, Page, ProblemNotice, type ScreenProps, Skeleton } from '../ui';
import { formatMoment, t, tn } from '../words';
import { NewApp } from './NewApp';
import { NewPasskeyForm } from './NewPasskeyForm';
import { OwnPasskeys } from './OwnPasskeys';
import { RecoveryCodes } from './RecoveryCodes';

export function SigningIn(_: ScreenProps) {
  const found = useLoaded(proof.waysIn, []);
  const [codes, setCodes] = useState<string[] | null>(null);
  const changed = (given: string[] | null) => {
    setCodes(given);
    found.again();
  };
  return (
    <Page
      title={t('Signing in')}
      tab={t('Signing in')}
      lead={t('What opens your account, beside your password.')}
      back={{ to: '/', label: t('Start') }}
    >
      {found.state === 'loading' && <Skeleton lines={3} tall />}
      {found.state === 'problem' && <ProblemNotice problem={found.problem} onRetry={found.again} />}
      {found.value && (
        <div class="stack stack--loose">
          <OwnPasskeys passkeys={found.value.passkeys} onChanged={() => found.again()} />
          <NewPasskeyForm onAdded={changed} />
          <App ways={found.value} onChanged={changed} />
          <Paper left={found.value.recovery_codes_left} onMade={changed} />
        </div>
      )}
      <Dialog title={t('Your recovery codes')} open={codes !== null} onClose={() => setCodes(null)}>
        {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      </Dialog>
    </Page>
  );
}

type AppProps = { ways: WaysIn; onChanged: (codes: string[] | null) => void };

function App({ ways, onChanged }: AppProps) {
  const [anew, setAnew] = useState(false);
  const { busy, problem, run: attempt } = useWork();
  if (!ways.authenticator_since || anew) {
    return (
      <NewApp
        onAdded={codes => {
          setAnew(false);
          onChanged(codes);
        }}
      />
    );
  }
  return (
    <Card>
      <h2>{t('An authenticator app')}</h2>
      <p>{t('In use since {moment}.', { moment: formatMoment(ways.authenticator_since) })}</p>
      {problem && <ProblemNotice problem={problem} />}
      <div class="row">
        <Button onClick={() => setAnew(true)}>{t('Move to another phone')}</Button>
        {ways.passkeys.length > 0 && (
          <Button
            kind="quiet"
            busy={busy}
            onClick={() =>
              void attempt(async () => {
                await proof.removeAuthenticator();
                onChanged(null);
              })
            }
          >
            {t('Take the app away')}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Paper({ left, onMade }: { left: number; onMade: (codes: string[] | null) => void }) {
  const { busy, problem, run: attempt } = useWork();
  return (
    <Card>
      <h2>{t('Recovery codes')}</h2>
      <p>{tn('{n} code on paper still works.', '{n} codes on paper still work.', left)}</p>
      {problem && <ProblemNotice problem={problem} />}
      <Button
        busy={busy}
        onClick={() =>
          void attempt(async () => onMade((await proof.newRecoveryCodes()).recovery_codes))
        }
      >
        {t('Make ten new ones')}
      </Button>
    </Card>
  );
}
