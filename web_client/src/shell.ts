/** Signing in and out as far as the device is concerned, and starting again without internet. */
import { effect, signal } from '@preact/signals';
import {
  actAs,
  api,
  asProblem,
  letOut,
  lockedOut,
  type Me,
  type Problem,
  proveBy,
  type SecondStep,
  signedOut,
} from './api';
import { drafts, kept } from './drafts';
import { readOnDevice, writeOnDevice } from './on_device';
import { fetchRoutes, keepScreens } from './screens';
import { keepAppearance } from './ui/appearance';
import { navigate } from './ui/router';
import { session } from './ui/session';
import { keepForLater, offerUpdates, update } from './updates';
import { language, languages, need, speak } from './words';

/** Why we do not know who is signed in. */
export const startProblem = signal<Problem | null>(null);
const CHOSEN_LANGUAGE = 'language';
/** Chosen on this page before signing in: it becomes the language of whoever signs in here. */
let chosenAtTheDoor: string | null = null;
const SIGN_OUT_DUE = 'sign_out_due';
const SENDING_MS = 4_000;
/** When a page of somebody whose pages lock was last seen here; it says nothing about who. */
const SEEN_AT = 'seen_at';
const UNSEEN_MS = 30_000;
const WATCH_AFTER_MS = 1_500;
const LOCKING = ['child', 'carer', 'parent', 'professional'];
let unwatch = () => {};

export async function begin(): Promise<void> {
  session.value = {
    me: null,
    next: null,
    shut: false,
    newer: null,
    signedIn,
    signOut,
    leave,
    changeLanguage,
  };
  proveBy(async () => (await import('./proof')).askForProof());
  const [me] = await Promise.all([whoAmI(), speak(usualLanguage())]);
  if (me) await enter(me);
  effect(() => {
    if (signedOut.value && session.peek().me) lock();
  });
  effect(() => {
    if (lockedOut.value && session.peek().me) shut();
  });
  effect(() => {
    session.value = { ...session.peek(), newer: update.value };
  });
  offerUpdates();
}

async function whoAmI(): Promise<Me | null> {
  if (readOnDevice(SIGN_OUT_DUE) && !(await signOutAtTheServer())) return null;
  const seen = Number(readOnDevice(SEEN_AT) ?? Date.now());
  if (!(Math.abs(Date.now() - seen) < UNSEEN_MS)) {
    shut();
    return null;
  }
  try {
    return await api.me();
  } catch (error) {
    const problem = asProblem(error);
    if (problem.code === 'locked') {
      shut();
      return null;
    }
    if (problem.status === 401) {
      void drafts.forget();
      return null;
    }
    const me = problem.passes ? await kept.read<Me>('me') : null;
    if (!me) startProblem.value = problem;
    return me;
  }
}

async function signedIn(answer: Me | SecondStep): Promise<void> {
  if ('must_enrol' in answer) {
    actAs(answer.person_id);
    await Promise.all([speak(chosenAtTheDoor ?? answer.language), need('proof')]);
    session.value = { ...session.peek(), next: answer };
    return;
  }
  const language = chosenAtTheDoor ?? answer.language;
  chosenAtTheDoor = null;
  await enter({ ...answer, language });
  window.scrollTo(0, 0); // whoever scrolled down to sign in begins at the top
  if (language !== answer.language) api.changeLanguage(language).catch(() => {});
  if (['/join', '/council', '/signed-on'].includes(location.pathname))
    navigate('/', { replace: true });
}

async function enter(me: Me): Promise<void> {
  actAs(me.id);
  signedOut.value = false;
  lockedOut.value = false;
  startProblem.value = null;
  writeOnDevice(SIGN_OUT_DUE, null);
  const routes = fetchRoutes(me.job).catch(() => {}); // without them the page says so
  await drafts.unlock(me);
  kept.keep('me', me);
  await Promise.all([speak(me.language), routes]);
  session.value = { ...session.peek(), me, next: null, shut: false };
  keepForLater(() => keepScreens(me.job));
  watchOver(me);
}

/** From now on this page locks when it is left; what notices it is not part of the first page. */
function watchOver(me: Me): void {
  unwatch();
  if (!LOCKING.includes(me.job)) return;
  setTimeout(async () => {
    const { watch } = await import('./phone/watching');
    void import('./phone/locking'); // it must be here when there is no internet
    void import('./drafts/sending'); // and what an earlier visit wrote goes now
    if (session.peek().me === me) unwatch = watch(SEEN_AT, shut);
  }, WATCH_AFTER_MS);
}

function watchNoMore(): void {
  unwatch();
  writeOnDevice(SEEN_AT, null);
}

/** The page was left, or is locked at the server: nothing that can be read stays in it. */
function shut(): void {
  unwatch();
  session.value = { ...session.peek(), me: null, shut: true };
}

/** The session has ended by itself: what was never sent stays sealed until this person is back. */
function lock(): void {
  watchNoMore();
  session.value = { ...session.peek(), me: null };
  void drafts.lock();
}

/** Sends what is waiting, then forgets all that can be read; on bad signal words stay sealed here. */
async function signOut(): Promise<void> {
  await Promise.race([drafts.sendWhatWaits(), new Promise(late => setTimeout(late, SENDING_MS))]);
  await drafts.forget();
  watchNoMore();
  letOut(signOutAtTheServer());
  keepAppearance();
  session.value = { ...session.peek(), me: null, next: null, shut: false };
  navigate('/', { replace: true });
}

/** At once and without waiting: the page is being left. */
function leave(): void {
  writeOnDevice(SIGN_OUT_DUE, 'yes');
  watchNoMore();
  navigator.sendBeacon?.('/api/sign-out');
  void drafts.forget();
}

/** Without internet it stays due, and until it is done nobody gets in with the old session. */
async function signOutAtTheServer(): Promise<boolean> {
  writeOnDevice(SIGN_OUT_DUE, 'yes');
  try {
    await api.signOut();
  } catch (error) {
    if (asProblem(error).status !== 401) return false;
  }
  writeOnDevice(SIGN_OUT_DUE, null);
  return true;
}

function changeLanguage(code: string): void {
  void speak(code).then(() => {
    const { me } = session.peek();
    writeOnDevice(CHOSEN_LANGUAGE, code);
    if (!me) {
      chosenAtTheDoor = code;
      return;
    }
    session.value = { ...session.peek(), me: { ...me, language: code } };
    api.changeLanguage(code).catch(() => {});
  });
}

function usualLanguage(): string {
  const known = (code: string | null) => languages.some(one => one.code === code);
  const chosen = readOnDevice(CHOSEN_LANGUAGE);
  if (chosen && known(chosen)) return chosen;
  const wanted = navigator.languages.map(tag => tag.split('-')[0] ?? '').find(known);
  return wanted ?? language.value;
}
