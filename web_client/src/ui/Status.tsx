/** A short line that says itself when it changes: where my words are, what was just done. */
import type { ComponentChildren } from 'preact';
import './Status.css';

export function Status({ children, quiet }: { children?: ComponentChildren; quiet?: boolean }) {
  return (
    <p class={quiet ? 'status visually-hidden' : 'status'} role="status" aria-live="polite">
      {children}
    </p>
  );
}
