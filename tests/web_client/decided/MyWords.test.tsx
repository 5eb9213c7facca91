/** A child finds all their words by review and by topic, sees their faces over time, and takes it along. */
import type { Everything, OwnWords } from '@client/api/decided';
import { Decided } from '@client/decided';
import { navigate } from '@client/ui';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, serve } from '../world';

const LAST = 'aaaaaaaa-0000-4000-8000-000000000001';
const FIRST = 'aaaaaaaa-0000-4000-8000-000000000002';
let number = 0;

function words(more: Partial<OwnWords>): OwnWords {
  number += 1;
  return {
    id: `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`,
    source: 'review',
    review_id: LAST,
    at: '2026-03-01T10:00:00Z',
    language: 'en',
    topic: 'home',
    topic_title: 'Where I live',
    asked: 'How is home?',
    kind: null,
    about: null,
    face: null,
    chosen: [],
    words: null,
    helper_words: null,
    helper: null,
    wish: false,
    changed_later: false,
    ...more,
  };
}

const ALL: Everything = {
  called: 'Amara',
  hidden: false,
  reviews: [
    { id: LAST, held_on: '2026-03-09', due_by: '2026-03-20' },
    { id: FIRST, held_on: '2025-09-10', due_by: '2025-09-20' },
  ],
  said: [
    words({ face: 'happy', words: 'My room!', wish: true }),
    words({ source: 'message', topic: null, topic_title: null, asked: null, words: 'Hello Priya' }),
    words({
      review_id: FIRST,
      face: 'sad',
      helper_words: 'She is cold there.',
      helper: { name: 'Yusuf', who: 'advocate' },
    }),
    words({
      review_id: FIRST,
      topic: 'school',
      topic_title: 'School',
      asked: 'School?',
      face: 'ok',
    }),
  ],
};

function open(at: string, all: Everything = ALL) {
  history.replaceState(null, '', '/');
  navigate(`/decided${at && `/${at}`}`);
  const sent = serve({
    'GET /api/my/everything': all,
    'GET /api/my/everything/json': all,
    'GET /api/my/everything/pdf': () => new Response('%PDF-', { status: 200 }),
    'GET /api/my/everything?show=true': ALL,
  });
  render(<Decided me={aPerson('child')} params={{ rest: at }} />);
  return sent;
}

beforeEach(() => {
  vi.setSystemTime('2026-04-02T09:00:00Z');
  window.scrollTo = vi.fn();
});

test('all my words stand by review, the latest first, word for word and with whose they are', async () => {
  open('words');
  const [last, first] = await screen.findAllByRole('heading', { level: 2 });
  expect(last?.textContent).toContain('9 March 2026');
  expect(first?.textContent).toContain('10 September 2025');
  expect(screen.getByText('My room!').tagName).toBe('BLOCKQUOTE');
  expect(screen.getByText('Yusuf’s words')).toBeTruthy();
  await expectNoBarriers();
});

test('they stand by topic too, and messages after what was asked', async () => {
  open('words/topics');
  const titles = (await screen.findAllByRole('heading', { level: 2 })).map(one => one.textContent);
  expect(titles).toEqual(['Where I live', 'School', 'Messages to my IRO']);
});

test('what I said afterwards stands beside what it was said to, and its face has a row', async () => {
  const after: Everything = {
    ...ALL,
    said: [
      ...ALL.said,
      words({ source: 'rating', topic: null, kind: 'felt', face: 'ok', words: 'Too long.' }),
      words({
        source: 'answer',
        topic: null,
        kind: 'not_agreed',
        about: 'I want to see my brother.',
        words: 'It is not far.',
      }),
    ],
  };
  open('words', after);
  const reply = (await screen.findByRole('heading', { name: 'You said: I don’t agree' }))
    .parentElement;
  expect(reply?.textContent).toContain('I want to see my brother.');
  expect(screen.getByText('It is not far.').tagName).toBe('BLOCKQUOTE');
  await expectNoBarriers();
  cleanup();
  open('faces', after);
  const table = await screen.findByRole('table');
  const last = within(table).getAllByRole('row').at(-1);
  expect([...(last?.children ?? [])].map(cell => cell.textContent)).toEqual([
    'How did your meeting feel?',
    'No face',
    'OK',
  ]);
});

test('faces over time are a table with a word for each face, the earliest review first', async () => {
  open('faces');
  const table = await screen.findByRole('table');
  const rows = within(table).getAllByRole('row');
  expect(rows.map(row => [...row.children].map(cell => cell.textContent))).toEqual([
    ['What about', '10 September 2025', '9 March 2026'],
    ['Where I live', 'Not good', 'Good'],
    ['School', 'OK', 'No face'],
  ]);
  await expectNoBarriers();
});

test('a phone without traces shows no word until they say that it is they', async () => {
  open('words', { ...ALL, hidden: true, reviews: [], said: [] });
  expect(await screen.findByRole('button', { name: 'Show them to me now' })).toBeTruthy();
  expect(screen.queryByText('My room!')).toBeNull();
});

test('what I can keep is said before anything is saved, and the file names nobody', async () => {
  const made = vi.fn(() => 'blob:x');
  const names: string[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: vi.fn() }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    names.push(this.download);
  });
  open('keep');
  expect(screen.getByText(/Who opens this phone can open the file too/)).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'Keep it as data' }));
  expect(await screen.findByText('It is saved on this phone or computer.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Keep it to read or print' }));
  await vi.waitFor(() => expect(names).toEqual(['words.json', 'words.pdf']));
});
