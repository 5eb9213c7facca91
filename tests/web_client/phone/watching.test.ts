/** When a page counts as left: by the clock, not by timers that a sleeping phone does not run. */
import { HIDDEN_MS, IDLE_MS, watch } from '@client/phone/watching';
import { staying } from '@client/ui/staying';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const WHERE = 'seen_at';
let lock: ReturnType<typeof vi.fn<() => void>>;
let stop = () => {};
let state: DocumentVisibilityState = 'visible';

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
  state = 'visible';
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => state);
  lock = vi.fn<() => void>();
  stop = watch(WHERE, lock);
});

afterEach(() => {
  staying.value = false;
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function turn(to: DocumentVisibilityState) {
  state = to;
  document.dispatchEvent(new Event('visibilitychange'));
}

test('two minutes without a touch lock the page, once', () => {
  vi.advanceTimersByTime(IDLE_MS - 1000);
  expect(lock).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2000);
  expect(lock).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(IDLE_MS * 3);
  expect(lock).toHaveBeenCalledOnce();
});

test('a running meeting does not lock, however long its phone lies on the table', () => {
  staying.value = true;
  turn('hidden');
  vi.advanceTimersByTime(IDLE_MS * 20);
  turn('visible');
  expect(lock).not.toHaveBeenCalled();
  expect(localStorage.getItem(WHERE)).toBeNull(); // nor does it when its page was let go and comes back
  staying.value = false;
  vi.advanceTimersByTime(IDLE_MS + 1000);
  expect(lock).toHaveBeenCalledOnce();
});

test('every touch begins the two minutes anew', () => {
  for (let turns = 0; turns < 5; turns += 1) {
    vi.advanceTimersByTime(IDLE_MS - 2000);
    dispatchEvent(new Event('keydown'));
  }
  expect(lock).not.toHaveBeenCalled();
});

test('half a minute out of sight is enough, and a short look away is not', () => {
  turn('hidden');
  vi.advanceTimersByTime(HIDDEN_MS - 1000);
  turn('visible');
  vi.advanceTimersByTime(HIDDEN_MS);
  expect(lock).not.toHaveBeenCalled();
  turn('hidden');
  vi.advanceTimersByTime(HIDDEN_MS + 1000);
  expect(lock).toHaveBeenCalledOnce();
});

test('a phone that slept is locked when it wakes, whatever its timers did', () => {
  turn('hidden');
  vi.setSystemTime(Date.now() + 3_600_000);
  turn('visible');
  expect(lock).toHaveBeenCalledOnce();
});

test('a clock put back is no way around it', () => {
  vi.setSystemTime(Date.now() - 3_600_000);
  vi.advanceTimersByTime(6_000);
  expect(lock).toHaveBeenCalledOnce();
});

test('the device knows when the page was last seen, and nothing else', () => {
  vi.advanceTimersByTime(20_000);
  expect(Object.keys(localStorage)).toEqual([WHERE]);
  expect(Date.now() - Number(localStorage.getItem(WHERE))).toBeLessThan(6_000);
});
