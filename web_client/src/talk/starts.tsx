/** Ways to begin: four big cards, or none of them. */
import type { Start } from '../api/talk';
import { t } from '../words';

export function startName(start: Start): string {
  const names = {
    good_news: t('Good news'),
    worrying: t('Something’s worrying me'),
    sort_out: t('Something to sort out'),
    question: t('A question'),
    midpoint: t('Are things happening as we agreed?'),
  };
  return names[start];
}

/** What the box asks once a start was chosen. */
export function asks(start: Start): string {
  const questions = {
    good_news: t('What went well?'),
    worrying: t('What is worrying you?'),
    sort_out: t('What needs sorting out?'),
    question: t('What would you like to know?'),
    midpoint: t('How is it going?'),
  };
  return questions[start];
}

const PICTURES = {
  good_news: (
    <>
      <circle cx="24" cy="24" r="10" fill="var(--glow)" />
      <path
        d="M24 5v5M24 38v5M5 24h5M38 24h5M10.500 10.500l3.500 3.500M34 34l3.500 3.500M37.500 10.500 34 14M14 34l-3.500 3.500"
        stroke="var(--glow)"
      />
    </>
  ),
  worrying: (
    <>
      <path
        d="M15 29a8 8 0 0 1-.5-16 11 11 0 0 1 20.500 2.500A7 7 0 0 1 34 29z"
        fill="currentColor"
        opacity="0.35"
      />
      <path d="M17 34l-2 5M25 34l-2 5M33 34l-2 5" />
    </>
  ),
  sort_out: <path d="M7 14c9-6 15 18 24 10s-10-18-13-6 12 22 23 14" />,
  question: (
    <>
      <path
        d="M9 11h30a3 3 0 0 1 3 3v17a3 3 0 0 1-3 3H24l-8 7v-7H9a3 3 0 0 1-3-3V14a3 3 0 0 1 3-3z"
        fill="currentColor"
        opacity="0.22"
        stroke="none"
      />
      <path d="M19.500 18.500c1-5 9.500-4 8.500 1-.6 2.800-4 2.800-4 6M24 29.500v.5" />
    </>
  ),
  midpoint: (
    <>
      <path d="M6 39h36" />
      <path d="M12 39V14M12 14h14l-4 5 4 5H12" fill="currentColor" opacity="0.22" />
      <path d="M12 39V14M12 14h14l-4 5 4 5H12" />
    </>
  ),
} as const;

export function StartPicture({ start, size = 40 }: { start: Start; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      stroke="currentColor"
      stroke-width="3.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {PICTURES[start]}
    </svg>
  );
}
