/** What stands in place of a page that was left: nothing of anybody's, until its person shows that it is they. */
import { useEffect, useState } from 'preact/hooks';
import { api, asProblem, type Problem } from '../api';
import { type LockedPage, type Proof, phone, type Way } from '../api/phone';
import { drafts } from '../drafts';
import { Button, Card, Notice, Page, ProblemNotice, Skeleton, session, TextField } from '../ui';
import { need, t } from '../words';
import { CODE_LENGTH, PictureCode, type PictureKey } from './pictures';

type Asked = { state: 'asking' | 'offline' } | { state: 'locked'; ways: Way[] };
const SENDING_MS = 4_000;

export function LockScreen() {
  const [asked, setAsked] = useState<Asked>({ state: 'asking' });

  /** Whether somebody may come back, and how. */
  async function look() {
    try {
      await session.peek().signedIn(await api.me());
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'locked') {
        setAsked({ state: 'locked', ways: (problem.current as LockedPage).ways });
      } else if (problem.status === 401) signedOut();
      else setAsked({ state: 'offline' });
    }
  }

  async function begin() {
    await need('phone');
    try {
      await phone.lock();
      await look();
    } catch (error) {
      if (asProblem(error).status === 401) signedOut();
      else setAsked({ state: 'offline' });
    }
  }

  useEffect(() => {
    void letGo().then(begin);
    const again = () => void begin();
    const visible = () => document.visibilityState === 'visible' && void look();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', visible);
    return () => {
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', visible);
    };
  }, []);

  return (
    <Page title={t('Is it you?')} lead={t('This page locks when nobody uses it.')}>
      {asked.state === 'asking' && <Skeleton lines={2} />}
      {asked.state === 'offline' && (
        <>
          <Notice tone="care">
            {t('There is no internet. You need it to open this page again.')}
          </Notice>
          <p>{t('Your words are safe. They wait here, and only you can open them.')}</p>
          <Button kind="main" onClick={() => void begin()}>
            {t('Try again')}
          </Button>
        </>
      )}
      {asked.state === 'locked' && <Unlock ways={asked.ways} />}
      <div class="row">
        <Button kind="quiet" onClick={() => session.peek().signOut()}>
          {t('It is not me. Sign out')}
        </Button>
      </div>
    </Page>
  );
}

/** What waits is sent if that can be soon; then the words leave the memory, and the key goes. */
async function letGo(): Promise<void> {
  await Promise.race([drafts.sendWhatWaits(), new Promise(late => setTimeout(late, SENDING_MS))]);
  await drafts.shut();
}

function signedOut(): void {
  session.value = { ...session.peek(), shut: false };
}

function Unlock({ ways }: { ways: Way[] }) {
  const [way, setWay] = useState<Way>(ways[0] ?? 'passphrase');
  const [pictures, setPictures] = useState<PictureKey[]>([]);
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const other = ways.find(one => one !== way);
  const ready = way === 'pictures' ? pictures.length === CODE_LENGTH : passphrase !== '';

  async function open(event: SubmitEvent) {
    event.preventDefault();
    if (busy || !ready) return;
    setBusy(true);
    setProblem(null);
    const proof: Proof = way === 'pictures' ? { pictures } : { passphrase };
    try {
      await session.peek().signedIn(await phone.unlock(proof));
    } catch (error) {
      setProblem(asProblem(error));
      setPictures([]);
      setPassphrase('');
      setBusy(false);
    }
  }

  if (problem?.code === 'device_forgotten') return <Forgotten />;
  return (
    <form class="stack" onSubmit={open}>
      <p>{t('Your words are safe. Only you can open them.')}</p>
      {way === 'pictures' ? (
        <PictureCode
          legend={t('Pick your four pictures')}
          hint={t('If you get it wrong five times, you need a new card.')}
          value={pictures}
          onChange={setPictures}
        />
      ) : (
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
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Button kind="main" type="submit" wide busy={busy} disabled={!ready}>
        {busy ? t('One moment…') : t('Open')}
      </Button>
      {other && (
        <Button kind="quiet" onClick={() => setWay(other)}>
          {other === 'pictures' ? t('Use my pictures') : t('Use my passphrase')}
        </Button>
      )}
    </form>
  );
}

/** The fifth wrong code: nothing here opens any more. */
export function Forgotten() {
  return (
    <Card tone="glow" title={t('You need a new card')}>
      <p>{t('Those were not your pictures, five times. This device is closed now.')}</p>
      <p>{t('Ask your IRO for a new card. Your words are safe.')}</p>
    </Card>
  );
}
