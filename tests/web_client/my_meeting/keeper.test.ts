/** Nothing that I choose is lost: not without internet, not with two devices, not when I leave. */

import { drafts } from '@client/drafts';
import { device } from '@client/drafts/device';
import { PlanKeeper } from '@client/my_meeting/keeper';
import { beforeEach, expect, test, vi } from 'vitest';
import { aPerson, REVIEW, serve } from '../world';
import { aPlan, facts, keeping, PATH, stale } from './situations';

beforeEach(async () => {
  keeping();
  await device.unlock(aPerson('child').id, async () => btoa('k'.repeat(32)));
  await device.remove('drafts', `meeting_plan/${REVIEW}`);
  await device.remove('kept', `meeting_plan/${REVIEW}`);
});

const level = (keeper: PlanKeeper, chosen: 0 | 1 | 2 | 3 | 4 | 5) =>
  keeper.write(REVIEW, plan => ({ ...plan, level: chosen }));

test('what I choose is on the device at once and at the server soon', async () => {
  const { there } = keeping();
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  await level(keeper, 5);
  expect(shown.value.state).toBe('on_this_device');
  await keeper.send(REVIEW);
  expect([there.now.plan?.level, shown.value.state]).toEqual([5, 'saved']);
});

test('without internet it waits on the device and goes with the next visit', async () => {
  const keeper = new PlanKeeper();
  keeper.open(REVIEW);
  await vi.waitFor(() => expect(keeper.open(REVIEW).value.facts).not.toBeNull());
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No network')));
  await level(keeper, 4);
  await keeper.send(REVIEW);
  expect(keeper.open(REVIEW).value.state).toBe('waiting');
  const { there } = keeping();
  await new PlanKeeper().takeUp();
  expect(there.now.plan?.level).toBe(4);
});

test('after signing out only what was not sent stays, sealed', async () => {
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  await level(keeper, 3);
  await device.forget();
  await device.unlock(aPerson('child').id, async () => btoa('k'.repeat(32)));
  const later = new PlanKeeper();
  await later.takeUp();
  expect(later.open(REVIEW).value.plan.level).toBe(3);
});

test('a draft of what I say and a plan lie beside each other', async () => {
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  await level(keeper, 3);
  const sent = keeping().sent;
  await drafts.unlock(aPerson('child'));
  await drafts.sendWhatWaits();
  expect(sent.filter(one => one.path.includes('/drafts/'))).toEqual([]);
});

test('another device changed something else: both stand', async () => {
  const { there } = keeping();
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  there.now = facts({ revision: 1, plan: aPlan({ snacks: 'Pizza' }) });
  const answers = [stale(aPlan({ snacks: 'Pizza' }), 1)];
  const sent = serve({
    [`GET ${PATH}`]: there.now,
    [`PUT ${PATH}`]: ({ body }: { body: unknown }) =>
      answers.shift() ?? { ...there.now, ...(body as object), revision: 2 },
  });
  await level(keeper, 5);
  await keeper.send(REVIEW);
  expect(shown.value.clashes).toEqual([]);
  const last = sent.at(-1)?.body as { plan: { level: number; snacks: string } };
  expect([last.plan.level, last.plan.snacks]).toEqual([5, 'Pizza']);
});

test('another device chose otherwise: both are kept until I say which', async () => {
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  const answers = [stale(aPlan({ level: 1 }), 1)];
  const sent = serve({
    [`PUT ${PATH}`]: ({ body }: { body: unknown }) =>
      answers.shift() ?? { ...facts(), ...(body as object), revision: 2 },
  });
  await level(keeper, 5);
  await keeper.send(REVIEW);
  expect(shown.value.plan.level).toBe(5);
  expect(shown.value.clashes).toEqual([{ field: 'level', theirs: 1 }]);
  expect(sent).toHaveLength(1);
  await keeper.choose(REVIEW, 'level', 'mine');
  await keeper.send(REVIEW);
  expect(sent.at(-1)?.body).toMatchObject({ plan: { level: 5 } });
  expect(shown.value.clashes).toEqual([]);
});

test('letting mine go takes what the other device chose', async () => {
  const keeper = new PlanKeeper();
  const shown = keeper.open(REVIEW);
  await vi.waitFor(() => expect(shown.value.facts).not.toBeNull());
  serve({ [`PUT ${PATH}`]: () => stale(aPlan({ level: 1 }), 1) });
  await level(keeper, 5);
  await keeper.send(REVIEW);
  await keeper.choose(REVIEW, 'level', 'theirs');
  expect(shown.value.plan.level).toBe(1);
  expect(shown.value.state).toBe('saved');
});
