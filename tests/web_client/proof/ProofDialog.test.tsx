/** A call that must be proved opens one small window, and is repeated once proof was given. */
import { api, proveBy, signedOut } from '@client/api';
import { askForProof } from '@client/proof';
import { fireEvent, screen, waitFor } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';

const sent: string[] = [];
let proved = false;

beforeEach(() => {
  sent.length = 0;
  proved = false;
  signedOut.value = false;
  proveBy(askForProof);
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string }) => {
    sent.push(path);
    if (path === '/api/me/prove' && !body) return answer(200, { ways: ['passphrase'] });
    if (path === '/api/me/prove') {
      if (JSON.parse(body ?? '').passphrase !== 'violet kettle galaxy') {
        return answer(403, { code: 'wrong_proof' });
      }
      proved = true;
      return new Response(null, { status: 204 });
    }
    return proved ? answer(200, { words: ['a'] }) : answer(403, { code: 'step_up_needed' });
  });
});

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

async function say(passphrase: string) {
  fireEvent.input(await screen.findByLabelText('Your passphrase'), {
    target: { value: passphrase },
  });
  fireEvent.submit(document.querySelector('dialog form') as HTMLFormElement);
}

test('two calls wait for one window, and both go on after it', async () => {
  const cards = Promise.all([api.issueCard('p', 'c'), api.issueCard('p', 'd')]);
  await say('not right at all');
  await screen.findByText('That is not right. Please try again.');
  expect(document.querySelectorAll('dialog')).toHaveLength(1);
  await expectNoBarriers();
  await say('violet kettle galaxy');
  expect(await cards).toEqual([{ words: ['a'] }, { words: ['a'] }]);
  expect(document.querySelector('dialog')).toBeNull();
});

test('closing the window leaves the call refused', async () => {
  const card = api.issueCard('p', 'c').catch(problem => problem);
  fireEvent.click(await screen.findByRole('button', { name: 'Close', hidden: true }));
  expect(await card).toMatchObject({ code: 'step_up_needed' });
  await waitFor(() => expect(document.querySelector('dialog')).toBeNull());
});

test('a call that was under way while the session got its new id is made again', async () => {
  let first = true;
  vi.stubGlobal('fetch', async (path: string) => {
    sent.push(path);
    if (path === '/api/my/reviews' && first) {
      first = false;
      return answer(401, { code: 'not_signed_in' });
    }
    return answer(200, { reviews: [] });
  });
  const reviews = api.myReviews();
  await api.changePassphrase('old', 'new');
  expect(await reviews).toEqual({ reviews: [] });
  expect(signedOut.value).toBe(false);
});

test('whoever is signed out without a new id is signed out', async () => {
  vi.stubGlobal('fetch', async () => answer(401, { code: 'not_signed_in' }));
  await api.myReviews().catch(() => {});
  expect(signedOut.value).toBe(true);
});
