/** A child's page explains the next review, shows who is around them, and changes their questions. */
import { ChildPage } from '@client/child_page';
import { fireEvent, render, screen, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aChild } from '../desk/situations';
import { AMARA, aPerson, REVIEW, serve } from '../world';

async function open(
  child = aChild(),
  job: 'reviewing_officer' | 'service_manager' = 'reviewing_officer',
) {
  const sent = serve({
    [`GET /api/children/${AMARA}`]: child,
    [`PUT /api/children/${AMARA}/band`]: {},
  });
  render(<ChildPage me={aPerson(job)} params={{ childId: AMARA }} />);
  await screen.findByRole('heading', { level: 1, name: child.name });
  return sent;
}

test('the next review says by when and why, and leads to both its pages', async () => {
  await open();
  expect(screen.getByText('Due by Wednesday 2 December')).toBeTruthy();
  expect(
    screen.getByText('Within 3 months of the first review, on 2 September 2026.'),
  ).toBeTruthy();
  expect(screen.getByRole('link', { name: 'What people say' }).getAttribute('href')).toBe(
    `/reviews/${REVIEW}/summary`,
  );
  expect(screen.queryByRole('link', { name: 'Write an observation' })).toBeNull();
  await expectNoBarriers();
});

test('an observation is offered of a child who cannot say it', async () => {
  await open(aChild({ band: 'under_4' }));
  expect(screen.getByRole('link', { name: 'Write an observation' }).getAttribute('href')).toContain(
    `/add/${REVIEW}`,
  );
});

test('the law is said in words, by nation', async () => {
  await open(aChild({ nation: 'wales' }));
  expect(screen.getByText('Accommodated by agreement (section 76)')).toBeTruthy();
});

test('everybody is shown with what they are, and how to invite them', async () => {
  await open();
  const dad = screen.getByRole('row', { name: /Daniel Jones/ });
  expect(dad.textContent).toContain('Dad');
  expect(within(dad).getByText('Parental responsibility')).toBeTruthy();
  expect(within(dad).getByText('Not yet')).toBeTruthy();
  expect(within(dad).getByRole('link').getAttribute('href')).toBe(`/children/${AMARA}/cards/dad`);
});

test('a held review says in how far it was in time, and where its code comes from', async () => {
  await open();
  const held = screen.getByRole('row', { name: /2 September 2026/ });
  expect(held.textContent).toContain('Late');
  expect(held.textContent).toContain('PN6');
  expect(held.textContent).toContain('From the return');
});

test('a manager is offered neither words nor plan', async () => {
  await open(aChild(), 'service_manager');
  expect(screen.queryByRole('link', { name: 'What people say' })).toBeNull();
  expect(screen.queryByRole('link', { name: '2 September 2026' })).toBeNull();
});

test('other questions can be chosen than the age suggests', async () => {
  const sent = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Change the questions' }));
  fireEvent.click(screen.getByLabelText(/^8 to 11/));
  fireEvent.click(screen.getByText('Use these questions'));
  expect(await screen.findByText('Changed.')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({ band: '8_to_11' });
});
