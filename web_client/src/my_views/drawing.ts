/** What the drawings of topics have in common. */
import type { ComponentChildren } from 'preact';

export type Tint = 'teal' | 'coral' | 'marigold' | 'plum' | 'sky' | 'moss' | 'rose' | 'slate';
export type Picture = { tint: Tint; drawing: ComponentChildren };

export const light = { fill: 'var(--light)' };
export const line = { fill: 'none' };
export const white = { fill: '#fffdf9' };
