/** A child sees who has seen what they said: names, jobs and days, in plain words. */
import { WhoHasSeen } from '@client/who_has_seen';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, serve } from '../world';

const PRIYA_READ = { name: 'Priya Shah', job: 'reviewing_officer', chair: null, what: ['said'] };

beforeEach(() => {
  vi.setSystemTime('2026-04-02T09:00:00Z');
});

function open(first: object, more: object = {}) {
  const sent = serve({
    'GET /api/my/who-has-seen': first,
    'GET /api/my/who-has-seen?before=2026-03-30': more,
  });
  render(<WhoHasSeen me={aPerson('child')} params={{}} />);
  return sent;
}

test('names, jobs and days, the latest first', async () => {
  open({
    days: [
      { on: '2026-04-02', seen: [PRIYA_READ] },
      {
        on: '2026-04-01',
        seen: [
          {
            name: 'Helen Osei',
            job: 'service_manager',
            chair: null,
            what: ['said_for_a_reason', 'page'],
          },
        ],
      },
    ],
    before: null,
  });
  const days = await screen.findAllByRole('heading', { level: 2 });
  expect(days.map(day => day.textContent)).toEqual(['Today', 'Yesterday']);
  expect(screen.getByText('An IRO. They lead reviews.')).toBeTruthy();
  expect(screen.getByText('Read what you said. They had to say why first.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show earlier days' })).toBeNull();
  await expectNoBarriers();
});

test('nobody has looked yet', async () => {
  open({ days: [], before: null });
  expect(await screen.findByText('No one has looked yet.')).toBeTruthy();
});

test('earlier days are fetched when asked for', async () => {
  open(
    { days: [{ on: '2026-03-30', seen: [PRIYA_READ] }], before: '2026-03-30' },
    { days: [{ on: '2026-03-02', seen: [PRIYA_READ] }], before: null },
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Show earlier days' }));
  expect(await screen.findByText('Monday 2 March')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show earlier days' })).toBeNull();
});
