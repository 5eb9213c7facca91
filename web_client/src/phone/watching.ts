/** Notices that a page was left: two minutes without a touch, or half a minute out of sight. */
import { writeOnDevice } from '../on_device';
import { staying } from '../ui/staying';

export const IDLE_MS = 120_000;
export const HIDDEN_MS = 30_000;
const TELL_MS = 5_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'scroll', 'input', 'touchstart'];

/** Calls `lock` once when the page was left, and keeps at `where` when it was seen last; stops when called. */
export function watch(where: string, lock: () => void): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const others = new BroadcastChannel('cadair');
  let usedAt = Date.now();
  let hiddenAt = document.visibilityState === 'hidden' ? usedAt : null;
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout>;

  function stop() {
    clearTimeout(timer);
    ending.abort();
    others.close();
  }

  /** Locks when it is time; a clock that was put back is no way around it. */
  function look() {
    clearTimeout(timer);
    const now = Date.now();
    if (staying.peek()) {
      usedAt = now;
      if (hiddenAt !== null) hiddenAt = now;
      // Its phone may sleep for as long as it likes, and its page come back where it was.
      writeOnDevice(where, null);
    }
    const due = Math.min(usedAt + IDLE_MS, (hiddenAt ?? Number.POSITIVE_INFINITY) + HIDDEN_MS);
    if (now >= due || now < usedAt - TELL_MS) {
      stop();
      lock();
      return;
    }
    if (hiddenAt === null) tell('seen', now);
    timer = setTimeout(look, Math.min(due - now, TELL_MS));
  }

  /** Another page of ours that is open beside this one must not lock while this one is in use. */
  function tell(what: 'used' | 'seen', now: number) {
    if (what === 'seen' && now - toldAt < TELL_MS) return;
    toldAt = now;
    if (!staying.peek()) writeOnDevice(where, String(now));
    others.postMessage(what);
  }

  others.onmessage = ({ data }) => {
    if (data === 'used') usedAt = Date.now();
    if (hiddenAt !== null) hiddenAt = Date.now();
  };
  for (const sign of SIGNS) {
    addEventListener(
      sign,
      () => {
        const now = Date.now();
        if (now >= usedAt + IDLE_MS) look();
        else if (now - usedAt > 1000) {
          usedAt = now;
          tell('used', now);
        }
      },
      { capture: true, passive: true, signal },
    );
  }
  const turned = () => {
    if (document.visibilityState === 'hidden') hiddenAt ??= Date.now();
    else {
      look();
      hiddenAt = null;
    }
  };
  document.addEventListener('visibilitychange', turned, { signal });
  addEventListener('pageshow', look, { signal });
  document.addEventListener('resume', look, { signal });
  look();
  return stop;
}
