/** Addresses lead where they say. */
import { match } from '@client/ui';
import { expect, test } from 'vitest';

test.each([
  ['/', '/', {}],
  ['/reviews/:id/plan', '/reviews/7/plan', { id: '7' }],
  ['/say/*', '/say', { rest: '' }],
  ['/say/*', '/say/home/2', { rest: 'home/2' }],
  ['/add/:reviewId/*', '/add/7/topic', { reviewId: '7', rest: 'topic' }],
  ['/a/:name', '/a/tŷ%20bach', { name: 'tŷ bach' }],
])('%s takes %s', (pattern, path, params) => {
  expect(match(pattern, path)).toEqual(params);
});

test.each([
  ['/', '/x'],
  ['/said', '/say'],
  ['/reviews/:id/plan', '/reviews/7'],
  ['/children/:id', '/children/7/cards'],
])('%s leaves %s alone', (pattern, path) => {
  expect(match(pattern, path)).toBeNull();
});
