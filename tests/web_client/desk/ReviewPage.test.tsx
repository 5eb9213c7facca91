/** The frame of a review's pages: one row of places by time, and the one thing that comes next. */
import type { ReviewClock } from '@client/api/holding';
import { ReviewPage } from '@client/desk/ReviewPage';
import { render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AMARA, REVIEW, serve } from '../world';

const FACTS = { known: true };
const owed = (key: 'decisions' | 'record', by: string, done: string | null) => ({
  key,
  by,
  done_at: done,
  days_left: done ? null : -2,
  confirmed: false,
});

async function open(here: 'plan' | 'record', clock: Partial<ReviewClock>) {
  serve({
    [`GET /api/reviews/${REVIEW}/clock`]: {
      review_id: REVIEW,
      child_id: AMARA,
      stage: 'planned',
      lines: [],
      midpoint_on: null,
      ...clock,
    },
  });
  const page = { title: 'Record: Amara', tab: 'Record', facts: FACTS };
  render(
    <ReviewPage reviewId={REVIEW} childId={AMARA} here={here} {...page}>
      <p>What it says</p>
    </ReviewPage>,
  );
  await screen.findByText(/^Next:/);
}

test('the paper that is owed first comes next, with its way there and how late it is', async () => {
  await open('plan', {
    stage: 'writing_up',
    lines: [
      owed('record', '2026-04-20', null),
      owed('decisions', '2026-04-10', '2026-04-09T10:00:00Z'),
    ],
  });
  const next = screen.getByRole('link', { name: /^Next: Sign the record by/ });
  expect(next.getAttribute('href')).toBe(`/reviews/${REVIEW}/record`);
  expect(screen.getByText('2 working days late')).toBeTruthy();
  const row = screen.getByRole('navigation', { name: 'This review' });
  const after = within(row).getByRole('list', { name: 'After Now' });
  expect(
    within(after)
      .getAllByRole('link')
      .map(link => link.textContent),
  ).toEqual(['Record', 'Letter', 'Give the record']);
  expect(within(row).getByRole('link', { current: 'page' }).textContent).toBe('Plan');
  await expectNoBarriers();
});

test('on the page where it is done, what comes next is said and leads nowhere', async () => {
  await open('plan', { stage: 'open_for_views' });
  expect(screen.getByText('Next: Plan the review')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /^Next:/ })).toBeNull();
});

test('when every paper is done, the look half way comes next', async () => {
  await open('record', { stage: 'shared', midpoint_on: '2026-07-01' });
  const next = screen.getByRole('link', { name: /^Next: Half way to the next review/ });
  expect(next.getAttribute('href')).toBe(`/children/${AMARA}/midpoint`);
});
