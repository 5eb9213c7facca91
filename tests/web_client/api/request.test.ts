/** A request says whose page it comes from, and does not hang for ever on bad signal. */
import { actAs, api, letOut } from '@client/api';
import { expect, test, vi } from 'vitest';

test('after a sign-in every request says whose page it is, but not a new sign-in', async () => {
  const sent: [string, Record<string, string>][] = [];
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Record<string, string> }) => {
    sent.push([path, headers]);
    return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  });
  await api.me();
  actAs('p1');
  await api.myReviews();
  await api.signIn('brave-otter-42', 'violet kettle galaxy');
  await api.useCard('four words of it', 'violet kettle galaxy');
  expect(sent.map(([path, headers]) => [path, headers['Cadair-Person']])).toEqual([
    ['/api/me', undefined],
    ['/api/my/reviews', 'p1'],
    ['/api/sign-in', undefined],
    ['/api/cards/use', undefined],
  ]);
  vi.unstubAllGlobals();
});

test('a request that hangs counts as no signal after a while, so that words are sent again', async () => {
  vi.useFakeTimers();
  const hangs = (_path: string, { signal }: RequestInit) =>
    new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  vi.stubGlobal('fetch', hangs);
  const asked = api.myReviews().catch(problem => problem);
  const written = api.changeLanguage('cy').catch(problem => problem);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await asked).toMatchObject({ code: 'offline', passes: true });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(await written).toMatchObject({ code: 'offline', passes: true });
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('the next person is let in only after the last one is out', async () => {
  const order: string[] = [];
  vi.stubGlobal('fetch', async (path: string) => {
    order.push(path);
    return new Response('{}', { headers: { 'Content-Type': 'application/json' } });
  });
  let answered = () => {};
  letOut(new Promise<void>(done => (answered = done)));
  const next = api.signIn('brave-otter-42', 'violet kettle galaxy');
  await Promise.resolve();
  expect(order).toEqual([]);
  answered();
  await next;
  expect(order).toEqual(['/api/sign-in']);
  vi.unstubAllGlobals();
});
