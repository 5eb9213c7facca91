/** A child sees what was decided as steps, and every wish with its answer, and can say what they think of it. */
import type { ToldAnswer, ToldDecision, ToldReview, ToldWish } from '@client/api/decided';
import { Decided } from '@client/decided';
import { drafts } from '@client/drafts';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { OFFICER, SAM, somebody } from '../talk/situations';
import { serve } from '../world';

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const ANSWER = 'dddddddd-0000-4000-8000-000000000001';

function decision(more: Partial<ToldDecision>): ToldDecision {
  return {
    id: crypto.randomUUID(),
    what: 'Find a drama club',
    who: SAM,
    who_words: null,
    by_on: '2026-05-03',
    wish_id: null,
    topic: null,
    state: 'confirmed',
    manager_disagrees: false,
    done_at: null,
    last_words: null,
    ...more,
  };
}

function wish(words: string, answer: Partial<ToldAnswer> | null): ToldWish {
  const told: ToldAnswer = {
    id: ANSWER,
    answer: 'no',
    why: 'It is too far.',
    who: OFFICER,
    who_words: null,
    by_on: null,
    shared_at: '2026-03-20T10:00:00Z',
  };
  return {
    id: crypto.randomUUID(),
    words,
    ask: null,
    chosen: [],
    topic: null,
    wished_at: '2026-03-01T10:00:00Z',
    state: answer ? (answer.answer ?? 'no') : 'waiting',
    answer: answer && { ...told, ...answer },
    reply: null,
    done_words: null,
  };
}

function open(more: Partial<ToldReview> = {}) {
  const review: ToldReview = {
    review_id: 'aaaaaaaa-0000-4000-8000-000000000001',
    kind: 'looked_after',
    sequence: 2,
    held_on: '2026-03-09',
    answer_by: '2026-04-20',
    wishes: [],
    decisions: [],
    ...more,
  };
  const state = { internet: true };
  const known: Record<string, unknown> = {
    'GET /api/me/device-key': { key: KEY },
    'GET /api/my/outcomes': { reviews: [review] },
    'GET /api/my/disputes': {
      disputes: [
        {
          id: 'd1',
          about: 'decision',
          subject_id: null,
          words: 'I asked why there is no bike yet.',
          raised_on: '2026-03-25',
          stage: 'team_manager',
          state: 'open',
          resolved_on: null,
        },
      ],
    },
  };
  const sent = serve(
    new Proxy(known, {
      get(answers, call: string) {
        if (!state.internet) {
          return () => {
            throw new TypeError('No internet');
          };
        }
        if (call.startsWith(`PUT /api/my/answers/${ANSWER}/replies/`)) {
          return ({ path, body }: { path: string; body: object }) => ({
            id: path.split('/').at(-1),
            at: '2026-04-02T09:00:00Z',
            ...body,
          });
        }
        return answers[call];
      },
    }),
  );
  const me = somebody();
  session.value = { ...session.value, me };
  render(<Decided me={me} params={{}} />);
  return { sent, state };
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-04-02T09:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  drafts.forget();
  vi.useRealTimers();
});

test('what was decided is a path of steps: who, by when, how far, and kindly when it is late', async () => {
  open({
    decisions: [
      decision({ state: 'done', done_at: '2026-03-30T10:00:00Z' }),
      decision({ what: 'A bike', who: null, who_words: 'The team', by_on: '2026-03-20' }),
      decision({ what: 'A trip', manager_disagrees: true }),
    ],
  });
  const [first, second, third] = await screen.findAllByRole('listitem');
  expect(within(first as HTMLElement).getByText('Sam did this.')).toBeTruthy();
  expect(within(first as HTMLElement).getByText('Done on Monday 30 March.')).toBeTruthy();
  expect(within(second as HTMLElement).getByText(/The team is on it/)).toBeTruthy();
  expect(within(second as HTMLElement).getByText('Ask my IRO about it')).toBeTruthy();
  const no = 'A manager does not agree yet. Your IRO sees to it.';
  expect(within(third as HTMLElement).getByText(no)).toBeTruthy();
  expect(await screen.findByText('The boss of the team looks at it now.')).toBeTruthy();
  await expectNoBarriers();
});

test('a wish without its answer says when one comes', async () => {
  open({ wishes: [wish('See Mia more', null)] });
  expect(await screen.findByText('No answer yet. You get one by Monday 20 April.')).toBeTruthy();
});

test('who does not agree says so in their words, and is shown what they can do', async () => {
  const { sent } = open({ wishes: [wish('Go to the match', {})] });
  fireEvent.click(await screen.findByRole('button', { name: 'I don’t agree' }));
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'It is one bus.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send it' }));
  expect(await screen.findByText('You said: I don’t agree')).toBeTruthy();
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(1));
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    reply: 'not_agreed',
    words: 'It is one bus.',
  });
  expect(screen.getByRole('link', { name: 'What I can do now' })).toBeTruthy();
  await expectNoBarriers();
});

test('a thank-you without internet is kept and goes by itself', async () => {
  const { state, sent } = open({ wishes: [wish('Football boots', { answer: 'agreed' })] });
  const thanks = await screen.findByRole('button', { name: 'Thank you' });
  state.internet = false;
  fireEvent.click(thanks);
  expect(await screen.findByText('It will go by itself when it can.')).toBeTruthy();
  state.internet = true;
  await drafts.sendWhatWaits();
  await waitFor(() => expect(sent.some(one => one.method === 'PUT')).toBe(true));
});
