/** A small picture for each thing that can be asked for. Decoration: words stand beside it. */
import type { AskedFor } from '../api/asking';

const PICTURES = {
  visit: (
    <>
      <path
        d="M14 41V9a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v32"
        fill="currentColor"
        fill-opacity="0.15"
      />
      <path d="M8 41h32M28.500 24.500v1" />
    </>
  ),
  sooner: (
    <>
      <rect x="7" y="10" width="34" height="31" rx="5" fill="currentColor" fill-opacity="0.15" />
      <path d="M7 19h34M16 6v7M32 6v7M31 30H17M22 25l-5 5 5 5" />
    </>
  ),
  advocate: (
    <>
      <circle cx="17" cy="16" r="6" fill="currentColor" fill-opacity="0.15" />
      <circle cx="32" cy="18" r="5" fill="currentColor" fill-opacity="0.15" />
      <path d="M6 40c0-8 5-12 11-12s11 4 11 12M29 29c7-2 13 3 13 11" />
    </>
  ),
} as const;

export function AskPicture({ kind }: { kind: AskedFor }) {
  return (
    <svg
      class="ask__picture"
      width={48}
      height={48}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-width="3"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PICTURES[kind]}
    </svg>
  );
}
