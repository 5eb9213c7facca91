/** A small picture for each topic, drawn in the same flat colours as the chairs. Decoration: its title stands beside it. */
import { light, line, type Picture, type Tint, white } from './drawing';
import { LEAVING_CARE } from './leaving_care_pictures';

/** base, deep (outlines), light */
const TINTS: Record<Tint, [string, string, string]> = {
  teal: ['#2fa193', '#17635a', '#93dacf'],
  coral: ['#f37d61', '#a93c25', '#ffc7b6'],
  marigold: ['#f6b940', '#8a5606', '#ffe6ad'],
  plum: ['#9260ad', '#5a336f', '#d9bce6'],
  sky: ['#5fadea', '#27659b', '#c6e4fb'],
  moss: ['#84aa55', '#4b692a', '#d4e6b8'],
  rose: ['#ea86ab', '#a03f67', '#fcd2e0'],
  slate: ['#7886a0', '#434f66', '#cbd3df'],
};

export function TopicPicture({ topic, size = 56 }: { topic: string; size?: number }) {
  const { tint, drawing } = PICTURES[topic] ?? ANYTHING;
  const [base, deep, light] = TINTS[tint];
  return (
    <svg
      class="topic-picture"
      viewBox="0 0 64 64"
      style={{
        inlineSize: `${size / 16}rem`,
        blockSize: `${size / 16}rem`,
        '--base': base,
        '--deep': deep,
        '--light': light,
      }}
      aria-hidden="true"
      focusable="false"
    >
      <g
        fill="var(--base)"
        stroke="var(--deep)"
        stroke-width="2.4"
        stroke-linejoin="round"
        stroke-linecap="round"
      >
        {drawing}
      </g>
    </svg>
  );
}

const ANYTHING: Picture = {
  tint: 'sky',
  drawing: (
    <>
      <path d="M32 9c14 0 24 8.5 24 19.5S46 48 32 48c-2.5 0-5-.3-7.2-.8L12 54l3-10.5C10.8 39.9 8 34.5 8 28.5 8 17.5 18 9 32 9z" />
      <g fill="#fffdf9" stroke="none">
        <circle cx="21" cy="28.5" r="3.2" />
        <circle cx="32" cy="28.5" r="3.2" />
        <circle cx="43" cy="28.5" r="3.2" />
      </g>
    </>
  ),
};

const BOOK: Picture = {
  tint: 'coral',
  drawing: (
    <>
      <path d="M32 18c-6-4-14-5-23-4v34c9-1 17 0 23 4 6-4 14-5 23-4V14c-9-1-17 0-23 4z" />
      <path
        d="M32 17c-5-3.5-11-4.5-18-4v31c7-.5 13 .5 18 4 5-3.5 11-4.5 18-4V13c-7-.5-13 .5-18 4z"
        {...white}
      />
      <path
        d="M32 17v31M20 22c2.5.1 4.5.5 6.5 1.2M20 30c2.5.1 4.5.5 6.5 1.2M44 22c-2.5.1-4.5.5-6.5 1.2M44 30c-2.5.1-4.5.5-6.5 1.2"
        {...line}
      />
    </>
  ),
};

const TALKING: Picture = {
  tint: 'moss',
  drawing: (
    <>
      <path d="M6 56c0-11 6-17 15-17s15 6 15 17z" />
      <circle cx="21" cy="28" r="9" {...light} />
      <path
        d="M44 8c8 0 14 4.5 14 11s-6 11-14 11c-1.5 0-3-.2-4.2-.5L32 34l2-7.5c-2.5-2-4-4.5-4-7.5 0-6.5 6-11 14-11z"
        {...white}
      />
      <path d="M38 17h12M38 22h8" {...line} />
    </>
  ),
};

const PICTURES: Record<string, Picture | undefined> = {
  meeting: {
    tint: 'marigold',
    drawing: (
      <>
        <circle cx="32" cy="32" r="14" {...light} />
        <circle cx="32" cy="32" r="7" stroke="none" />
        <Stool x={32} y={54} fill="#2fa193" deep="#17635a" />
        <Stool x={11} y={40} fill="#f37d61" deep="#a93c25" />
        <Stool x={18.5} y={14.5} fill="#9260ad" deep="#5a336f" />
        <Stool x={45.5} y={14.5} fill="#5fadea" deep="#27659b" />
        <Stool x={53} y={40} fill="#ea86ab" deep="#a03f67" />
      </>
    ),
  },
  last_time: {
    tint: 'slate',
    drawing: (
      <>
        <circle cx="34" cy="34" r="21" {...light} />
        <circle cx="34" cy="34" r="15" {...white} />
        <path d="M34 25v9.5l6 4" stroke-width="3.2" {...line} />
        <path d="M9.5 33A24.5 24.5 0 0 1 24 11.5" stroke-width="3.2" {...line} />
        <path d="M4 26l5.5 8 7-6.5" stroke-width="3.2" {...line} />
      </>
    ),
  },
  home: {
    tint: 'coral',
    drawing: (
      <>
        <path d="M42 13h6v10l-6-5z" />
        <path d="M14 30v23c0 1.7 1.3 3 3 3h30c1.7 0 3-1.3 3-3V30L32 14z" {...light} />
        <path d="M7 33 32 10l25 23" stroke-width="8" {...line} />
        <path d="M7 33 32 10l25 23" stroke="var(--base)" stroke-width="3.6" {...line} />
        <path d="M27 56V42c0-2.8 2.2-5 5-5s5 2.2 5 5v14z" />
        <circle cx="34.3" cy="48" r="0.8" fill="#fffdf9" stroke="#fffdf9" stroke-width="1" />
      </>
    ),
  },
  family: {
    tint: 'rose',
    drawing: (
      <>
        <path d="M6 55c0-12 5-18 13-18s13 6 13 18z" />
        <circle cx="19" cy="27" r="8.5" {...light} />
        <path d="M36 55c0-9 4-14 10.5-14S57 46 57 55z" fill="#9260ad" stroke="#5a336f" />
        <circle cx="46.5" cy="34" r="7" fill="#d9bce6" stroke="#5a336f" />
        <path
          d="M36 20.5s-7-4.2-7-9.3A4 4 0 0 1 36 8.7a4 4 0 0 1 7 2.5c0 5.1-7 9.3-7 9.3z"
          fill="#f37d61"
          stroke="#a93c25"
        />
      </>
    ),
  },
  school: {
    tint: 'sky',
    drawing: (
      <>
        <path d="M24 14c0-4 3-7 8-7s8 3 8 7" {...line} stroke-width="3.2" />
        <path d="M14 30c0-10 7-17 18-17s18 7 18 17v22c0 2.5-2 4.5-4.5 4.5h-27A4.5 4.5 0 0 1 14 52z" />
        <path
          d="M10 36h4v14h-4c-1.7 0-3-1.3-3-3v-8c0-1.7 1.3-3 3-3zM54 36h-4v14h4c1.7 0 3-1.3 3-3v-8c0-1.7-1.3-3-3-3z"
          {...light}
        />
        <path d="M20 38h24v13c0 1.7-1.3 3-3 3H23c-1.7 0-3-1.3-3-3z" {...light} />
        <path d="M20 43h24M32 43v4M24 26h16" {...line} />
      </>
    ),
  },
  education: BOOK,
  health: {
    tint: 'coral',
    drawing: (
      <>
        <path d="M32 55S8 41.5 8 24.5A12.7 12.7 0 0 1 32 18a12.7 12.7 0 0 1 24 6.5C56 41.5 32 55 32 55z" />
        <path d="M23 27v2M41 27v2" stroke-width="3.6" {...line} />
        <path d="M23.5 35.5c4.5 4.5 12.5 4.5 17 0" stroke-width="3" {...line} />
        <path d="M14.5 24c0-4 2-6.5 5-7.5" stroke="#fffdf9" opacity="0.7" {...line} />
      </>
    ),
  },
  fun: {
    tint: 'plum',
    drawing: (
      <>
        <path d="M18 19h28c8 0 12 7.5 12.5 18.5.3 7-2 11-6.5 11-5 0-7-4.5-10-9.5H22c-3 5-5 9.5-10 9.5-4.5 0-6.8-4-6.5-11C6 26.5 10 19 18 19z" />
        <path d="M20 25v9M15.5 29.5h9" stroke="#fffdf9" stroke-width="3.6" {...line} />
        <g stroke="none">
          <circle cx="44" cy="25.5" r="2.6" fill="#ffe6ad" />
          <circle cx="44" cy="33.5" r="2.6" fill="#93dacf" />
          <circle cx="40" cy="29.5" r="2.6" fill="#ffc7b6" />
          <circle cx="48" cy="29.5" r="2.6" fill="#c6e4fb" />
        </g>
        <path d="M32 19v-4c0-3 2-5 5-5h3" {...line} />
      </>
    ),
  },
  me: {
    tint: 'marigold',
    drawing: (
      <>
        <circle cx="32" cy="34" r="22" {...light} />
        <path d="M16.5 49.5c2.5-7 8-11 15.5-11s13 4 15.5 11A22 22 0 0 1 32 56a22 22 0 0 1-15.5-6.5z" />
        <circle cx="32" cy="28" r="9" {...white} />
        <path d="M51 5l2.7 5.6 6.2.8-4.5 4.3 1.1 6.1L51 18.9l-5.5 2.9 1.1-6.1-4.5-4.3 6.2-.8z" />
      </>
    ),
  },
  safe: {
    tint: 'teal',
    drawing: (
      <>
        <path d="M32 31v18.5c0 3.3 2.2 5.5 5 5.5s5-2.2 5-5" stroke-width="3.2" {...line} />
        <path d="M32 8C17 8 7 18 6 33c4-4.5 9.5-4.5 13 0 3.5-4.5 9.5-4.5 13 0 3.5-4.5 9.5-4.5 13 0 3.5-4.5 9-4.5 13 0C57 18 47 8 32 8z" />
        <path
          d="M19 33C19.5 21 24 12 32 8c8 4 12.5 13 13 25-3.5-4.5-9.5-4.5-13 0-3.5-4.5-9.5-4.5-13 0z"
          {...light}
        />
        <path d="M32 8V5" stroke-width="3.2" {...line} />
      </>
    ),
  },
  social_worker: TALKING,
  support: TALKING,
  plan: {
    tint: 'moss',
    drawing: (
      <>
        <path d="M6 16l17-6 18 6 17-6v38l-17 6-18-6-17 6z" {...light} />
        <path d="M23 10v38l-17 6V16zM41 16v38l17-6V10z" opacity="0.55" stroke="none" />
        <path d="M23 10v38M41 16v38" {...line} />
        <path
          d="M13 42c3-8 8-2 13-6s1-12 9-13"
          stroke-width="3"
          stroke-dasharray="0.5 5.5"
          {...line}
        />
        <path d="M44 21l7 7M51 21l-7 7" stroke="#a93c25" stroke-width="3.6" {...line} />
      </>
    ),
  },
  anything: ANYTHING,
  good_news: {
    tint: 'marigold',
    drawing: (
      <>
        <path
          d="M23 36l-7 20 9-3 5 7 5-19zM41 36l7 20-9-3-5 7-5-19z"
          fill="#f37d61"
          stroke="#a93c25"
        />
        <circle cx="32" cy="25" r="19" />
        <circle cx="32" cy="25" r="13.5" {...light} />
        <path
          d="M32 16.5l2.7 5.5 6 .8-4.4 4.2 1.1 6L32 30.2 26.6 33l1.1-6-4.4-4.2 6-.8z"
          {...white}
        />
      </>
    ),
  },
  ...LEAVING_CARE,
};

function Stool({ x, y, fill, deep }: { x: number; y: number; fill: string; deep: string }) {
  return <circle cx={x} cy={y} r="6.5" fill={fill} stroke={deep} />;
}
