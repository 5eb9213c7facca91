/** A plan is written beside what the child wants, and two people's plans never overwrite each other. */
import type { Invitation } from '@client/api';
import { Plan } from '@client/plan';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPlan, PART, said } from '../desk/situations';
import { AMARA, aPerson, json, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer');
const WANTS = {
  taking_part: [
    said({
      topic: 'meeting',
      ask: 'When is good for you?',
      choices: [{ key: 'after_school', say: 'After school' }],
    }),
  ],
  not_openly: [
    said({
      ask: 'What should not be said out loud?',
      words: 'Why I came into care.',
      audience: 'only_my_iro',
    }),
  ],
  others: [],
};
const PRIYA: Invitation = {
  person_id: 'priya',
  name: 'Priya Shah',
  called: 'Priya',
  job: 'reviewing_officer',
  kind: 'reviewing_officer',
  part_ids: [],
  walled_from: [],
  knows_home: true,
  state: 'not_yet_asked',
  attempts: [],
};
const put = `PUT /api/reviews/${REVIEW}/plan`;

async function open(more: Record<string, unknown> = {}) {
  const sent = serve({
    [`GET /api/reviews/${REVIEW}`]: aPlan(),
    [`GET /api/reviews/${REVIEW}/taking-part`]: WANTS,
    ...more,
  });
  const { unmount } = render(<Plan me={officer} params={{ reviewId: REVIEW }} />);
  await screen.findByRole('group', { name: 'The meeting' });
  return { sent, unmount };
}
const bodies = (sent: { method: string; path: string; body: unknown }[]) =>
  sent
    .filter(one => `${one.method} ${one.path}` === put)
    .map(one => one.body as { parts: { place: string; people: string[] }[] });

test('the plan stands beside what the child wants', async () => {
  await open();
  expect(
    within(await screen.findByRole('region', { name: 'What Amara wants' })).getByText(
      'After school',
    ),
  ).toBeTruthy();
  expect(
    within(screen.getByRole('region', { name: 'Not to be raised openly' })).getByText(
      'Why I came into care.',
    ),
  ).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Day').value).toBe('2026-11-26');
  expect(screen.getByLabelText<HTMLInputElement>('Time').value).toBe('16:00');
  await expectNoBarriers();
});

test('saving sends the whole plan once and says where it stands', async () => {
  const { sent } = await open({
    [put]: aPlan({ revision: 4, parts: [{ ...PART, place: 'The park' }] }),
  });
  const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save the plan' });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'The park' } });
  expect(screen.getByText('Not saved yet.')).toBeTruthy();
  fireEvent.click(save);
  expect(await screen.findByText('Saved. Everyone sees their own part now.')).toBeTruthy();
  expect(bodies(sent).map(body => body.parts[0]?.place)).toEqual(['The park']);
});

test('a fault is shown at its field and nothing is sent', async () => {
  const { sent } = await open();
  fireEvent.input(screen.getByLabelText('Time'), { target: { value: '' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
  expect(screen.getByText('Please give a time.')).toBeTruthy();
  expect(bodies(sent)).toHaveLength(0);
  fireEvent.input(screen.getByLabelText('Time'), { target: { value: '16:00' } });
});

test('unsaved changes are there again after looking at another page', async () => {
  const { unmount } = await open();
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'The park' } });
  unmount();
  await open();
  expect(screen.getByText('These are changes that you had not saved.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Place').value).toBe('The park');
  fireEvent.click(screen.getByRole('button', { name: 'Go back to the saved plan' }));
  expect(screen.getByLabelText<HTMLInputElement>('Place').value).toBe('Elm House');
});

test('when somebody else was quicker, both versions are shown and the chosen one is saved', async () => {
  let saved = aPlan();
  let tries = 0;
  const { sent } = await open({
    [`GET /api/reviews/${REVIEW}`]: () => saved,
    [put]: () => {
      tries += 1;
      if (tries > 1) return aPlan({ revision: 5, parts: [{ ...PART, place: 'The park' }] });
      saved = aPlan({ revision: 4, parts: [{ ...PART, place: 'Room 4' }] });
      return json({ code: 'stale', status: 412 }, 412);
    },
  });
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'The park' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
  await screen.findByText('Someone else changed this plan while you were writing');
  expect(screen.getByText('The park')).toBeTruthy();
  expect(screen.getByText('Room 4')).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('radio', { name: /^Mine/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Save what I chose' }));
  await screen.findByText('Saved. Everyone sees their own part now.');
  expect(bodies(sent).at(-1)?.parts[0]?.place).toBe('The park');
});

test('without internet the changes stay and can be sent again', async () => {
  await open({
    [put]: () => {
      throw new TypeError('offline');
    },
  });
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'The park' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
  expect(await screen.findByText('There is no internet just now. Nothing is lost.')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Place').value).toBe('The park');
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'Elm House' } });
});

test('a first meeting begins with the child and their officer, and nobody else', async () => {
  const sent = serve({
    [`GET /api/reviews/${REVIEW}`]: aPlan({
      parts: [],
      invitations: [...aPlan().invitations, PRIYA],
    }),
    [`GET /api/reviews/${REVIEW}/taking-part`]: WANTS,
    [put]: aPlan(),
  });
  render(<Plan me={officer} params={{ reviewId: REVIEW }} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Plan a meeting' }));
  fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
  await waitFor(() => expect(bodies(sent)[0]?.parts[0]?.people).toEqual([AMARA, 'priya']));
  await screen.findByText('Saved. Everyone sees their own part now.');
});

test('a try to reach somebody is noted with how and what came of it', async () => {
  const seen: unknown[] = [];
  const { sent } = await open();
  fireEvent.click(screen.getByRole('button', { name: 'Note a try: Daniel Jones' }));
  fireEvent.click(screen.getByLabelText('Letter'));
  fireEvent.input(screen.getByLabelText('What came of it?'), {
    target: { value: 'Came back unopened.' },
  });
  fireEvent.click(screen.getByText('Note it'));
  await screen.findByText('Say whether you reached them.');
  fireEvent.click(screen.getByLabelText('Not this time'));
  fireEvent.click(screen.getByText('Note it'));
  const note = 'Came back unopened.';
  await waitFor(() => {
    seen.push(...sent.filter(one => one.path.includes('/attempts/')).map(one => one.body));
    expect(seen).toContainEqual({ person_id: 'dad', how: 'letter', reached: false, note });
  });
});

test('a changed place is told anew to whoever may not know where the child lives', async () => {
  const { sent } = await open({
    [`GET /api/reviews/${REVIEW}`]: aPlan({
      parts: [{ ...PART, people: [AMARA, 'dad'], told_where: ['dad'] }],
    }),
    [put]: aPlan({ revision: 4 }),
  });
  const told = () =>
    within(screen.getByRole('group', { name: 'Who may be told where this is' })).getByRole(
      'checkbox',
    ) as HTMLInputElement;
  expect(told().checked).toBe(true);
  fireEvent.input(screen.getByLabelText('Place'), { target: { value: 'Their home' } });
  expect(told().checked).toBe(false);
  fireEvent.input(screen.getByLabelText('Agenda'), { target: { value: ' School \n\nHolidays' } });
  fireEvent.click(screen.getByRole('button', { name: 'Save the plan' }));
  await waitFor(() => expect(bodies(sent)).toHaveLength(1));
  expect(bodies(sent)[0]?.parts[0]).toMatchObject({
    told_where: [],
    agenda: ['School', 'Holidays'],
  });
});

test('parents across a wall who would meet in one part are named before it is kept', async () => {
  const plan = aPlan();
  const dad = { ...PRIYA, person_id: 'dad', name: 'Lee Cole', called: 'Lee', job: 'parent' };
  const mum = { ...PRIYA, person_id: 'mum', name: 'Karen Cole', called: 'Karen', job: 'parent' };
  const { unmount } = await open({
    [`GET /api/reviews/${REVIEW}`]: {
      ...plan,
      invitations: [
        ...plan.invitations,
        { ...dad, kind: 'father', walled_from: ['mum'] },
        { ...mum, kind: 'mother', walled_from: ['dad'] },
      ],
    },
  });
  fireEvent.click(screen.getByRole('checkbox', { name: /Lee Cole/ }));
  expect(screen.queryByText(/A wall stands/)).toBeNull();
  fireEvent.click(screen.getByRole('checkbox', { name: /Karen Cole/ }));
  expect(
    screen.getByText(/A wall stands between Lee and Karen. In one part they meet./),
  ).toBeTruthy();
  unmount();
  await open(); // what is not saved waits for whoever comes back to the plan
  fireEvent.click(screen.getByRole('button', { name: 'Go back to the saved plan' }));
});

test('two presses split a review, and it says who will see what', async () => {
  const mum = { ...PRIYA, person_id: 'mum', name: 'Mary Jones', called: 'Mary', job: 'parent' };
  const plan = aPlan();
  await open({
    [`GET /api/reviews/${REVIEW}`]: {
      ...plan,
      invitations: [...plan.invitations, PRIYA, { ...mum, kind: 'mother', knows_home: false }],
    },
  });
  const sees = screen.getByRole('region', { name: 'Who will see what' });
  expect(within(sees).getAllByText(/No meeting/)).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'Split this review' }));
  fireEvent.click(await screen.findByText('Make 3 parts'));
  const parts = screen.getAllByRole('group', { name: /^Part \d of 3/ });
  expect(parts).toHaveLength(3);
  expect(within(sees).getByText(/^Part 2/).textContent).toContain('Your IRO will tell you where.');
  expect(within(sees).getAllByText(/^Part/)).toHaveLength(4);
  await expectNoBarriers();
});
