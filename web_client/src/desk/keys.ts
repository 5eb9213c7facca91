/** A list by keyboard: / goes to the search, the arrows (or j and k) go through the rows, Enter opens one. */
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

/** Anywhere but in a field, j and the arrow down go to the next row, k and the arrow up to the one before. */
export function useRows(list: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => step(event, list.current);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [list]);
}

const STEPS: Record<string, number> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

function step(event: KeyboardEvent, list: HTMLElement | null): void {
  const by = STEPS[event.key];
  if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = event.target as Element | null;
  if (target?.closest('input, textarea, select, dialog')) return;
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const here = rows.indexOf(target as HTMLElement);
  // The arrows turn the page until somebody is in the list.
  if (here === -1 && event.key.length > 1) return;
  event.preventDefault();
  rows[here === -1 ? 0 : here + by]?.focus();
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
