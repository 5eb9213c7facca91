/** Signing in and out as far as the device is concerned, and starting again without internet. */
import { effect, signal } from '@preact/signals';
import { api, asProblem, type Me, type Problem, signedOut } from './api';
import { drafts, kept } from './drafts';
import { keepAppearance } from './ui/appearance';
import { navigate } from './ui/router';
import { session } from './ui/session';
import { offerUpdates } from './updates';
import { language, languages, speak } from './words';

/** Why we do not know who is signed in. */
export const startProblem = signal<Problem | null>(null);
const CHOSEN_LANGUAGE = 'language';

export async function begin(): Promise<void> {
  session.value = { me: null, signedIn, signOut, leave, changeLanguage };
  const [me] = await Promise.all([whoAmI(), speak(usualLanguage())]);
  if (me) await enter(me);
  effect(() => {
    if (signedOut.value && session.peek().me) session.value = { ...session.peek(), me: null };
  });
  offerUpdates();
}

async function whoAmI(): Promise<Me | null> {
  try {
    return await api.me();
  } catch (error) {
    const problem = asProblem(error);
    if (problem.status === 401) return null;
    const me = problem.passes ? await kept.read<Me>('me') : null;
    if (!me) startProblem.value = problem;
    return me;
  }
}

async function signedIn(me: Me): Promise<void> {
  await enter(me);
  if (['/join', '/sign-in'].includes(location.pathname)) navigate('/', { replace: true });
}

async function enter(me: Me): Promise<void> {
  signedOut.value = false;
  startProblem.value = null;
  await Promise.all([speak(me.language), drafts.unlock(me)]);
  session.value = { ...session.value, me };
  void kept.keep('me', me);
}

/** Sends what is waiting, then forgets everything on this device. */
async function signOut(): Promise<void> {
  await drafts.sendWhatWaits();
  await drafts.forget();
  await api.signOut().catch(() => {});
  keepAppearance();
  session.value = { ...session.value, me: null };
  navigate('/', { replace: true });
}

function leave(): void {
  navigator.sendBeacon?.('/api/sign-out');
  void drafts.forget();
}

function changeLanguage(code: string): void {
  void speak(code).then(() => {
    const { me } = session.value;
    if (me) {
      session.value = { ...session.value, me: { ...me, language: code } };
      api.changeLanguage(code).catch(() => {});
    }
    try {
      localStorage.setItem(CHOSEN_LANGUAGE, code);
    } catch {
      // The choice then lasts until the page closes.
    }
  });
}

function usualLanguage(): string {
  const known = (code: string | null) => languages.some(one => one.code === code);
  const chosen = readChosen();
  if (chosen && known(chosen)) return chosen;
  const wanted = navigator.languages.map(tag => tag.split('-')[0] ?? '').find(known);
  return wanted ?? language.value;
}

function readChosen(): string | null {
  try {
    return localStorage.getItem(CHOSEN_LANGUAGE);
  } catch {
    return null;
  }
}
