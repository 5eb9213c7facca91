/** Coming in with a name and a passphrase. */
import type { Me, SecondStep } from '@client/api';
import { SignIn } from '@client/sign_in';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

const ME = { id: '1', called: 'Jordan', job: 'child' } as Me;
const signedIn = vi.fn(async (_answer: Me | SecondStep) => {});

beforeEach(() => {
  localStorage.clear();
  signedIn.mockClear();
  session.value = { ...session.value, me: null, signedIn };
});

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const send = vi.fn(async () => new Response(JSON.stringify(body), { status, headers }));
  vi.stubGlobal('fetch', send);
  return send;
}

function fillIn(who: string, passphrase: string) {
  fireEvent.input(screen.getByLabelText('Your sign-in name or email'), { target: { value: who } });
  fireEvent.input(screen.getByLabelText('Your passphrase'), { target: { value: passphrase } });
  fireEvent.submit(
    screen.getByRole('button', { name: 'Sign in' }).closest('form') as HTMLFormElement,
  );
}

test('the right words let a person in', async () => {
  const send = answer(200, ME);
  render(<SignIn />);
  fillIn(' brave-otter-42 ', 'copper meadow lantern');
  await waitFor(() => expect(signedIn).toHaveBeenCalledWith(ME));
  const [, { body }] = send.mock.calls[0] as unknown as [string, { body: string }];
  expect(JSON.parse(body)).toEqual({ who: 'brave-otter-42', passphrase: 'copper meadow lantern' });
});

test('wrong words are told kindly and keep what was typed', async () => {
  answer(401, { code: 'wrong_sign_in', status: 401 });
  render(<SignIn />);
  fillIn('brave-otter-42', 'copper');
  expect((await screen.findByRole('alert')).textContent).toContain('do not go together');
  expect(screen.getByLabelText<HTMLInputElement>('Your passphrase').value).toBe('copper');
});

test('too many tries say how long to wait', async () => {
  answer(429, { code: 'try_again_later', status: 429 }, { 'Retry-After': '120' });
  render(<SignIn />);
  fillIn('brave-otter-42', 'copper');
  expect((await screen.findByRole('alert')).textContent).toContain('2 minutes');
});

test('without internet nothing is blamed on the person', async () => {
  render(<SignIn />);
  fillIn('brave-otter-42', 'copper');
  expect((await screen.findByRole('status', { name: '' })).textContent).toContain('no internet');
});

test('the name stays on the device only when asked for', async () => {
  answer(200, ME);
  const { unmount } = render(<SignIn />);
  fillIn('brave-otter-42', 'copper meadow lantern');
  await waitFor(() => expect(signedIn).toHaveBeenCalled());
  expect(localStorage.length).toBe(0);
  unmount();
  render(<SignIn />);
  fireEvent.click(screen.getByLabelText(/Keep my sign-in name/));
  fillIn('brave-otter-42', 'copper meadow lantern');
  await waitFor(() => expect(localStorage.getItem('sign_in_name')).toBe('brave-otter-42'));
  expect(Object.values({ ...localStorage })).not.toContain('copper meadow lantern');
});

test('the page is called Cadair and nothing else, and axe finds nothing', async () => {
  const { container } = render(<SignIn />);
  expect(document.title).toBe('Cadair');
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});
