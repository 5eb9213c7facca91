/** Something a person should know: calm, good, or that needs care. */
import type { ComponentChildren } from 'preact';
import './Notice.css';

export type NoticeTone = 'calm' | 'good' | 'care' | 'stop';
type Props = {
  tone?: NoticeTone;
  title?: string;
  /** Says itself to a screen reader when it appears. */
  announced?: boolean;
  children?: ComponentChildren;
};

export function Notice({ tone = 'calm', title, announced, children }: Props) {
  return (
    <div
      class={`notice notice--${tone}`}
      role={announced ? (tone === 'stop' ? 'alert' : 'status') : undefined}
    >
      {title && <p class="notice__title">{title}</p>}
      {children}
    </div>
  );
}
