/** Keeps the screen awake while a meeting runs; where the browser cannot, it sleeps as always. */
import { useEffect } from 'preact/hooks';

export function useWakeLock(runs: boolean): void {
  useEffect(() => {
    if (!runs || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let here = true;
    async function ask() {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (!here) void lock.release();
      } catch {
        // A battery that is nearly empty: the phone decides.
      }
    }
    void ask();
    // The browser takes it away whenever the page is out of sight.
    document.addEventListener('visibilitychange', ask);
    return () => {
      here = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, [runs]);
}
