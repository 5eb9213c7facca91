/** What somebody sees is shown by their own screens, from what the server says they see, with nothing to press. */
import { SeenBy } from '@client/circle';
import { device } from '@client/drafts/device';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test, vi } from 'vitest';
import { AMARA, aPerson, aReview, askedTo, serve } from '../world';

const officer = aPerson('reviewing_officer');
/** Their own screen is fetched when it is first shown. */
const FETCHED = [{}, { timeout: 20_000 }] as const;

async function look(job: 'child' | 'parent', seen: Record<string, unknown>) {
  const them = aPerson(job, { id: 'them', name: 'Mary Smith', called: 'Mary' });
  const sent = serve({
    [`GET /api/children/${AMARA}/seen-by/them`]: {
      me: them,
      reviews: [],
      contributions: [],
      conversations: [],
      given: [],
      ...seen,
    },
  });
  render(<SeenBy me={officer} params={{ childId: AMARA, personId: 'them' }} />);
  await screen.findByText('You see what Mary Smith sees.');
  return sent;
}

test('a parent’s first page is shown with their own answers, and asks the server for nothing else', async () => {
  const put = vi.spyOn(device, 'put');
  const sent = await look('parent', { reviews: [askedTo('parent')] });
  expect(await screen.findByText('Hello Mary', ...FETCHED)).toBeTruthy();
  expect(await screen.findByText('Amara’s review', { selector: 'h2' })).toBeTruthy();
  expect(sent.map(one => one.path)).toEqual([`/api/children/${AMARA}/seen-by/them`]);
  expect(put).not.toHaveBeenCalled();
});

test('nothing can be pressed, and a screen reader is told so', async () => {
  await look('parent', { reviews: [askedTo('parent')] });
  const start = await screen.findByRole('link', { name: /^Start/ }, FETCHED[1]);
  await waitFor(() => expect(start.getAttribute('aria-disabled')).toBe('true'));
  const before = location.pathname;
  expect(fireEvent.click(start)).toBe(false);
  expect(location.pathname).toBe(before);
  expect(screen.getByRole('link', { name: 'Back to the circle' }).getAttribute('href')).toBe(
    `/children/${AMARA}/circle`,
  );
});

test('a child’s home is shown as the child has it', async () => {
  await look('child', { reviews: [aReview()] });
  expect(await screen.findByText('Hello Mary', ...FETCHED)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'What they said' })).toBeTruthy();
});
