/** Whoever has something to do says that they will, how it goes, and when it is done. */
import { Actions } from '@client/actions';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, serve } from '../world';

const action = {
  child: { id: 'c1', called: 'Amara' },
  decision: {
    id: 'd1',
    what: 'Drive Amara to training.',
    is_mine: true,
    who: null,
    who_words: null,
    by_on: '2026-11-10',
    state: 'waiting',
    days_over: 12,
    waits_for_review: false,
    shared_at: '2026-10-01T10:00:00Z',
    progress: [],
  },
};

test('a carer sees what is theirs, that only the IRO reads their words, and finishes it', async () => {
  const sent = serve({
    'GET /api/my/actions': { actions: [action], care_plans: [] },
    'PUT /api/decisions/d1': action.decision,
  });
  render(<Actions me={aPerson('carer')} params={{}} />);
  expect(await screen.findByText('Drive Amara to training.')).toBeTruthy();
  expect(screen.getByText('12 days late')).toBeTruthy();
  expect(screen.getByText('Only the IRO reads this.')).toBeTruthy();
  await expectNoBarriers();

  fireEvent.click(screen.getByRole('button', { name: 'It cannot be done' }));
  expect(screen.getByText('Please write something first.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'It is done' }));
  await waitFor(() => expect(sent.some(one => one.method === 'PUT')).toBe(true));
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({ kind: 'done', words: null });
});

test('what an adjourned review decided is marked as waiting, and cannot be said to be done', async () => {
  const waiting = { ...action, decision: { ...action.decision, waits_for_review: true } };
  serve({ 'GET /api/my/actions': { actions: [waiting], care_plans: [] } });
  render(<Actions me={aPerson('carer')} params={{}} />);
  expect(await screen.findByText(/This waits: the review was adjourned/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'It is done' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'I will do it' })).toBeNull();
  expect(screen.getByRole('button', { name: 'It cannot be done' })).toBeTruthy();
});

test('a social worker says that a care plan is up to date, and it waits no more', async () => {
  const plan = { review_id: 'r1', child: action.child, by: '2026-03-20', days_left: -2 };
  let plans = [plan];
  const sent = serve({
    'GET /api/my/actions': () => ({ actions: [], care_plans: plans }),
    'POST /api/reviews/r1/care-plan-updated': () => {
      plans = [];
      return new Response(null, { status: 204 });
    },
  });
  render(<Actions me={aPerson('social_worker')} params={{}} />);
  expect(await screen.findByText('2 working days late')).toBeTruthy();
  expect(screen.queryByText('Nothing waits for you.')).toBeNull();
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'The care plan is up to date' }));
  expect(await screen.findByText('Nothing waits for you.')).toBeTruthy();
  expect(screen.getByText('Noted: the care plan is up to date.')).toBeTruthy();
  expect(sent.filter(one => one.method === 'POST')).toHaveLength(1);
});
