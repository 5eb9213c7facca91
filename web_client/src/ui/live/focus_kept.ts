/** What had the focus may be gone with the next step of a meeting: then the keyboard goes on at its heading. */
import { useEffect, useRef } from 'preact/hooks';

export function useFocusKept(): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const seen = ({ target }: FocusEvent) => {
      last.current = target as Element;
    };
    document.addEventListener('focusin', seen);
    return () => document.removeEventListener('focusin', seen);
  }, []);
  useEffect(() => {
    const { activeElement, body } = document;
    if (!last.current || last.current.isConnected || (activeElement ?? body) !== body) return;
    last.current = null;
    const heading = document.querySelector<HTMLElement>('#live-now, main h2, h1');
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  });
}
