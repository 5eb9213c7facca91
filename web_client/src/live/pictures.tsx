/** Small pictures beside what I may need. Decoration: the words stand beside them. */
import type { ComponentChildren } from 'preact';

function Picture({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      stroke-width="2.400"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CupPicture = () => (
  <Picture>
    <path
      d="M6 14h16v6c0 4-3 7-8 7s-8-3-8-7zM22 16h2.500a3 3 0 0 1 0 6.500H22"
      fill="var(--glow-soft)"
    />
    <path d="M11 5c-1.500 2 1.500 3 0 5.500M17 5c-1.500 2 1.500 3 0 5.500" />
  </Picture>
);
export const BubblePicture = () => (
  <Picture>
    <path
      d="M4 8c0-1.700 1.300-3 3-3h18c1.700 0 3 1.300 3 3v11c0 1.700-1.300 3-3 3H16l-6 5v-5H7c-1.700 0-3-1.300-3-3z"
      fill="var(--glow-soft)"
    />
    <path d="M13 11c.3-2.500 6-2.500 6 .700 0 2.300-2.800 2.200-2.800 4.300M16.200 18.800v.1" />
  </Picture>
);
export const HandsPicture = () => (
  <Picture>
    <circle cx="9" cy="9" r="4" fill="var(--glow-soft)" />
    <circle cx="23" cy="9" r="4" />
    <path d="M4 25c0-5 2-8 5-8M28 25c0-5-2-8-5-8M11 22h9M17 18.500l4 3.500-4 3.500" />
  </Picture>
);
export const HeartPicture = () => (
  <Picture>
    <path
      d="M16 27S5 20.500 5 12.500A5.800 5.800 0 0 1 16 9.500a5.800 5.800 0 0 1 11 3C27 20.500 16 27 16 27z"
      fill="var(--blush)"
    />
  </Picture>
);
export const LightPicture = () => (
  <Picture>
    <path d="M10 8h12v9H10zM8 17h16v4H8zM10 21v6M22 21v6" fill="var(--glow-soft)" />
    <path d="M16 2v2M6 5l1.500 1.500M26 5l-1.500 1.500" />
  </Picture>
);
