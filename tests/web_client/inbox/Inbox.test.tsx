/** The inbox puts danger first, then who has waited longest, and every answer is given in place. */
import { Inbox } from '@client/inbox';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AMARA, aPerson, serve } from '../world';
import { anInbox, aRequest, aThread, joan, ME, notSafe } from './situations';

const officer = aPerson('reviewing_officer', { name: 'Priya Shah' });

const leo = { id: 'leo', called: 'Leo', name: 'Leo Hart' };
const leoHimself = { ...leo, chair: null, job: 'child' as const };

async function open(inbox = anInbox(), answers: Record<string, unknown> = {}) {
  const sent = serve({ 'GET /api/inbox': inbox, ...answers });
  render(<Inbox me={officer} params={{}} />);
  await screen.findByRole('heading', { level: 2, name: 'Conversations' });
  return sent;
}

const rows = () => [...document.querySelectorAll<HTMLElement>('.thread')];
const headings = () => screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent);

test('not safe stands first, then a safety word, then what was asked, then the conversations', async () => {
  await open(
    anInbox({
      unsafe: [notSafe()],
      threads: [aThread({ safety: true, child: leo, with: leoHimself }), aThread()],
      requests: [aRequest()],
    }),
  );
  expect(headings()).toEqual([
    'Not safe',
    'Read these first: a safety word',
    'Asked of you',
    'Conversations',
  ]);
  expect(screen.getByText('He came back to the house.')).toBeTruthy();
  expect(screen.getByText('Waiting 12 minutes')).toBeTruthy();
  expect(screen.getAllByText('Not safe to reply')).toHaveLength(1);
  await expectNoBarriers();
});

test('one tap takes on a report by name; it closes only with what was done', async () => {
  let report = notSafe();
  const acknowledged = { by: ME, at: '2026-11-22T07:53:00Z' };
  const sent = serve({
    'GET /api/inbox': () => anInbox({ unsafe: [report] }),
    'POST /api/unsafe/u1/acknowledge': () => {
      report = notSafe({ acknowledged });
      return report;
    },
    'POST /api/unsafe/u1/close': () => {
      report = notSafe({ closed_at: '2026-11-22T08:10:00Z' });
      return report;
    },
  });
  render(<Inbox me={officer} params={{}} />);
  fireEvent.click(await screen.findByRole('button', { name: 'I have this: Amara Jones' }));
  expect(await screen.findByText(/^Priya Shah has this, since Sunday 22 November/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Close it' }));
  expect(screen.getByText('Please say what was done.')).toBeTruthy();
  expect(sent.some(one => one.path.endsWith('/close'))).toBe(false);
  fireEvent.input(screen.getByLabelText('What was done'), {
    target: { value: 'Rang her and the police.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Close it' }));
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Not safe' })).toBeNull());
  expect(sent.find(one => one.path.endsWith('/close'))?.body).toEqual({
    what_was_done: 'Rang her and the police.',
  });
});

test('a visit is promised for a day, not without one', async () => {
  const sent = await open(anInbox({ requests: [aRequest()] }), {
    'POST /api/requests/r1/answer': aRequest(),
  });
  fireEvent.click(screen.getByLabelText('Yes'));
  fireEvent.click(screen.getByRole('button', { name: 'Say yes' }));
  expect(screen.getByText('Please give a day that is to come.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('The visit is on'), { target: { value: '2026-11-26' } });
  fireEvent.click(screen.getByRole('button', { name: 'Say yes' }));
  expect(await screen.findByText('Answered. Amara is told.')).toBeTruthy();
  expect(sent.find(one => one.method === 'POST')?.body).toEqual({
    answer: 'yes',
    reason: null,
    on: '2026-11-26',
  });
});

test('no needs a reason, and a review sooner is decided where every early review is', async () => {
  const decide = `PUT /api/children/${AMARA}/early-reviews/r1/decision`;
  const sent = await open(anInbox({ requests: [aRequest({ kind: 'sooner' })] }), { [decide]: {} });
  fireEvent.click(screen.getByLabelText('No'));
  fireEvent.click(screen.getByRole('button', { name: 'Say no' }));
  expect(screen.getByText('Please say why.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Why not?'), {
    target: { value: 'We meet next week already.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Say no' }));
  expect(await screen.findByText('Answered. Amara is told.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    decision: 'no',
    hold_by: null,
    reason: 'We meet next week already.',
  });
});

test('each conversation says how long is left, and the mark of danger stands before the name', async () => {
  await open(
    anInbox({
      threads: [
        aThread({ working_days_over: 2, not_safe_to_reply: true, last_start: 'question' }),
        aThread({ with: joan, is_child: false, covers: true, working_days_over: 0 }),
      ],
    }),
  );
  const [first, second] = rows() as [HTMLElement, HTMLElement];
  expect(first.textContent).toMatch(/^Not safe to reply Amara Jones/);
  expect(first.textContent).toContain('2 working days late');
  expect(first.textContent).toContain('A question');
  expect(within(second).getByRole('link').textContent).toBe('Joan Smith, about Amara Jones');
  expect(within(second).getByRole('link').getAttribute('href')).toBe(
    `/children/${AMARA}/talk/joan`,
  );
  expect(second.textContent).toContain('You cover');
  expect(second.textContent).toContain('Today is the promised day');
});

test('the filters show who waits, everybody, or the adults', async () => {
  await open(
    anInbox({
      threads: [
        aThread(),
        aThread({ child: leo, with: leoHimself, since: null }),
        aThread({ with: joan, is_child: false, since: null }),
      ],
    }),
  );
  const names = () => rows().map(one => one.querySelector('a')?.text);
  expect(names()).toEqual(['Amara Jones']);
  fireEvent.click(screen.getByRole('button', { name: 'All 3' }));
  expect(names()).toHaveLength(3);
  expect(screen.getAllByText('Answered')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: 'Carers and parents 1' }));
  expect(names()).toEqual(['Joan Smith, about Amara Jones']);
  fireEvent.click(screen.getByRole('button', { name: 'Waiting for me 1' }));
});

test('j and k go through the rows, but not while somebody writes', async () => {
  await open(
    anInbox({
      requests: [aRequest({ kind: 'advocate' })],
      threads: [aThread(), aThread({ child: leo, with: leoHimself })],
    }),
  );
  fireEvent.keyDown(document.body, { key: 'j' });
  const here = () => document.activeElement as HTMLElement;
  expect(here().getAttribute('href')).toBe(`/children/${AMARA}`);
  fireEvent.keyDown(here(), { key: 'j' });
  fireEvent.keyDown(here(), { key: 'ArrowDown' });
  expect(here().textContent).toBe('Leo Hart');
  fireEvent.keyDown(here(), { key: 'k' });
  expect(here().textContent).toBe('Amara Jones');
  fireEvent.click(screen.getByLabelText('No'));
  const box = screen.getByLabelText('Why not?');
  box.focus();
  fireEvent.keyDown(box, { key: 'j' });
  expect(here()).toBe(box);
});

test('of very many, fifty stand in the page until more are asked for', async () => {
  const many = Array.from({ length: 60 }, (_, n) => {
    const one = { id: `c${n}`, called: `C${n}`, name: `C${n}` };
    return aThread({ child: one, with: { ...one, chair: null, job: 'child' as const } });
  });
  await open(anInbox({ threads: many }));
  expect(rows()).toHaveLength(50);
  fireEvent.click(screen.getByRole('button', { name: '10 more' }));
  expect(rows()).toHaveLength(60);
  await waitFor(() => expect(document.activeElement?.textContent).toBe('C50'));
});

test('an empty inbox says so', async () => {
  await open();
  expect(screen.getByText('Nobody waits for you.')).toBeTruthy();
  await expectNoBarriers();
});
