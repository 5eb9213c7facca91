/** What somebody was given is read in its own place; with nothing there, the page says only that. */
import { SharedWithMe } from '@client/shared_with_me';
import { render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, aReview, json, REVIEW, serve } from '../world';

const once = {
  id: 'r1',
  released_at: '2026-04-01T10:00:00Z',
  given: {
    officer: 'Priya Shah',
    words: 'We meet on Friday.',
    language: 'en',
    lines: [
      {
        said_by: 'Amara',
        title: 'Good news',
        ask: 'What are you proud of?',
        face: 'happy',
        choices: ['Yes'],
        words: 'I scored twice.',
        language: 'en',
      },
    ],
  },
};
const shared = `GET /api/my/reviews/${REVIEW}/shared`;

test('it says who writes, who said it and when it was given, and marks nothing', async () => {
  serve({ [shared]: { shared: [once] } });
  render(<SharedWithMe me={aPerson('parent')} params={{ reviewId: REVIEW }} />);
  expect(await screen.findByText('Priya Shah writes')).toBeTruthy();
  expect(screen.getByText('Amara said')).toBeTruthy();
  expect(screen.getByText('I scored twice.')).toBeTruthy();
  expect(screen.getByText('Wednesday 1 April')).toBeTruthy();
  expect(screen.queryByText('New for this person')).toBeNull();
  await expectNoBarriers();
});

test('a child comes by their own review, and an empty page says no more than that', async () => {
  serve({ 'GET /api/my/reviews': { reviews: [aReview()] }, [shared]: { shared: [] } });
  render(<SharedWithMe me={aPerson('child')} params={{}} />);
  expect(await screen.findByText(/There is nothing here yet/)).toBeTruthy();
  expect(screen.queryByText('Your IRO gave you this to read.')).toBeNull();
  await expectNoBarriers();
});

test('a review that one takes no part in is not there', async () => {
  serve({ [shared]: () => json({ code: 'not_found', status: 404 }, 404) });
  render(<SharedWithMe me={aPerson('parent')} params={{ reviewId: REVIEW }} />);
  expect(await screen.findByText('There is nothing here that you can see.')).toBeTruthy();
});
