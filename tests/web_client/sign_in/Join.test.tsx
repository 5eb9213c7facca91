/** Coming in for the first time with a card. */
import type { Me, SecondStep } from '@client/api';
import { Join } from '@client/sign_in';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeEach, expect, test, vi } from 'vitest';

const LOOK = {
  called: 'Jordan',
  job: 'child',
  council_name: 'Northmoor',
  language: 'en',
  sign_in_name: 'brave-otter-42',
  offered_passphrase: 'copper meadow lantern',
  offers_pictures: false,
};
const signedIn = vi.fn(async (_answer: Me | SecondStep) => {});
const sent: [string, unknown][] = [];

beforeEach(() => {
  sent.length = 0;
  signedIn.mockClear();
  session.value = { ...session.value, me: null, signedIn };
  history.replaceState(null, '', '/join');
});

function serve(answers: Record<string, [number, unknown]>) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async (path: string, options: RequestInit) => {
      sent.push([path, options.body ? JSON.parse(String(options.body)) : null]);
      const [status, body] = answers[path] ?? [404, { code: 'not_found' }];
      return new Response(JSON.stringify(body), { status });
    }),
  );
}

test('a card in the address is used and taken out of it at once', async () => {
  history.replaceState(null, '', '/join#secret-token');
  serve({ '/api/cards/look': [200, LOOK] });
  render(<Join />);
  expect(location.href).not.toContain('secret-token');
  await screen.findByRole('heading', { name: 'Hello Jordan' });
  expect(sent[0]).toEqual(['/api/cards/look', { card: 'secret-token' }]);
});

test('four words do the same, and the offered passphrase lets a person in', async () => {
  serve({ '/api/cards/look': [200, LOOK], '/api/cards/use': [200, { id: '1' }] });
  const { container } = render(<Join />);
  fireEvent.input(screen.getByLabelText('The words on my card'), {
    target: { value: 'one two three four' },
  });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await screen.findByText('copper meadow lantern');
  expect(screen.getByText('brave-otter-42')).toBeTruthy();
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await waitFor(() => expect(signedIn).toHaveBeenCalledWith({ id: '1' }));
  expect(sent.at(-1)?.[1]).toEqual({
    card: 'one two three four',
    passphrase: 'copper meadow lantern',
  });
});

test('a passphrase of my own that is too short says why beside it', async () => {
  history.replaceState(null, '', '/join#t');
  const fields = { passphrase: ['too_few_words'] };
  serve({ '/api/cards/look': [200, LOOK], '/api/cards/use': [422, { code: 'not_valid', fields }] });
  const { container } = render(<Join />);
  fireEvent.click(await screen.findByRole('button', { name: 'Make my own' }));
  const box = screen.getByLabelText('My own passphrase');
  fireEvent.input(box, { target: { value: 'short' } });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await screen.findByText('Please use three words or more.');
  expect(box.getAttribute('aria-invalid')).toBe('true');
  expect(signedIn).not.toHaveBeenCalled();
});

test('an old card says whom to ask', async () => {
  history.replaceState(null, '', '/join#old');
  serve({ '/api/cards/look': [404, { code: 'card_not_valid' }] });
  render(<Join />);
  expect((await screen.findByRole('alert')).textContent).toContain('does not work any more');
});

test('axe finds nothing on either step', async () => {
  serve({ '/api/cards/look': [200, LOOK] });
  const { container } = render(<Join />);
  const rules = { rules: { 'color-contrast': { enabled: false } } };
  expect((await axe.run(container, rules)).violations).toEqual([]);
  fireEvent.input(screen.getByLabelText('The words on my card'), { target: { value: 'a b c d' } });
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  await screen.findByText('copper meadow lantern');
  expect((await axe.run(container, rules)).violations).toEqual([]);
});
