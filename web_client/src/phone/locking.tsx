/** What stands in place of a page that was left: nothing of anybody's, until its person shows that it is they. */
import { useEffect, useState } from 'preact/hooks';
import { api, asProblem } from '../api';
import { type LockedPage, phone, type Way } from '../api/phone';
import { drafts } from '../drafts';
import { Button, Notice, Page, Skeleton, session } from '../ui';
import { need, t } from '../words';
import { Unlock } from './Unlock';

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
      {asked.state === 'locked' && (
        <>
          <p>{t('Your words are safe. Only you can open them.')}</p>
          <Unlock ways={asked.ways} action={t('Open')} onOpened={session.peek().signedIn} />
        </>
      )}
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
