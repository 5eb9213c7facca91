/** A caseload is searched as one types, filtered, sorted, and walked by keyboard. */
import { Caseload } from '@client/caseload';
import { place } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aCaseloadRow } from '../desk/situations';
import { ME, notSafe } from '../inbox/situations';
import { aPerson, serve } from '../world';

const CHILDREN = [
  aCaseloadRow({
    name: 'Amara Jones',
    due_by: '2026-11-18',
    overdue: true,
    working_days_left: -3,
    child_words: 'new',
  }),
  aCaseloadRow({
    name: 'Siân Wyn',
    due_by: '2026-12-01',
    age: 4,
    band: 'under_8',
    out_of_area: true,
  }),
  aCaseloadRow({
    name: 'Kai Evans',
    due_by: '2027-03-01',
    working_days_left: 60,
    stage: 'planned',
  }),
];
const officer = aPerson('reviewing_officer');
const names = () =>
  screen.getAllByRole('rowheader').map(cell => within(cell).getByRole('link').textContent);

beforeEach(async () => {
  vi.stubGlobal('scrollTo', vi.fn());
  serve({ 'GET /api/caseload': { children: CHILDREN } });
});

async function open(job: 'reviewing_officer' | 'service_manager' = 'reviewing_officer') {
  render(<Caseload me={job === 'reviewing_officer' ? officer : aPerson(job)} params={{}} />);
  const search = await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Find a child' });
  const all = screen.queryByRole('button', { name: 'Show everyone' });
  if (all) fireEvent.click(all);
  return search;
}

test('typing finds, and says how many', async () => {
  const search = await open();
  expect(names()).toEqual(['Amara Jones', 'Siân Wyn', 'Kai Evans']);
  fireEvent.input(search, { target: { value: 'sian' } });
  expect(names()).toEqual(['Siân Wyn']);
  expect(screen.getByRole('status').textContent).toBe('1 child of 3');
  await expectNoBarriers();
});

test('nobody found is said, with a way back', async () => {
  const search = await open();
  fireEvent.input(search, { target: { value: 'zz' } });
  expect(screen.getByText('No child is found. Try fewer letters, or show everyone.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show everyone' }));
  expect(names()).toHaveLength(3);
});

test('a filter shows its number and can be let go', async () => {
  await open();
  const late = screen.getByRole('button', { name: 'Late 1' });
  fireEvent.click(late);
  expect(late.getAttribute('aria-pressed')).toBe('true');
  expect(names()).toEqual(['Amara Jones']);
  fireEvent.click(late);
  expect(names()).toHaveLength(3);
});

test('sorting by name turns, and says so to a screen reader', async () => {
  await open();
  const head = () => screen.getByRole('columnheader', { name: /Child$|^Child / });
  fireEvent.click(screen.getByRole('button', { name: 'Child' }));
  expect(names()).toEqual(['Amara Jones', 'Kai Evans', 'Siân Wyn']);
  fireEvent.click(screen.getByRole('button', { name: 'Child' }));
  expect(names()).toEqual(['Siân Wyn', 'Kai Evans', 'Amara Jones']);
  expect(head().getAttribute('aria-sort')).toBe('descending');
  fireEvent.click(screen.getByRole('button', { name: /^Next review by/ }));
});

test('slash goes to the search, arrows through the children, Enter opens the first', async () => {
  const search = await open();
  await waitFor(() => {
    fireEvent.keyDown(document.body, { key: '/' });
    expect(document.activeElement).toBe(search);
  });
  fireEvent.keyDown(search, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Amara Jones');
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Siân Wyn');
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
  fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(search);
  fireEvent.input(search, { target: { value: 'kai' } });
  fireEvent.keyDown(search, { key: 'Enter' });
  expect(place.value).toBe('/children/Kai%20Evans');
});

test('a manager sees officers and no words, and finds by officer', async () => {
  const many = Array.from({ length: 400 }, (_, n) =>
    aCaseloadRow({
      name: `Child ${n}`,
      child_words: null,
      reviewing_officer: n % 2 ? { id: 'p', name: 'Priya Shah' } : null,
    }),
  );
  serve({ 'GET /api/caseload': { children: many } });
  await open('service_manager');
  expect(screen.queryByRole('button', { name: /No words yet/ })).toBeNull();
  fireEvent.change(screen.getByRole('combobox', { name: 'IRO' }), { target: { value: 'p' } });
  expect(screen.getByRole('status').textContent).toBe('200 children of 400');
});

test('of 1,500 children no more than 150 rows ever stand in the page', async () => {
  const many = Array.from({ length: 1500 }, (_, n) =>
    aCaseloadRow({ name: `Child ${String(n).padStart(4, '0')}`, due_by: '2026-12-01' }),
  );
  serve({ 'GET /api/caseload': { children: many } });
  const search = await open('service_manager');
  const rows = () => document.querySelectorAll('tbody tr').length;
  const elements = () => document.querySelectorAll('*').length;
  expect(rows()).toBe(150);
  expect(screen.getByText('Children 1 to 150 of 1,500')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /before$/ })).toBeNull();
  const before = elements();
  for (let turns = 0; turns < 9; turns += 1) {
    fireEvent.click(screen.getByRole('button', { name: '150 more children' }));
    expect(rows()).toBe(150);
  }
  expect(elements() - before).toBeLessThan(20);
  expect(screen.getByText('Children 1,351 to 1,500 of 1,500')).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Child 1350'));
  expect(screen.queryByRole('button', { name: /more children$/ })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '150 children before' }));
  expect(names()[0]).toBe('Child 1200');
  fireEvent.input(search, { target: { value: 'child 000' } });
  expect(names()).toHaveLength(10); // whatever page one was on
});

test.each([
  ['new', 'New: read it'],
  ['read', 'Read by you'],
  ['shown', 'Shown by others'],
] as const)(
  'words that are %s lead to the summary, and say what they are',
  async (child_words, says) => {
    serve({ 'GET /api/caseload': { children: [aCaseloadRow({ child_words })] } });
    await open();
    const link = screen.getByRole('link', { name: new RegExp(`^${says}`) });
    expect(link.getAttribute('href')).toMatch(/\/summary$/);
  },
);

test('on a phone the filters fold into one control that says what is chosen', async () => {
  await open();
  const fold = screen.getByRole('button', { name: /^Filter/ });
  expect(fold.getAttribute('aria-expanded')).toBe('false');
  fireEvent.click(fold);
  expect(fold.getAttribute('aria-expanded')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: /^Late/ }));
  expect(fold.textContent).toBe('FilterLate');
  fireEvent.click(screen.getByRole('button', { name: 'Show everyone' }));
});

test('a manager takes on whoever is not safe, and sees what waits without a word of it', async () => {
  const sent = serve({
    'GET /api/caseload': { children: CHILDREN },
    'GET /api/unsafe': { reports: [notSafe()] },
    'POST /api/unsafe/u1/acknowledge': notSafe(),
    'GET /api/service/waiting-messages': {
      officers: [
        { officer: ME, threads: 7, oldest_working_days: 5 },
        { officer: { ...ME, id: 'sam', name: 'Sam Lee' }, threads: 0, oldest_working_days: 0 },
      ],
    },
  });
  await open('service_manager');
  fireEvent.click(await screen.findByRole('button', { name: 'I have this: Amara Jones' }));
  await waitFor(() => expect(sent.some(one => one.method === 'POST')).toBe(true));
  const row = await screen.findByRole('row', { name: /Priya Shah/ });
  expect(row.textContent).toBe('Priya Shah75 working days');
  expect(screen.queryByRole('row', { name: /Sam Lee/ })).toBeNull();
  await expectNoBarriers();
});

test('an officer’s list asks for neither', async () => {
  const sent = serve({ 'GET /api/caseload': { children: CHILDREN } });
  await open();
  expect(sent.map(one => one.path)).toEqual(['/api/caseload']);
});
