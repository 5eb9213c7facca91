/** Somebody without an account joins with the code of the room, and the screen in the middle shows it to all. */
import { BigScreen, JoinMeeting } from '@client/join';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aMeeting } from '../live/meeting_server';
import { json } from '../world';

const GUEST = 'a9000000-0000-4000-8000-000000000001';
const DOG = { id: 'dog', from: 'wish', of: null, words: 'A dog', lead: 'me', minutes: null };
const me = { id: GUEST, called: 'Nan', chair: null, is: 'guest' as const, here: true };

/** Nobody has joined from this browser until they did with the right code. */
function room(role: 'guest' | 'screen') {
  let joined = false;
  const meeting = aMeeting({
    role,
    id: GUEST,
    at: '/api/live',
    state: { item: 'dog', now: DOG as never, people: role === 'guest' ? [me] : [] },
    plan: { ground_rules: [{ key: 'kind_words' }] },
    more: {
      'GET /api/live': () =>
        joined ? meeting.snapshot() : json({ code: 'not_joined', status: 401 }, 401),
      'POST /api/live/join': ({ body }: { body: unknown }) => {
        const { code } = body as { code: string };
        if (code !== 'K7M2PQ') return json({ code: 'code_not_valid', status: 404 }, 404);
        joined = true;
        return meeting.snapshot();
      },
    },
  });
  return meeting;
}
const type = (name: string | RegExp, value: string) =>
  fireEvent.input(screen.getByRole('textbox', { name }), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('a guest joins with code and name, asks for easy words and puts a hand up', async () => {
  const meeting = room('guest');
  render(<JoinMeeting />);
  await screen.findByRole('textbox', { name: /The code/ });
  await expectNoBarriers();
  type(/The code/, 'k7m-2pz');
  type(/What should we call you/, 'Nan');
  press('Join');
  await screen.findByText(/code/i, { selector: '.notice *' });
  type(/The code/, 'k7m 2pq');
  press('Join');
  await screen.findByRole('heading', { level: 2, name: 'A dog' });
  expect(screen.getByText('The young person speaks now.')).toBeTruthy();
  press('Put my hand up');
  await screen.findByRole('button', { name: 'Put my hand down' });
  press('Explain that word');
  fireEvent.click(screen.getByRole('button', { name: 'Ask', hidden: true }));
  await waitFor(() => expect(meeting.kinds()).toEqual(['hand', 'word']));
  await expectNoBarriers();
});

test('the big screen asks for the code alone, and shows what it is about and each break', async () => {
  const meeting = room('screen');
  render(<BigScreen />);
  await screen.findByRole('textbox', { name: /The code/ });
  type(/The code/, 'K7M2PQ');
  press('Show the meeting');
  await screen.findByRole('heading', { level: 2, name: 'A dog' });
  expect(meeting.sent.find(one => one.path.endsWith('/join'))?.body).toEqual({
    code: 'K7M2PQ',
    called: null,
  });
  expect(screen.getByText('K7M2PQ')).toBeTruthy();
  await expectNoBarriers();
  meeting.changes({ phase: 'paused', pause_minutes: 5 });
  await screen.findByRole('heading', { level: 2, name: 'We take a break' });
});
