/** A button, or a link that looks like one. */
import type { ButtonHTMLAttributes, ComponentChildren } from 'preact';
import './Button.css';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'stop';
type Look = { kind?: ButtonKind; wide?: boolean; children: ComponentChildren };
type ButtonProps = Look & { busy?: boolean } & Omit<ButtonHTMLAttributes, 'size'>;
type LinkButtonProps = Look & {
  to: string;
  class?: string;
  lang?: string;
  download?: string;
  'aria-label'?: string;
  onClick?: (event: MouseEvent) => void;
};

/** When it is off it can still be found and stood upon: the keyboard never loses its place. */
export function Button({
  kind = 'plain',
  wide,
  busy,
  disabled,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const off = busy || Boolean(disabled);
  return (
    <button
      type="button"
      {...rest}
      class={look(kind, wide, rest.class)}
      aria-disabled={off || undefined}
      data-busy={busy || undefined}
      onClick={event => {
        if (off) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {children}
    </button>
  );
}

export function LinkButton({ kind = 'plain', wide, to, children, ...rest }: LinkButtonProps) {
  return (
    <a {...rest} href={to} class={look(kind, wide, rest.class)}>
      {children}
    </a>
  );
}

function look(kind: ButtonKind, wide: boolean | undefined, more: unknown): string {
  return `button button--${kind}${wide ? ' button--wide' : ''}${more ? ` ${more}` : ''}`;
}
