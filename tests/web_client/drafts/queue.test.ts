/** What is finished and on its way: in the order written, never twice, never dropped. */
import { Problem } from '@client/api';
import type { Errand, Parcel, Server, Shelf } from '@client/drafts/parcel';
import { Queue } from '@client/drafts/queue';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const LANE = 'talk/jo';

/** A server in memory: the same id twice is the same as once, and other words under it are refused. */
class FakeServer implements Server<Errand, string> {
  arrived: string[] = [];
  words = new Map<string, string | null>();
  waited: number[] = [];
  takenBack: string[] = [];
  online = true;
  refuse: (parcel: Parcel<Errand>) => Problem | null = () => null;
  loseNextAnswer = false;
  slow: Promise<void> = Promise.resolve();
  calls = 0;

  async carry({ id, what }: Parcel<Errand>, waitedSeconds: number): Promise<string> {
    await this.#reach({ id, what } as Parcel<Errand>);
    const before = this.words.get(id);
    if (before !== undefined && before !== what.words) {
      throw new Problem({ code: 'written_differently', status: 409 });
    }
    if (before === undefined) this.arrived.push(what.words ?? '');
    this.words.set(id, what.words);
    this.waited.push(waitedSeconds);
    if (this.loseNextAnswer) {
      this.loseNextAnswer = false;
      throw new Problem({ code: 'offline' });
    }
    return `has ${what.words}`;
  }

  async undo(parcel: Parcel<Errand>): Promise<string> {
    await this.#reach(parcel);
    if (!this.words.has(parcel.id)) throw new Problem({ code: 'not_found', status: 404 });
    this.takenBack.push(parcel.id);
    return 'taken back';
  }

  async #reach(parcel: Parcel<Errand>): Promise<void> {
    this.calls += 1;
    if (!this.online) throw new Problem({ code: 'offline' });
    await this.slow;
    const problem = this.refuse(parcel);
    if (problem) throw problem;
  }
}

class FakeShelf implements Shelf<Errand> {
  rows = new Map<string, unknown>();
  full = false;

  async put(_shelf: 'sending', id: string, value: Parcel<Errand>): Promise<void> {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.rows.set(id, structuredClone(value));
  }
  async get(_shelf: 'sending', id: string): Promise<unknown> {
    return structuredClone(this.rows.get(id) ?? null);
  }
  async all(): Promise<unknown[]> {
    return [...this.rows.values()].map(row => structuredClone(row));
  }
  async remove(_shelf: 'sending', id: string): Promise<void> {
    this.rows.delete(id);
  }
}

let server: FakeServer;
let shelf: FakeShelf;
let queue: Queue<Errand, string>;
const opened = () => new Queue<Errand, string>(server, shelf);

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime('2026-11-22T10:00:00Z');
  server = new FakeServer();
  shelf = new FakeShelf();
  queue = opened();
});

afterEach(() => {
  queue.close();
  vi.useRealTimers();
});

const rest = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
const write = (id: string, words = id, to = queue, lane = LANE) => to.add(lane, id, { words });
const states = (from = queue, lane = LANE) => from.lane(lane).value.waiting.map(one => one.state);

describe('in a car without signal', () => {
  beforeEach(() => {
    server.online = false;
  });

  test('what was written waits in sight, says why, and goes in its order when there is signal', async () => {
    for (const words of ['one', 'two', 'three']) await write(words);
    await rest();
    expect(states()).toEqual(['waiting', 'waiting', 'waiting']);
    expect(queue.lane(LANE).value.waiting[0]?.problem?.code).toBe('offline');
    server.online = true;
    await rest(60_000);
    expect(server.arrived).toEqual(['one', 'two', 'three']);
    expect(states()).toEqual([]);
    expect(queue.lane(LANE).value.sent.map(one => one.answer)).toEqual([
      'has one',
      'has two',
      'has three',
    ]);
    expect(shelf.rows.size).toBe(0);
  });

  test('two hundred go in their order, through a page that was closed, each once', async () => {
    const all = Array.from({ length: 200 }, (_, at) => `message ${at}`);
    for (const words of all) await write(words);
    queue.close();
    server.online = true;
    queue = opened();
    await queue.takeUp();
    await rest(1000);
    expect(server.arrived).toEqual(all);
    expect(shelf.rows.size).toBe(0);
  });

  test('what an earlier page left goes before what is written now, whatever the clock says', async () => {
    await write('before');
    queue.close();
    vi.setSystemTime('2025-01-01T00:00:00Z');
    queue = opened();
    server.online = true;
    await write('after');
    await rest(60_000);
    expect(server.arrived).toEqual(['before', 'after']);
  });

  test('a device that is full says so, and the words go all the same', async () => {
    shelf.full = true;
    await write('one');
    await rest();
    expect(states()).toEqual(['not_kept']);
    server.online = true;
    await rest(60_000);
    expect(server.arrived).toEqual(['one']);
  });
});

test('what a full device could not keep is kept as soon as it can', async () => {
  server.online = false;
  shelf.full = true;
  await write('one');
  await write('two');
  await rest();
  shelf.full = false;
  await rest(10_000);
  expect(states()).toEqual(['waiting', 'waiting']);
  expect([...shelf.rows.keys()]).toEqual(['one', 'two']);
});

describe('how long it waited', () => {
  test('is told in seconds, also when the clock is a year off', async () => {
    vi.setSystemTime('2025-11-22T10:00:00Z');
    server.online = false;
    await write('one');
    await rest(3_600_000);
    server.online = true;
    await queue.sendAll();
    expect(server.waited[0]).toBe(3600);
  });

  test('is not made shorter by a clock that is put back meanwhile', async () => {
    server.online = false;
    await write('one');
    await rest(600_000);
    vi.setSystemTime('2026-11-01T00:00:00Z');
    server.online = true;
    await queue.sendAll();
    expect(server.waited[0]).toBeGreaterThanOrEqual(600);
  });

  test('is never more than a month and never less than nothing', async () => {
    server.online = false;
    await write('one');
    queue.close();
    for (const [now, told] of [
      ['2028-01-01T00:00:00Z', 30 * 86_400],
      ['2020-01-01T00:00:00Z', 0],
    ] as const) {
      vi.setSystemTime(now);
      server.waited = [];
      server.online = true;
      shelf.rows.set(`x${told}`, {
        id: `x${told}`,
        lane: LANE,
        what: { words: 'x' },
        wrote_at: new Date('2026-11-22T10:00:00Z').getTime(),
        nth: 1,
        undone: false,
      });
      shelf.rows.delete('one');
      const next = opened();
      await next.takeUp();
      expect(server.waited).toEqual([told]);
      next.close();
    }
  });
});

describe('on bad signal', () => {
  test('a lost answer is asked for again under the same id, so nothing is doubled', async () => {
    server.loseNextAnswer = true;
    await write('one');
    await write('two');
    await rest(60_000);
    expect(server.arrived).toEqual(['one', 'two']);
  });

  test('one at a time: a slow first keeps the second back', async () => {
    let go = () => {};
    server.slow = new Promise(resolve => {
      go = resolve;
    });
    await write('one');
    await write('two');
    await rest();
    expect(server.calls).toBe(1);
    expect(states()).toEqual(['sending', 'sending']);
    go();
    await rest();
    expect(server.arrived).toEqual(['one', 'two']);
  });

  test('a server that asks for rest is left alone that long, also by what is written then', async () => {
    const busy = new Problem({ code: 'try_again_later', status: 429, retryAfterSeconds: 120 });
    server.refuse = () => busy;
    await write('one');
    await rest();
    const calls = server.calls;
    await write('two');
    await queue.sendAll();
    await rest(119_000);
    expect(server.calls).toBe(calls);
    expect(states()).toEqual(['waiting', 'waiting']);
    server.refuse = () => null;
    await rest(2_000);
    expect(server.arrived).toEqual(['one', 'two']);
  });

  test('a server in trouble is asked less and less often, and never given up', async () => {
    server.refuse = () => new Problem({ code: 'server_error', status: 503 });
    await write('one');
    await rest(60_000);
    const early = server.calls;
    await rest(600_000);
    expect(server.calls - early).toBeLessThanOrEqual(11);
    server.refuse = () => null;
    await rest(60_000);
    expect(server.arrived).toEqual(['one']);
  });

  test('whoever is not safe does not wait behind what is stuck', async () => {
    let go = () => {};
    server.slow = new Promise(resolve => {
      go = resolve;
    });
    await write('one');
    await rest();
    server.slow = Promise.resolve();
    await write('help', 'help', queue, 'not_safe');
    await rest();
    expect(server.arrived).toEqual(['help']);
    go();
    await rest();
  });
});

describe('what the server will not have', () => {
  beforeEach(() => {
    server.refuse = ({ what }) =>
      what.words === 'odd' ? new Problem({ code: 'not_valid', status: 422 }) : null;
  });

  test('stays in sight and keeps nothing else back', async () => {
    await write('odd');
    await write('fine');
    await rest(60_000);
    expect(server.arrived).toEqual(['fine']);
    expect(queue.lane(LANE).value.waiting.map(one => [one.what.words, one.state])).toEqual([
      ['odd', 'needs_attention'],
    ]);
    expect(shelf.rows.size).toBe(1);
  });

  test('is tried again when its person says so', async () => {
    await write('odd');
    await rest();
    server.refuse = () => null;
    await queue.tryAgain(LANE, 'odd');
    await rest();
    expect(server.arrived).toEqual(['odd']);
  });

  test('goes under a new id when its own is taken', async () => {
    server.refuse = () => null;
    server.words.set('m1', 'something else');
    await write('m1', 'mine');
    await rest();
    expect(states()).toEqual(['needs_attention']);
    await queue.tryAgain(LANE, 'm1', 'm2');
    await rest();
    expect(server.arrived).toEqual(['mine']);
    expect(shelf.rows.size).toBe(0);
  });
});

describe('taking back what waits', () => {
  test('before it ever left, it is gone', async () => {
    server.refuse = () => new Problem({ code: 'busy', status: 503, retryAfterSeconds: 60 });
    await write('one');
    await rest();
    await write('two');
    await queue.takeBack(LANE, 'two');
    server.refuse = () => null;
    await rest(120_000);
    expect(server.arrived).toEqual(['one']);
    expect(shelf.rows.size).toBe(0);
  });

  test('when it may have got there it is out of sight at once, and taken back there too', async () => {
    server.loseNextAnswer = true;
    await write('one');
    await rest();
    await queue.takeBack(LANE, 'one');
    expect(states()).toEqual([]);
    expect(JSON.stringify([...shelf.rows.values()])).not.toContain('"words":"one"');
    await rest(60_000);
    expect(server.takenBack).toEqual(['one']);
    expect(shelf.rows.size).toBe(0);
  });

  test('when it never got there nothing is left of it', async () => {
    server.online = false;
    await write('one');
    await rest();
    await queue.takeBack(LANE, 'one');
    server.online = true;
    await rest(60_000);
    expect(server.arrived).toEqual([]);
    expect(server.takenBack).toEqual([]);
    expect(shelf.rows.size).toBe(0);
  });
});

describe('two pages of one person', () => {
  test('what one wrote and left goes from the other when there is signal', async () => {
    server.online = false;
    const other = opened();
    await other.takeUp();
    await write('one');
    queue.close();
    server.online = true;
    await other.sendAll();
    expect(server.arrived).toEqual(['one']);
    expect(shelf.rows.size).toBe(0);
    other.close();
  });

  test('what one took back the other does not send, and what may have left it takes back', async () => {
    server.online = false;
    await write('one');
    const other = opened();
    await other.takeUp();
    expect(states(other)).toEqual(['waiting']);
    await queue.takeBack(LANE, 'one');
    queue.close();
    server.online = true;
    await rest(60_000);
    expect(server.arrived).toEqual([]);
    expect(states(other)).toEqual([]);
    expect(shelf.rows.size).toBe(0);
    other.close();
  });

  test('both send it, and it is there once', async () => {
    server.online = false;
    await write('one');
    const other = opened();
    await other.takeUp();
    server.online = true;
    await Promise.all([queue.sendAll(), other.sendAll()]);
    await rest(60_000);
    expect(server.arrived).toEqual(['one']);
    expect([...states(), ...states(other)]).toEqual([]);
    other.close();
  });
});

describe('when somebody else signs in', () => {
  test('what was on its way is neither sent as theirs nor shown to them', async () => {
    server.online = false;
    await write('mine');
    await rest();
    queue.close();
    shelf.rows.clear(); // sealed under another name
    server.online = true;
    await queue.takeUp();
    await rest(600_000);
    expect(server.arrived).toEqual([]);
    expect(states()).toEqual([]);
  });

  test('what was being kept at that moment does not become theirs', async () => {
    const adding = write('mine').catch(() => 'gone');
    queue.close();
    await expect(adding).resolves.toBe('gone');
    await rest(60_000);
    expect(server.arrived).toEqual([]);
  });

  test('a page that locks keeps in memory only what the device could not', async () => {
    server.online = false;
    shelf.full = true;
    await write('not kept');
    queue.close({ onlySafe: true });
    server.online = true;
    await queue.takeUp();
    await rest(60_000);
    expect(server.arrived).toEqual(['not kept']);
  });
});

test('half-written words that lie on the same shelf are not sent', async () => {
  shelf.rows.set('half/talk', { half: 'I wan' });
  await queue.takeUp();
  expect(server.calls).toBe(0);
});
