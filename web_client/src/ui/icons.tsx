/** The few small pictures the kit needs. Each is decoration: words stand beside it. */
import type { ComponentChildren } from 'preact';

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const Tick = () => (
  <Icon size={16}>
    <path d="M4 12.5 9.5 18 20 6.5" stroke-width="3.4" />
  </Icon>
);
export const Back = () => (
  <Icon>
    <path class="flips" d="M15 5l-7 7 7 7" />
  </Icon>
);
export const Forward = () => (
  <Icon>
    <path class="flips" d="M9 5l7 7-7 7" />
  </Icon>
);
export const Heart = () => (
  <Icon size={18}>
    <path d="M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 7.5 2.5C19.5 15.4 12 20 12 20z" />
  </Icon>
);
export const Leave = () => (
  <Icon size={18}>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
);
export const Phone = () => (
  <Icon>
    <path d="M6 3.500h3l1.6 4.3-2.1 1.600a12 12 0 0 0 6.1 6.100l1.6-2.1 4.3 1.600v3A2 2 0 0 1 18.3 20 15 15 0 0 1 4 5.7 2 2 0 0 1 6 3.500z" />
  </Icon>
);
export const Eye = () => (
  <Icon>
    <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z" />
    <circle cx="12" cy="12" r="2.8" />
  </Icon>
);
export const Star = ({ filled }: { filled?: boolean }) => (
  <Icon>
    <path
      fill={filled ? 'currentColor' : 'none'}
      d="M12 3.500l2.6 5.4 5.9.8-4.3 4.1 1.1 5.900L12 16.800l-5.3 2.9 1.1-5.900L3.5 9.700l5.9-.8z"
    />
  </Icon>
);
export const Gear = () => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);
export const Lock = () => (
  <Icon>
    <rect x="5" y="10.5" width="14" height="9.5" rx="2.5" />
    <path d="M8 10.500V8a4 4 0 0 1 8 0v2.5" />
  </Icon>
);
export const Cloud = () => (
  <Icon>
    <path d="M7 18.500a4.5 4.5 0 0 1-.4-9 6 6 0 0 1 11.5 1.700A3.7 3.7 0 0 1 17.5 18.500z" />
  </Icon>
);
