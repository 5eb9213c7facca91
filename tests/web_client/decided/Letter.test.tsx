/** A child reads their letter, keeps it and their certificate, and says what is not what they said. */
import type { Certificate, OwnLetter } from '@client/api/decided';
import { Decided } from '@client/decided';
import { drafts } from '@client/drafts';
import { session } from '@client/ui';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { OFFICER, SAM, somebody } from '../talk/situations';
import { REVIEW, serve } from '../world';

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const LISTED = {
  review_id: REVIEW,
  kind: 'looked_after',
  held_on: '2026-03-09',
  language: 'en',
  given_at: '2026-03-20T10:00:00Z',
  given_by: OFFICER,
} as const;
const NEWER = { ...LISTED, review_id: 'r-newer', held_on: '2026-09-07' };
const LETTER: OwnLetter = {
  ...LISTED,
  paragraphs: [
    { key: 'hello', words: 'Dear Amara, thank you.', who: null },
    { key: 'decision_1', words: 'Sam finds a drama club.', who: SAM },
  ],
  remarks: [],
};

function open(rest: string, certificates: Certificate[] | null = null) {
  const known: Record<string, unknown> = {
    'GET /api/me/device-key': { key: KEY },
    'GET /api/my/outcomes': { reviews: [] },
    'GET /api/my/disputes': { disputes: [] },
    'GET /api/my/letters': { letters: certificates ? [] : [NEWER, LISTED], certificates },
    [`GET /api/my/letters/${REVIEW}`]: LETTER,
    [`GET /api/my/letters/${REVIEW}/pdf`]: () => new Response('%PDF-'),
    'GET /api/my/reviews/r-old/certificate': () => new Response('%PDF-'),
  };
  const sent = serve(
    new Proxy(known, {
      get(answers, call: string) {
        if (!call.startsWith(`PUT /api/my/letters/${REVIEW}/remarks/`)) return answers[call];
        return ({ path, body }: { path: string; body: object }) => ({
          id: path.split('/').at(-1),
          at: '2026-04-02T09:00:00Z',
          seen_at: null,
          ...body,
        });
      },
    }),
  );
  const me = somebody();
  session.value = { ...session.value, me };
  render(<Decided me={me} params={{ rest }} />);
  return sent;
}

const names: string[] = [];
beforeEach(() => {
  names.length = 0;
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  drafts.forget();
});

test('what is not what I said is kept beside its paragraph, word for word', async () => {
  const sent = open('letters/1');
  expect(await screen.findByText('Sam finds a drama club.')).toBeTruthy();
  await expectNoBarriers();
  const [first, last, ...more] = screen.getAllByRole('button', { name: 'That’s not what I said' });
  expect(more).toEqual([]); // one for what was decided, one for the whole, none for the greeting
  fireEvent.click(last as HTMLElement);
  fireEvent.click(screen.getByRole('button', { name: 'Not now' }));
  fireEvent.click(first as HTMLElement);
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'I said dance.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send it' }));
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(1));
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    paragraph: 'decision_1',
    words: 'I said dance.',
  });
  expect(screen.getByText('I said dance.').tagName).toBe('BLOCKQUOTE');
  fireEvent.click(screen.getByRole('button', { name: 'Keep this letter' }));
  await waitFor(() => expect(names).toEqual(['letter.pdf']));
});

test('after every review there is a certificate, letter or none; earlier ones are folded', async () => {
  open('', [
    { review_id: 'r-new', held_on: '2026-03-09' },
    { review_id: 'r-old', held_on: '2025-09-10' },
  ]);
  expect(await screen.findByRole('heading', { name: 'My certificates' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: 'My letters' })).toBeNull();
  expect(screen.getByText('From earlier reviews').closest('details')?.open).toBe(false);
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: /Keep my certificate.*10 September 2025/ }));
  await waitFor(() => expect(names).toEqual(['certificate.pdf']));
});

test('a letter’s address is its place since my first, and tells no more; others do not exist', async () => {
  open('');
  const links = await screen.findAllByRole('link', { name: /A letter from Priya/ });
  expect(links.map(link => [link.getAttribute('href'), link.textContent])).toEqual([
    ['/decided/letters/2', expect.stringContaining('7 September 2026')],
    ['/decided/letters/1', expect.stringContaining('9 March 2026')],
  ]);
  for (const rest of ['letters/3', `letters/${REVIEW}`]) {
    cleanup();
    open(rest);
    await screen.findByRole('heading', { name: 'There is nothing here' });
  }
});
