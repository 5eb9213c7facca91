/** Anyone signed in can change their passphrase, and is told what is wrong with one. */
import { MyPassphrase } from '@client/my_passphrase';
import { fireEvent, render, screen } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, json, serve } from '../world';

const OFFERED = { offered_passphrase: 'copper meadow lantern' };

async function change(answer: unknown, next?: string) {
  const sent = serve({ 'GET /api/passphrase-offer': OFFERED, 'PUT /api/me/passphrase': answer });
  const { container } = render(<MyPassphrase me={aPerson('carer')} params={{}} />);
  await screen.findByText('For example: copper meadow lantern');
  const now = screen.getByLabelText('Your passphrase now');
  fireEvent.input(now, { target: { value: 'violet kettle galaxy' } });
  if (next) {
    fireEvent.input(screen.getByLabelText('Your new passphrase'), { target: { value: next } });
  } else {
    fireEvent.click(screen.getByRole('button', { name: 'Take this one' }));
  }
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  return sent;
}

test('the one that is offered is taken, and what follows is said', async () => {
  const sent = await change(() => new Response(null, { status: 204 }));
  await screen.findByText('Your passphrase is new now.');
  expect(sent.at(-1)?.body).toEqual({
    current: 'violet kettle galaxy',
    new: 'copper meadow lantern',
  });
  await expectNoBarriers();
});

test.each([
  ['too_short', 'This is too short. Please make it longer.'],
  ['too_few_words', 'Please use three words or more.'],
  ['too_common', 'Many people would guess this. Please choose something else.'],
])('%s is told beside the new one, and what was typed stays', async (code, says) => {
  await change(() => json({ code: 'bad_input', fields: { passphrase: [code] } }, 422), 'let me in');
  await screen.findByText(says);
  expect(screen.getByDisplayValue('let me in')).toBeTruthy();
  await expectNoBarriers();
});

test('a wrong present one is told beside it, and nobody is signed out', async () => {
  await change(() => json({ code: 'wrong_sign_in' }, 401));
  await screen.findByText('That is not your passphrase. Please try again.');
  expect(screen.getByLabelText('Your new passphrase')).toHaveProperty(
    'value',
    'copper meadow lantern',
  );
});
