/** Everybody chooses how they are told, sees what a notice says, and confirms where it goes. */

import type { OwnNotices } from '@client/api/notices';
import { Notices } from '@client/notices';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, aReview, json, REVIEW, serve } from '../world';

const SENTENCE = 'Something is waiting for you.';
const BROWSER = { endpoint: 'https://push.example/abc', keys: { p256dh: 'B', auth: 'A' } };

function mine(more: Partial<OwnNotices> = {}): OwnNotices {
  return {
    channel: 'none',
    offers: ['email', 'text', 'push'],
    quiet_from: '20:00',
    quiet_until: '08:00',
    contacts: [],
    notice: { subject: SENTENCE, words: SENTENCE, site: 'https://seat.example.org/' },
    push_key: 'BKey',
    ...more,
  };
}

const EMAIL = { kind: 'email', hint: 'a…@m…', confirmed: true, gone: false } as const;

async function open(job: Parameters<typeof aPerson>[0], answers: Record<string, unknown> = {}) {
  const sent = serve({
    'GET /api/my/notices': mine(),
    'GET /api/my/reviews': { reviews: [] },
    'GET /api/notices-failed': { people: [] },
    ...answers,
  });
  const shown = render(<Notices me={aPerson(job)} params={{}} />);
  await screen.findByRole('heading', { name: 'How I am told' });
  return { sent, ...shown };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a child sees what a notice says, who may see it, and that none is fine', async () => {
  await open('child');
  await screen.findByText(SENTENCE);
  screen.getByText('https://seat.example.org/');
  screen.getByText('If somebody else holds your phone, they may see it.');
  screen.getByText('You can choose to get none. That is fine.');
  expect(screen.getByRole('radio', { name: /Not at all/ })).toHaveProperty('checked', true);
  expect(screen.getByLabelText('From')).toHaveProperty('value', '20:00');
  await expectNoBarriers();
});

test('an address is given, its code is sent back, and only then it is chosen', async () => {
  let there = mine();
  const { sent } = await open('parent', {
    'PUT /api/my/notices/contact': () => {
      there = mine({ contacts: [{ ...EMAIL, confirmed: false }] });
      return there;
    },
    'POST /api/my/notices/confirm': () => mine({ contacts: [EMAIL] }),
    'PUT /api/my/notices': () => mine({ channel: 'email', contacts: [EMAIL] }),
  });
  fireEvent.click(await screen.findByRole('radio', { name: /An e-mail/ }));
  fireEvent.input(screen.getByLabelText('Your e-mail address'), {
    target: { value: 'me@mail.example' },
  });
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'Send me a code' }));
  fireEvent.input(await screen.findByLabelText('The code'), { target: { value: '123456' } });
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'That is it' }));
  await screen.findByText('Saved.');
  const written = sent.filter(each => each.method !== 'GET');
  expect(written).toEqual([
    {
      method: 'PUT',
      path: '/api/my/notices/contact',
      body: { kind: 'email', address: 'me@mail.example' },
    },
    { method: 'POST', path: '/api/my/notices/confirm', body: { code: '123456' } },
    {
      method: 'PUT',
      path: '/api/my/notices',
      body: { channel: 'email', quiet_from: '20:00', quiet_until: '08:00' },
    },
  ]);
  expect(screen.getByRole('radio', { name: /An e-mail/ })).toHaveProperty('checked', true);
  screen.getByRole('button', { name: 'Forget a…@m…' });
});

test('a wrong code is told beside it, and another address can be given', async () => {
  await open('carer', {
    'GET /api/my/notices': mine({ contacts: [{ ...EMAIL, confirmed: false }] }),
    'POST /api/my/notices/confirm': () => json({ code: 'wrong_code' }, 403),
  });
  fireEvent.click(await screen.findByRole('radio', { name: /An e-mail/ }));
  fireEvent.input(screen.getByLabelText('The code'), { target: { value: '111111' } });
  fireEvent.click(screen.getByRole('button', { name: 'That is it' }));
  await screen.findByText('That is not the code. Look again.');
  fireEvent.click(screen.getByRole('button', { name: 'Use another one' }));
  screen.getByLabelText('Your e-mail address');
});

test('an address that is none is told beside it', async () => {
  await open('carer', {
    'PUT /api/my/notices/contact': () =>
      json({ code: 'bad_input', fields: { address: ['not_valid'] } }, 422),
  });
  fireEvent.click(await screen.findByRole('radio', { name: /A text message/ }));
  fireEvent.input(screen.getByLabelText('Your mobile number'), { target: { value: '12' } });
  fireEvent.click(screen.getByRole('button', { name: 'Send me a code' }));
  await screen.findByText('Please look at this again.');
  await expectNoBarriers();
});

test('one that is confirmed already is chosen at once, and can be forgotten', async () => {
  const { sent } = await open('child', {
    'GET /api/my/notices': mine({ contacts: [EMAIL] }),
    'PUT /api/my/notices': mine({ channel: 'email', contacts: [EMAIL] }),
    'DELETE /api/my/notices/email': () => new Response(null, { status: 204 }),
  });
  fireEvent.click(await screen.findByRole('radio', { name: /An e-mail/ }));
  await screen.findByText('Saved.');
  fireEvent.click(screen.getByRole('button', { name: 'Forget a…@m…' }));
  await waitFor(() =>
    expect(sent.some(each => each.method === 'DELETE' && each.path.endsWith('/email'))).toBe(true),
  );
});

function aBrowser(permission: NotificationPermission) {
  const registration = {
    pushManager: { subscribe: vi.fn(async () => ({ toJSON: () => BROWSER })) },
  };
  vi.stubGlobal('PushManager', class {});
  vi.stubGlobal('Notification', { requestPermission: async () => permission });
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    value: { ready: Promise.resolve(registration) },
  });
  return registration;
}

test('this browser asks its person before it lets itself be pushed to', async () => {
  const registration = aBrowser('granted');
  const pushed = { kind: 'push', hint: null, confirmed: true, gone: false } as const;
  const { sent } = await open('child', {
    'PUT /api/my/notices/push': mine({ contacts: [pushed] }),
    'PUT /api/my/notices': mine({ channel: 'push', contacts: [pushed] }),
  });
  fireEvent.click(await screen.findByRole('radio', { name: /A note on this phone/ }));
  await screen.findByText('Saved.');
  expect(registration.pushManager.subscribe).toHaveBeenCalledWith({
    userVisibleOnly: true,
    applicationServerKey: 'BKey',
  });
  expect(sent.find(each => each.path === '/api/my/notices/push')?.body).toEqual({
    endpoint: BROWSER.endpoint,
    p256dh: 'B',
    auth: 'A',
  });
});

test('who says no to the browser is told that there are other ways', async () => {
  aBrowser('denied');
  const { sent } = await open('child');
  fireEvent.click(await screen.findByRole('radio', { name: /A note on this phone/ }));
  await screen.findByText('This phone or computer said no. You can pick another way.');
  expect(sent.filter(each => each.method !== 'GET')).toEqual([]);
});

test('a browser that is gone is told', async () => {
  const gone = { kind: 'push', hint: null, confirmed: true, gone: true } as const;
  await open('child', { 'GET /api/my/notices': mine({ channel: 'push', contacts: [gone] }) });
  await screen.findByText('We could not reach your phone any more. Please choose it again.');
});

test('the quiet hours are kept', async () => {
  const { sent } = await open('child', { 'PUT /api/my/notices': mine({ quiet_from: '19:00' }) });
  fireEvent.input(await screen.findByLabelText('From'), { target: { value: '19:00' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the hours' }));
  await screen.findByText('Saved.');
  expect(sent.at(-1)?.body).toEqual({ channel: 'none', quiet_from: '19:00', quiet_until: '08:00' });
});

test('where nothing can be sent that is said, and nothing is asked', async () => {
  await open('child', { 'GET /api/my/notices': mine({ offers: [], notice: null }) });
  await screen.findByText('We cannot send notices yet. Look in here now and then.');
  expect(screen.queryByRole('radio')).toBeNull();
});

test('an officer sees whom no notice reached, and since when', async () => {
  const person = { id: REVIEW, name: 'Joan Smith', called: 'Joan', job: 'carer' };
  await open('reviewing_officer', {
    'GET /api/notices-failed': { people: [{ person, since: '2026-04-01T10:00:00Z' }] },
  });
  await screen.findByText('Joan Smith, since Wednesday 1 April');
  await expectNoBarriers();
});

test('nobody else is shown that list', async () => {
  const { sent } = await open('parent');
  await screen.findByText(SENTENCE);
  expect(screen.queryByText('Could not be told')).toBeNull();
  expect(sent.some(each => each.path === '/api/notices-failed')).toBe(false);
});

test('a meeting is kept in one’s own calendar', async () => {
  const at = `/api/my/reviews/${REVIEW}/parts/p1/calendar`;
  const made = vi.fn(() => 'blob:one');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }));
  const { sent } = await open('child', {
    'GET /api/my/reviews': { reviews: [aReview()] },
    [`GET ${at}`]: () => new Response('BEGIN:VCALENDAR'),
  });
  fireEvent.click(await screen.findByRole('button', { name: /^Keep / }));
  await waitFor(() => expect(made).toHaveBeenCalledOnce());
  expect(sent.at(-1)?.path).toBe(at);
  await expectNoBarriers();
});
