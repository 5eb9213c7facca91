/** After the password: the code of the moment, a passkey or a recovery code; or setting one up. */
import { useState } from 'preact/hooks';
import { canHavePasskey, ownPasskey } from '../api/passkeys';
import { type SecondStep as Asked, proof } from '../api/proof';
import { useWork } from '../api/work';
import { Button, Page, ProblemNotice, session, TextField } from '../ui';
import { t } from '../words';
import { CodeField } from './CodeField';
import { Enrol } from './Enrol';

export function SecondStep({ asked }: { asked: Asked }) {
  return asked.must_enrol ? <Enrol called={asked.called} /> : <Step asked={asked} />;
}

function Step({ asked }: { asked: Asked }) {
  const hasCode = asked.ways.includes('code');
  const [byPaper, setByPaper] = useState(false);
  const [said, setSaid] = useState('');
  const { busy, problem, run: attempt } = useWork();
  const byPasskey = asked.ways.includes('passkey') && canHavePasskey();

  const comeIn = (step: Parameters<typeof proof.takeSecondStep>[0]) =>
    attempt(async () => session.value.signedIn(await proof.takeSecondStep(step)));

  return (
    <Page
      title={t('One more step, {name}', { name: asked.called })}
      lead={t('So that your password alone opens nothing.')}
    >
      <form
        class="stack"
        onSubmit={event => {
          event.preventDefault();
          if (said.trim() !== '') void comeIn(byPaper ? { recovery_code: said } : { code: said });
        }}
      >
        {byPasskey && !byPaper && (
          <Button
            kind={hasCode ? 'plain' : 'main'}
            wide
            busy={busy}
            onClick={() =>
              void attempt(async () => {
                const passkey = await ownPasskey();
                await session.value.signedIn(await proof.takeSecondStep({ passkey }));
              })
            }
          >
            {t('Use my passkey')}
          </Button>
        )}
        {hasCode && !byPaper && <CodeField value={said} onInput={setSaid} />}
        {byPaper && (
          <TextField
            label={t('One of your recovery codes')}
            hint={t('Each works once. Capital letters and hyphens do not matter.')}
            value={said}
            onInput={setSaid}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            required
          />
        )}
        {problem && <ProblemNotice problem={problem} />}
        {(hasCode || byPaper) && (
          <Button kind="main" type="submit" wide busy={busy}>
            {busy ? t('One moment…') : t('Come in')}
          </Button>
        )}
        {asked.ways.includes('recovery_code') && (
          <Button
            kind="quiet"
            onClick={() => {
              setSaid('');
              setByPaper(!byPaper);
            }}
          >
            {byPaper ? t('I have my phone') : t('I do not have my phone')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => session.value.signOut()}>
          {t('Start again as somebody else')}
        </Button>
      </form>
    </Page>
  );
}
