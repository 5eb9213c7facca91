/** Addresses inside the app: where we are, going elsewhere, and links. */
import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

export const place = signal(here());

export type Params = Record<string, string>;

function here(): string {
  return location.pathname;
}

export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  place.value = here();
  window.scrollTo(0, 0);
}

/** Starts listening to Back, Forward and the app's own links. */
export function followLinks(): void {
  addEventListener('popstate', () => {
    place.value = here();
  });
  document.addEventListener('click', event => {
    const link = (event.target as Element | null)?.closest('a');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (link.hash && link.pathname === location.pathname) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}

/** `match('/reviews/:id/plan', path)` gives `{ id }` or null; a last `*` takes the rest as `rest`. */
export function match(pattern: string, path: string): Params | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  const params: Params = {};
  for (const [index, name] of wanted.entries()) {
    if (name === '*') {
      params.rest = given.slice(index).map(decodeURIComponent).join('/');
      return params;
    }
    const part = given[index];
    if (part === undefined) return null;
    if (name.startsWith(':')) params[name.slice(1)] = decodeURIComponent(part);
    else if (name !== part) return null;
  }
  return given.length === wanted.length ? params : null;
}

type LinkProps = {
  to: string;
  class?: string;
  'aria-label'?: string;
  'aria-current'?: 'page' | 'step' | undefined;
  children: ComponentChildren;
};

export function Link({ to, children, ...rest }: LinkProps) {
  return (
    <a href={to} {...rest}>
      {children}
    </a>
  );
}
