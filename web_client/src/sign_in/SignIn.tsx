/** Where a person who has a name and a passphrase comes in. */
import { useState } from 'preact/hooks';
import { api, asProblem, type Problem } from '../api';
import { canHavePasskey, signInWithPasskey } from '../api/passkeys';
import { comesInWithPictures, forgetName, rememberedName, rememberName } from '../phone/remembered';
import { Button, Chair, Page, ProblemNotice, session, TextField } from '../ui';
import { lazy } from '../ui/lazy';
import { need, t } from '../words';
import './SignIn.css';

const PictureSignIn = lazy(async () => {
  await need('phone');
  return (await import('../phone/PictureSignIn')).PictureSignIn;
});

export function SignIn() {
  const known = rememberedName();
  const [pictures, setPictures] = useState(known !== null && comesInWithPictures());
  return (
    <Page title={t('Hello')} lead={t('Come in. There is a seat for you.')} above={<Welcome />}>
      {pictures && known !== null ? (
        <PictureSignIn who={known} onOther={() => setPictures(false)} />
      ) : (
        <PassphraseSignIn />
      )}
      <PasskeyButton />
      <p class="soft">
        {t('Have you been given a card?')} <a href="/join">{t('Use my card')}</a>
      </p>
      <p class="soft">
        <a href="/council">{t('I work for a council')}</a>
      </p>
    </Page>
  );
}

function PassphraseSignIn() {
  const [who, setWho] = useState(rememberedName() ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [remember, setRemember] = useState(rememberedName() !== null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function signIn(event: SubmitEvent) {
    event.preventDefault();
    if (busy || who.trim() === '' || passphrase === '') return;
    setBusy(true);
    setProblem(null);
    try {
      const me = await api.signIn(who.trim(), passphrase);
      if (remember) rememberName(who.trim());
      else forgetName();
      await session.value.signedIn(me);
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <form class="sign-in stack" onSubmit={signIn}>
      <TextField
        label={t('Your sign-in name or email')}
        value={who}
        onInput={setWho}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
      />
      <TextField
        label={t('Your passphrase')}
        type={shown ? 'text' : 'password'}
        value={passphrase}
        onInput={setPassphrase}
        autocomplete="current-password"
        autocapitalize="none"
        spellcheck={false}
        required
      />
      <Check label={t('Show what I type')} checked={shown} onChange={setShown} />
      <Check
        label={t('Keep my sign-in name on this device')}
        hint={t('Only on your own phone.')}
        checked={remember}
        onChange={setRemember}
      />
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" wide busy={busy}>
        {busy ? t('One moment…') : t('Sign in')}
      </Button>
    </form>
  );
}

function PasskeyButton() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!canHavePasskey()) return null;

  async function signIn() {
    setBusy(true);
    setProblem(null);
    try {
      await session.value.signedIn(await signInWithPasskey());
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
    }
  }

  return (
    <div class="stack">
      {problem && <ProblemNotice problem={problem} />}
      <Button wide busy={busy} onClick={() => void signIn()}>
        {t('Use a passkey')}
      </Button>
    </div>
  );
}

function Welcome() {
  return (
    <div class="welcome" aria-hidden="true">
      <Chair look={{ shape: 'rocker', colour: 'moss', pattern: 'stripes' }} size={72} />
      <Chair look={{ shape: 'armchair', colour: 'coral', pattern: 'dots' }} size={100} />
      <Chair look={{ shape: 'beanbag', colour: 'sky', pattern: 'stars' }} size={76} />
    </div>
  );
}

type CheckProps = {
  label: string;
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
};

function Check({ label, hint, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>
        {label}
        {hint && <span class="soft small"> {hint}</span>}
      </span>
    </label>
  );
}
