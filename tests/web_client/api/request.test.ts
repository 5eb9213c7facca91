/** A request says whose page it comes from. */
import { actAs, api } from '@client/api';
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
