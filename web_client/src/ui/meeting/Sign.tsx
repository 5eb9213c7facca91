/** The small sign in a level's picture: a page read out, a half, a list, a start and an end, turns, a star. */
import type { ComponentChildren } from 'preact';
import type { Level } from '../../api/meeting';

const INK = '#2a2230';
const PAPER = '#fffdf9';
const GOLD = '#f5b53b';

const page = (
  <g>
    <path d="M5 2.500h10l4 4v15H5z" fill={PAPER} stroke={INK} />
    <path d="M8.5 10h7M8.5 13.500h7M8.5 17h4.5" stroke={INK} fill="none" />
  </g>
);
const SIGNS: Record<Level, ComponentChildren> = {
  0: page,
  1: (
    <g stroke={INK}>
      <circle cx="12" cy="12" r="9" fill={PAPER} />
      <path d="M12 3a9 9 0 0 0 0 18z" fill={GOLD} />
    </g>
  ),
  2: page,
  3: (
    <g stroke={INK} fill={GOLD}>
      <path d="M2 5.500l8 6.5-8 6.500z" />
      <path d="M14 7h8v10h-8z" />
    </g>
  ),
  4: (
    <g stroke={INK} fill="none" stroke-width="2.6">
      <circle cx="12" cy="12" r="11.5" fill={PAPER} stroke="none" />
      <path d="M3 8.500h16l-4-4.5" />
      <path d="M21 15.500H5l4 4.5" />
    </g>
  ),
  5: (
    <path
      d="M12 2.500l2.9 6.1 6.6.9-4.8 4.6 1.2 6.600L12 17.500l-5.9 3.2 1.2-6.600L2.5 9.500l6.6-.9z"
      fill={GOLD}
      stroke={INK}
    />
  ),
};

export function Sign({ level, size }: { level: Level; size: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      style={{ inlineSize: `${size / 16}rem`, blockSize: `${size / 16}rem` }}
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SIGNS[level]}
    </svg>
  );
}
