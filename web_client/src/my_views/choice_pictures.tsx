/** A picture for each choice of the youngest children's questions. Decoration: its word stands beside it. */
import type { ComponentChildren } from 'preact';
import { Face } from '../ui';
import { TopicPicture } from './topic_pictures';

const SIZE = 44;

/** The picture of a choice; null when there is none, and then the word stands alone. */
export function choicePicture(question: string, choice: string): ComponentChildren {
  return PICTURES[`${question}.${choice}`] ?? PICTURES[choice] ?? null;
}

function Drawn({ children }: { children: ComponentChildren }) {
  return (
    <svg
      viewBox="0 0 48 48"
      style={{ inlineSize: `${SIZE / 16}rem`, blockSize: `${SIZE / 16}rem` }}
      aria-hidden="true"
      focusable="false"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      {children}
    </svg>
  );
}

type PersonLook = {
  x?: number;
  y?: number;
  small?: boolean;
  coat: string;
  skin: string;
  hair: string;
  long?: boolean;
};

function Someone({ x = 24, y = 18, small, coat, skin, hair, long }: PersonLook) {
  const r = small ? 6.5 : 8.5;
  const wide = small ? 9 : 13;
  return (
    <g stroke="#2a2230">
      {long && (
        <path
          d={`M${x - r - 1} ${y + r + 3}V${y}a${r + 1} ${r + 1} 0 0 1 ${2 * r + 2} 0v${r + 3}z`}
          fill={hair}
        />
      )}
      <path
        d={`M${x - wide} 45c0-${small ? 8 : 11} 4-${small ? 11 : 15} ${wide}-${small ? 11 : 15}s${wide} ${small ? 3 : 4} ${wide} ${small ? 11 : 15}z`}
        fill={coat}
      />
      <circle cx={x} cy={y} r={r} fill={skin} />
      <path
        d={`M${x - r} ${y}a${r} ${r} 0 0 1 ${2 * r} 0c-${r * 0.9} 0-${r * 1.4}-${r * 0.3}-${r * 1.5}-${r * 0.6}z`}
        fill={hair}
      />
    </g>
  );
}

const round = (fill: string, deep: string, mark: ComponentChildren) => (
  <Drawn>
    <circle cx="24" cy="24" r="20" fill={fill} stroke={deep} />
    <g fill="none" stroke={deep} stroke-width="4.5">
      {mark}
    </g>
  </Drawn>
);

const YES = round('#d4e6b8', '#4b692a', <path d="M15 25l6.5 6.5L34 17" />);
const NO = round('#cbd3df', '#434f66', <path d="M17 17l14 14M31 17L17 31" />);
const A_BIT = (
  <Drawn>
    <circle cx="24" cy="24" r="20" fill="#fffdf9" stroke="#8a5606" />
    <path d="M24 4a20 20 0 0 1 0 40z" fill="#f6b940" stroke="#8a5606" />
  </Drawn>
);
const MORE = round('#93dacf', '#17635a', <path d="M24 14v20M14 24h20" />);
const LESS = round('#ffc7b6', '#a93c25', <path d="M14 24h20" />);
const SAME = round('#ffe6ad', '#8a5606', <path d="M15 20h18M15 28h18" />);
const NONE = round('#cbd3df', '#434f66', <path d="M14 24h20" stroke-dasharray="0.5 9" />);

const PICTURES: Record<string, ComponentChildren> = {
  yes: YES,
  'safe.scared.yes': <Face face="sad" size={SIZE} />,
  no: NO,
  part: A_BIT,
  bit: A_BIT,
  more: MORE,
  less: LESS,
  same: SAME,
  none: NONE,
  no_one: NONE,
  carer: (
    <Drawn>
      <Someone coat="#2fa193" skin="#d9a066" hair="#5b3a1e" />
    </Drawn>
  ),
  carers_before: (
    <Drawn>
      <Someone coat="#7886a0" skin="#f0c8a0" hair="#8b5a2b" long />
    </Drawn>
  ),
  mum: (
    <Drawn>
      <Someone coat="#ea86ab" skin="#e8b58a" hair="#3b2417" long />
    </Drawn>
  ),
  dad: (
    <Drawn>
      <Someone coat="#5fadea" skin="#c98a5a" hair="#22160e" />
    </Drawn>
  ),
  brothers_sisters: (
    <Drawn>
      <Someone x={14} y={23} small coat="#f6b940" skin="#e8b58a" hair="#3b2417" />
      <Someone x={34} y={23} small coat="#9260ad" skin="#e8b58a" hair="#3b2417" long />
    </Drawn>
  ),
  grandparents: (
    <Drawn>
      <Someone x={14} y={22} small coat="#84aa55" skin="#e8b58a" hair="#e4e2e6" />
      <Someone x={34} y={22} small coat="#f37d61" skin="#e8b58a" hair="#e4e2e6" long />
    </Drawn>
  ),
  friends: (
    <Drawn>
      <Someone x={14} y={23} small coat="#5fadea" skin="#8d5a35" hair="#22160e" />
      <Someone x={34} y={23} small coat="#f37d61" skin="#f0c8a0" hair="#c9722b" />
    </Drawn>
  ),
  social_worker: <TopicPicture topic="social_worker" size={SIZE} />,
  school: (
    <Drawn>
      <Someone coat="#84aa55" skin="#c98a5a" hair="#3b2417" />
      <g fill="none" stroke="#2a2230" stroke-width="1.6">
        <circle cx="20.5" cy="19" r="3" />
        <circle cx="27.5" cy="19" r="3" />
      </g>
    </Drawn>
  ),
  'meeting.where.school': <TopicPicture topic="school" size={SIZE} />,
  where_i_live: <TopicPicture topic="home" size={SIZE} />,
  outdoors: (
    <Drawn>
      <path d="M21 30h6v14h-6z" fill="#c08a59" stroke="#7d5130" />
      <path
        d="M24 4c8 0 13 5 13 11 4 2 5 6 3 10-2 5-8 7-16 7s-14-2-16-7c-2-4-1-8 3-10C11 9 16 4 24 4z"
        fill="#84aa55"
        stroke="#4b692a"
      />
    </Drawn>
  ),
  centre: (
    <Drawn>
      <path d="M4 26h18v18H4z" fill="#f6b940" stroke="#8a5606" />
      <path d="M26 26h18v18H26z" fill="#5fadea" stroke="#27659b" />
      <path d="M24 4l10 18H14z" fill="#f37d61" stroke="#a93c25" />
    </Drawn>
  ),
  toy: (
    <Drawn>
      <g fill="#d9a066" stroke="#7d5130">
        <circle cx="12" cy="13" r="6" />
        <circle cx="36" cy="13" r="6" />
        <circle cx="24" cy="25" r="17" />
        <ellipse cx="24" cy="31" rx="8" ry="6.5" fill="#ffe6ad" />
      </g>
      <g fill="#2a2230">
        <circle cx="17.5" cy="22" r="2" />
        <circle cx="30.5" cy="22" r="2" />
        <ellipse cx="24" cy="29" rx="2.6" ry="1.9" />
      </g>
    </Drawn>
  ),
  pets: (
    <Drawn>
      <path d="M8 8l10 7h12l10-7v20c0 9-7 15-16 15S8 37 8 28z" fill="#7886a0" stroke="#434f66" />
      <g fill="#fffdf9">
        <circle cx="17.5" cy="25" r="2.4" />
        <circle cx="30.5" cy="25" r="2.4" />
      </g>
      <path
        d="M24 31l-2.5-2h5zM24 31c-1 3-4 3.5-6 2M24 31c1 3 4 3.5 6 2"
        fill="#ffc7b6"
        stroke="#fffdf9"
      />
    </Drawn>
  ),
  sleep: (
    <Drawn>
      <path d="M20 6a19 19 0 1 0 22 25A17 17 0 0 1 20 6z" fill="#f6b940" stroke="#8a5606" />
      <path d="M31 8h8l-8 9h8" fill="none" stroke="#434f66" stroke-width="2.6" />
    </Drawn>
  ),
  bad_dreams: (
    <Drawn>
      <path
        d="M14 30a9 9 0 0 1-1-18 12 12 0 0 1 22-1 10 10 0 0 1 1 19z"
        fill="#9260ad"
        stroke="#5a336f"
      />
      <path d="M25 27l-6 9h6l-3 9 10-13h-6l3-5z" fill="#f6b940" stroke="#8a5606" />
    </Drawn>
  ),
  sad: <Face face="sad" size={SIZE} />,
  cross: (
    <Drawn>
      <circle cx="24" cy="24" r="20" fill="#f37d61" stroke="none" />
      <path
        d="M13 17l8 4M35 17l-8 4M16 34c5-5 11-5 16 0M18 25v1M30 25v1"
        fill="none"
        stroke="#5c1f10"
        stroke-width="3"
      />
    </Drawn>
  ),
  poorly: (
    <Drawn>
      <path d="M20 8a4 4 0 0 1 8 0v20a9 9 0 1 1-8 0z" fill="#fffdf9" stroke="#434f66" />
      <circle cx="24" cy="36" r="5" fill="#f37d61" stroke="#a93c25" />
      <path d="M24 34V16" stroke="#f37d61" stroke-width="3.6" />
    </Drawn>
  ),
  food: (
    <Drawn>
      <path
        d="M24 15c4-5 18-4 18 10 0 10-7 19-12 19-3 0-4-1.5-6-1.5S21 44 18 44C13 44 6 35 6 25 6 11 20 10 24 15z"
        fill="#f37d61"
        stroke="#a93c25"
      />
      <path d="M24 15c0-5 2-9 6-11" fill="none" stroke="#7d5130" stroke-width="3" />
      <path d="M27 9c4-4 9-4 12-2-3 4-8 5-12 2z" fill="#84aa55" stroke="#4b692a" />
    </Drawn>
  ),
};
