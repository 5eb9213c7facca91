/** The 36 pictures of a picture code, always in this order: each a drawing of 48 by 48, as plain shapes. */

/** A path, and what fills it; `line` is drawn, not filled. */
type Shape = readonly [fill: Paint, d: string];
type Paint = keyof typeof PAINTS;

export const PAINTS = {
  line: 'none',
  ink: '#2a2230',
  white: '#ffffff',
  yellow: '#f5c542',
  orange: '#ee8a34',
  red: '#d8413a',
  pink: '#f0a0b4',
  purple: '#8a5bb5',
  blue: '#3d86c6',
  sky: '#a9d6f2',
  teal: '#2f9c8f',
  green: '#5aa545',
  brown: '#99683f',
  grey: '#b9bcc6',
} as const;

const round = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;

export const DRAWINGS = {
  sun: [
    ['line', 'M24 3v6M24 39v6M3 24h6M39 24h6M9 9l4 4M35 35l4 4M9 39l4-4M35 13l4-4'],
    ['yellow', round(24, 24, 11)],
  ],
  moon: [['yellow', 'M30 5a20 20 0 1 0 13 27A17 17 0 0 1 30 5z']],
  star: [['yellow', 'M24 4l6 13 14 2-10 10 2 14-12-7-12 7 2-14L4 19l14-2z']],
  cloud: [['sky', 'M13 38a9 9 0 0 1-1-18 12 12 0 0 1 23-2 10 10 0 0 1 1 20z']],
  rainbow: [
    ['red', 'M3 38a21 21 0 0 1 42 0h-6a15 15 0 0 0-30 0z'],
    ['yellow', 'M9 38a15 15 0 0 1 30 0h-5a10 10 0 0 0-20 0z'],
    ['blue', 'M14 38a10 10 0 0 1 20 0h-5a5 5 0 0 0-10 0z'],
  ],
  umbrella: [
    ['line', 'M24 24v15a4 4 0 0 0 8 0'],
    ['purple', 'M4 25a20 20 0 0 1 40 0c-3-3-7-3-10 0-3-3-7-3-10 0-3-3-7-3-10 0-3-3-7-3-10 0z'],
  ],
  tree: [
    ['brown', 'M21 30h6v15h-6z'],
    ['green', `M24 3a11 11 0 0 1 11 12 9 9 0 0 1-4 18H17a9 9 0 0 1-4-18A11 11 0 0 1 24 3z`],
  ],
  flower: [
    ['line', 'M24 28v17M24 40c-6 0-8-3-9-6'],
    [
      'pink',
      `${round(24, 9, 6)}${round(33, 16, 6)}${round(30, 26, 6)}${round(18, 26, 6)}${round(15, 16, 6)}`,
    ],
    ['yellow', round(24, 18, 5)],
  ],
  leaf: [
    ['green', 'M8 40C2 18 20 4 42 6c2 22-12 38-34 34z'],
    ['line', 'M5 44 30 18M18 31v-9M24 25h9'],
  ],
  mushroom: [
    ['white', 'M18 26h12l2 17H16z'],
    ['red', 'M4 27C4 14 13 5 24 5s20 9 20 22z'],
    ['white', `${round(16, 17, 3)}${round(28, 13, 3)}${round(34, 21, 2.5)}`],
  ],
  cactus: [
    [
      'green',
      'M19 44V30h-4a7 7 0 0 1-7-7v-5h6v5h5V9a5 5 0 0 1 10 0v18h5v-9h6v9a7 7 0 0 1-7 7h-4v10z',
    ],
  ],
  mountain: [
    ['grey', 'M2 42 18 12l9 16 5-8 14 22z'],
    ['white', 'M18 12l6 11-6-3-5 3z'],
  ],
  apple: [
    ['line', 'M24 14c0-5 2-8 5-10'],
    [
      'red',
      'M24 15c6-5 18-2 17 11-1 9-7 18-12 18-2 0-3-1-5-1s-3 1-5 1C14 44 8 35 7 26 6 13 18 10 24 15z',
    ],
  ],
  banana: [['yellow', 'M9 5l6-1c-1 18 8 29 27 31l1 5C22 47 4 33 9 5z']],
  carrot: [
    ['green', 'M30 16c-1-6 1-10 3-12l3 7 7-3c-2 4-5 8-11 10z'],
    ['orange', 'M5 44C7 32 15 18 26 14c5 0 9 4 9 9C30 34 17 42 5 44z'],
    ['line', 'M19 21l5 4M14 29l4 4'],
  ],
  cake: [
    ['line', 'M24 15V7'],
    ['pink', 'M6 24c0-6 4-9 9-9h18c5 0 9 3 9 9v4H6z'],
    ['white', 'M6 28h36v15H6z'],
    ['line', 'M6 28c3 5 6 5 9 0 3 5 6 5 9 0 3 5 6 5 9 0 3 5 6 5 9 0'],
  ],
  ice_cream: [
    ['brown', 'M13 24h22L24 45z'],
    ['pink', 'M11 24a13 13 0 1 1 26 0z'],
  ],
  cup: [
    ['line', 'M34 20h4a5 5 0 0 1 0 13h-4M16 4c-3 3 3 5 0 8M25 4c-3 3 3 5 0 8'],
    ['blue', 'M8 16h26v18c0 6-4 9-8 9H16c-4 0-8-3-8-9z'],
  ],
  cat: [
    ['orange', 'M7 5l11 8h12L41 5v22c0 10-7 17-17 17S7 37 7 27z'],
    ['ink', `${round(17, 24, 2.4)}${round(31, 24, 2.4)}`],
    ['line', 'M24 30v4M18 36c3 2 6 1 6-2 0 3 3 4 6 2M3 29l8 1M45 29l-8 1'],
  ],
  rabbit: [
    ['grey', 'M14 22C9 12 10 3 15 3s6 9 6 16h6c0-7 1-16 6-16s6 9 1 19c10 9 4 22-10 22S4 31 14 22z'],
    ['ink', `${round(18, 29, 2.3)}${round(30, 29, 2.3)}`],
    ['pink', 'M21 34h6l-3 4z'],
  ],
  fish: [
    ['teal', 'M4 24c8-14 21-14 29-3l11-9v24l-11-9C25 38 12 38 4 24z'],
    ['white', round(13, 22, 3)],
  ],
  duck: [
    [
      'yellow',
      'M12 6c7-3 14 2 13 10l-1 6c7 3 13 1 20-5 2 14-6 25-19 25C12 42 5 35 8 24c-2-8-2-15 4-18z',
    ],
    ['orange', 'M10 12 2 16l8 4z'],
    ['ink', round(17, 13, 2)],
  ],
  snail: [
    ['pink', 'M4 42c0-4 4-6 9-6h20c4 0 5-4 4-12 0-5 8-5 8 0 0 12-3 18-11 18z'],
    ['brown', round(20, 25, 14)],
    ['line', 'M20 25a4 4 0 1 1 4 4 8 8 0 1 1 5-10M38 21l-2-8M43 21l2-8'],
  ],
  butterfly: [
    ['purple', 'M23 24C15 4 3 7 4 17c0 6 6 9 12 8-8 2-9 16 0 16 5 0 7-7 7-17z'],
    ['purple', 'M25 24C33 4 45 7 44 17c0 6-6 9-12 8 8 2 9 16 0 16-5 0-7-7-7-17z'],
    ['line', 'M24 38V16M24 16c-1-5-3-8-6-9M24 16c1-5 3-8 6-9'],
  ],
  boat: [
    ['white', 'M22 5v24H6z'],
    ['red', 'M26 10l14 19H26z'],
    ['brown', 'M4 33h40l-6 11H10z'],
  ],
  car: [
    ['red', 'M3 33V24l6-1 6-10h17l7 10 6 2v8z'],
    ['sky', 'M16 16h6v7H12zM26 16h5l4 7h-9z'],
    ['ink', `${round(13, 34, 5)}${round(35, 34, 5)}`],
  ],
  rocket: [
    ['orange', 'M19 36h10l-5 10z'],
    ['red', 'M15 24 8 38l9-3zM33 24l7 14-9-3z'],
    ['white', 'M24 2c8 7 11 20 7 34H17C13 22 16 9 24 2z'],
    ['blue', round(24, 18, 4)],
  ],
  bike: [
    ['white', `${round(11, 32, 9)}${round(37, 32, 9)}`],
    ['line', 'M11 32l7-16h13l6 16M18 16l6 16h-13M24 32l7-16M15 14h6M31 16l-1-5h6'],
  ],
  balloon: [
    ['line', 'M24 33c-5 4 4 7 0 13'],
    ['red', 'M24 3c9 0 14 6 14 14 0 9-8 16-14 17-6-1-14-8-14-17C10 9 15 3 24 3z'],
  ],
  kite: [
    ['line', 'M21 34c-2 5 6 4 4 11'],
    ['teal', 'M28 3 42 18 20 35 10 14z'],
    ['line', 'M28 3 20 35M10 14l32 4'],
  ],
  ball: [
    ['white', round(24, 24, 20)],
    [
      'blue',
      'M24 4a20 20 0 0 1 17 10L24 24zM41 34a20 20 0 0 1-17 10V24zM7 34a20 20 0 0 1 0-20l17 10z',
    ],
  ],
  drum: [
    ['red', 'M6 18v18c0 4 8 7 18 7s18-3 18-7V18z'],
    ['white', 'M6 18c0-4 8-7 18-7s18 3 18 7-8 7-18 7-18-3-18-7z'],
    ['line', 'M18 17 6 4M30 17 42 4M6 36l9-12M42 36l-9-12'],
  ],
  hat: [
    ['purple', 'M13 34 16 6h16l3 28z'],
    ['yellow', 'M13.6 28h20.8l.6 6H13z'],
    ['purple', 'M3 34h42v7H3z'],
  ],
  sock: [
    ['teal', 'M17 4h15v24l-3 9c-2 6-6 8-11 8-9 0-14-4-11-9l10-8z'],
    ['white', 'M17 4h15v7H17z'],
  ],
  key: [
    ['yellow', `M20 22h26v6h-4v6h-6v-6h-4v5h-5v-5h-7a10 10 0 1 1 0-6z`],
    ['white', round(11, 25, 4)],
  ],
  bell: [
    ['orange', round(24, 40, 4.5)],
    ['yellow', 'M24 5c9 0 13 7 13 16 0 8 2 12 6 16H5c4-4 6-8 6-16 0-9 4-16 13-16z'],
  ],
} as const satisfies Record<string, readonly Shape[]>;

export type PictureKey = keyof typeof DRAWINGS;
export const PICTURES = Object.keys(DRAWINGS) as PictureKey[];
export const CODE_LENGTH = 4;
