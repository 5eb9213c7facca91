/** Saves my chair as soon as I choose, and keeps trying when there is no internet. */
import { signal } from '@preact/signals';
import { api, asProblem, type ChairLook, type Problem } from '../api';
import { kept } from '../drafts';
import { session } from '../ui';

export type Saving = {
  state: 'nothing' | 'saving' | 'saved' | 'waiting' | 'problem';
  problem: Problem | null;
};

export const saving = signal<Saving>({ state: 'nothing', problem: null });

const AFTER_CHOOSING_MS = 400;
const TRY_AGAIN_MS = 15_000;
const UNSENT = 'chair_to_save';

let wanted: { look: ChairLook; of: string } | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let listening = false;

/** Mine at once on every screen; on the server a moment later. */
export function choose(look: ChairLook): void {
  const { me } = session.peek();
  if (!me) return;
  wanted = { look, of: me.id };
  session.value = { ...session.peek(), me: { ...me, chair: look } };
  saving.value = { state: 'saving', problem: null };
  void kept.keep(UNSENT, look);
  later(AFTER_CHOOSING_MS);
}

/** Takes up a choice that an earlier visit could not send. */
export async function takeUp(): Promise<void> {
  const { me } = session.peek();
  const look = wanted ? null : await kept.read<ChairLook>(UNSENT);
  if (me && look) choose(look);
}

export async function send(): Promise<void> {
  clearTimeout(timer);
  const sent = wanted;
  if (!sent) return;
  if (session.peek().me?.id !== sent.of) {
    wanted = null; // somebody else holds the device now
    return;
  }
  try {
    await api.changeChair(sent.look);
    if (wanted !== sent) return; // a newer choice is on its way
    wanted = null;
    saving.value = { state: 'saved', problem: null };
    await Promise.all([kept.keep(UNSENT, null), kept.keep('me', session.peek().me)]);
  } catch (error) {
    if (wanted === sent) failed(asProblem(error));
  }
}

function failed(problem: Problem): void {
  saving.value = { state: problem.passes ? 'waiting' : 'problem', problem };
  if (problem.passes) later(Math.max(TRY_AGAIN_MS, (problem.retryAfterSeconds ?? 0) * 1000));
}

function later(ms: number): void {
  if (!listening) {
    listening = true;
    addEventListener('online', () => void send());
  }
  clearTimeout(timer);
  timer = setTimeout(() => void send(), ms);
}
