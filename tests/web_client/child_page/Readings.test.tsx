/** A manager says why before reading what a child said; the child's IRO sees it and takes note. */
import { ChildPage } from '@client/child_page';
import { fireEvent, render, screen } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aChild } from '../desk/situations';
import { AMARA, aPerson, serve } from '../world';

const READING = {
  id: '77777777-7777-4777-8777-777777777777',
  manager_name: 'Helen Osei',
  reason: 'The police ask tonight what she said.',
  unsafe_to_tell: true,
  broken_at: '2026-11-21T20:00:00Z',
  ends_at: '2026-11-21T21:00:00Z',
  seen_at: null,
};

beforeEach(() => {
  vi.setSystemTime('2026-11-21T20:10:00Z');
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

async function open(job: 'reviewing_officer' | 'service_manager', readings: object[]) {
  const sent = serve({
    [`GET /api/children/${AMARA}`]: aChild(),
    [`GET /api/children/${AMARA}/broken-glass`]: { readings },
    [`PUT /api/children/${AMARA}/broken-glass/:id`]: READING,
    [`POST /api/children/${AMARA}/broken-glass/${READING.id}/noted`]: READING,
  });
  render(<ChildPage me={aPerson(job)} params={{ childId: AMARA }} />);
  await screen.findByRole('heading', { level: 1 });
  return sent;
}

test('a manager opens it for an hour, and only with a whole reason', async () => {
  await open('service_manager', []);
  fireEvent.click(await screen.findByRole('button', { name: 'Read for a reason' }));
  const button = screen.getByRole('button', { name: 'Open it for one hour' });
  expect(button.getAttribute('aria-disabled')).toBe('true');
  fireEvent.input(screen.getByLabelText('Your reason'), { target: { value: READING.reason } });
  expect(button.getAttribute('aria-disabled')).toBeNull();
  await expectNoBarriers();
});

test('while it is open, its pages are a step away', async () => {
  await open('service_manager', [READING]);
  expect(await screen.findByText(/Open for you until/)).toBeTruthy();
  const [link] = screen.getAllByRole('link', { name: /Said before/ });
  expect(link?.getAttribute('href')).toMatch(/\/for-a-reason$/);
});

test('the IRO reads the reason and takes note', async () => {
  const sent = await open('reviewing_officer', [READING]);
  expect(await screen.findByText(READING.reason)).toBeTruthy();
  expect(screen.getByText('Amara is not told of it for now.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'It is safe to tell Amara' }));
  await vi.waitFor(() => expect(JSON.stringify(sent)).toContain('"tell_child":true'));
  await expectNoBarriers();
});

test('an IRO whose children nobody read for a reason sees nothing of it', async () => {
  await open('reviewing_officer', []);
  expect(screen.queryByText('Read for a reason')).toBeNull();
});
