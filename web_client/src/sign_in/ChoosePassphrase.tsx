/** The welcome after a card: who you are here, and the passphrase that will let you in next time. */
import { useState } from 'preact/hooks';
import { api, asProblem, type CardLook, type Problem } from '../api';
import { Button, Card, Chair, fieldError, Page, ProblemNotice, session, TextField } from '../ui';
import { t } from '../words';
import './ChoosePassphrase.css';

type Props = { card: string; look: CardLook; onPictures: (() => void) | null };

export function ChoosePassphrase({ card, look, onPictures }: Props) {
  const [offered, setOffered] = useState(look.offered_passphrase);
  const [own, setOwn] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const wrong = fieldError(problem, 'passphrase');

  async function join(event: SubmitEvent) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await session.value.signedIn(await api.useCard(card, (own ?? offered).trim()));
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <Page
      title={t('Hello {name}', { name: look.called })}
      lead={t('One thing before you go in: your passphrase.')}
      above={<Chair look={{ shape: 'armchair', colour: 'coral', pattern: 'dots' }} size={104} />}
    >
      <form class="stack stack--loose" onSubmit={join}>
        <Card tone="glow">
          {look.sign_in_name && (
            <p>
              {t('Your sign-in name')}
              <strong class="passphrase">{look.sign_in_name}</strong>
            </p>
          )}
          {own === null && (
            <p>
              {t('Your passphrase')}
              <strong class="passphrase">{offered}</strong>
            </p>
          )}
          <p>{t('Write it down, or let your phone keep it. You need it to come back.')}</p>
        </Card>
        {own !== null && (
          <TextField
            label={t('My own passphrase')}
            hint={t('Three words or more. Pick words that nobody would guess.')}
            error={wrong}
            value={own}
            onInput={setOwn}
            autocapitalize="none"
            autocomplete="new-password"
            spellcheck={false}
          />
        )}
        <div class="row">
          {own === null ? (
            <>
              <Button kind="quiet" onClick={() => another().then(setOffered)}>
                {t('Show me another')}
              </Button>
              <Button kind="quiet" onClick={() => setOwn('')}>
                {t('Make my own')}
              </Button>
            </>
          ) : (
            <Button kind="quiet" onClick={() => setOwn(null)}>
              {t('Use the one you gave me')}
            </Button>
          )}
          {onPictures && (
            <Button kind="quiet" onClick={onPictures}>
              {t('Use pictures instead')}
            </Button>
          )}
        </div>
        {problem && !wrong && <ProblemNotice problem={problem} />}
        <Button kind="main" type="submit" wide busy={busy}>
          {busy ? t('One moment…') : t('I have it. Let me in')}
        </Button>
      </form>
    </Page>
  );

  async function another(): Promise<string> {
    return (await api.offerPassphrase().catch(() => null))?.offered_passphrase ?? offered;
  }
}
