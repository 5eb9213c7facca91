/** The list by keyboard: / goes to the search, the arrows go through the children, Enter opens one. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Pressing / anywhere but in a field goes to the search. */
export function useSlash(search: RefObject<HTMLInputElement | null>): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as Element | null)?.closest('input, textarea, select, dialog')) return;
      event.preventDefault();
      search.current?.focus();
      search.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [search]);
}

/** Down from the search goes to the first child; up from the first goes back to the search. */
export function useArrows(
  search: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const whole = list.current;
    const listen = (event: KeyboardEvent) => move(event, search.current, whole);
    whole?.addEventListener('keydown', listen);
    return () => whole?.removeEventListener('keydown', listen);
  }, [search, list]);
}

function move(event: KeyboardEvent, search: HTMLElement | null, list: HTMLElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const here = links.indexOf(event.target as HTMLElement);
  if (here === -1 && event.target !== search) return;
  const next = here + (event.key === 'ArrowDown' ? 1 : -1);
  event.preventDefault();
  if (next < 0) search?.focus();
  else links[next]?.focus();
}
