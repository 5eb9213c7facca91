/** A person's words on their way: weak signal, killed pages, second taps, two devices. */
import { Problem } from '@client/api';
import { Outbox } from '@client/drafts/outbox';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { content, FakeDevice, FakeServer, said } from './situations';

const REVIEW = 'r1';
let server: FakeServer;
let device: FakeDevice;
let outbox: Outbox;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  device = new FakeDevice();
  outbox = new Outbox(server, device);
});

afterEach(() => {
  outbox.close();
  vi.useRealTimers();
});

const quiet = () => vi.advanceTimersByTimeAsync(1000);
const say = (words: string, box = outbox) =>
  box.write(REVIEW, before => ({ ...before, answers: { ...before.answers, home: said(words) } }));

async function opened(box = outbox) {
  const shown = box.open(REVIEW, content());
  await vi.advanceTimersByTimeAsync(0);
  return shown;
}

function parcel(id = 'c1', words = 'hello') {
  return {
    id,
    contribution: {
      review_id: REVIEW,
      form: 'child_12_to_15',
      form_version: 1,
      language: 'en',
      helper: null,
      replaces: null,
      answers: [{ ...said(words), id: 'a1', question: 'home' }],
    },
  };
}

function later() {
  let happens = () => {};
  const until = new Promise<void>(resolve => {
    happens = resolve;
  });
  return { until, happens: () => happens() };
}

describe('when somebody else signs in', () => {
  test('what was on its way is not kept as theirs, nor sent as theirs', async () => {
    const { until, happens } = later();
    server.slow = until;
    await opened();
    await say('mine');
    void outbox.share(REVIEW, parcel());
    await vi.advanceTimersByTimeAsync(0);
    outbox.close();
    device.rows.clear();
    const shown = await opened();
    await say('theirs');
    happens();
    await quiet();
    expect(device.rows.get(REVIEW)?.mine.answers.home?.words).toBe('theirs');
    expect(shown.value.state).toBe('saved');
  });

  test('a stale save is not tried again with their draft', async () => {
    await opened();
    server.drafts.set(REVIEW, {
      content: content({ home: said('on another phone') }),
      revision: 7,
    });
    const save = server.saveDraft.bind(server);
    const { until, happens } = later();
    server.saveDraft = async (...sent) => {
      await until;
      return save(...sent);
    };
    await say('mine');
    await quiet();
    outbox.close();
    device.rows.clear();
    server.drafts.set(REVIEW, { content: content({ home: said('theirs') }), revision: 3 });
    happens();
    await quiet();
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('theirs');
    expect(device.rows.size).toBe(0);
  });
});

describe('writing', () => {
  test('words are on the device at once and on the server soon after', async () => {
    const shown = await opened();
    await say('hello');
    expect(shown.value.state).toBe('on_this_device');
    expect(device.rows.get(REVIEW)?.mine.answers.home?.words).toBe('hello');
    await quiet();
    expect(shown.value.state).toBe('saved');
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('hello');
  });

  test('typing on sends once, with the last words', async () => {
    await opened();
    for (const words of ['h', 'he', 'hel']) await say(words);
    await quiet();
    expect(server.calls.filter(call => call === 'save')).toHaveLength(1);
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('hel');
  });

  test('in airplane mode the words stay here and go when the signal is back', async () => {
    server.online = false;
    const shown = await opened();
    await say('on the bus');
    await quiet();
    expect(shown.value.state).toBe('on_this_device');
    server.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value.state).toBe('saved');
  });

  test('a page that was closed offline opens with its words and sends them later', async () => {
    server.online = false;
    await opened();
    await say('still here');
    outbox.close();
    const next = new Outbox(server, device);
    const shown = await opened(next);
    expect(shown.value.content.answers.home?.words).toBe('still here');
    server.online = true;
    await next.sendAll();
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('still here');
    next.close();
  });

  test('a device that cannot save says so, until the server has the words', async () => {
    device.full = true;
    server.online = false;
    const shown = await opened();
    await say('hello');
    expect(shown.value.state).toBe('not_saved');
    server.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value.state).toBe('saved');
  });

  test('what was written before the device answered is not overwritten by it', async () => {
    await device.put('drafts', REVIEW, {
      review_id: REVIEW,
      base: null,
      revision: 0,
      mine: content({ school: said('maths') }),
      parcel: null,
    });
    outbox.open(REVIEW, content());
    const writing = say('quick');
    await writing;
    await quiet();
    const kept = server.drafts.get(REVIEW)?.content?.answers;
    expect(kept?.home?.words).toBe('quick');
    expect(kept?.school?.words).toBe('maths');
  });
});

test('a lost answer does not set my own earlier words beside the new ones', async () => {
  const shown = await opened();
  await say('hel');
  server.loseNextAnswer = true;
  await quiet();
  await say('hello');
  await vi.advanceTimersByTimeAsync(10_000);
  expect(shown.value.state).toBe('saved');
  expect(shown.value.content.answers.home?.words).toBe('hello');
  expect(shown.value.content.other_words).toBeUndefined();
});

test('opening it again brings what another device wrote meanwhile', async () => {
  const shown = await opened();
  const tablet = new Outbox(server, new FakeDevice());
  await opened(tablet);
  await say('tablet', tablet);
  await quiet();
  await opened();
  expect(shown.value.content.answers.home?.words).toBe('tablet');
  tablet.close();
});

describe('two pages on one device, without signal', () => {
  test('what each wrote is kept, and both reach the server', async () => {
    const second = new Outbox(server, device);
    const shown = await opened();
    await opened(second);
    server.online = false;
    await say('first page');
    await second.write(REVIEW, before => ({
      ...before,
      answers: { ...before.answers, school: said('second page') },
    }));
    second.close();
    await say('first page goes on');
    expect(device.rows.get(REVIEW)?.mine.answers.school?.words).toBe('second page');
    server.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value.content.other_words).toBeUndefined();
    const kept = server.drafts.get(REVIEW)?.content?.answers;
    expect([kept?.home?.words, kept?.school?.words]).toEqual(['first page goes on', 'second page']);
  });

  test('what one shared and could not send yet is not lost when the other writes', async () => {
    const second = new Outbox(server, device);
    await opened();
    await opened(second);
    server.online = false;
    await say('from the first page');
    await outbox.share(REVIEW, parcel('c1', 'from the first page'));
    outbox.close();
    await say('from the second page', second);
    server.online = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect([...server.shared.keys()]).toEqual(['c1']);
    second.close();
  });
});

test('who helps is kept even when it was said before the draft had opened', async () => {
  const shown = outbox.open(REVIEW, content());
  const helper = { name: 'Ruby', who: 'carer' };
  await outbox.write(REVIEW, before => ({ ...before, helper }));
  await quiet();
  expect(shown.value.content.helper).toEqual(helper);
  expect(server.drafts.get(REVIEW)?.content?.helper).toEqual(helper);
});

describe('two devices', () => {
  test('start on one and go on on the other', async () => {
    await opened();
    await say('from my phone');
    await quiet();
    const tablet = new Outbox(server, new FakeDevice());
    const shown = await opened(tablet);
    expect(shown.value.content.answers.home?.words).toBe('from my phone');
    tablet.close();
  });

  test('both wrote: mine stays, theirs is beside it, and the server gets both', async () => {
    const tablet = new Outbox(server, new FakeDevice());
    const shown = await opened();
    await opened(tablet);
    await say('tablet', tablet);
    await quiet();
    await say('phone');
    await quiet();
    expect(shown.value.content.answers.home?.words).toBe('phone');
    expect(shown.value.content.other_words?.home?.[0]?.words).toBe('tablet');
    expect(server.drafts.get(REVIEW)?.content?.other_words?.home?.[0]?.words).toBe('tablet');
    tablet.close();
  });

  test('shared on the other device: a draft that was only copied goes away here', async () => {
    await opened();
    await say('hello');
    await quiet();
    outbox.close();
    server.drafts.delete(REVIEW);
    const later = new Outbox(server, device);
    const shown = await opened(later);
    expect(shown.value.content.answers).toEqual({});
    later.close();
  });
});

describe('sharing', () => {
  test('goes at once and the draft is gone from the device', async () => {
    const shown = await opened();
    await say('hello');
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('shared');
    expect(server.shared.has('c1')).toBe(true);
    expect(device.rows.size).toBe(0);
  });

  test('offline it waits, through a closed page, and goes once', async () => {
    server.online = false;
    const shown = await opened();
    await say('hello');
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('waiting_to_send');
    outbox.close();
    server.online = true;
    const next = new Outbox(server, device);
    await next.takeUp();
    expect([...server.shared.keys()]).toEqual(['c1']);
    next.close();
  });

  test('a server that cannot take it for ten seconds is not called no internet', async () => {
    const shown = await opened();
    await say('hello');
    server.refuse = new Problem({ code: 'busy', status: 503 });
    await outbox.share(REVIEW, parcel());
    expect(shown.value).toMatchObject({ state: 'waiting_to_send', delayed: false });
    await vi.advanceTimersByTimeAsync(9_000);
    expect(shown.value.delayed).toBe(false);
    await vi.advanceTimersByTimeAsync(1_500);
    expect(shown.value).toMatchObject({ state: 'waiting_to_send', delayed: true, problem: null });
    expect(device.rows.size).toBe(1);
    server.online = false;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value.delayed).toBe(false);
    server.online = true;
    server.refuse = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value).toMatchObject({ state: 'shared', delayed: false });
  });

  test('a lost answer is asked for again under the same id, so nothing is doubled', async () => {
    const shown = await opened();
    await say('hello');
    await quiet();
    server.loseNextAnswer = true;
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('waiting_to_send');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(shown.value.state).toBe('shared');
    expect(server.shared.size).toBe(1);
  });

  test('a second tap sends nothing more', async () => {
    await opened();
    await say('hello');
    await quiet();
    const first = outbox.share(REVIEW, parcel());
    const second = outbox.send(REVIEW);
    await Promise.all([first, second]);
    expect(server.calls.filter(call => call === 'share')).toHaveLength(1);
  });

  test('a closed review needs attention, keeps the words, and is not hammered', async () => {
    const shown = await opened();
    await say('hello');
    server.refuse = new Problem({ code: 'review_has_closed', status: 409 });
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('needs_attention');
    expect(shown.value.problem?.code).toBe('review_has_closed');
    expect(shown.value.content.answers.home?.words).toBe('hello');
    const calls = server.calls.length;
    await vi.advanceTimersByTimeAsync(600_000);
    expect(server.calls).toHaveLength(calls);
  });

  test('trying again after other words took its id uses a new id', async () => {
    const shown = await opened();
    await say('hello');
    server.shared.set('c1', { other: true });
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('needs_attention');
    let ids = 1;
    await outbox.tryAgain(REVIEW, () => {
      ids += 1;
      return `c${ids}`;
    });
    expect(shown.value.state).toBe('shared');
    expect([...server.shared.keys()]).toEqual(['c1', 'c3']);
  });

  test('a server in trouble is asked again, less and less often', async () => {
    await opened();
    await say('hello');
    server.refuse = new Problem({ code: 'server_error', status: 503 });
    await outbox.share(REVIEW, parcel());
    await vi.advanceTimersByTimeAsync(600_000);
    const tries = server.calls.filter(call => call === 'share').length;
    expect(tries).toBeGreaterThan(8);
    expect(tries).toBeLessThan(25);
    server.refuse = null;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.shared.size).toBe(1);
  });

  test.each([
    ['try_again_later', 429],
    ['busy', 503],
    ['no_room', 507],
  ])('words put off with %s wait as told and then go by themselves', async (code, status) => {
    const shown = await opened();
    await say('hello');
    await vi.advanceTimersByTimeAsync(60_000);
    server.refuse = new Problem({ code, status, retryAfterSeconds: 600 });
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('waiting_to_send');
    server.refuse = null;
    const before = server.calls.length;
    await vi.advanceTimersByTimeAsync(590_000);
    expect(server.calls.length).toBe(before);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(shown.value.state).toBe('shared');
    expect(server.shared.size).toBe(1);
  });

  test('whoever writes on does not press a server that asked for rest', async () => {
    const shown = await opened();
    await say('one');
    server.refuse = new Problem({ code: 'try_again_later', status: 429, retryAfterSeconds: 600 });
    await vi.advanceTimersByTimeAsync(5_000);
    const before = server.calls.length;
    server.refuse = null;
    for (const words of ['one two', 'one two three']) {
      await say(words);
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(server.calls.length).toBe(before);
    expect(shown.value.state).toBe('on_this_device');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(shown.value.state).toBe('saved');
  });

  test('a clock that is put back meanwhile does not keep words here for weeks', async () => {
    await opened();
    server.refuse = new Problem({ code: 'busy', status: 503, retryAfterSeconds: 5 });
    await say('hello');
    await quiet();
    vi.setSystemTime(Date.now() - 10 * 86_400_000);
    server.refuse = null;
    await vi.advanceTimersByTimeAsync(1_000);
    await say('hello again');
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('hello again');
  });

  test('signing in again lets waiting words go', async () => {
    const shown = await opened();
    await say('hello');
    server.refuse = new Problem({ code: 'not_signed_in', status: 401 });
    await outbox.share(REVIEW, parcel());
    expect(shown.value.state).toBe('waiting_to_send');
    server.refuse = null;
    await outbox.sendAll();
    expect(shown.value.state).toBe('shared');
  });

  test('words written while it was on its way start a new draft', async () => {
    const shown = await opened();
    await say('hello');
    await quiet();
    let arrive = () => {};
    server.slow = new Promise(resolve => {
      arrive = resolve;
    });
    const sending = outbox.share(REVIEW, parcel());
    await vi.advanceTimersByTimeAsync(10);
    await say('one more thing');
    arrive();
    await sending;
    await quiet();
    expect(server.shared.size).toBe(1);
    expect(shown.value.content.answers.home?.words).toBe('one more thing');
    expect(server.drafts.get(REVIEW)?.content?.answers.home?.words).toBe('one more thing');
  });
});
