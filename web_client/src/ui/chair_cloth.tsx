/** The colours and patterns that a chair can be covered with. */
import type { ChairLook } from '../api';

export type Shades = { base: string; deep: string; light: string };

export const SHADES: Record<ChairLook['colour'], Shades> = {
  teal: { base: '#2fa193', deep: '#17635a', light: '#93dacf' },
  coral: { base: '#f37d61', deep: '#a93c25', light: '#ffc7b6' },
  marigold: { base: '#f6b940', deep: '#a56a08', light: '#ffe6ad' },
  plum: { base: '#9260ad', deep: '#5a336f', light: '#d9bce6' },
  sky: { base: '#5fadea', deep: '#27659b', light: '#c6e4fb' },
  moss: { base: '#84aa55', deep: '#4b692a', light: '#d4e6b8' },
  rose: { base: '#ea86ab', deep: '#a03f67', light: '#fcd2e0' },
  slate: { base: '#7886a0', deep: '#434f66', light: '#cbd3df' },
};

type Props = { id: string; pattern: ChairLook['pattern']; shades: Shades };

export function Cloth({ id, pattern, shades }: Props) {
  const size = { dots: 15, stripes: 13, stars: 22, waves: 18, patch: 22, plain: 20 }[pattern] ?? 20;
  return (
    <defs>
      <pattern
        id={id}
        width={size}
        height={pattern === 'waves' ? 11 : size}
        patternUnits="userSpaceOnUse"
        patternTransform={
          pattern === 'stripes' ? 'rotate(32)' : pattern === 'dots' ? 'rotate(18)' : undefined
        }
      >
        <rect width="40" height="40" fill={shades.base} />
        <Figure pattern={pattern} shades={shades} />
      </pattern>
    </defs>
  );
}

function Figure({ pattern, shades: { deep, light } }: Omit<Props, 'id'>) {
  switch (pattern) {
    case 'dots':
      return <circle cx="7.5" cy="7.5" r="3.2" fill={light} />;
    case 'stripes':
      return <rect width="5.5" height="40" fill={light} />;
    case 'stars':
      return (
        <path
          d="M11 4.200l2 4.3 4.7.6-3.5 3.2.9 4.7-4.1-2.4-4.1 2.4.9-4.7-3.5-3.2 4.7-.6z"
          fill={light}
        />
      );
    case 'waves':
      return <path d="M-9 6q4.5-6 9 0t9 0 9 0 9 0" fill="none" stroke={light} stroke-width="3" />;
    case 'patch':
      return (
        <g>
          <rect width="11" height="11" fill={light} />
          <rect x="11" y="11" width="11" height="11" fill={light} opacity="0.55" />
          <path
            d="M0 11h22M11 0v22"
            stroke={deep}
            stroke-width="1"
            stroke-dasharray="2 2.5"
            opacity="0.6"
          />
        </g>
      );
    default:
      return null;
  }
}
