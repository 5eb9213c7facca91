import { MyChair } from '@client/my_chair';
import { saving, send } from '@client/my_chair/saving';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, json, serve } from '../world';

function Here() {
  const { me } = session.value;
  return me && <MyChair me={me} params={{}} />;
}

beforeEach(() => {
  saving.value = { state: 'nothing', problem: null };
  session.value = { ...session.value, me: aPerson('child') };
});

it('shows my chair at once and saves it', async () => {
  const sent = serve({ 'PUT /api/me/chair': () => new Response(null, { status: 204 }) });
  render(<Here />);
  fireEvent.click(screen.getByRole('radio', { name: 'Rocking chair' }));
  fireEvent.click(screen.getByRole('radio', { name: 'Teal' }));
  expect(screen.getByText('Rocking chair, Teal, Stars')).toBeTruthy();
  await screen.findByText('Saved. This is your chair now.');
  const puts = sent.filter(one => one.method === 'PUT');
  expect(puts.map(one => one.body)).toEqual([
    { shape: 'rocker', colour: 'teal', pattern: 'stars' },
  ]);
  expect(session.value.me?.chair?.shape).toBe('rocker');
  await expectNoBarriers();
});

it('is three groups of radio buttons, so that arrow keys choose', () => {
  render(<Here />);
  expect(
    screen.getAllByRole('group').map(group => group.querySelector('legend')?.textContent),
  ).toEqual(['Shape', 'Colour', 'Pattern']);
  expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(3);
});

it('waits without internet and then goes', async () => {
  render(<Here />);
  fireEvent.click(screen.getByRole('radio', { name: 'Beanbag' }));
  await screen.findByText('No internet. We will save it when you are back online.');
  const sent = serve({ 'PUT /api/me/chair': {} });
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(saving.value.state).toBe('saved'));
  expect(sent).toHaveLength(1);
});

it('says what is wrong when the server refuses, and tries again', async () => {
  serve({ 'PUT /api/me/chair': () => json({ code: 'not_valid' }, 422) });
  render(<Here />);
  fireEvent.click(screen.getByRole('radio', { name: 'Stool' }));
  await screen.findByText('Not saved yet.');
  serve({ 'PUT /api/me/chair': {} });
  await send();
  expect(saving.value.state).toBe('saved');
});

it('does not send one person’s choice for another', async () => {
  const sent = serve({ 'PUT /api/me/chair': {} });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  render(<Here />);
  fireEvent.click(screen.getByRole('radio', { name: 'Throne' }));
  session.value = { ...session.value, me: aPerson('child', { id: 'somebody-else' }) };
  await vi.advanceTimersByTimeAsync(1000);
  vi.useRealTimers();
  expect(sent).toEqual([]);
});
