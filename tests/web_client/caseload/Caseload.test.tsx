/** A caseload is searched as one types, filtered, sorted, and walked by keyboard. */
import { Caseload } from '@client/caseload';
import { place } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aCaseloadRow } from '../desk/situations';
import { aPerson, serve } from '../world';

const CHILDREN = [
  aCaseloadRow({
    name: 'Amara Jones',
    due_by: '2026-11-18',
    overdue: true,
    working_days_left: -3,
    child_views: true,
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

test('a manager sees officers and no words, and a long list comes in parts', async () => {
  const many = Array.from({ length: 400 }, (_, n) =>
    aCaseloadRow({
      name: `Child ${n}`,
      child_views: null,
      reviewing_officer: n % 2 ? { id: 'p', name: 'Priya Shah' } : null,
    }),
  );
  serve({ 'GET /api/caseload': { children: many } });
  await open('service_manager');
  expect(screen.queryByRole('button', { name: /No words yet/ })).toBeNull();
  expect(screen.getAllByRole('rowheader')).toHaveLength(150);
  fireEvent.click(screen.getByRole('button', { name: 'Show 150 more children' }));
  expect(screen.getAllByRole('rowheader')).toHaveLength(300);
  fireEvent.change(screen.getByRole('combobox', { name: 'IRO' }), { target: { value: 'p' } });
  expect(screen.getByRole('status').textContent).toBe('200 children of 400');
});
