/** The six shapes of chair, each a drawing of 120 by 120 that stands on the floor at 108. */
import type { ComponentChildren } from 'preact';
import type { ChairLook } from '../api';
import type { Shades } from './chair_cloth';

type Props = { shades: Shades; cloth: string };
const WOOD = '#c08a59';
const DARK_WOOD = '#7d5130';
const GOLD = '#f4c453';

function Floor({ wide = 40, y = 109 }: { wide?: number; y?: number }) {
  return <ellipse class="chair__floor" cx="60" cy={y} rx={wide} ry="5" />;
}

/** Wooden sticks: dark underneath, light on top, so that they look round. */
function Sticks({ d, thick = 6 }: { d: string; thick?: number }) {
  return (
    <g fill="none" stroke-linecap="round" stroke-linejoin="round">
      <path d={d} stroke={DARK_WOOD} stroke-width={thick} />
      <path d={d} stroke={WOOD} stroke-width={thick - 3} />
    </g>
  );
}

function Cushion({ d, fill, deep }: { d: string; fill: string; deep: string }) {
  return <path d={d} fill={fill} stroke={deep} stroke-width="2.6" stroke-linejoin="round" />;
}

function Shine({ d }: { d: string }) {
  return (
    <path d={d} fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" opacity="0.5" />
  );
}

function Stool({ shades: { deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={34} />
      <Sticks d="M60 60v42" />
      <Sticks d="M42 60 32 107M78 60l10 47" thick={7} />
      <Sticks d="M38 86h44" thick={5} />
      <Cushion d="M22 50c0 13 15 22 38 22s38-9 38-22z" fill={deep} deep={deep} />
      <Cushion
        d="M22 49c0-10 16-17 38-17s38 7 38 17-16 16-38 16-38-6-38-16z"
        fill={cloth}
        deep={deep}
      />
      <circle cx="60" cy="47" r="3.4" fill={light} stroke={deep} stroke-width="2" />
      <Shine d="M33 43c5-4 12-6 18-6" />
    </g>
  );
}

function Armchair({ shades: { base, deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={44} />
      <Sticks d="M31 98l-3 9M89 98l3 9" thick={7} />
      <Cushion d="M27 84V42c0-15 13-25 33-25s33 10 33 25v42z" fill={cloth} deep={deep} />
      <Cushion d="M27 76h66v18c0 4-3 7-7 7H34c-4 0-7-3-7-7z" fill={base} deep={deep} />
      <Cushion
        d="M35 72c0-5 4-8 9-8h32c5 0 9 3 9 8v4c0 4-3 7-7 7H42c-4 0-7-3-7-7z"
        fill={light}
        deep={deep}
      />
      <Cushion
        d="M13 62c0-7 5-12 12-12s12 5 12 12v33c0 4-3 6-6 6H21c-5 0-8-3-8-7z"
        fill={cloth}
        deep={deep}
      />
      <Cushion
        d="M107 62c0-7-5-12-12-12s-12 5-12 12v33c0 4 3 6 6 6h10c5 0 8-3 8-7z"
        fill={cloth}
        deep={deep}
      />
      <Shine d="M38 33c4-5 10-8 17-8" />
    </g>
  );
}

function Rocker({ shades: { deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={40} y={111} />
      <Sticks d="M14 99c14 10 78 10 92 0" thick={7} />
      <Sticks d="M36 74l-4 30M84 74l4 30" thick={7} />
      <Sticks d="M33 70V30c0-12 10-20 27-20s27 8 27 20v40" thick={7} />
      <Cushion d="M40 62V32c0-9 8-15 20-15s20 6 20 15v30z" fill={cloth} deep={deep} />
      <Sticks d="M34 51c-9 0-13 2-16 5M86 51c9 0 13 2 16 5M22 56v16M98 56v16" thick={6} />
      <Cushion
        d="M22 70c0-4 3-7 7-7h62c4 0 7 3 7 7v4c0 4-3 7-7 7H29c-4 0-7-3-7-7z"
        fill={light}
        deep={deep}
      />
      <Shine d="M46 31c1-4 5-7 10-8" />
    </g>
  );
}

function Beanbag({ shades: { deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={48} />
      <Cushion
        d="M58 20c9-2 13 5 19 12 7 8 15 14 21 24 7 11 12 22 10 33-2 13-22 19-48 19S14 102 12 89c-2-11 4-22 11-33 7-10 13-14 19-22 5-6 9-12 16-14z"
        fill={cloth}
        deep={deep}
      />
      <path
        d="M60 22c-4 16-24 26-27 48-1 12 4 24 10 37M62 22c4 16 22 28 25 48 2 12-2 24-9 37"
        fill="none"
        stroke={deep}
        stroke-width="2.2"
        opacity="0.55"
        stroke-linecap="round"
      />
      <ellipse cx="60" cy="66" rx="23" ry="13" fill={deep} opacity="0.18" />
      <Cushion d="M52 22c-1-5 3-9 8-9s9 4 8 9c-4 4-12 4-16 0z" fill={light} deep={deep} />
      <Shine d="M26 66c3-7 7-12 12-17" />
    </g>
  );
}

function Throne({ shades: { base, deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={42} />
      <Sticks d="M29 92v15M91 92v15" thick={8} />
      <Cushion d="M30 80V35l-4-17 16 9 18-17 18 17 16-9-4 17v45z" fill={cloth} deep={deep} />
      <g fill={GOLD} stroke={DARK_WOOD} stroke-width="2">
        <circle cx="26" cy="17" r="4.5" />
        <circle cx="60" cy="9" r="5" />
        <circle cx="94" cy="17" r="4.5" />
      </g>
      <Cushion d="M26 78h68v13c0 4-3 6-6 6H32c-3 0-6-2-6-6z" fill={base} deep={deep} />
      <Cushion
        d="M34 74c0-5 4-8 9-8h34c5 0 9 3 9 8v3c0 4-3 6-7 6H41c-4 0-7-2-7-6z"
        fill={light}
        deep={deep}
      />
      <Sticks d="M20 58h14M100 58H86M21 60v36M99 60v36" thick={8} />
      <g fill={GOLD} stroke={DARK_WOOD} stroke-width="2">
        <circle cx="19" cy="57" r="5" />
        <circle cx="101" cy="57" r="5" />
      </g>
      <Shine d="M37 44v18" />
    </g>
  );
}

function Swing({ shades: { base, deep, light }, cloth }: Props) {
  return (
    <g>
      <Floor wide={30} />
      <Sticks d="M10 9h100" thick={8} />
      <g fill="none" stroke={DARK_WOOD} stroke-width="3" stroke-linecap="round">
        <path d="M30 10l-4 62M90 10l4 62" />
        <path d="M30 10v9M90 10v9" stroke={GOLD} stroke-width="4.5" />
      </g>
      <Cushion d="M30 70V47c0-8 8-13 30-13s30 5 30 13v23z" fill={cloth} deep={deep} />
      <Cushion
        d="M19 69c0-3 2-5 5-5h72c3 0 5 2 5 5v6c0 9-8 16-18 16H37c-10 0-18-7-18-16z"
        fill={base}
        deep={deep}
      />
      <Cushion
        d="M30 66c0-5 3-8 8-8h44c5 0 8 3 8 8v2c0 4-3 6-7 6H37c-4 0-7-2-7-6z"
        fill={light}
        deep={deep}
      />
      <Shine d="M38 46c3-3 8-4 14-5" />
    </g>
  );
}

export const CHAIR_SHAPES: Record<ChairLook['shape'], (props: Props) => ComponentChildren> = {
  stool: Stool,
  armchair: Armchair,
  rocker: Rocker,
  beanbag: Beanbag,
  throne: Throne,
  swing: Swing,
};
