/** A picture for each step. Decoration: its name stands beside it. */
import type { ComponentChildren } from 'preact';
import type { StepKey } from './steps';

const INK = '#2a2230';
const PAPER = '#fffdf9';

/** A chair seen from above: a round seat with its back, turned by an angle around the middle. */
const seat = (angle: number, fill: string, deep: string) => (
  <g transform={`rotate(${angle} 30 30)`} fill={fill} stroke={deep}>
    <path d="M22 52a8 6.5 0 0 1 16 0" fill="none" stroke-width="4" />
    <circle cx="30" cy="47.5" r="6" />
  </g>
);

const PICTURES: Record<Exclude<StepKey, 'level'>, ComponentChildren> = {
  who: (
    <g>
      <circle cx="30" cy="30" r="11" fill="#fdedc8" stroke="#a56a08" />
      {seat(0, '#f6b940', '#a56a08')}
      {seat(72, '#2fa193', '#17635a')}
      {seat(144, '#f37d61', '#a93c25')}
      {seat(216, '#9260ad', '#5a336f')}
      {seat(288, '#5fadea', '#27659b')}
    </g>
  ),
  seats: (
    <g>
      {seat(0, '#f6b940', '#a56a08')}
      {seat(120, '#84aa55', '#4b692a')}
      {seat(240, '#ea86ab', '#a03f67')}
      <path
        d="M20 26a11.5 11.5 0 0 1 20 0M40 19v7.500h-7.5"
        fill="none"
        stroke={INK}
        stroke-width="3"
      />
    </g>
  ),
  where: (
    <g stroke={INK}>
      <path d="M8 54h44" />
      <path
        d="M30 50s-15-14-15-26a15 15 0 0 1 30 0c0 12-15 26-15 26z"
        fill="#f37d61"
        stroke="#a93c25"
      />
      <circle cx="30" cy="24" r="7.5" fill={PAPER} stroke="#a93c25" />
      <path d="M30 20v4l3 2" fill="none" />
    </g>
  ),
  what: (
    <g stroke={INK}>
      <rect x="11" y="7" width="38" height="47" rx="5" fill={PAPER} />
      <path d="M28 20h14M28 31h14M28 42h14" stroke-width="3" />
      <circle cx="20" cy="20" r="3.5" fill="#f6b940" stroke="#a56a08" />
      <circle cx="20" cy="31" r="3.5" fill="#93dacf" stroke="#17635a" />
      <circle cx="20" cy="42" r="3.5" fill="#d9bce6" stroke="#5a336f" />
    </g>
  ),
  rules: (
    <g stroke="#17635a">
      <path d="M30 6l20 7v16c0 13-9 21-20 26-11-5-20-13-20-26V13z" fill="#93dacf" />
      <path d="M20.5 30l7 7 12.5-14" fill="none" stroke-width="4.5" />
    </g>
  ),
  script: (
    <g stroke="#5a336f">
      <path d="M8 12h44v29H29L18 52V41H8z" fill="#d9bce6" />
      <path d="M17 22h26M17 31h17" stroke-width="3" fill="none" />
    </g>
  ),
};

export function StepPicture({ step }: { step: StepKey }) {
  if (step === 'level') return null;
  return (
    <svg
      class="step-picture"
      viewBox="0 0 60 60"
      style={{ inlineSize: '3.75rem', blockSize: '3.75rem' }}
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PICTURES[step]}
    </svg>
  );
}
