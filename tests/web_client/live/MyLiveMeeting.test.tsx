/** A child leads their own meeting from a phone: one thing at a time, with internet and without. */
import { device } from '@client/drafts/device';
import { sending } from '@client/drafts/sending';
import { HowWasIt, MyLiveMeeting } from '@client/live';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPlan, DOG, facts, JOAN, OFFICER, PATH } from '../my_meeting/situations';
import { aPerson, aReview, REVIEW } from '../world';
import { aMeeting, PART } from './meeting_server';

const me = aPerson('child');
const people = [
  { id: me.id, called: 'Amara', chair: me.chair, is: 'child' as const, here: true },
  { id: OFFICER.id, called: 'Priya', chair: null, is: 'officer' as const, here: true },
  { id: JOAN.id, called: 'Joan', chair: null, is: 'person' as const, here: true },
];
const plan = aPlan({ level: 5, supporter: { person_id: JOAN.id, who: null } });
const [review] = aReview().parts;
const parts = review ? [{ ...review, id: PART }] : [];
const LAST = 'f2000000-0000-4000-8000-000000000002';
const EARLIER = [{ review_id: LAST, held_on: '2025-09-10' }];

beforeEach(async () => {
  session.value = { ...session.value, me: null };
  session.value = { ...session.value, me };
  sending.close();
  await device.unlock(me.id, async () => btoa('k'.repeat(32)));
  for (const parcel of await device.all<{ id: string }>('sending')) {
    await device.remove('sending', parcel.id);
  }
  for (const name of [`live/${REVIEW}/${PART}`, 'my_reviews', 'my_meetings']) {
    await device.remove('kept', name);
  }
});

function served(state = {}, said: object | null = null) {
  return aMeeting({
    role: 'child',
    id: me.id,
    state: { level: 5, led_by: 'child', people, ...state },
    more: {
      'GET /api/my/reviews': { reviews: [aReview({ stage: 'meeting', parts })] },
      'GET /api/my/letters': { letters: [], certificates: EARLIER },
      [`GET ${PATH}`]: facts({ plan, stage: 'meeting' }),
      [`GET /api/my/reviews/${REVIEW}/how-it-was`]: { said, at: null },
      [`PUT /api/my/reviews/${REVIEW}/how-it-was`]: new Response(null, { status: 204 }),
    },
  });
}
const open = (rest = '') => render(<MyLiveMeeting me={me} params={{ rest }} />);
const afterwards = (rest = '') => render(<HowWasIt me={me} params={{ rest }} />);
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 2, name });
const sheet = async (name: string) =>
  within(
    (await screen.findByRole('heading', { level: 2, name, hidden: true })).closest(
      'dialog',
    ) as HTMLElement,
  );

test('I begin, say my lines and go on; my chair is lit while it is my turn', async () => {
  const meeting = served();
  open();
  await heading('Ready when you are');
  press('We begin');
  await heading('Hello');
  expect(screen.getByText(/Hello. I am Amara. This is my review./)).toBeTruthy();
  const row = screen.getByRole('list', { name: 'Who is here' });
  expect(row.querySelector('[data-lit]')?.textContent).toContain('You');
  press('Next');
  expect(document.activeElement).toBe(await heading('I want a dog'));
  await waitFor(() => expect(meeting.there.state.item).toBe(DOG));
  expect(meeting.there.said.filter(one => one.kind === 'item')).toHaveLength(2);
  await expectNoBarriers();
});

test('what others do shows here and is said aloud, and nobody’s place is taken away', async () => {
  const meeting = served({ item: 'welcome' });
  open();
  await heading('Hello');
  const back = screen.getByRole('button', { name: 'Next' });
  back.focus();
  meeting.changes({ item: DOG });
  await heading('I want a dog');
  expect(document.activeElement).toBe(back);
  await waitFor(() => expect(screen.getByText('Now: I want a dog')).toBeTruthy());
  meeting.changes({ phase: 'paused', pause_minutes: 5 });
  await heading('We take a break');
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
});

test('without internet my screen goes on, also after a reload, and the meeting catches up', async () => {
  const meeting = served({ item: 'welcome' });
  const first = open();
  await heading('Hello');
  await new Promise(done => setTimeout(done, 500)); // what was told lies on the device when at rest
  meeting.cut();
  await screen.findByText(/No internet just now/);
  press('Next');
  await heading('I want a dog');
  press('Next');
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'I want a dog' })).toBeNull());
  const shown = screen.getAllByRole('heading', { level: 2 })[0]?.textContent ?? '';
  await waitFor(async () => expect(await device.all('sending')).toHaveLength(2));
  first.unmount();
  sending.close();
  open();
  await heading(shown);
  meeting.mend();
  await sending.sendAll();
  await waitFor(() => expect(meeting.there.said).toHaveLength(2));
  expect(meeting.there.said[0]).toMatchObject({ kind: 'item', item: DOG });
  await heading(shown);
  await waitFor(() => expect(screen.queryByText(/No internet just now/)).toBeNull(), {
    timeout: 8000,
  });
});

test('a line that outlasts the signal tells nothing more, and I stay where I am until it is back', async () => {
  const meeting = served({ item: 'welcome' });
  open();
  await heading('Hello');
  meeting.cut(true);
  await screen.findByText(/No internet just now/);
  meeting.changes({ item: DOG });
  await new Promise(done => setTimeout(done, 100));
  expect(screen.queryByRole('heading', { name: 'I want a dog' })).toBeNull();
  meeting.mend();
  await heading('I want a dog');
});

test('when I may know of fewer people than before, my page goes on with what it is told', async () => {
  const meeting = served({ item: 'welcome' });
  meeting.there.number = 9;
  open();
  await heading('Hello');
  meeting.changes({ item: DOG });
  await heading('I want a dog');
  meeting.there.number = 4;
  meeting.changes({ item: 'welcome' });
  await heading('Hello');
  meeting.cut();
  Object.assign(meeting.there, { number: 2, state: { ...meeting.there.state, item: DOG } });
  meeting.mend();
  await heading('I want a dog');
});

test('easy words, a break, somebody to take over, less to lead, and a silent call: one tap each', async () => {
  const meeting = served({ item: DOG });
  open();
  await heading('I want a dog');
  press('Explain that word');
  const word = await sheet('Ask for easy words');
  fireEvent.input(word.getByRole('textbox', { hidden: true }), { target: { value: 'PEP' } });
  fireEvent.click(word.getByRole('button', { name: 'Ask', hidden: true }));
  await screen.findAllByText('Please say in easy words: PEP');
  press('You take over');
  const over = await sheet('You take over');
  fireEvent.click(over.getByRole('button', { name: 'Joan, for now', hidden: true }));
  await screen.findByText('Joan speaks now.');
  press('I lead again');
  await screen.findByText('Your turn. You can say:');
  press('I’m not OK');
  const silent = await sheet('I’m not OK');
  expect(silent.getByText(/Only Priya and Joan see this/)).toBeTruthy();
  fireEvent.click(silent.getByRole('button', { name: 'Tell Priya', hidden: true }));
  fireEvent.click(silent.getByRole('button', { name: 'Go on', hidden: true }));
  press(/^I lead: change how much I lead/);
  const level = await sheet('How much do you want to lead?');
  fireEvent.click(level.getByRole('radio', { name: /^I am there, my IRO leads/, hidden: true }));
  press('A break');
  const rest = await sheet('Take a break');
  fireEvent.click(rest.getByRole('button', { name: 'Five minutes, please', hidden: true }));
  await heading('We take a break');
  press('Go on');
  await waitFor(() =>
    expect(meeting.kinds()).toEqual([
      'word',
      'led_by',
      'led_by',
      'not_ok',
      'level',
      'paused',
      'resumed',
    ]),
  );
});

test('what is decided is read back to me, and my “not quite” is kept word for word', async () => {
  const asked = { id: 'd1', of: 'decision' as const, words: 'Joan looks for a dog by May.' };
  const meeting = served({
    item: DOG,
    read_back: [{ ...asked, reply: null, reply_words: null }],
  });
  open();
  await heading('Is this right?');
  expect(screen.getByText(asked.words)).toBeTruthy();
  await expectNoBarriers();
  press('Not quite');
  fireEvent.input(screen.getByRole('textbox', { name: /What is not right/ }), {
    target: { value: 'By April!' },
  });
  press('Say it');
  await heading('I want a dog');
  await waitFor(() =>
    expect(meeting.there.state.read_back[0]).toMatchObject({
      words: asked.words,
      reply: 'not_quite',
      reply_words: 'By April!',
    }),
  );
});

test('when it is over I may say how it was, and there is a certificate to keep', async () => {
  const meeting = served({ phase: 'ended' });
  const first = open();
  const link = await screen.findByRole('link', { name: 'How was it?' });
  expect(link.getAttribute('href')).toBe('/how-was-it');
  const decided = () => screen.getByRole('link', { name: 'What we decided' }).getAttribute('href');
  expect(decided()).toBe('/decided');
  first.unmount();
  afterwards();
  fireEvent.click(await screen.findByRole('radio', { name: 'Good' }));
  fireEvent.input(screen.getByRole('textbox', { name: 'What I would change' }), {
    target: { value: 'More biscuits' },
  });
  expect(screen.getByRole('button', { name: 'Send it' }).ariaDisabled).toBe('true');
  fireEvent.click(screen.getByRole('radio', { name: /^My IRO/ }));
  await expectNoBarriers();
  press('Send it');
  expect(await screen.findByRole('button', { name: 'My certificate' })).toBeTruthy();
  expect(decided()).toBe('/decided');
  const put = await waitFor(() => {
    const found = meeting.sent.find(
      one => one.method === 'PUT' && one.path.endsWith(`${REVIEW}/how-it-was`),
    );
    expect(found).toBeTruthy();
    return found;
  });
  expect(put?.body).toEqual({ face: 'good', words: null, change: 'More biscuits', told: true });
});

test('what I said of it before is there again, to be changed and not lost', async () => {
  served({ phase: 'ended' }, { face: 'good', words: 'It was short.', change: null });
  afterwards('2');
  await screen.findByText('You said this before. You can change it.');
  expect(screen.getByRole('radio', { name: 'Good' })).toHaveProperty('checked', true);
  expect(screen.getByDisplayValue('It was short.')).toBeTruthy();
  expect(screen.getByRole('radio', { name: /^Only me/ })).toHaveProperty('checked', true);
});

test('just after the meeting it is that one which I tell of, also without internet', async () => {
  const meeting = served({ phase: 'ended' });
  await device.put('kept', 'my_meetings', { value: [LAST], at: '2026-03-01T10:00:00Z' });
  const first = open();
  await screen.findByRole('link', { name: 'How was it?' });
  first.unmount();
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('No signal')));
  afterwards();
  fireEvent.click(await screen.findByRole('radio', { name: 'Good' }));
  fireEvent.click(screen.getByRole('radio', { name: /^Only me/ }));
  press('Send it');
  await screen.findByText(/It waits here/);
  const [waits] = await device.all<{ what: { review_id: string } }>('sending');
  expect(waits?.what.review_id).toBe(REVIEW);
  expect(meeting.sent.some(one => one.path.includes(LAST))).toBe(false);
});

test('a place where there is no meeting of mine is a page that does not exist', async () => {
  served();
  for (const show of [() => open('2'), () => open(`${REVIEW}/${PART}`), () => afterwards('3')]) {
    const shown = show();
    await screen.findByRole('heading', { name: 'There is nothing here' });
    shown.unmount();
  }
});
