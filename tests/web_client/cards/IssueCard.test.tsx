/** A card lets a person in once, and says nothing about care. */
import { IssueCard } from '@client/cards';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aChild } from '../desk/situations';
import { AMARA, aPerson, serve } from '../world';

const CARD = {
  words: ['maple', 'harbour', 'lantern', 'puffin'],
  link: 'https://cadair.example.org/join#k3Jd82nd',
  qr: { size: 29, path: 'M0 0h1v1h-1z' },
  expires_at: '2026-11-28T10:00:00Z',
  called: 'Amara',
  sign_in_name: 'brave-otter-42',
};

async function open(personId: string) {
  let asked = 0;
  const real = globalThis.fetch;
  const sent = serve({ [`GET /api/children/${AMARA}`]: aChild() });
  const serving = globalThis.fetch;
  globalThis.fetch = (async (path: string, options?: RequestInit) => {
    if (!path.startsWith(`/api/people/${personId}/cards/`)) return serving(path, options);
    asked += 1;
    return new Response(JSON.stringify(CARD), { status: 200 });
  }) as typeof real;
  render(<IssueCard me={aPerson('reviewing_officer')} params={{ childId: AMARA, personId }} />);
  await screen.findByRole('heading', { level: 1 });
  return { sent, asked: () => asked };
}

test('nothing is issued before it is asked for, and then once', async () => {
  const { asked } = await open(AMARA);
  const make = await screen.findByRole('button', { name: 'Make the card' });
  expect(asked()).toBe(0);
  fireEvent.click(make);
  fireEvent.click(make);
  expect(await screen.findByText('puffin')).toBeTruthy();
  expect(asked()).toBe(1);
});

test('the card carries its ways in, and not a word about care or a council', async () => {
  await open(AMARA);
  fireEvent.click(await screen.findByRole('button', { name: 'Make the card' }));
  const card = (await screen.findByText('puffin')).closest('.card-sheet') as HTMLElement;
  expect(card.textContent).toContain('brave-otter-42');
  expect(card.textContent).toContain('cadair.example.org/join');
  expect(card.textContent).toContain('28 November 2026');
  expect(card.textContent).not.toMatch(/\bcare\b|council|review|IRO|social/i);
  expect(card.querySelector('svg.qr')?.getAttribute('viewBox')).toBe('0 0 37 37');
  await expectNoBarriers();
});

test('an adult gets a link as well', async () => {
  await open('joan');
  fireEvent.click(await screen.findByRole('button', { name: 'Make the invitation' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Link')).value).toBe(CARD.link);
});

test('somebody who has left the circle cannot be invited', async () => {
  await open('stranger');
  expect(
    await screen.findByText('This person is not in the child’s circle any more.'),
  ).toBeTruthy();
});
