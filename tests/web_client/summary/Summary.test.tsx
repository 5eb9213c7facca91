/** The summary puts the child first, marks what is not to be raised, and leads every line to its source. */
import { Summary } from '@client/summary';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aSummary, PROPOSED, said } from '../desk/situations';
import { aMessage, ME } from '../inbox/situations';
import { AMARA, aPerson, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer', { name: 'Priya Shah' });

async function open(summary = aSummary(), more: Record<string, unknown> = {}) {
  const sent = serve({ [`GET /api/reviews/${REVIEW}/summary`]: summary, ...more });
  render(<Summary me={officer} params={{ reviewId: REVIEW }} />);
  await screen.findByRole('heading', { level: 1, name: 'Amara Jones' });
  return sent;
}
const region = (name: string) => screen.getByRole('region', { name });

test('the child’s own words come first, whole, dated and with who hears them', async () => {
  await open();
  const headings = screen.getAllByRole('heading', { level: 2 }).map(one => one.textContent);
  expect(headings[0]).toBe('In Amara’s own words');
  const own = region('In Amara’s own words');
  expect(within(own).getByText('A lock on my drawer').tagName).toBe('BLOCKQUOTE');
  expect(within(own).getAllByText('17 Nov').length).toBeGreaterThan(0);
  expect(within(own).getByText('Only you')).toBeTruthy();
  expect(screen.getByText(/2 of 3 have answered/)).toBeTruthy();
  await expectNoBarriers();
});

test('only a child whose words stand is told that they were read', async () => {
  await open();
  expect(screen.getByText('Amara can see that you have read this.')).toBeTruthy();
});

test.each([{ withdrawn_at: '2026-11-18T10:00:00Z' }, { replaced_by: 'another' }])(
  'a child is not said to see a reading of what no longer stands (%o)',
  async change => {
    const summary = aSummary();
    const contributions = Object.fromEntries(
      Object.entries(summary.contributions).map(([id, one]) => [
        id,
        one.person.person_id === summary.child.id ? { ...one, ...change } : one,
      ]),
    );
    await open({ ...summary, own_words: [], contributions });
    expect(screen.queryByText(/can see that you have read this/)).toBeNull();
  },
);

test('a line says who hears it and when only where the line before does not', async () => {
  const one = said({ ask: 'What is good?', words: 'The garden and the cat.' });
  const two = said({ ask: 'What is not?', words: 'The bus, it is never on time.' });
  await open(
    aSummary({
      own_words: [{ topic: 'home', title: 'Where I live', lines: [one, two] }],
      not_openly: [],
    }),
  );
  const own = region('In Amara’s own words');
  const shown = (text: string) =>
    within(own)
      .getAllByText(text)
      .filter(each => !each.closest('.visually-hidden'));
  expect(shown('Everyone')).toHaveLength(1);
  expect(shown('17 Nov')).toHaveLength(1);
  expect(within(own).getAllByRole('button', { name: /See it whole/ })).toHaveLength(2);
});

test('beside the others the child’s side is a face and a way to it, without their words', async () => {
  await open();
  const beside = region('What others say');
  expect(within(beside).queryByText('A lock on my drawer')).toBeNull();
  fireEvent.click(within(beside).getByRole('button', { name: /Amara.*Not good/ }));
  expect(await screen.findByText('What Amara shared')).toBeTruthy();
});

test('what nobody has spoken of is named', async () => {
  await open();
  screen.getByText('Nobody has said anything on: Feeling well and My plan');
  cleanup();
  await open(aSummary({ not_spoken_of: [] }));
  expect(screen.queryByText(/Nobody has said anything on/)).toBeNull();
});

test('what must not be raised openly stands apart', async () => {
  await open();
  expect(
    within(region('Not to be raised openly')).getByText('Dad’s friend messages me.'),
  ).toBeTruthy();
});

test('a line leads to the whole contribution it comes from', async () => {
  await open();
  fireEvent.click(within(region('Wishes')).getByRole('button', { name: /17 Nov/ }));
  const sheet = await screen.findByText('What Amara shared');
  const dialog = sheet.closest('dialog') as HTMLElement;
  expect(within(dialog).getByText('With help from Margaret, a carer.')).toBeTruthy();
  expect(within(dialog).getByText('A lock on my drawer').closest('[data-marked]')).not.toBeNull();
  expect(within(dialog).getByText('Dad’s friend messages me.').closest('[data-marked]')).toBeNull();
});

test('a helper’s words never pass for the child’s', async () => {
  const line = said({ helper_words: 'She told me in the car.' });
  await open(aSummary({ own_words: [{ topic: 'home', title: 'Where I live', lines: [line] }] }));
  const own = region('In Amara’s own words');
  expect(within(own).getByText('Margaret, a carer, helped. Their words:')).toBeTruthy();
  expect(own.querySelector('.said__words')).toBeNull();
});

test('then and now stand side by side', async () => {
  await open();
  const faces = region('Since last time');
  expect(
    within(faces)
      .getAllByRole('button')
      .map(one => one.textContent),
  ).toEqual(['Good12 May', 'Not good17 Nov']);
  expect(within(faces).getByText('Worse than last time.')).toBeTruthy();
});

test('who is missing comes first, with what was tried', async () => {
  await open();
  const asked = region('Who was asked');
  expect(asked.textContent).toMatch(
    /Daniel Jones.*Not reached.*Number not in use.*Answered: Amara Jones \(17 Nov\)/,
  );
});

test('a child who shared nothing, and one who took it back, are told apart', async () => {
  const silent = aSummary({ own_words: [], contributions: {} });
  await open(silent);
  expect(screen.getByText('Amara has not shared anything yet.')).toBeTruthy();
});

test('the proposed code is confirmed as it is', async () => {
  const confirmed = {
    code: 'PN6',
    proposed: 'PN6',
    reason: null,
    by: { person_id: 'p', name: 'Priya Shah' },
    at: '2026-11-21T10:00:00Z',
    before_meeting: true,
  };
  const sent = await open(aSummary(), {
    [`PUT /api/reviews/${REVIEW}/participation-code`]: { ...PROPOSED, confirmed },
  });
  const code = region('How the child takes part');
  expect(within(code).getByText('Shared their views on 17 Nov.')).toBeTruthy();
  fireEvent.click(within(code).getByRole('button', { name: 'Confirm or change' }));
  fireEvent.click(within(code).getByRole('button', { name: 'Confirm PN6' }));
  expect(await within(code).findByText('Confirmed by Priya Shah, 21 Nov')).toBeTruthy();
  expect(sent.find(one => one.method === 'PUT')?.body).toEqual({ code: 'PN6', reason: null });
});

test('another code needs a reason', async () => {
  const sent = await open(aSummary(), {
    [`PUT /api/reviews/${REVIEW}/participation-code`]: PROPOSED,
  });
  const code = region('How the child takes part');
  fireEvent.click(within(code).getByRole('button', { name: 'Confirm or change' }));
  fireEvent.click(within(code).getByRole('radio', { name: /PN1/ }));
  fireEvent.click(within(code).getByRole('button', { name: 'Confirm PN1' }));
  expect(within(code).getByText('Please say why.')).toBeTruthy();
  expect(sent.filter(one => one.method === 'PUT')).toHaveLength(0);
  fireEvent.input(within(code).getByRole('textbox', { name: 'Why not PN6?' }), {
    target: { value: 'Came and spoke.' },
  });
  fireEvent.click(within(code).getByRole('button', { name: 'Confirm PN1' }));
  await waitFor(() =>
    expect(sent.find(one => one.method === 'PUT')?.body).toEqual({
      code: 'PN1',
      reason: 'Came and spoke.',
    }),
  );
  await expectNoBarriers();
});

test('what happened between the reviews is fetched only when it is opened', async () => {
  const path = `/api/children/${AMARA}/between-reviews`;
  const at = '2026-11-01T09:00:00Z';
  const sent = await open(aSummary(), {
    [`GET ${path}`]: {
      since: '2026-06-01',
      messages: [
        aMessage({ words: 'I saw my brother.' }),
        aMessage({ id: 'm2', words: 'Good!', author: ME }),
      ],
      notes: [{ id: 'n', author: ME, words: 'Rang school.', written_at: at }],
      requests: [
        {
          id: 'r',
          kind: 'sooner',
          words: null,
          asked_at: at,
          answer: 'no',
          answered_by: ME,
          answered_at: at,
          reason: 'We meet next week.',
        },
      ],
      visits: [],
      unsafe: [
        {
          id: 'u',
          words: 'He is here.',
          said_at: at,
          acknowledged: { by: ME, at },
          closed_at: at,
          what_was_done: 'Rang 999.',
        },
      ],
      reply_times: { answered: 4, median_working_days: 1.5, waiting: 1 },
    },
  });
  expect(sent.some(one => one.path === path)).toBe(false);
  const part = screen.getByText('Between reviews').closest('details') as HTMLDetailsElement;
  expect(part.children).toHaveLength(1);
  part.open = true;
  fireEvent(part, new Event('toggle'));
  expect(await screen.findByText('I saw my brother.')).toBeTruthy();
  expect(
    screen.getByText('4 messages answered, half of them within 1.5 working days · 1 waits'),
  ).toBeTruthy();
  expect(screen.getByText('No, said Priya Shah, Sunday 1 November, 09:00')).toBeTruthy();
  expect(screen.getByText('Amara Jones, Wednesday 18 November, 09:00')).toBeTruthy();
  expect(screen.getByText('Priya Shah, Wednesday 18 November, 09:00')).toBeTruthy();
  expect(screen.getByText('We meet next week.')).toBeTruthy();
  expect(screen.getByText('Rang 999.')).toBeTruthy();
  await expectNoBarriers();
});

test('what the child brought out of a message stands with the wishes, and leads to it', async () => {
  const brought = {
    wish_id: 'w',
    message_id: 'm',
    asks: 'wish' as const,
    words: 'A trip with my brother.',
    language: 'en',
    written_at: '2026-11-01T09:00:00Z',
  };
  await open(aSummary({ wishes: [], brought: [brought] }));
  const wishes = region('Wishes');
  expect(within(wishes).getByText('A trip with my brother.').tagName).toBe('BLOCKQUOTE');
  expect(within(wishes).queryByText('Nothing is marked as a wish.')).toBeNull();
  const link = within(wishes).getByRole('link', { name: 'Written on Sunday 1 November' });
  expect(link.getAttribute('href')).toBe(`/children/${AMARA}/talk/${AMARA}`);
});
