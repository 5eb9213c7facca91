/** A short state beside a name. Its words carry the meaning; the colour only helps the eye. */
import type { ComponentChildren } from 'preact';

export type ChipTone = 'late' | 'soon' | 'good' | 'plain' | 'none';

export function Chip({
  tone = 'plain',
  children,
}: {
  tone?: ChipTone;
  children: ComponentChildren;
}) {
  return <span class={`chip chip--${tone}`}>{children}</span>;
}
