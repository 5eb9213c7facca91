/** The circle is kept from one page: walls raised at once, lowered by two, and who may know said on purpose. */
import { Circle } from '@client/circle';
import { WaitingWalls } from '@client/desk/WaitingWalls';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AMARA, aPerson, json, serve } from '../world';
import { aCircle, aProposal } from './situations';

const officer = aPerson('reviewing_officer');
const at = `/api/children/${AMARA}`;

async function open(more: Record<string, unknown> = {}) {
  const nothing = new Response(null, { status: 204 });
  const sent = serve({
    [`GET ${at}/circle`]: aCircle(),
    [`PUT ${at}/walls/daniel/grace`]: () => nothing.clone(),
    ...more,
  });
  render(<Circle me={officer} params={{ childId: AMARA }} />);
  await screen.findByRole('heading', { name: 'Amara’s circle' });
  await screen.findByRole('heading', { name: 'Walls' });
  return sent;
}
const writes = (sent: { method: string; path: string; body: unknown }[]) =>
  sent
    .filter(one => one.method !== 'GET')
    .map(({ method, path, body }) => [`${method} ${path}`, body]);

test('everybody stands as a chair and in a list, with who is walled from whom in words', async () => {
  await open();
  const chairs = screen.getByRole('list', { name: 'Who is around Amara' });
  expect(within(chairs).getAllByRole('listitem')).toHaveLength(5);
  const walls = screen.getByRole('region', { name: 'Walls' });
  const titles = within(walls).getAllByRole('heading', { level: 3 });
  expect(titles.map(title => title.textContent)).toEqual([
    '1 wall is down',
    '1 waits for a second person',
    '1 wall stands',
  ]);
  expect(within(walls).getByText('Mary Smith and Daniel Smith')).toBeTruthy();
  expect(screen.getByText('Parental responsibility')).toBeTruthy();
  await expectNoBarriers();
});

test('a wall is raised with one press', async () => {
  const sent = await open();
  fireEvent.click(
    screen.getByRole('button', { name: 'Raise the wall now: Daniel Smith and Grace Smith' }),
  );
  expect(
    await screen.findByText('The wall stands between Daniel Smith and Grace Smith.'),
  ).toBeTruthy();
  expect(writes(sent)).toEqual([[`PUT ${at}/walls/daniel/grace`, null]]);
});

test('lowering asks for a reason, and says that another person has to agree', async () => {
  const path = new RegExp(`^PUT ${at}/wall-proposals/`);
  const sent = await open();
  fireEvent.click(
    screen.getByRole('button', { name: 'Ask to lower it: Mary Smith and Daniel Smith' }),
  );
  expect(
    await screen.findByText('A manager has to agree. Until then nothing passes.'),
  ).toBeTruthy();
  fireEvent.click(screen.getByText('Propose it'));
  expect(await screen.findByText('Please give a reason.')).toBeTruthy();
  expect(writes(sent)).toEqual([]);
  fireEvent.input(screen.getByLabelText('Why is it safe to lower this wall?'), {
    target: { value: ' Both asked for it. ' },
  });
  fireEvent.click(screen.getByText('Propose it'));
  await waitFor(() => expect(writes(sent)).toHaveLength(1));
  expect(writes(sent)[0]?.[0]).toMatch(path);
  expect(writes(sent)[0]?.[1]).toEqual({
    one_id: 'mary',
    other_id: 'daniel',
    reason: 'Both asked for it.',
  });
});

test('the list narrows to one person', async () => {
  await open();
  const walls = screen.getByRole('region', { name: 'Walls' });
  fireEvent.click(within(walls).getByRole('button', { name: 'Daniel' }));
  expect(within(walls).queryByText('Mary Smith and Grace Smith')).toBeNull();
  expect(within(walls).getByText('Daniel Smith and Grace Smith')).toBeTruthy();
});

test('what somebody knows by what they are cannot be taken back; the rest is said here', async () => {
  const sent = await open({
    [`PUT ${at}/circle/grace/may-know`]: () => new Response(null, { status: 204 }),
  });
  const graces = screen.getByRole('group', { name: /Grace Smith/ });
  const [home, , school] = within(graces).getAllByRole<HTMLInputElement>('checkbox');
  expect([school?.checked, school?.disabled]).toEqual([true, true]);
  if (home) fireEvent.click(home);
  expect(await screen.findByText('They may know it now.')).toBeTruthy();
  expect(writes(sent)).toEqual([[`PUT ${at}/circle/grace/may-know`, { what: 'home' }]]);
});

test('a manager raises and answers, and changes nothing else', async () => {
  await open({
    [`GET ${at}/circle`]: aCircle({
      may_change: false,
      walls: [
        {
          one_id: 'mary',
          other_id: 'grace',
          stands: true,
          lowered_at: null,
          waiting: aProposal({ may_answer: true, may_withdraw: false }),
        },
      ],
    }),
  });
  expect(screen.getByRole('button', { name: 'Agree: lower the wall' })).toBeTruthy();
  expect(screen.queryByText('Add somebody')).toBeNull();
  expect(screen.queryByText('Protected')).toBeNull();
  expect(screen.queryByRole('button', { name: /^End/ })).toBeNull();
});

test('where the child lives is shown only when it is asked for', async () => {
  const facts = {
    address: '1 Elm Road',
    home_postcode: 'CF1',
    placement_postcode: null,
    school: null,
    carer_phone: null,
  };
  const sent = await open({ [`GET ${at}/protected-facts`]: facts });
  expect(sent.some(one => one.path.endsWith('protected-facts'))).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Show' }));
  expect((await screen.findByLabelText<HTMLInputElement>('Address')).value).toBe('1 Elm Road');
});

test('what waits for a manager stands over their list, and an answer takes it away', async () => {
  let waiting = [
    {
      proposal: aProposal({ may_answer: true, may_withdraw: false }),
      child_id: AMARA,
      child_name: 'Amara Jones',
      one_name: 'Mary Smith',
      other_name: 'Grace Smith',
    },
  ];
  serve({
    'GET /api/wall-proposals': () => ({ waiting }),
    'POST /api/wall-proposals/p1/answer': () => {
      waiting = [];
      return new Response(null, { status: 204 });
    },
  });
  render(<WaitingWalls />);
  expect(await screen.findByText('A wall between Mary Smith and Grace Smith')).toBeTruthy();
  expect(screen.getByText('They agreed it on Monday.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Agree: lower the wall' }));
  expect(await screen.findByText('Agreed. The wall is down.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('They agreed it on Monday.')).toBeNull());
});

test('an answer that came too late says so', async () => {
  serve({
    [`GET ${at}/circle`]: aCircle(),
    [`PUT ${at}/walls/daniel/grace`]: () => json({ code: 'proposal_decided', status: 409 }, 409),
  });
  render(<Circle me={officer} params={{ childId: AMARA }} />);
  fireEvent.click(await screen.findByRole('button', { name: /^Raise the wall now/ }));
  expect(await screen.findByText(/decided meanwhile/)).toBeTruthy();
});
