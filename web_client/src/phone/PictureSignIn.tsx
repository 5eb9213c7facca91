/** Coming in with four pictures, on a device that a card has joined. */
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../api';
import { phone } from '../api/phone';
import { Button, ProblemNotice, session } from '../ui';
import { t } from '../words';
import { CODE_LENGTH, PictureCode, type PictureKey } from './pictures';
import { rememberPictures } from './remembered';

type Props = { who: string; onOther: () => void };
const TRIES = 5;

export function PictureSignIn({ who, onOther }: Props) {
  const [pictures, setPictures] = useState<PictureKey[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wrong, setWrong] = useState(0);
  const ready = pictures.length === CODE_LENGTH;

  async function signIn(event: SubmitEvent) {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    setProblem(null);
    try {
      const me = await phone.signInWithPictures(who, pictures);
      rememberPictures(who);
      await session.value.signedIn(me);
    } catch (error) {
      const found = asProblem(error);
      if (found.code === 'wrong_sign_in') setWrong(wrong + 1);
      setProblem(found);
      setPictures([]);
      setBusy(false);
    }
  }

  return (
    <form class="sign-in stack" onSubmit={signIn}>
      <PictureCode
        legend={t('Pick your four pictures')}
        hint={t('If you get it wrong five times, you need a new card.')}
        value={pictures}
        onChange={setPictures}
      />
      {problem && <Wrong problem={problem} times={wrong} />}
      <Button kind="main" type="submit" wide busy={busy} disabled={!ready}>
        {busy ? t('One moment…') : t('Go in')}
      </Button>
      <Button kind="quiet" onClick={onOther}>
        {t('Come in another way')}
      </Button>
    </form>
  );
}

/** The server says the same to every wrong code; only this page knows how many it sent. */
function Wrong({ problem, times }: { problem: Problem; times: number }) {
  if (problem.code !== 'wrong_sign_in') return <ProblemNotice problem={problem} />;
  return (
    <p class="notice notice--stop" role="alert">
      {times >= TRIES
        ? t('This device is closed now. Ask your IRO for a new card. Your words are safe.')
        : t('Those are not your pictures. Please try again.')}
    </p>
  );
}
