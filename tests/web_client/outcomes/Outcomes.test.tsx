/** Every wish is answered in a few presses, a decision is written, and what must not go out stays. */
import type { AskedWish, Decision, Outcomes as Facts } from '@client/api/outcomes';
import { Outcomes } from '@client/outcomes';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { child, joan, ME } from '../inbox/situations';
import { aPerson, json, serve } from '../world';

const NEW = 'e0000000-0000-4000-8000-000000000001';
const PATH = '/api/reviews/r1';
const officer = aPerson('reviewing_officer', { name: 'Priya Shah' });
const params = { reviewId: 'r1' };

afterEach(() => void vi.restoreAllMocks());

const wish: AskedWish = {
  id: 'w1',
  words: 'I want to see my brother.',
  ask: null,
  chosen: [],
  asks: 'wish',
  source: 'message',
  question: null,
  topic: null,
  wished_at: '2026-11-01T10:00:00Z',
  from_review_id: 'r1',
  closed_at: null,
  closed_because: null,
  answers: [],
  replies: [],
};
const decision: Decision = {
  id: 'd1',
  review_id: 'r0',
  what: 'Joan rings the club.',
  who: joan,
  who_words: null,
  by_on: '2026-11-10',
  wish_id: null,
  topic: null,
  position: 0,
  revision: 1,
  shared_at: '2026-10-01T10:00:00Z',
  progress: [],
  state: 'waiting',
  days_over: 12,
  stands_on: '2026-10-08',
  manager: null,
};

function outcomes(more: Partial<Facts> = {}): Facts {
  return {
    child,
    band: '12_to_15',
    language: 'en',
    review_id: 'r1',
    stage: 'writing_up',
    held_on: '2026-11-16',
    wishes: [wish],
    decisions: [],
    last_time: { wishes: [], decisions: [decision] },
    who_could: [{ who: joan, kind: 'foster_carer' }],
    unshared: 0,
    answer_by: '2026-11-30',
    ...more,
  };
}

async function open(facts: Facts, answers: Record<string, unknown> = {}) {
  vi.spyOn(crypto, 'randomUUID').mockReturnValue(NEW);
  const sent = serve({ [`GET ${PATH}/outcomes`]: facts, ...answers });
  render(<Outcomes me={officer} params={params} />);
  await screen.findByRole('heading', { name: 'What Amara wishes for' });
  return sent;
}

test('while it is adjourned the page says until when and why, and nothing can be shared', async () => {
  const why = 'The school has told us nothing yet.';
  await open(outcomes({ unshared: 1 }), {
    'GET /api/reviews/r1/clock': {
      held_on: null,
      adjourned: { on: '2026-11-16', until: '2026-11-27', why },
    },
  });
  expect(await screen.findByText(why)).toBeTruthy();
  expect(screen.getByText(/Nothing of it may be carried out before then/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Share with Amara' })).toBeNull();
});

test('a decision says what it is about, and which wish it is for', async () => {
  const put = `PUT ${PATH}/decisions/${NEW}`;
  const one = { ...decision, topic: 'family_time', wish_id: 'w1' };
  const sent = await open(outcomes({ decisions: [one] }), { [put]: one });
  const card = screen.getByRole('region', { name: 'Decisions' });
  expect(card.textContent).toContain('Family time · ');
  const raises = screen.getAllByRole('link', { name: 'Raise it with the council' });
  expect(new Set(raises.map(each => each.getAttribute('href')?.split('?')[1]))).toEqual(
    new Set(['about=decision&subject=d1', 'about=wish&subject=w1']),
  );
  expect(within(card).getByText('I want to see my brother.').tagName).toBe('Q');
  fireEvent.click(screen.getByRole('button', { name: 'Add a decision' }));
  const fill = (name: string, value: string) =>
    fireEvent.input(screen.getByLabelText(new RegExp(name)), { target: { value } });
  fill('What will happen', 'Joan rings the school.');
  fill('By when', '2026-12-01');
  fireEvent.change(screen.getByLabelText('What it is about'), { target: { value: 'school' } });
  await expectNoBarriers();
  const who = screen.getByLabelText('Who');
  fireEvent.change(who, { target: { value: joan.id } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  await waitFor(() => expect(sent.some(each => each.method === 'PUT')).toBe(true));
  expect(sent.find(each => each.method === 'PUT')?.body).toMatchObject({ topic: 'school' });
});

test('what last time left open comes first, and a no wants its reason before it is kept', async () => {
  const put = `PUT ${PATH}/wishes/w1/answers/${NEW}`;
  const sent = await open(outcomes(), { [put]: {} });
  const headings = screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent);
  expect(headings[0]).toBe('Open from last time');
  expect(screen.getByText('12 days late')).toBeTruthy();

  fireEvent.click(screen.getByRole('radio', { name: /^No$/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Keep this answer' }));
  expect(screen.getByText('Please say why. The child reads it.')).toBeTruthy();
  fireEvent.input(screen.getByLabelText('Why'), { target: { value: 'The court said so.' } });
  fireEvent.click(screen.getByRole('button', { name: 'Keep this answer' }));
  await waitFor(() => expect(sent.some(one => one.method === 'PUT')).toBe(true));
  const answer = sent.find(one => one.method === 'PUT');
  expect(answer?.body).toMatchObject({ answer: 'no', why: 'The court said so.', who_id: null });
  await expectNoBarriers();
});

test('a child who does not agree is shown until somebody has read it', async () => {
  const reply = {
    id: 'p1',
    reply: 'not_agreed' as const,
    words: 'It is not far.',
    at: '2026-11-20T10:00:00Z',
    seen_at: null,
  };
  const answer = {
    id: 'a1',
    review_id: 'r1',
    answer: 'no' as const,
    why: 'It is too far.',
    who: null,
    who_words: null,
    by_on: null,
    said_by: ME,
    said_at: '2026-11-18T10:00:00Z',
    shared_at: '2026-11-18T10:00:00Z',
    done_words: null,
    reply,
  };
  const asked = { ...wish, answers: [answer], replies: [reply] };
  const seen = 'POST /api/wish-replies/p1/seen';
  const sent = await open(outcomes({ wishes: [asked] }), {
    [seen]: new Response(null, { status: 204 }),
  });
  expect(screen.getByText('It is not far.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'I have read this' }));
  await waitFor(() => expect(sent.some(one => one.method === 'POST')).toBe(true));
});

test('what must not go out stops the sharing until a reason is given', async () => {
  const found = {
    why: 'person',
    words: 'Joan',
    line: 0,
    start: 0,
    end: 4,
    term: 'Joan Smith',
    author: null,
    to: 'Karen Jones',
  };
  const stopped = { code: 'stopped_by_guard', status: 409, current: { findings: [found] } };
  const sent = await open(outcomes({ unshared: 2 }), {
    [`POST ${PATH}/outcomes/share`]: json(stopped, 409),
  });
  fireEvent.click(screen.getByRole('button', { name: 'Share with Amara' }));
  expect(await screen.findByText('This would be read by: Karen Jones.')).toBeTruthy();
  const again = screen.getByRole('button', { name: 'Share with Amara' });
  expect(again.getAttribute('aria-disabled')).toBe('true');
  expect(sent.filter(one => one.method === 'POST').length).toBe(1);
  await expectNoBarriers();
});

test('a review that decided nothing says so, and then decisions are no longer due', async () => {
  const sent = await open(outcomes({ decisions: [] }), {
    [`POST ${PATH}/outcomes/share`]: outcomes({ decisions: [] }),
  });
  fireEvent.click(screen.getByRole('button', { name: 'There is nothing to share' }));
  await screen.findByText('It is noted that there is nothing to share.');
  expect(sent.filter(one => one.method === 'POST')).toHaveLength(1);
});

test('two officers on one decision see both versions, and no line of either is lost', async () => {
  const mine = 'Joan rings the club on Friday.';
  const theirs = {
    what: 'Joan and Amara ring the club.',
    who_id: joan.id,
    who_words: null,
    by_on: '2026-12-01',
    wish_id: null,
    topic: null,
    position: 0,
    revision: 2,
  };
  const put = `PUT ${PATH}/decisions/d1`;
  const draft = { ...decision, shared_at: null, stands_on: null };
  const answers = {
    [put]: () => json({ code: 'stale', status: 412, current: theirs }, 412),
  };
  const sent = await open(outcomes({ decisions: [draft], unshared: 1 }), answers);
  const write = async (words: string) => {
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    fireEvent.input(screen.getByLabelText('What will happen'), { target: { value: words } });
    fireEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
    await screen.findByRole('heading', { name: 'Someone else wrote here too' });
  };
  await write(mine);
  expect(screen.getByText(mine, { selector: 'mark' })).toBeTruthy();
  expect(screen.getByText(theirs.what, { selector: 'mark' })).toBeTruthy();
  expect(screen.getByText('Joan Smith, by 1 December 2026', { selector: 'mark' })).toBeTruthy();
  await expectNoBarriers();

  fireEvent.click(screen.getByRole('button', { name: 'Keep both' }));
  const box = screen.getByLabelText<HTMLTextAreaElement>('What will happen');
  expect(box.value).toBe(`${theirs.what}\n${mine}`);
  fireEvent.click(screen.getByRole('button', { name: 'Keep this decision' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Take mine' }));
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(3));
  const puts = vi.mocked(fetch).mock.calls.filter(([, told]) => told?.method === 'PUT');
  const read = puts.map(([, told]) => new Headers(told?.headers).get('If-Match'));
  expect(read).toEqual(['"1"', '"2"', '"2"']);
  fireEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
  expect(screen.queryByLabelText('What will happen')).toBeNull();
});
