/** The IRO sees the child's plan beside what must be covered, and answers each request with a reason. */
import { MeetingPlan } from '@client/meeting_plan';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPlan as aReviewPlan } from '../desk/situations';
import { aPlan, COURT, DAD, OFFICER, officers } from '../my_meeting/situations';
import { aPerson, json, REVIEW, serve } from '../world';

const PATH = `/api/reviews/${REVIEW}/meeting-plan`;
const ITEM = '10000000-0000-4000-8000-000000000001';
const plan = aPlan({
  level: 5,
  people: [{ person_id: DAD.id, wanted: 'no', items: null, reason: 'He shouts' }],
  agenda: [
    {
      id: ITEM,
      from: 'mine',
      of: null,
      words: 'My phone',
      lead: 'me',
      minutes: 10,
      without_me: false,
      not_while: [DAD.id],
      private: false,
    },
  ],
  ground_rules: [{ key: 'no_surprises' }],
});
const page = officers({
  revision: 7,
  plan,
  covered: [
    { matter: 'wishes', source: 'Sch 7 para 12', confirmed: false, by: [ITEM] },
    { matter: 'home', source: 'Sch 7 para 5', confirmed: true, by: [] },
  ],
  requests: [
    { request: `person:${DAD.id}`, about: DAD, words: ['He shouts'], answer: null },
    { request: `item:${ITEM}`, about: null, words: [], answer: null },
  ],
});

async function open(more: Record<string, unknown> = {}) {
  const sent = serve({
    [`GET ${PATH}`]: page,
    [`GET /api/reviews/${REVIEW}`]: aReviewPlan(),
    ...more,
  });
  render(<MeetingPlan me={aPerson('reviewing_officer')} params={{ reviewId: REVIEW }} />);
  await screen.findByRole('heading', { name: 'What must be covered' });
  return sent;
}

test('the plan stands beside what must be covered', async () => {
  await open();
  const covered = screen.getByRole('region', { name: 'What must be covered' });
  expect(within(covered).getByText('My phone')).toBeTruthy();
  expect(within(covered).getByText('1 matter is not on the child’s agenda yet.')).toBeTruthy();
  expect(screen.getByText('Leads the meeting, with you beside them')).toBeTruthy();
  expect(screen.getByText(/you stay responsible/)).toBeTruthy();
  await expectNoBarriers();
});

test('a no is not sent without a reason, and answers the plan that was read', async () => {
  const key = `person:${DAD.id}`;
  const sent = await open({ [`PUT ${PATH}/answers/${key}`]: {} });
  fireEvent.click(screen.getByRole('button', { name: 'Answer: Dan Smith' }));
  fireEvent.click(screen.getByRole('radio', { name: 'No' }));
  expect(screen.getByText('Please say why.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
  expect(sent.filter(one => one.method === 'PUT')).toEqual([]);
  fireEvent.input(screen.getByLabelText('Why'), { target: { value: 'The law lets him come.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(1));
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    answer: 'no',
    reason: 'The law lets him come.',
  });
  await expectNoBarriers();
});

test('a plan that changed meanwhile is shown again, not answered', async () => {
  const key = `person:${DAD.id}`;
  const sent = await open({
    [`PUT ${PATH}/answers/${key}`]: () => json({ code: 'stale', status: 412 }, 412),
  });
  fireEvent.click(screen.getByRole('button', { name: 'Answer: Dan Smith' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Yes' }));
  fireEvent.click(screen.getByRole('button', { name: 'Send the answer' }));
  expect(await screen.findByText(/Someone changed this while you were working/)).toBeTruthy();
  await waitFor(() =>
    expect(sent.filter(one => one.method === 'GET' && one.path === PATH)).toHaveLength(2),
  );
});

test('what I add is told to be new for the child, and can be taken back', async () => {
  const added = { id: COURT, words: 'The court', by: OFFICER, added_at: '', is_new: true };
  const sent = await open({
    [`GET ${PATH}`]: { ...page, added: [added] },
    [`DELETE ${PATH}/added/${COURT}`]: () => new Response(null, { status: 204 }),
  });
  expect(screen.getByText(/has not seen it yet/)).toBeTruthy();
  fireEvent.input(screen.getByLabelText('What else must be talked about?'), {
    target: { value: 'School moves' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Add it' }));
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(1));
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({ words: 'School moves' });
  fireEvent.click(screen.getByRole('button', { name: 'Take back: The court' }));
  await waitFor(() => expect(sent.some(one => one.method === 'DELETE')).toBe(true));
});

test('a child who has not planned is said to have not', async () => {
  await open({ [`GET ${PATH}`]: officers() });
  expect(screen.getByText(/has not planned anything yet/)).toBeTruthy();
  await expectNoBarriers();
});
