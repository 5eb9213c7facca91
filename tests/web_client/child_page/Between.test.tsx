/** What lies between a child's reviews stands on their page: conversations, visits, and a new officer. */
import type { Visit } from '@client/api/visits';
import { ChildPage } from '@client/child_page';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aCaseloadRow, aChild } from '../desk/situations';
import { aThread, ME } from '../inbox/situations';
import { AMARA, aPerson, json, REVIEW, serve } from '../world';

const NEW = 'e0000000-0000-4000-8000-000000000001';
const VISITS = `/api/children/${AMARA}/visits`;
const sam = { ...ME, id: 'sam', called: 'Sam', name: 'Sam Lee' };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aVisit(more: Partial<Visit> = {}): Visit {
  return {
    id: 'v1',
    officer: ME,
    revision: 3,
    planned_at: '2026-11-20T16:00:00Z',
    how: 'in_person',
    done_on: null,
    spoke_alone: null,
    why: null,
    wants_recorded: null,
    review_id: REVIEW,
    request_id: null,
    ...more,
  };
}

async function open(
  answers: Record<string, unknown> = {},
  job: 'reviewing_officer' | 'service_manager' = 'reviewing_officer',
) {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NEW);
  const sent = serve({
    [`GET /api/children/${AMARA}`]: aChild(),
    [`GET /api/children/${AMARA}/conversations`]: { threads: [] },
    [`GET ${VISITS}`]: { visits: [], must_speak_alone_before: null, spoken_alone: null },
    ...answers,
  });
  render(<ChildPage me={aPerson(job)} params={{ childId: AMARA }} />);
  await screen.findByRole('heading', { level: 1 });
  return sent;
}

function type(label: string, value: string) {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
}

test('each conversation has its link and what waits in it; nobody needs to have written first', async () => {
  const threads = [aThread({ unread: 2, answer_by: '2026-11-24' })];
  await open({ [`GET /api/children/${AMARA}/conversations`]: { threads } });
  const talks = (await screen.findByRole('region', { name: 'Conversations' })) as HTMLElement;
  const row = await within(talks).findByRole('row', { name: /Amara Jones/ });
  expect(row.textContent).toContain('2 unread');
  expect(row.textContent).toContain('Answer by Tuesday 24 November');
  const joan = within(talks).getByRole('link', { name: 'Joan Smith' });
  expect(joan.getAttribute('href')).toBe(`/children/${AMARA}/talk/joan`);
  expect(within(talks).getByRole('row', { name: /Joan Smith/ }).textContent).toContain(
    'Nothing yet',
  );
  await expectNoBarriers();
});

test('a visit is planned for a moment by UK clocks, under no revision yet', async () => {
  const sent = await open({ [`PUT ${VISITS}/${NEW}`]: aVisit() });
  fireEvent.click(await screen.findByRole('button', { name: 'Add a visit' }));
  fireEvent.click(screen.getByText('Keep the visit'));
  expect(screen.getByText('Please give a day and a time.')).toBeTruthy();
  type('Planned for', '2026-12-01');
  type('Time', '16:30');
  fireEvent.click(screen.getByText('Keep the visit'));
  expect(await screen.findByText('Visit kept.')).toBeTruthy();
  const put = sent.find(one => one.method === 'PUT');
  expect(put?.body).toMatchObject({
    planned_at: '2026-12-01T16:30:00Z',
    done_on: null,
    spoke_alone: null,
    review_id: REVIEW,
  });
});

test('speaking in private is a duty until it is noted: that it was, or why not', async () => {
  const visits = [aVisit()];
  const sent = await open({
    [`GET ${VISITS}`]: { visits, must_speak_alone_before: '2026-12-02', spoken_alone: null },
    [`PUT ${VISITS}/v1`]: aVisit(),
  });
  expect(
    await screen.findByText(
      'Speak with Amara in private before Wednesday 2 December, and note it here.',
    ),
  ).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Say how it went' }));
  type('Done on', '2026-11-20');
  fireEvent.click(screen.getByLabelText('Did not want to speak in private'));
  fireEvent.click(screen.getByText('Keep the visit'));
  expect(screen.getByText('Please say why.')).toBeTruthy();
  type('Why not?', 'Wanted Joan to stay.');
  type('What Amara wanted recorded', 'I like it here.');
  await expectNoBarriers();
  fireEvent.click(screen.getByText('Keep the visit'));
  expect(await screen.findByText('Visit kept.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toMatchObject({
    done_on: '2026-11-20',
    spoke_alone: 'refused',
    why: 'Wanted Joan to stay.',
    wants_recorded: 'I like it here.',
  });
});

test('what was said in private before the review stands there, with the child’s own words', async () => {
  const done = aVisit({
    done_on: '2026-11-20',
    spoke_alone: 'yes',
    wants_recorded: 'I like it here.',
  });
  await open({
    [`GET ${VISITS}`]: {
      visits: [done],
      must_speak_alone_before: '2026-12-02',
      spoken_alone: 'v1',
    },
  });
  expect(
    await screen.findByText('Before this review: Spoken with in private, 20 November 2026.'),
  ).toBeTruthy();
  expect(screen.getByText('I like it here.').tagName).toBe('BLOCKQUOTE');
  expect(screen.queryByText(/and note it here/)).toBeNull();
});

test('somebody else’s change is shown, and nothing is written over unseen', async () => {
  const theirs = aVisit({ revision: 4, how: 'phone' });
  let first = true;
  const sent = await open({
    [`GET ${VISITS}`]: {
      visits: [aVisit()],
      must_speak_alone_before: null,
      spoken_alone: null,
    },
    [`PUT ${VISITS}/v1`]: () => {
      if (!first) return aVisit();
      first = false;
      return json({ code: 'stale', status: 412, current: theirs }, 412);
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Say how it went' }));
  type('Time', '17:00');
  fireEvent.click(screen.getByText('Keep the visit'));
  const told = (await screen.findByText('Somebody changed this visit meanwhile')).parentElement;
  expect(told?.textContent).toContain('By phone');
  fireEvent.click(screen.getByText('Keep mine instead'));
  fireEvent.click(screen.getByText('Keep the visit'));
  expect(await screen.findByText('Visit kept.')).toBeTruthy();
  const calls = vi.mocked(fetch).mock.calls.filter(([, options]) => options?.method === 'PUT');
  const matches = calls.map(([, options]) => new Headers(options?.headers).get('If-Match'));
  expect(matches).toEqual(['"3"', '"4"']);
  expect(sent.filter(one => one.method === 'PUT')[1]?.body).toMatchObject({
    planned_at: '2026-11-20T17:00:00Z',
  });
});

test('a child is handed over with words to them, a note, and what they will read', async () => {
  const path = `PUT /api/children/${AMARA}/hand-overs/${NEW}`;
  const sent = await open({
    'GET /api/my/away': {
      absences: [],
      practice: { works_on: [], usual_cover: null },
      officers: [sam],
    },
    [path]: {},
  });
  fireEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
  fireEvent.change(await screen.findByLabelText('The new IRO'), { target: { value: 'sam' } });
  type('Your words to Amara', 'Sam is kind and likes football.');
  type('A note to the new IRO', 'Ring Joan first.');
  expect(screen.getByText('Sam is your IRO. You can write any time, about anything.')).toBeTruthy();
  expect(screen.getByText('From Monday 23 November, Amara reads:')).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(screen.getByText('Hand the child over'));
  expect(await screen.findByText('Handed over.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
    to_id: 'sam',
    from_on: '2026-11-23',
    words_to_child: 'Sam is kind and likes football.',
    note: 'Ring Joan first.',
  });
});

test('a manager hands over too, and sees neither conversations nor visits', async () => {
  const row = aCaseloadRow({ name: 'Kai Evans' });
  const children = [{ ...row, reviewing_officer: { id: 'sam', name: 'Sam Lee' } }];
  await open({ 'GET /api/caseload': { children } }, 'service_manager');
  expect(screen.queryByRole('heading', { name: 'Conversations' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Visits' })).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Hand over' }));
  await waitFor(() => expect(screen.getByText('Sam Lee').tagName).toBe('OPTION'));
});
