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
      <Floor wide={50} />
      <Cushion
        d="M39 33c8-9 17-11 25-8 9 3 15 10 20 19 6 10 17 14 22 27 6 15 3 28-4 33-9 6-70 6-82 1-9-4-13-15-10-28 4-18 19-30 29-44z"
        fill={cloth}
        deep={deep}
      />
      <path
        d="M35 66c9 14 42 15 55-1"
        fill="none"
        stroke={deep}
        stroke-width="2.4"
        stroke-linecap="round"
        opacity="0.75"
      />
      <path
        d="M62 77c-4 9-5 18-3 28M33 74c-9 9-12 19-10 30M92 72c7 8 10 18 9 31"
        fill="none"
        stroke={deep}
        stroke-width="2.2"
        stroke-linecap="round"
        opacity="0.4"
      />
      <path d="M35 66c9 14 42 15 55-1 3 12-9 21-28 21S33 79 35 66z" fill={deep} opacity="0.14" />
      <Cushion d="M44 28c-3-5 1-11 7-12 5-1 10 3 9 8-4 5-11 6-16 4z" fill={light} deep={deep} />
      <Shine d="M36 46c3-5 6-8 10-11" />
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
