/** Bringing a review forward and ending one: what is asked, what is refused here, and what is sent. */
import type { EarlyAsk, EarlyPage } from '@client/api/early';
import { ChildPage } from '@client/child_page';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aChild } from '../desk/situations';
import { AMARA, aPerson, REVIEW, serve } from '../world';

const NEW = 'e0000000-0000-4000-8000-000000000001';
const EARLY = `/api/children/${AMARA}/early-reviews`;
const ground = (trigger: string, more = {}) => ({
  trigger,
  source: 'SI 2010/959 reg 33(3)',
  confirmed: false,
  officer_may_refuse: false,
  days: null,
  ...more,
});

function aPage(asks: EarlyAsk[] = []): EarlyPage {
  return {
    kind: 'looked_after',
    due_by: '2099-12-02',
    grounds: [
      ground('child_asks', { officer_may_refuse: true }),
      ground('officer_asks'),
      ground('home_changed'),
    ],
    asks,
  };
}

function anAsk(more: Partial<EarlyAsk> = {}): EarlyAsk {
  return {
    id: 'asked',
    trigger: 'home_changed',
    asked_by_id: null,
    asked_by: null,
    asked_on: '2026-11-02',
    why: 'New carers in a hurry.',
    decision: 'yes',
    hold_by: '2026-11-20',
    reason: null,
    decided_by: 'Priya Nair',
    decided_at: '2026-11-02T10:00:00Z',
    ...more,
  };
}

async function open(page: EarlyPage, child = aChild(), answers: Record<string, unknown> = {}) {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NEW);
  const sent = serve({ [`GET /api/children/${AMARA}`]: child, [`GET ${EARLY}`]: page, ...answers });
  render(<ChildPage me={aPerson('reviewing_officer')} params={{ childId: AMARA }} />);
  await screen.findByRole('heading', { level: 2, name: 'A review sooner' });
  await waitFor(() => expect(screen.queryByText('Loading…')).toBeNull());
  return sent;
}

function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

test('a review is brought forward with its reason, its day and what happened', async () => {
  const put = `PUT ${EARLY}/${NEW}`;
  const sent = await open(aPage(), aChild(), { [put]: anAsk() });
  fireEvent.click(screen.getByRole('button', { name: 'Bring the review forward' }));
  fireEvent.change(screen.getByLabelText('Why sooner'), { target: { value: 'home_changed' } });
  fireEvent.click(screen.getByText('Bring it forward'));
  expect(await screen.findByText('Please give a day.')).toBeTruthy();
  type('Hold it by', '2099-12-03');
  fireEvent.click(screen.getByText('Bring it forward'));
  expect(screen.getByText(/^It must be by/)).toBeTruthy();
  type('Hold it by', '2099-11-20');
  type('What happened', '  New carers.  ');
  await expectNoBarriers();
  fireEvent.click(screen.getByText('Bring it forward'));
  expect(await screen.findByText('Kept.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toMatchObject({
    trigger: 'home_changed',
    asked_by_id: null,
    why: 'New carers.',
    decision: 'yes',
    hold_by: '2099-11-20',
    reason: null,
  });
});

test('only when the child asked may the answer be no, and then it says why', async () => {
  const sent = await open(aPage(), aChild(), { [`PUT ${EARLY}/${NEW}`]: anAsk() });
  fireEvent.click(screen.getByRole('button', { name: 'Bring the review forward' }));
  expect(screen.queryByLabelText('No, not sooner')).toBeNull();
  fireEvent.change(screen.getByLabelText('Why sooner'), { target: { value: 'child_asks' } });
  fireEvent.click(screen.getByLabelText('No, not sooner'));
  fireEvent.click(screen.getByText('Keep this answer'));
  expect(screen.getByText('Please say why.')).toBeTruthy();
  type('Why not sooner?', 'It is in two weeks.');
  fireEvent.click(screen.getByText('Keep this answer'));
  expect(await screen.findByText('Kept.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toMatchObject({
    trigger: 'child_asks',
    asked_by_id: AMARA,
    decision: 'no',
    hold_by: null,
    reason: 'It is in two weeks.',
  });
});

test('what was asked is listed with its answer, and a yes can be taken back', async () => {
  const sent = await open(aPage([anAsk()]), aChild(), {
    [`PUT ${EARLY}/asked/decision`]: anAsk({ decision: 'taken_back' }),
  });
  expect(screen.getByText('home changed')).toBeTruthy();
  expect(screen.getByText('By Friday 20 November')).toBeTruthy();
  expect(screen.getByText('New carers in a hurry.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Take this back' }));
  type('Why?', 'The wrong child.');
  const [, send] = screen.getAllByText('Take this back');
  fireEvent.click(send as HTMLElement);
  await screen.findByText('Taken back. The day is the law’s own again.');
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    decision: 'taken_back',
    hold_by: null,
    reason: 'The wrong child.',
  });
});

test('what nobody has answered waits for an answer', async () => {
  const asked = anAsk({ decision: null, hold_by: null, trigger: 'child_asks' });
  await open(aPage([asked]));
  expect(screen.getByText('No answer yet')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Answer' }));
  expect(screen.queryByLabelText('Why sooner')).toBeNull();
  expect(screen.getByLabelText('Hold it by')).toBeTruthy();
});

test('a review that is not needed is ended with a reason', async () => {
  const sent = await open(aPage(), aChild(), { [`PUT /api/reviews/${REVIEW}/ending`]: {} });
  fireEvent.click(screen.getByRole('button', { name: 'This review is not needed' }));
  fireEvent.click(screen.getByText('End this review'));
  expect(screen.getByText('Please choose a reason.')).toBeTruthy();
  fireEvent.click(screen.getByLabelText('Came home'));
  await expectNoBarriers();
  fireEvent.click(screen.getByText('End this review'));
  await expect
    .poll(() => sent.find(one => one.method === 'PUT')?.body)
    .toEqual({
      because: 'came_home',
    });
});

test('an ended review stays in the list with why, and none is said to come', async () => {
  const [next, held] = aChild().reviews;
  const ended = { ...next, stage: 'closed', ended_because: 'adopted', over_on: '2026-11-03' };
  const brought = {
    ...held,
    reason: {
      code: 'brought_forward',
      counted_from: '2026-08-01',
      amount: 31,
      unit: 'days',
      skipped: [],
      stricter: false,
      trigger: 'child_asks',
      source: 'SI 2015/1818 reg 39(3)(c) and (4)',
      confirmed: true,
    },
  };
  await open(aPage([anAsk()]), aChild({ reviews: [ended, brought] as never }));
  expect(screen.getByRole('heading', { name: 'No review is due' })).toBeTruthy();
  expect(screen.getByText(/^It was ended here: adopted\./)).toBeTruthy();
  const row = screen.getByRole('row', { name: /3 November 2026/ });
  expect(row.textContent).toContain('Not needed');
  expect(row.textContent).toContain('Adopted');
  const sooner = screen.getByRole('row', { name: /2 September 2026/ });
  expect(sooner.textContent).toContain('Brought forward: the child asked for it.');
  expect(sooner.textContent).toContain('Law: SI 2015/1818 reg 39(3)(c) and (4).');
});
