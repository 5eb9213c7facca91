/** Looks again while somebody looks at the page: every twenty seconds, when they come back, when there is internet. */
import { useEffect, useRef } from 'preact/hooks';

const EVERY_MS = 20_000;

export function useLookingAgain(look: () => void): void {
  const now = useRef(look);
  now.current = look;
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const visible = () => document.visibilityState === 'visible' && now.current();
    const timer = setInterval(visible, EVERY_MS);
    for (const sign of ['focus', 'online']) addEventListener(sign, visible, { signal });
    document.addEventListener('visibilitychange', visible, { signal });
    return () => {
      clearInterval(timer);
      ending.abort();
    };
  }, []);
}
