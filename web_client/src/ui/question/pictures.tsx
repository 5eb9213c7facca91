/** Small line pictures for the question screens. Decoration: words stand beside them. */
import type { ComponentChildren } from 'preact';

function Line({ children, size = 22 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const SpeakerPicture = () => (
  <Line>
    <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" fill="currentColor" />
    <path d="M15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
  </Line>
);
export const StopPicture = () => (
  <Line>
    <rect x="6" y="6" width="12" height="12" rx="2.5" fill="currentColor" />
  </Line>
);
export const PencilPicture = () => (
  <Line>
    <path d="M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5z" />
    <path d="M13.5 7l3.5 3.5" />
  </Line>
);
export const StarPicture = ({ filled, size = 26 }: { filled?: boolean; size?: number }) => (
  <Line size={size}>
    <path
      fill={filled ? 'currentColor' : 'none'}
      d="M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17l-5.4 3 1.1-6.1L3.2 9.6l6.1-.8z"
    />
  </Line>
);
