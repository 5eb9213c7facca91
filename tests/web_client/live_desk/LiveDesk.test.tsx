/** The officer holds the meeting from their desk: opens it, follows it, notes, reads back, and ends it. */
import type { PartFacts } from '@client/api/openapi';
import { device } from '@client/drafts/device';
import { sending } from '@client/drafts/sending';
import { LiveDesk } from '@client/live_desk';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AT, aMeeting, PART } from '../live/meeting_server';
import { aPlan, DOG, JOAN, OFFICER, officers } from '../my_meeting/situations';
import { AMARA, aPerson, json, REVIEW } from '../world';

const me = { ...aPerson('reviewing_officer'), id: OFFICER.id };
const GUEST = 'a9000000-0000-4000-8000-000000000001';
const people = [
  { id: AMARA, called: 'Amara', chair: null, is: 'child' as const, here: true },
  { id: OFFICER.id, called: 'Priya', chair: null, is: 'officer' as const, here: true },
  { id: GUEST, called: 'A stranger', chair: null, is: 'guest' as const, here: true },
];
const KEPT: PartFacts = {
  part_id: PART,
  opened_at: '2026-04-14T15:30:00Z',
  ended_at: '2026-04-14T16:20:00Z',
  adjourned: false,
  attended: [
    { person_id: AMARA, called: null, came_at: '2026-04-14T15:31:00Z', left_at: null },
    { person_id: null, called: 'A stranger', came_at: '2026-04-14T15:32:00Z', left_at: null },
  ],
  led: [{ item: DOG, words: 'A dog', matter: null, by: 'child' }],
  levels: [],
  read_back: [
    {
      id: GUEST,
      of: 'decision',
      words: 'Joan looks for a dog.',
      reply: 'not_quite',
      reply_words: 'By April!',
    },
  ],
  covered: [],
  notes: [],
  breaks: 1,
  words_asked: 2,
};
const items = [{ id: DOG, from: 'wish', of: DOG, words: 'A dog', lead: 'me', minutes: null }];

beforeEach(async () => {
  session.value = { ...session.value, me };
  sending.close();
  await device.unlock(me.id, async () => btoa('k'.repeat(32)));
  for (const parcel of await device.all<{ id: string }>('sending')) {
    await device.remove('sending', parcel.id);
  }
  await device.remove('kept', `live/${REVIEW}/${PART}`);
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('an officer opens the meeting, follows and leads it, and ends it', async () => {
  const meeting = aMeeting({
    role: 'officer',
    id: me.id,
    state: { phase: 'waiting', level: 5, led_by: 'child', people },
    plan: { items: items as never },
    more: {
      [`GET /api/reviews/${REVIEW}/meeting-plan`]: officers({
        plan: aPlan({ level: 5 }),
        covered: [
          { matter: 'fun', source: '', confirmed: false, by: [DOG] },
          { matter: 'wishes', source: '', confirmed: false, by: [DOG] },
        ],
      }),
      [`GET /api/reviews/${REVIEW}`]: { child: { id: AMARA, called: 'Amara' } },
      [`POST ${AT}`]: () => {
        meeting.there.state = { ...meeting.there.state, phase: 'running' };
        return { code: 'K7M2PQ', snapshot: meeting.snapshot() };
      },
      [`POST ${AT}/guests/${GUEST}/leave`]: () => {
        meeting.changes({ people: people.slice(0, 2) });
        return new Response(null, { status: 204 });
      },
      [`GET /api/reviews/${REVIEW}/meeting-facts`]: {
        parts: [KEPT],
        how_it_was: {
          face: 'good',
          words: null,
          change: 'More biscuits',
          at: '2026-04-15T09:00:00Z',
        },
      },
      [`POST ${AT}/end`]: () => {
        meeting.changes({ phase: 'ended' });
        return meeting.snapshot();
      },
    },
  });
  const decided: { path: string; body: unknown }[] = [];
  const others = fetch;
  vi.stubGlobal('fetch', (path: string, options: RequestInit) => {
    if (!path.includes('/decisions/')) return others(path, options);
    decided.push({ path, body: JSON.parse(String(options.body)) });
    return Promise.resolve(json({}));
  });
  render(<LiveDesk me={me} params={{ reviewId: REVIEW, partId: PART }} />);
  await screen.findByRole('heading', { level: 2, name: 'The meeting is not open yet' });
  press('Open the meeting');
  await screen.findByText('K7M2PQ');
  press('Next');
  await screen.findByRole('heading', { level: 2, name: 'Hello' });
  press('A dog');
  await screen.findByRole('heading', { level: 2, name: 'A dog' });
  expect(screen.getByText('Amara speaks now.')).toBeTruthy();
  await expectNoBarriers();

  const note = screen.getByRole('textbox', { name: /My note to this/ });
  fireEvent.input(note, { target: { value: 'Joan agrees.' } });
  await screen.findByText('Not kept yet.');
  await screen.findByText('Kept.', {}, { timeout: 5000 });
  fireEvent.click(screen.getByRole('checkbox', { name: 'School and progress' }));
  const what = screen.getByRole('textbox', { name: /What, in plain words/ });
  fireEvent.input(what, { target: { value: 'Joan looks for a dog.' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Who does it' }), {
    target: { value: JOAN.id },
  });
  fireEvent.input(screen.getByLabelText('By when'), { target: { value: '2030-05-01' } });
  await waitFor(() =>
    expect(
      screen.getByRole('button', { name: 'Keep it and read it back' }).ariaDisabled,
    ).toBeNull(),
  );
  press('Keep it and read it back');
  await screen.findByText('On Amara’s screen now');
  await waitFor(() => expect(meeting.there.state.read_back).toHaveLength(1));
  const [asked] = meeting.there.state.read_back;
  expect(decided[0]?.path).toContain(asked?.id); // read back is what is kept, under the same id
  expect(decided[0]?.body).toMatchObject({
    what: 'Joan looks for a dog.',
    who_id: JOAN.id,
    topic: 'fun', // of what is talked about now
  });
  expect(asked?.words).toBe('Joan looks for a dog. Who: Joan. By: Wednesday 1 May.');

  fireEvent.input(what, { target: { value: 'A walk each week.' } });
  fireEvent.change(screen.getByRole('combobox', { name: 'Who does it' }), {
    target: { value: 'another' },
  });
  const name = screen.getByRole('textbox', { name: 'Their name, or what they are' });
  fireEvent.input(name, { target: { value: 'Rex’s vet' } });
  const wish = screen.getByRole('combobox', { name: 'For which wish' });
  fireEvent.change(wish, { target: { value: DOG } });
  press('Keep it and read it back');
  await waitFor(() => expect(decided).toHaveLength(2));
  const free = { who_id: null, who_words: 'Rex’s vet', wish_id: DOG };
  expect(decided[1]?.body).toMatchObject(free);
  meeting.changes({
    read_back: [{ ...asked, reply: 'not_quite', reply_words: 'By April!' } as never],
  });
  await screen.findByText('By April!');

  meeting.changes({ not_ok: true });
  await screen.findByText('Amara is not OK');
  press('I have seen to it');
  await waitFor(() => expect(screen.queryByText('Amara is not OK')).toBeNull());
  await waitFor(() => expect(meeting.kinds()).toContain('not_ok'));
  press('Ask to leave: A stranger');
  await waitFor(() => expect(screen.queryByText('A stranger')).toBeNull());

  press('End the meeting');
  const title = await screen.findByRole('heading', { name: 'End the meeting?', hidden: true });
  const sheet = within(title.closest('dialog') as HTMLElement);
  fireEvent.click(sheet.getByRole('button', { name: 'End it', hidden: true }));
  await screen.findByRole('heading', { level: 2, name: 'The meeting is over' });
  const dog = (await screen.findByText('A dog')).closest('li');
  expect(dog?.textContent).toContain('Led by Amara');
  expect(screen.getByText('By April!')).toBeTruthy();
  expect(screen.getByText('How the meeting was, says Amara: Good')).toBeTruthy();
  expect(screen.getByText('More biscuits')).toBeTruthy();
  const record = screen.getByRole('link', { name: 'Go on to the record' });
  expect(record.getAttribute('href')).toBe(`/reviews/${REVIEW}/record`);
  await expectNoBarriers();
  expect(meeting.kinds()).toEqual([
    'item',
    'item',
    'note',
    'covered',
    'read_back',
    'read_back',
    'not_ok',
  ]);
});
