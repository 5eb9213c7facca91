/** Talking to my IRO: what stands before the box, words on their way, answers, taking back. */
import type { Me } from '@client/api';
import { drafts } from '@client/drafts';
import { Talk } from '@client/talk';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { json } from '../world';
import { aMessage, aServer, fromPriya, SAM, signedIn, somebody } from './situations';

afterEach(() => drafts.forget());

async function open(me: Me, params: Record<string, string> = {}) {
  signedIn(me);
  await drafts.unlock(me);
  render(<Talk me={me} params={params} />);
}

const box = () => screen.findByRole('textbox');
async function write(words: string) {
  fireEvent.input(await box(), { target: { value: words } });
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }));
}

test('before the box stands who reads it, when, by when there is an answer, and what if I am not safe', async () => {
  const me = somebody();
  aServer(me.id);
  await open(me);
  expect(await screen.findByRole('heading', { name: 'Talk to Priya' })).toBeTruthy();
  const panel = screen.getByRole('region', { name: 'Priya reads this' });
  const text = panel.textContent ?? '';
  expect(text).toContain('Priya works from Monday to Friday.');
  expect(text).toContain('You can expect an answer by Tuesday 26 November.');
  expect(text).toContain('If Priya is away, Sam reads it.');
  expect(text).toContain('If someone is not safe, Priya may have to tell someone else.');
  expect(text).toContain('Nobody reads this all the time.');
  expect(within(panel).getByRole('link', { name: 'I don’t feel safe' })).toBeTruthy();
  expect(within(panel).getByRole('button', { name: 'Help now' })).toBeTruthy();
  const place = panel.compareDocumentPosition(await box());
  expect(place & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  await expectNoBarriers();
});

test('while the IRO is away it says who reads meanwhile, and until when', async () => {
  const me = somebody();
  aServer(me.id, { who: { cover: { who: SAM, until: '2026-12-03' } } });
  await open(me);
  const panel = await screen.findByRole('region', { name: 'Sam reads this' });
  expect(panel.textContent).toContain(
    'Priya is away until Thursday 3 December. Sam reads this for now.',
  );
});

test('a message is sent with its start and language, and by default nobody else is told', async () => {
  const me = somebody();
  const server = aServer(me.id);
  await open(me);
  await screen.findByText(/Priya would like to hear from you/);
  fireEvent.click(screen.getByRole('button', { name: 'Good news' }));
  fireEvent.input(screen.getByRole('textbox', { name: 'What went well?' }), {
    target: { value: 'I got the part!' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Send to Priya' }));
  expect(await screen.findByText(/It got there today at/)).toBeTruthy();
  expect(server.written()).toHaveLength(1);
  expect(server.written()[0]?.body).toEqual({
    words: 'I got the part!',
    start: 'good_news',
    language: 'en',
    tell_social_worker: false,
    waited_seconds: expect.any(Number),
  });
  expect(((await box()) as HTMLTextAreaElement).value).toBe('');
  await expectNoBarriers();
});

test('the social worker may be told only of the message where the child says so', async () => {
  const me = somebody();
  const server = aServer(me.id);
  await open(me);
  fireEvent.click(
    await screen.findByRole('checkbox', { name: /OK for Priya to tell my social worker/ }),
  );
  await write('one');
  await screen.findByText('OK to tell my social worker');
  await write('two');
  await waitFor(() => expect(server.written()).toHaveLength(2));
  expect(
    server.written().map(one => (one.body as { tell_social_worker: boolean }).tell_social_worker),
  ).toEqual([true, false]);
});

test('in a car without signal three messages wait in sight, say why, and go in their order, once', async () => {
  const me = somebody();
  const server = aServer(me.id);
  await open(me);
  await waitFor(() => expect(server.sent.map(one => one.path)).toContain('/api/me/device-key'));
  server.internet = false;
  for (const words of ['one', 'two', 'three']) {
    await write(words);
    await screen.findByText(words);
  }
  await waitFor(() =>
    expect(screen.getAllByText('No internet. It will go by itself.')).toHaveLength(3),
  );
  await expectNoBarriers();
  server.reconnect();
  await waitFor(() => expect(screen.queryByText('No internet. It will go by itself.')).toBeNull());
  await waitFor(() => expect(server.there.map(one => one.words)).toEqual(['one', 'two', 'three']));
});

test('a waiting message can be taken back, and its words are in the box again', async () => {
  const me = somebody();
  const server = aServer(me.id);
  await open(me);
  await screen.findByText(/Priya would like to hear from you/);
  server.internet = false;
  await write('not like this');
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  await waitFor(() => expect(screen.queryByRole('list', { name: 'On their way' })).toBeNull());
  expect(((await box()) as HTMLTextAreaElement).value).toBe('not like this');
});

test('what the server will not have stays in sight with its reason and can be tried again', async () => {
  const me = somebody();
  const server = aServer(me.id);
  server.refuse = json({ code: 'bad_input', status: 422 }, 422);
  await open(me);
  await write('odd');
  await screen.findByText(/This did not send. Your words are safe here./);
  server.refuse = null;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(/It got there/);
});

test('half a message is still in the box when the page is opened again', async () => {
  const me = somebody();
  aServer(me.id);
  await open(me);
  fireEvent.input(await box(), { target: { value: 'I wan' } });
  await new Promise(later => setTimeout(later, 600));
  cleanup();
  await open(me);
  await waitFor(async () => expect(((await box()) as HTMLTextAreaElement).value).toBe('I wan'));
});

test('it is told by name and by when that it was read, and can no longer be taken back', async () => {
  const me = somebody();
  const read = { who: fromPriya('').author, at: '2026-03-03T10:14:00Z' };
  aServer(me.id, {
    messages: [aMessage('hello', { read_by: [read], can_take_back: false })],
  });
  await open(me);
  expect(await screen.findByText(/Priya read this on Tuesday 3 March at 10:14am/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
});

test('a message that nobody has read can be taken back', async () => {
  const me = somebody();
  aServer(me.id, { messages: [aMessage('too much')] });
  await open(me);
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, take it back' }));
  expect(await screen.findByText('You took this back.')).toBeTruthy();
  expect(screen.queryByText('too much')).toBeNull();
});

test('one that was read a moment ago cannot, and it says so', async () => {
  const me = somebody();
  const server = aServer(me.id, { messages: [aMessage('too much')] });
  await open(me);
  fireEvent.click(await screen.findByRole('button', { name: 'Take it back' }));
  const [one] = server.there;
  if (!one) throw new Error('No message');
  server.there[0] = {
    ...one,
    can_take_back: false,
    read_by: [{ who: fromPriya('').author, at: '2026-03-03T10:14:00Z' }],
  };
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, take it back' }));
  expect(await screen.findByText(/has been read/)).toBeTruthy();
  expect(await screen.findByText(/Priya read this/)).toBeTruthy();
});

test('a message becomes a wish for my review', async () => {
  const me = somebody();
  const server = aServer(me.id, { messages: [aMessage('I want to see Leo more')] });
  await open(me);
  fireEvent.click(await screen.findByRole('button', { name: 'Bring this to my review' }));
  fireEvent.click(await screen.findByRole('button', { name: /As a wish/ }));
  expect(await screen.findByText('A wish for my review')).toBeTruthy();
  expect(server.sent.find(one => one.path.endsWith('bring-to-review'))?.body).toEqual({
    as: 'wish',
  });
  expect(screen.queryByRole('button', { name: 'Bring this to my review' })).toBeNull();
});

test('a new answer comes by itself, is said aloud, and the officer is told that it was read', async () => {
  const me = somebody();
  const first = fromPriya('Hello Amara');
  const server = aServer(me.id, { messages: [first] });
  await open(me);
  await screen.findByText('Hello Amara');
  expect(screen.queryByText('Priya has answered.')).toBeNull();
  server.there.push(fromPriya('I will ask', { received_at: '2026-04-01T10:00:00Z' }));
  dispatchEvent(new Event('focus'));
  expect(await screen.findByText('I will ask')).toBeTruthy();
  expect((await screen.findByText('Priya has answered.')).closest('[role=status]')).toBeTruthy();
  const reads = server.sent.filter(one => one.path.endsWith('/read'));
  expect(reads.map(one => (one.body as { up_to: string }).up_to)).toEqual([
    first.id,
    server.there[1]?.id,
  ]);
});

test('the server is asked again every twenty seconds, and not while nobody looks', async () => {
  const me = somebody();
  const server = aServer(me.id);
  await open(me);
  await screen.findByText(/Priya would like to hear from you/);
  const asked = () => server.sent.filter(one => one.method === 'GET' && one.path.endsWith(me.id));
  const before = asked().length;
  cleanup();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  render(<Talk me={me} params={{}} />);
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked().length).toBe(before + 2);
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked().length).toBe(before + 2);
  hidden.mockRestore();
  vi.useRealTimers();
});

test('older messages come when they are asked for', async () => {
  const me = somebody();
  const old = aMessage('long ago', { received_at: '2025-01-01T10:00:00Z' });
  const server = aServer(me.id, { messages: [aMessage('now')], more: true, older: [old] });
  await open(me);
  fireEvent.click(await screen.findByRole('button', { name: 'Older messages' }));
  expect(await screen.findByText('long ago')).toBeTruthy();
  expect(server.sent.some(one => one.path.endsWith(`?before=${server.there[0]?.id}`))).toBe(true);
  expect(screen.queryByRole('button', { name: 'Older messages' })).toBeNull();
});

test('a link in a message is text, and words that run the other way keep to themselves', async () => {
  const me = somebody();
  aServer(me.id, { messages: [fromPriya('see https://example.org/x'), aMessage('שלום')] });
  await open(me);
  const words = await screen.findByText('see https://example.org/x');
  expect(words.querySelector('a')).toBeNull();
  expect(words.closest('a')).toBeNull();
  expect(screen.getByText('שלום').getAttribute('dir')).toBe('auto');
});

test('what I wrote is not shown on a phone that keeps no trace until I ask', async () => {
  const me = somebody();
  aServer(me.id, { messages: [aMessage('', { words: null, hidden: true })] });
  await open(me);
  expect(await screen.findByText('Your words are not shown here, as you asked.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Show them to me now' })).toBeTruthy();
});

test('a carer writes about practical matters, without the child’s own ways', async () => {
  const me = somebody('carer');
  const child = 'c0000000-0000-4000-8000-00000000c001';
  const server = aServer(child);
  await open(me, { childId: child });
  expect(await screen.findByRole('heading', { name: 'Message Priya about Amara' })).toBeTruthy();
  expect(screen.getByText(/For practical matters/)).toBeTruthy();
  expect(
    screen.getByText('Priya reads this. Amara and the others around Amara do not.'),
  ).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'I don’t feel safe' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Good news' })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await write('Can we move the visit?');
  await screen.findByText(/It got there/);
  expect(server.there[0]?.words).toBe('Can we move the visit?');
  expect(screen.queryByRole('button', { name: 'Bring this to my review' })).toBeNull();
  await expectNoBarriers();
});

test('without internet what was here last can be read, and one can still write', async () => {
  const me = somebody();
  const server = aServer(me.id, { messages: [fromPriya('Hello Amara')] });
  await open(me);
  await screen.findByText('Hello Amara');
  await new Promise(later => setTimeout(later, 600));
  cleanup();
  server.internet = false;
  await open(me);
  expect(await screen.findByText('Hello Amara')).toBeTruthy();
  await write('from the bus');
  expect(await screen.findByText('No internet. It will go by itself.')).toBeTruthy();
});

test('nothing stands at an address that is not mine', async () => {
  const me = somebody('parent');
  aServer('someone-else');
  await open(me, { childId: 'nobody' });
  expect(await screen.findByText('There is nothing here that you can see.')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
});
