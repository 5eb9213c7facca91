/** A child plans their meeting in a few short steps, in any order, by buttons alone. */
import { device } from '@client/drafts/device';
import { MyMeeting } from '@client/my_meeting';
import { keeper } from '@client/my_meeting/keeper';
import { session } from '@client/ui';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, REVIEW, serve } from '../world';
import { aPlan, COURT, DAD, facts, JOAN, keeping, OFFICER, PATH, stale } from './situations';

const me = aPerson('child');

beforeEach(async () => {
  session.value = { ...session.value, me: null };
  session.value = { ...session.value, me };
  await device.unlock(me.id, async () => btoa('k'.repeat(32)));
  await device.remove('drafts', `meeting_plan/${REVIEW}`);
  await device.remove('kept', `meeting_plan/${REVIEW}`);
});

async function open(rest: string, first = facts()) {
  const server = keeping(first);
  render(<MyMeeting me={me} params={{ rest }} />);
  await waitFor(() => expect(screen.queryByRole('heading', { level: 1 })).toBeTruthy());
  await waitFor(() => expect(keeper.open(REVIEW).value.state).toBe('saved'));
  return server;
}
const sheetOf = async (name: string) => {
  const title = await screen.findByRole('heading', { level: 2, name, hidden: true });
  return title.closest('dialog') as HTMLElement;
};
const saved = async () => {
  await keeper.send(REVIEW);
  return keeper.open(REVIEW).value.plan;
};

test('one page leads to every step, and the law’s line stands there', async () => {
  await open('');
  for (const name of ['Who comes', 'Who sits where', 'Where and when', 'What we talk about']) {
    expect(screen.getByRole('link', { name: new RegExp(name) })).toBeTruthy();
  }
  expect(screen.getByText(/The law says Priya must see/)).toBeTruthy();
  await expectNoBarriers();
});

test('how much I lead has six levels, each a picture and a sentence', async () => {
  const { there } = await open('level');
  expect(screen.getAllByRole('radio')).toHaveLength(6);
  fireEvent.click(screen.getByRole('radio', { name: /^I lead\s?I lead it all/ }));
  await saved();
  expect(there.now.plan?.level).toBe(5);
  await expectNoBarriers();
});

test('a no to somebody, and why, goes to my IRO alone', async () => {
  const { there } = await open('who');
  fireEvent.click(screen.getByRole('button', { name: 'Choose: Dan' }));
  const sheet = await sheetOf('Dan');
  fireEvent.click(within(sheet).getByRole('radio', { name: 'Please no', hidden: true }));
  fireEvent.input(within(sheet).getByLabelText('Do you want to say why?'), {
    target: { value: 'He shouts' },
  });
  expect(within(sheet).getByText('Only Priya reads this. Dan never does.')).toBeTruthy();
  await saved();
  expect(there.now.plan?.people).toEqual([
    { person_id: DAD.id, wanted: 'no', items: null, reason: 'He shouts' },
  ]);
  await expectNoBarriers();
});

test('somebody for a part is there for what I choose from the list', async () => {
  const { there } = await open('who');
  fireEvent.click(screen.getByRole('button', { name: 'Choose: Joan' }));
  const sheet = await sheetOf('Joan');
  fireEvent.click(within(sheet).getByRole('radio', { name: 'For a part', hidden: true }));
  fireEvent.click(within(sheet).getByRole('checkbox', { name: 'I want a dog', hidden: true }));
  await saved();
  const { people, agenda } = there.now.plan ?? aPlan();
  expect(people[0]?.items).toHaveLength(1);
  expect(agenda.map(item => item.id)).toContain(people[0]?.items?.[0]);
});

test('I can ask for someone new and take it out again', async () => {
  const { there } = await open('who');
  fireEvent.click(screen.getByRole('button', { name: 'Ask for someone new' }));
  fireEvent.input(screen.getByLabelText('Who?'), { target: { value: 'My friend Zoe' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  await saved();
  expect(there.now.plan?.ask_for[0]?.who).toBe('My friend Zoe');
  fireEvent.click(screen.getByRole('button', { name: 'Take out: My friend Zoe' }));
  await saved();
  expect(there.now.plan?.ask_for).toEqual([]);
});

test('people are moved by buttons, and the button keeps the focus', async () => {
  const { there } = await open('seats');
  const move = screen.getByRole('button', { name: 'Move Joan right' });
  fireEvent.click(move);
  await waitFor(() => expect(document.activeElement).toBe(move));
  expect(screen.getByText('Joan sits between Dan and Sam.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'By me: Joan' }));
  await saved();
  expect(there.now.plan?.beside_me).toEqual([JOAN.id]);
  expect(there.now.plan?.seats[0]).toBe(JOAN.id);
  await expectNoBarriers();
});

test('where, when and how long; pressing again takes it back', async () => {
  const { there } = await open('where');
  fireEvent.click(screen.getByRole('radio', { name: 'Outside' }));
  fireEvent.click(screen.getByRole('checkbox', { name: 'After school' }));
  fireEvent.click(screen.getByRole('radio', { name: '30 minutes' }));
  fireEvent.click(screen.getByRole('button', { name: 'A bit longer' }));
  fireEvent.click(screen.getByRole('radio', { name: 'One break' }));
  fireEvent.click(screen.getByRole('radio', { name: 'One break' }));
  await saved();
  expect(there.now.plan).toMatchObject({
    place: { where: 'outside' },
    when: { times: ['after_school'] },
    minutes: 35,
    breaks: null,
  });
  await expectNoBarriers();
});

test('my list is put in order by buttons; I add to it and say how', async () => {
  const { there } = await open('what');
  fireEvent.click(screen.getByRole('button', { name: 'Move down: I want a dog' }));
  fireEvent.input(screen.getByLabelText('Add something of your own'), {
    target: { value: 'My phone' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Put it on the list' }));
  const own = screen.getByRole('heading', { name: 'My phone' }).closest('article') as HTMLElement;
  fireEvent.click(within(own).getByRole('checkbox', { name: /Talk about this without me/ }));
  fireEvent.click(within(own).getByRole('checkbox', { name: 'Dan' }));
  await saved();
  const agenda = there.now.plan?.agenda ?? [];
  expect(agenda.map(item => item.of ?? item.words)).toEqual([
    'home',
    expect.stringContaining('e1'),
    'school',
    'My phone',
  ]);
  expect(agenda[3]).toMatchObject({ without_me: true, not_while: [DAD.id] });
  await expectNoBarriers();
});

test('what my IRO added is new until I have seen it', async () => {
  const added = { id: COURT, words: 'The court letter', by: OFFICER, added_at: '', is_new: true };
  const { sent } = await open('', facts({ added: [added] }));
  expect(screen.getByText('New on your list')).toBeTruthy();
  expect(screen.getByText('The court letter')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'OK, I have seen it' }));
  await waitFor(() =>
    expect(sent.some(one => one.path === `${PATH}/added/${COURT}/seen`)).toBe(true),
  );
});

test('ground rules are chosen, added and changed', async () => {
  const { there } = await open('rules');
  fireEvent.click(screen.getByRole('checkbox', { name: 'No surprises.' }));
  fireEvent.input(screen.getByLabelText('Add a rule of your own'), {
    target: { value: 'The dog may come' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Add this rule' }));
  await saved();
  expect(there.now.plan?.ground_rules).toEqual([
    { key: 'no_surprises' },
    { words: 'The dog may come' },
  ]);
  await expectNoBarriers();
});

test('a line of my script is changed, and the first words come back', async () => {
  const { there } = await open('script');
  fireEvent.click(screen.getByRole('button', { name: 'Change it: Hello' }));
  fireEvent.input(screen.getByLabelText('What I say'), { target: { value: 'Alright?' } });
  await saved();
  expect(there.now.plan?.script).toEqual({ welcome: 'Alright?' });
  fireEvent.click(screen.getByRole('button', { name: /Use the first words again: Hello/ }));
  await saved();
  expect(there.now.plan?.script).toEqual({});
  await expectNoBarriers();
});

test('practising walks through the whole meeting alone and sends nothing', async () => {
  const { sent } = await open('practise', facts({ revision: 1, plan: aPlan({ level: 5 }) }));
  const before = sent.length;
  expect(screen.getByRole('heading', { name: 'Hello' })).toBeTruthy();
  for (let turn = 0; turn < 4; turn += 1)
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  fireEvent.click(screen.getByRole('button', { name: 'Finish' }));
  expect(await screen.findByRole('heading', { name: 'You did it' })).toBeTruthy();
  expect(sent.length).toBe(before);
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('heading', { name: 'The end' })).toBeTruthy();
  await expectNoBarriers();
});

test('what my IRO says stands there with the reason', async () => {
  await open(
    'answers',
    facts({
      revision: 1,
      plan: aPlan({ level: 5 }),
      answers: [
        {
          request: `person:${DAD.id}`,
          answer: 'partly',
          reason: 'He comes at the end.',
          by: OFFICER,
          at: '2026-04-02T10:00:00Z',
          asked_anew: true,
        },
      ],
    }),
  );
  expect(screen.getByRole('heading', { name: 'About Dan' })).toBeTruthy();
  expect(screen.getByText('A part of it')).toBeTruthy();
  expect(screen.getByText('He comes at the end.')).toBeTruthy();
  expect(screen.getByText('You changed this since. Priya will look again.')).toBeTruthy();
  await expectNoBarriers();
});

test('after two devices both choices stand there, and I keep one', async () => {
  await open('');
  const answers = [stale(aPlan({ level: 1 }), 3)];
  const sent = serve({
    [`PUT ${PATH}`]: ({ body }: { body: unknown }) =>
      answers.shift() ?? { ...facts(), ...(body as object), revision: 4 },
  });
  await keeper.write(REVIEW, plan => ({ ...plan, level: 5 }));
  await keeper.send(REVIEW);
  expect(await screen.findByText('You planned on two devices')).toBeTruthy();
  expect(screen.getByText('I am there for a part')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Keep this one: On this device' }));
  await saved();
  const puts = sent.filter(one => one.method === 'PUT');
  expect(puts.at(-1)?.body).toMatchObject({ plan: { level: 5 } });
});
