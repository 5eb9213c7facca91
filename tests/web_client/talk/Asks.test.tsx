/** Asking for a visit, a review sooner or an advocate: one step, the answer, taking it back. */
import type { OwnRequest } from '@client/api/asking';
import { drafts } from '@client/drafts';
import { Asks } from '@client/talk';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { serve } from '../world';
import { OFFICER, somebody } from './situations';

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));

afterEach(() => drafts.forget());

function aRequest(more: Partial<OwnRequest> = {}): OwnRequest {
  return {
    id: 'r1',
    kind: 'visit',
    words: null,
    asked_at: '2026-03-03T10:00:00Z',
    taken_back_at: null,
    answer: null,
    answered_by: null,
    answered_at: null,
    reason: null,
    on: null,
    ...more,
  };
}

function aServer(requests: OwnRequest[] = []) {
  const state = { requests, internet: true };
  const known: Record<string, unknown> = {
    'GET /api/me/device-key': { key: KEY },
    'GET /api/my/conversations': {
      conversations: [
        {
          child_id: 'x',
          is_me: true,
          child_called: 'Amara',
          officer: OFFICER,
          cover: null,
          unread: 0,
        },
      ],
    },
    'GET /api/my/requests': () => ({ requests: state.requests }),
  };
  const sent = serve(
    new Proxy(known, {
      get(answers, call: string) {
        if (!state.internet) {
          return () => {
            throw new TypeError('No internet');
          };
        }
        if (call.startsWith('PUT /api/my/requests/')) {
          return ({ path, body }: { path: string; body: Partial<OwnRequest> }) => {
            const id = path.split('/').at(-1);
            const now = aRequest({ ...body, id, asked_at: new Date().toISOString() });
            state.requests = [...state.requests.filter(one => one.id !== id), now];
            return now;
          };
        }
        const back = /^POST \/api\/my\/requests\/(.+)\/take-back$/.exec(call);
        if (back) {
          return () => {
            state.requests = state.requests.map(one =>
              one.id === back[1] ? { ...one, taken_back_at: new Date().toISOString() } : one,
            );
            return state.requests.find(one => one.id === back[1]);
          };
        }
        return answers[call];
      },
    }),
  );
  return Object.assign(state, { sent });
}

async function open() {
  const me = somebody();
  session.value = { ...session.value, me };
  await drafts.unlock(me);
  render(<Asks me={me} params={{}} />);
  await screen.findByText(/Priya can come and see you/);
}

const card = (name: string) => within(screen.getByRole('region', { name }));

test('each says in easy words what it is and who is told', async () => {
  aServer();
  await open();
  expect(
    screen.getByText(/It happens, unless Priya says why not. You get the answer and why here./),
  ).toBeTruthy();
  expect(screen.getByText(/An advocate is someone on your side./)).toBeTruthy();
  fireEvent.click(card('An advocate').getByRole('button', { name: /^Ask/ }));
  expect(
    await screen.findByText('Priya is told, and so are the people who find advocates.'),
  ).toBeTruthy();
  await expectNoBarriers();
});

test('one step asks, with or without a word, and it can be taken back', async () => {
  const server = aServer();
  await open();
  fireEvent.click(card('My review sooner').getByRole('button', { name: /^Ask/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, ask' }));
  expect(await screen.findByText(/You asked today at/)).toBeTruthy();
  expect(server.sent.find(one => one.method === 'PUT')?.body).toEqual({
    kind: 'sooner',
    words: null,
  });
  fireEvent.click(card('My review sooner').getByRole('button', { name: /Take it back/ }));
  expect(await screen.findByText(/You took this back today/)).toBeTruthy();
  expect(card('My review sooner').getByRole('button', { name: /Ask again/ })).toBeTruthy();
});

test('without signal it waits, says so, and goes by itself', async () => {
  const server = aServer();
  await open();
  await waitFor(() => expect(server.sent.map(one => one.path)).toContain('/api/me/device-key'));
  server.internet = false;
  fireEvent.click(card('A visit').getByRole('button', { name: /^Ask/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Yes, ask' }));
  expect(await screen.findByText('No internet. It will go by itself.')).toBeTruthy();
  server.internet = true;
  dispatchEvent(new Event('online'));
  expect(await screen.findByText(/You asked today at/)).toBeTruthy();
});

test('the answer comes back with its reason and its day', async () => {
  aServer([
    aRequest({
      kind: 'sooner',
      answer: 'no',
      answered_by: OFFICER,
      answered_at: '2026-03-05T09:00:00Z',
      reason: 'It is in two weeks, and we talked it through.',
    }),
    aRequest({
      id: 'r2',
      answer: 'yes',
      answered_by: OFFICER,
      answered_at: '2026-03-05T09:00:00Z',
      on: '2026-03-10',
    }),
  ]);
  await open();
  expect(await screen.findByText('Priya said no.')).toBeTruthy();
  expect(screen.getByText('It is in two weeks, and we talked it through.')).toBeTruthy();
  expect(screen.getByText('Priya said yes.')).toBeTruthy();
  expect(screen.getByText('It is on Tuesday 10 March.')).toBeTruthy();
  await expectNoBarriers();
});
