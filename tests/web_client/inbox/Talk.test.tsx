/** A conversation is shown word for word, and an answer is never lost and never sent by mistake. */
import { device } from '@client/drafts/device';
import { Talk } from '@client/inbox';
import { waiting } from '@client/inbox/sending';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AMARA, aPerson, json, serve } from '../world';
import { aMessage, aTalk, child, joan, ME } from './situations';

const NEW = 'e0000000-0000-4000-8000-000000000001';
const officer = aPerson('reviewing_officer', { name: 'Priya Shah' });
const talkOf = (person: string) => `/api/children/${AMARA}/conversations/${person}`;
const PUT = `PUT ${talkOf(AMARA)}/messages/${NEW}`;

afterEach(() => {
  waiting.value = [];
  vi.restoreAllMocks();
});

async function open(talk = aTalk(), answers: Record<string, unknown> = {}) {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NEW);
  const sent = serve({ [`GET ${talkOf(talk.with.id)}`]: talk, ...answers });
  render(<Talk me={officer} params={{ childId: AMARA, personId: talk.with.id }} />);
  await screen.findByRole('heading', { level: 1, name: talk.with.name });
  return sent;
}

function write(words: string, name = 'Amara') {
  fireEvent.input(screen.getByLabelText(`Write to ${name}`), { target: { value: words } });
}

test('words stand as they were written, with the safety word named and who read it when', async () => {
  await open(
    aTalk({
      messages: [
        aMessage({
          words: 'He HURTS me.\nhttp://x.example',
          safety_words: ['hurts'],
          tell_social_worker: true,
          read_by: [{ who: ME, at: '2026-11-18T10:14:00Z' }],
        }),
        aMessage({ id: 'm2', words: null, taken_back_at: '2026-11-18T11:00:00Z' }),
      ],
    }),
  );
  expect(screen.getByText('HURTS').tagName).toBe('MARK');
  expect(screen.getByText('Safety word: hurts')).toBeTruthy();
  expect(screen.getByText('Priya Shah read this: Wednesday 18 November, 10:14')).toBeTruthy();
  expect(screen.getByText('The social worker may be told.')).toBeTruthy();
  expect(screen.getByText('Taken back before anybody read it.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: /x.example/ })).toBeNull();
  expect(screen.queryByRole('button', { name: 'I have read this' })).toBeNull();
  await expectNoBarriers();
});

test('opening marks nothing; one press says by name that it was read', async () => {
  const read = `POST ${talkOf(AMARA)}/read`;
  const sent = await open(aTalk(), { [read]: new Response(null, { status: 204 }) });
  expect(sent.every(one => one.method === 'GET')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
  await waitFor(() =>
    expect(sent.find(one => one.method === 'POST')?.body).toEqual({ up_to: 'm1' }),
  );
});

test('an answer goes with a new id and its language, and says that the message was read', async () => {
  const sent = await open(aTalk({ language: 'cy' }), {
    [PUT]: aMessage({ id: NEW, from_me: true, author: ME }),
    [`POST ${talkOf(AMARA)}/read`]: new Response(null, { status: 204 }),
  });
  write('  Diolch.  ');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Amara' }));
  await waitFor(() =>
    expect(sent.find(one => one.method === 'PUT')?.body).toMatchObject({
      words: 'Diolch.',
      language: 'cy',
      reason: null,
    }),
  );
  expect(sent.find(one => one.path.endsWith('/read'))?.body).toEqual({ up_to: 'm1' });
  expect((screen.getByLabelText('Write to Amara') as HTMLTextAreaElement).value).toBe('');
});

test('phrases come in the child’s language first, and go into the box to be changed', async () => {
  await open(aTalk({ language: 'cy' }));
  const list = screen.getByText('Quick phrases').closest('details') as HTMLElement;
  fireEvent.click(within(list).getByText('Ydi pethau’n digwydd fel y gwnaethon ni gytuno?'));
  const box = screen.getByLabelText('Write to Amara') as HTMLTextAreaElement;
  expect(box.value).toBe('Ydi pethau’n digwydd fel y gwnaethon ni gytuno?');
  fireEvent.change(screen.getByLabelText('Written in'), { target: { value: 'en' } });
  fireEvent.click(within(list).getByText('Are things happening as we agreed?'));
  expect(box.value).toContain(' Are things happening as we agreed?');
});

test('without a signal the words stay and say that they have not gone; by hand they go again', async () => {
  let signal = false;
  const sent = await open(aTalk({ messages: [] }), {
    [PUT]: () => {
      if (!signal) throw new TypeError('No network');
      return aMessage({ id: NEW, from_me: true, author: ME });
    },
  });
  write('I will ask about it.');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Amara' }));
  expect(await screen.findByText('It has not gone')).toBeTruthy();
  expect(screen.getByText('I will ask about it.')).toBeTruthy();
  await expectNoBarriers();
  signal = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again now' }));
  await waitFor(() => expect(screen.queryByText('Not sent yet')).toBeNull());
  const tries = sent.filter(one => one.method === 'PUT');
  expect(tries).toHaveLength(2);
  expect(new Set(tries.map(one => one.path)).size).toBe(1);
});

test('when the signal is back the words go by themselves', async () => {
  let signal = false;
  await open(aTalk(), {
    [PUT]: () => {
      if (!signal) throw new TypeError('No network');
      return aMessage({ id: NEW, from_me: true, author: ME });
    },
  });
  write('I will ask about it.');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Amara' }));
  await screen.findByText('It has not gone');
  signal = true;
  dispatchEvent(new Event('online'));
  await waitFor(() => expect(waiting.value).toEqual([]));
});

test('to an adult, a secret is stopped: what it is, and a reason to send it all the same', async () => {
  const put = `PUT ${talkOf('joan')}/messages/${NEW}`;
  const finding = {
    why: 'school',
    words: 'Elm Park',
    line: null,
    start: 3,
    end: 11,
    term: 'Elm Park Primary',
    author: null,
  };
  const sent = await open(
    aTalk({ with: joan, messages: [aMessage({ author: joan, start: null })] }),
    {
      [put]: (one: { body: { reason: string | null } }) =>
        one.body.reason
          ? aMessage({ id: NEW, from_me: true, author: ME })
          : json({ code: 'stopped_by_guard', status: 409, current: { findings: [finding] } }, 409),
    },
  );
  write('At Elm Park.', 'Joan');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Joan' }));
  expect(
    await screen.findByText('This tells which school the child goes to: Elm Park Primary.'),
  ).toBeTruthy();
  await expectNoBarriers();
  fireEvent.input(screen.getByLabelText('Why it may go out all the same'), {
    target: { value: 'Joan takes her there.' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Send it all the same' }));
  await waitFor(() => expect(waiting.value).toEqual([]));
  expect(sent.filter(one => one.method === 'PUT').map(one => one.body)).toMatchObject([
    { reason: null },
    { reason: 'Joan takes her there.' },
  ]);
});

test('stopped words go back into the box to be changed', async () => {
  const put = `PUT ${talkOf('joan')}/messages/${NEW}`;
  await open(aTalk({ with: joan, messages: [] }), {
    [put]: json({ code: 'stopped_by_guard', status: 409 }, 409),
  });
  write('At Elm Park.', 'Joan');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Joan' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Change the words' }));
  expect((screen.getByLabelText('Write to Joan') as HTMLTextAreaElement).value).toBe(
    'At Elm Park.',
  );
  expect(waiting.value).toEqual([]);
});

test('where it is not safe to reply, that stands first and on the button itself', async () => {
  await open(aTalk({ not_safe_to_reply: true }));
  expect(screen.getByText('It is not safe to reply to Amara here')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send although it is not safe' })).toBeTruthy();
});

test('a note to myself stands apart, and says that the child does not see it', async () => {
  const put = `PUT ${talkOf(AMARA)}/notes/${NEW}`;
  const note = { id: 'n', author: ME, words: 'Ring school.', written_at: '2026-11-19T09:00:00Z' };
  const sent = await open(aTalk({ notes: [note] }), { [put]: note });
  const kept = screen.getByText('Ring school.').closest('article') as HTMLElement;
  expect(within(kept).getByText('Amara does not see this')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('A note to myself'), { target: { value: 'Ask Joan.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep the note' }));
  expect(await screen.findByText('Note kept.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({ words: 'Ask Joan.' });
});

test('a message is put in the record and taken out again', async () => {
  const sent = await open(aTalk(), { 'POST /api/messages/m1/record': aMessage() });
  fireEvent.click(screen.getByRole('button', { name: 'Put it in the record' }));
  await waitFor(() =>
    expect(sent.find(one => one.path.endsWith('/record'))?.body).toEqual({
      to_record: true,
      wish_id: null,
      decision_id: null,
    }),
  );
});

test('earlier messages come before those that are here', async () => {
  const before = `GET ${talkOf(AMARA)}?before=m1`;
  const older = aMessage({ id: 'm0', words: 'Hello.', received_at: '2026-10-01T09:00:00Z' });
  await open(aTalk({ more: true }), { [before]: aTalk({ messages: [older] }) });
  fireEvent.click(screen.getByRole('button', { name: 'Show earlier messages' }));
  await screen.findByText('Hello.');
  const words = [...document.querySelectorAll('.message__words')].map(one => one.textContent);
  expect(words).toEqual(['Hello.', 'I want to see my brother.']);
  expect(screen.queryByRole('button', { name: 'Show earlier messages' })).toBeNull();
});

test('a message is started to a child who has written nothing', async () => {
  await open(aTalk({ messages: [], with: child }));
  expect(screen.getByText('Nothing was written yet.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Send to Amara' })).toBeTruthy();
});

test('what an earlier visit could not send is taken up again, and only by whoever wrote it', async () => {
  const parcel = {
    id: NEW,
    from: officer.id,
    childId: AMARA,
    personId: AMARA,
    words: 'I will ask about it.',
    language: 'en',
    reason: null,
    writtenAt: Date.now() - 60_000,
  };
  const parcels = [parcel, { ...parcel, id: 'other', from: 'sam' }];
  vi.spyOn(device, 'get').mockResolvedValue({ parcels });
  const sent = await open(aTalk(), { [PUT]: aMessage({ id: NEW, from_me: true, author: ME }) });
  await waitFor(() => expect(sent.some(one => one.method === 'PUT')).toBe(true));
  await waitFor(() => expect(waiting.value).toEqual([]));
  const put = sent.filter(one => one.method === 'PUT');
  expect(put).toHaveLength(1);
  const body = put[0]?.body as { waited_seconds: number } | undefined;
  expect(body?.waited_seconds).toBeGreaterThanOrEqual(60);
});

test('without a signal what I wrote is kept among what was never sent: signing out keeps it', async () => {
  const put = vi.spyOn(device, 'put').mockResolvedValue();
  await open(aTalk(), { [PUT]: new TypeError('no signal') });
  write('I will ask about it.');
  fireEvent.click(screen.getByRole('button', { name: 'Send to Amara' }));
  await waitFor(() => expect(put).toHaveBeenCalled());
  const [shelf, , value, how] = put.mock.calls.at(-1) ?? [];
  expect([shelf, how]).toEqual(['sending', { unsent: true }]);
  expect(value).toMatchObject({ parcels: [{ words: 'I will ask about it.' }] });
});

test('a thank-you is let rest with one press', async () => {
  const rest = `POST ${talkOf(AMARA)}/rest`;
  const sent = await open(aTalk({ messages: [aMessage({ words: 'Thanks!' })] }), {
    [rest]: new Response(null, { status: 204 }),
  });
  fireEvent.click(screen.getByRole('button', { name: 'No answer is needed' }));
  await waitFor(() => expect(sent.at(-1)?.method).toBe('GET'));
  const post = sent.find(one => one.method === 'POST');
  expect(post?.body).toEqual({ up_to: 'm1' });
});
