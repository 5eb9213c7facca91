/** What had the focus may be gone with the next step of a meeting: then the keyboard goes on at its heading. */
import { useEffect } from 'preact/hooks';

export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null;
    const seen = ({ target }: FocusEvent) => {
      last = target as Element;
    };
    const look = () => {
      const { activeElement, body } = document;
      if (!last || last.isConnected || (activeElement ?? body) !== body) return;
      last = null;
      const heading = document.querySelector<HTMLElement>('#live-now, main h2, h1');
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', seen);
    return () => {
      watcher.disconnect();
      document.removeEventListener('focusin', seen);
    };
  }, []);
}
