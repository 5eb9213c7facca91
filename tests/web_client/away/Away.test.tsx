/** An officer says when they are away and who covers, and sees what each child will read. */

import type { Away as Facts } from '@client/api/away';
import { Away } from '@client/away';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { ME } from '../inbox/situations';
import { aPerson, json, serve } from '../world';

const NEW = 'e0000000-0000-4000-8000-000000000001';
const sam = { ...ME, id: 'sam', called: 'Sam', name: 'Sam Lee' };
const officer = aPerson('reviewing_officer', { name: 'Priya Shah', called: 'Priya' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function open(more: Partial<Facts> = {}, answers: Record<string, unknown> = {}) {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NEW);
  const facts: Facts = {
    absences: [],
    practice: { works_on: [0, 1, 2, 3], usual_cover: null },
    officers: [ME, sam],
    ...more,
  };
  const sent = serve({ 'GET /api/my/away': facts, ...answers });
  render(<Away me={officer} params={{}} />);
  await screen.findByRole('heading', { level: 2, name: 'I will be away' });
  return sent;
}

function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

test('dates, who covers and what they need to know are kept, and the child’s words are shown', async () => {
  const sent = await open({}, { [`PUT /api/my/away/${NEW}`]: {} });
  type('First day away', '2026-11-30');
  type('Last day away', '2026-12-04');
  fireEvent.change(screen.getByLabelText('Who covers'), { target: { value: 'sam' } });
  type('What they need to know', 'Amara rings on Fridays.');
  expect(
    screen.getByText('Priya is away until Friday 4 December. Sam reads this for now.'),
  ).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'I am away then' }));
  expect(await screen.findByText('Kept. Sam Lee covers.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    from_on: '2026-11-30',
    until_on: '2026-12-04',
    cover_id: 'sam',
    note: 'Amara rings on Fridays.',
  });
});

test('nobody is away without cover, nor backwards', async () => {
  const sent = await open();
  type('First day away', '2026-11-20');
  type('Last day away', '2026-11-19');
  fireEvent.click(screen.getByRole('button', { name: 'I am away then' }));
  expect(screen.getByText('This day is over.')).toBeTruthy();
  expect(screen.getByText('It ends before it begins.')).toBeTruthy();
  expect(screen.getByText('Somebody has to read the messages.')).toBeTruthy();
  expect(sent.some(one => one.method === 'PUT')).toBe(false);
});

test('nobody covers for themselves', async () => {
  await open();
  expect(screen.queryAllByRole('option', { name: 'Priya Shah' })).toEqual([]);
});

test('coming back sooner ends the cover', async () => {
  const absence = {
    id: 'a1',
    from_on: '2026-11-20',
    until_on: '2026-12-04',
    cover: sam,
    note: null,
    ended_on: null,
  };
  const sent = await open({ absences: [absence] }, { 'POST /api/my/away/a1/end': absence });
  expect(screen.getByText('Sam Lee covers.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'End it sooner' }));
  fireEvent.click(screen.getByRole('button', { name: 'End it then' }));
  await waitFor(() =>
    expect(sent.find(one => one.method === 'POST')?.body).toEqual({ on: '2026-11-23' }),
  );
});

test('an absence that is over is not shown', async () => {
  await open({
    absences: [
      {
        id: 'a1',
        from_on: '2026-11-01',
        until_on: '2026-12-04',
        cover: sam,
        note: null,
        ended_on: '2026-11-20',
      },
    ],
  });
  expect(screen.queryByText('Sam Lee covers.')).toBeNull();
});

test('working days and the usual cover are kept', async () => {
  const sent = await open({}, { 'PUT /api/my/practice': {} });
  fireEvent.click(screen.getByLabelText('Monday'));
  fireEvent.click(screen.getByLabelText('Friday'));
  fireEvent.change(screen.getByLabelText(/^Who usually covers/), { target: { value: 'sam' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  expect(await screen.findByText('Kept.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    works_on: [1, 2, 3, 4],
    usual_cover_id: 'sam',
  });
});

test('whoever covers may be away too: the server says so where they were chosen', async () => {
  const refusal = { code: 'bad_input', status: 422, fields: { cover_id: ['away_too'] } };
  await open({}, { [`PUT /api/my/away/${NEW}`]: json(refusal, 422) });
  type('Last day away', '2026-12-04');
  fireEvent.change(screen.getByLabelText('Who covers'), { target: { value: 'sam' } });
  fireEvent.click(screen.getByRole('button', { name: 'I am away then' }));
  expect(await screen.findByText('They are away then too.')).toBeTruthy();
  expect(screen.getByLabelText('Who covers').getAttribute('aria-invalid')).toBe('true');
});

test('what has not begun can be taken back: it ends before its first day', async () => {
  const absence = {
    id: 'a1',
    from_on: '2026-12-01',
    until_on: '2026-12-04',
    cover: sam,
    note: null,
    ended_on: null,
  };
  const never = { ...absence, id: 'a2', cover: ME, ended_on: '2026-11-30' };
  const sent = await open({ absences: [absence, never] }, { 'POST /api/my/away/a1/end': absence });
  expect(screen.queryByText('Priya Shah covers.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'It does not take place' }));
  await waitFor(() =>
    expect(sent.find(one => one.method === 'POST')?.body).toEqual({ on: '2026-11-30' }),
  );
});

test('a week without a day is not kept', async () => {
  const sent = await open({ practice: { works_on: [], usual_cover: null } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this' }));
  expect(screen.getByText('Please choose one day or more.')).toBeTruthy();
  expect(sent.some(one => one.method === 'PUT')).toBe(false);
});
