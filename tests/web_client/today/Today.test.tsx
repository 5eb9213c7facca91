/** The officer's first page says who needs something, why, and what to do. */
import { Today } from '@client/today';
import { render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aToday } from '../desk/situations';
import { anInbox, aRequest, aThread, notSafe } from '../inbox/situations';
import { aPerson, json, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer', { name: 'Priya Shah' });

test('the most urgent child stands first, with why, how late, and the step that helps', async () => {
  serve({ 'GET /api/today': aToday() });
  render(<Today me={officer} params={{}} />);
  const row = (await screen.findByText('Amara Jones')).closest('li') as HTMLElement;
  expect(within(row).getByText('The review was due by Wednesday 18 November.')).toBeTruthy();
  expect(within(row).getByText('Nothing from the child yet.')).toBeTruthy();
  expect(within(row).getByText('3 days late')).toBeTruthy();
  const step = within(row).getByRole('link', { name: 'Plan it: Amara Jones' });
  expect(step.getAttribute('href')).toBe(`/reviews/${REVIEW}/plan`);
  await expectNoBarriers();
});

test('many who never signed in stand in one row that opens; who is in a hurry stands alone', async () => {
  const [amara] = aToday().urgent;
  const silent = (name: string, days: number) => ({
    child: { id: name, called: name, name },
    not_safe_to_reply: false,
    review_id: name,
    why: [{ code: 'not_signed_in', days, date: '2026-12-11' }],
  });
  const urgent = [
    amara,
    silent('Bo', 2),
    ...['Cy', 'Di', 'Ed', 'Flo'].map(each => silent(each, 9)),
  ];
  serve({ 'GET /api/today': aToday({ urgent } as Partial<ReturnType<typeof aToday>>) });
  render(<Today me={officer} params={{}} />);
  const many = await screen.findByText('4 children have never signed in: give cards');
  const list = many.closest('details') as HTMLDetailsElement;
  expect(list.open).toBe(false);
  expect(within(list).getByRole('link', { name: 'Give a card: Flo', hidden: true })).toBeTruthy();
  expect(screen.getByText('Bo').closest('details')).toBeNull();
  expect(screen.getByText('6 children of', { exact: false })).toBeTruthy();
});

test('coming reviews say when, whether the child has spoken, and how many others have', async () => {
  serve({ 'GET /api/today': aToday() });
  render(<Today me={officer} params={{}} />);
  const planned = (await screen.findByRole('row', { name: /Siân Wyn/ })).textContent;
  expect(planned).toContain('Thursday 26 Nov, 16:00');
  expect(planned).toContain('2 of 5');
  expect(planned).toContain('8 working days left');
  const open = screen.getByRole('row', { name: /Kai Evans/ }).textContent;
  expect(open).toContain('No date yet, by Friday 11 Dec');
  expect(open).toContain('Not yet');
});

test('a day on which nobody needs anything is calm', async () => {
  serve({ 'GET /api/today': aToday({ urgent: [], coming: [] }) });
  render(<Today me={officer} params={{}} />);
  expect(await screen.findByText('Nobody needs anything from you just now.')).toBeTruthy();
  expect(screen.getByText('No review is due in the next 20 working days.')).toBeTruthy();
  await expectNoBarriers();
});

test('when the server fails, it can be tried again', async () => {
  serve({ 'GET /api/today': () => json({ code: 'server_error', status: 500 }, 500) });
  render(<Today me={officer} params={{}} />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('the way to the inbox says how many wait there', async () => {
  const threads = [aThread(), aThread({ since: null })];
  const inbox = anInbox({ unsafe: [notSafe()], requests: [aRequest()], threads });
  serve({ 'GET /api/today': aToday(), 'GET /api/inbox': inbox });
  render(<Today me={officer} params={{}} />);
  const link = await screen.findByRole('link', { name: 'Inbox: 3 wait' });
  expect(link.getAttribute('href')).toBe('/inbox');
});
