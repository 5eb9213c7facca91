/** Help now and Exit: in the same place on every page, at once, leaving nothing. */
import { Page, session } from '@client/ui';
import { leaveNow, watchForLeaving } from '@client/ui/Exit';
import { helpIsOpen } from '@client/ui/WaysOut';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import axe from 'axe-core';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aPerson } from '../world';

const leave = vi.fn();
const replace = vi.fn();
const reload = vi.fn();

beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
  };
  watchForLeaving({ replace, reload });
});

beforeEach(() => {
  leave.mockClear();
  replace.mockClear();
  reload.mockClear();
  document.body.replaceChildren();
  helpIsOpen.value = false;
  document.documentElement.hidden = false;
  session.value = { ...session.value, leave };
});

function page() {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.append(app);
  render(<Page title="My words">CANARY</Page>, { container: app });
}

test('leaving covers the page and forgets at once, then takes its words away and goes elsewhere', async () => {
  page();
  leaveNow({ replace, reload });
  expect(document.querySelector('.exit-cover')).toBeTruthy();
  expect(leave).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(replace.mock.calls[0]?.[0]).toMatch(/^https:\/\//));
  expect(document.body.textContent).not.toContain('CANARY');
});

test('Shift three times leaves; Shift while writing capitals does not', async () => {
  page();
  for (const key of ['Shift', 'A', 'Shift', 'B', 'Shift', 'C'])
    fireEvent.keyDown(document.body, { key });
  expect(document.querySelector('.exit-cover')).toBeNull();
  for (let press = 0; press < 3; press += 1) fireEvent.keyDown(document.body, { key: 'Shift' });
  await vi.waitFor(() => expect(replace).toHaveBeenCalledOnce());
});

test('a page that the browser kept as it was is hidden, and asks anew who is here', () => {
  page();
  localStorage.removeItem('left');
  dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  expect(document.documentElement.hidden).toBe(true);
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(reload).toHaveBeenCalledOnce();
  expect(document.documentElement.hidden).toBe(true);
  localStorage.setItem('left', 'yes');
  dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  expect(replace).toHaveBeenCalledOnce();
});

test('help is one press away and its numbers can be rung', async () => {
  page();
  fireEvent.click(screen.getByRole('button', { name: 'Help now' }));
  expect(document.querySelector('a[href="tel:999"]')).toBeTruthy();
  await screen.findByRole('heading', { name: 'Samaritans' });
  const links = [...document.querySelectorAll('a[href^="tel:"]')].map(link =>
    link.getAttribute('href'),
  );
  expect(links).toEqual(expect.arrayContaining(['tel:999', 'tel:08001111', 'tel:116123']));
  expect(document.querySelector('a[href="sms:85258?body=SHOUT"]')).toBeTruthy();
});

test('the council’s own line out of hours stands after 999, and advocacy in each nation', async () => {
  const council = { name: 'Elmshire', languages: ['en'], review_word: null };
  const headings = async (nation: 'england' | 'wales', duty_line: string | null) => {
    const me = aPerson('child', { council: { ...council, nation, duty_line } });
    session.value = { ...session.value, me };
    page();
    fireEvent.click(screen.getByRole('button', { name: 'Help now' }));
    await screen.findByRole('heading', { name: 'Samaritans' });
    const found = screen.getAllByRole('heading', { level: 3 }).map(each => each.textContent);
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    cleanup();
    return found;
  };
  const england = await headings('england', '01632 960 123');
  expect(england.slice(0, 3)).toEqual(['Emergency', 'Your council, out of hours', 'Childline']);
  expect(england).toContain('Always Heard, Coram Voice');
  const wales = await headings('wales', null);
  expect(wales).toContain('Meic');
  expect(wales).not.toContain('Always Heard, Coram Voice');
  expect(wales).not.toContain('Your council, out of hours');
  session.value = { ...session.value, me: null };
});

test('an open window has both ways out in its head, and none of it stays over the cover', () => {
  page();
  fireEvent.click(screen.getByRole('button', { name: 'How it looks' }));
  const window = within(screen.getByRole('dialog', { name: 'How it looks' }));
  expect(document.activeElement).toBe(window.getByRole('button', { name: 'Close' }));
  fireEvent.click(window.getByRole('button', { name: 'Help now' }));
  const help = within(screen.getByRole('dialog', { name: 'Help now' }));
  fireEvent.click(help.getByRole('button', { name: 'Exit' }));
  expect(document.querySelector('dialog')).toBeNull();
  expect(document.querySelector('.exit-cover')).toBeTruthy();
});

test('axe finds nothing on the frame of a page', async () => {
  page();
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(violations).toEqual([]);
});
