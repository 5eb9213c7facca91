/** The record: what is known beside what the IRO writes, saved by itself, signed, and then only added to. */
import { ReviewRecord } from '@client/record';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { expectNoBarriers } from '../axe';
import { aPerson, json, REVIEW, serve } from '../world';
import { aContent, aLine, aRecord, CHILD, ZOFIA } from './situations';

const PATH = `/api/reviews/${REVIEW}/record`;
const SAVED = { revision: 2, saved: ZOFIA, missing: ['attendance.child'] };

afterEach(() => vi.useRealTimers());

async function open(record: unknown, more: Record<string, unknown> = {}) {
  const sent = serve({ [`GET ${PATH}`]: record, ...more });
  render(<ReviewRecord me={aPerson('reviewing_officer')} params={{ reviewId: REVIEW }} />);
  await screen.findByRole('heading', { name: 'The review' });
  return sent;
}

function under(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

test('what is known stands under its heading, in the words in which it was said', async () => {
  await open(
    aRecord(
      {},
      { topics: 'We talked about school.' },
      {
        participation: [
          aLine({ id: 'code:proposed', source: 'code', fact: 'code_proposed', value: 'PN6' }),
          aLine({ words: 'Maths is too fast' }),
        ],
      },
    ),
  );
  const took = under('How the child took part');
  expect(within(took).getByText('Maths is too fast')).toBeTruthy();
  expect(within(took).getByText(/PN6 is proposed, not confirmed/)).toBeTruthy();
  expect(within(took).getByRole('link', { name: 'What people say' }).getAttribute('href')).toBe(
    `/reviews/${REVIEW}/summary`,
  );
  expect(within(under('What we talked about')).getByText(/1 answer about it/)).toBeTruthy();
  await expectNoBarriers();
});

test('what happened in the meeting stands under its heading, with the child’s reply', async () => {
  const noted = { source: 'meeting', source_id: 'p1', said_by: null, ask: null, matter: null };
  const back = { id: 'read_back:1', fact: 'read_back', words: 'Tom finds a team.', value: null };
  const reply = {
    id: 'read_back:1:reply',
    fact: 'replied',
    value: 'not_quite',
    words: 'He tries.',
  };
  await open(
    aRecord(
      {},
      {},
      {
        attendance: [aLine({ ...noted, id: 'came:1', fact: 'came', who_words: 'Uncle Bob' })],
        participation: [
          aLine({ ...noted, id: 'led:1', fact: 'led', about: CHILD, matter: 'school' }),
          aLine({ ...noted, id: 'led:2', fact: 'led', value: 'officer', topic: 'welcome' }),
          aLine({ ...noted, id: 'level:1', fact: 'level_changed', value: '5' }),
        ],
        topics: [aLine({ ...noted, id: 'covered:1', fact: 'covered', matter: 'school' })],
        decisions: [aLine({ ...noted, ...back }), aLine({ ...noted, ...reply, said_by: CHILD })],
      },
    ),
  );
  expect(screen.getByText(/Uncle Bob came to the meeting/)).toBeTruthy();
  const took = within(under('How the child took part'));
  expect(took.getByText('Led by Amara Jones: School and progress')).toBeTruthy();
  expect(took.getByText('Led by the IRO: Hello')).toBeTruthy();
  expect(took.queryByRole('link', { name: 'The child’s own plan' })).toBeNull();
  expect(screen.getByText('Talked about in the meeting: School and progress')).toBeTruthy();
  const decided = within(under('Decisions'));
  expect(decided.getByText('Read back to the child:')).toBeTruthy();
  expect(decided.getByText('The child says: Not quite')).toBeTruthy();
  expect(decided.getByText('He tries.')).toBeTruthy();
});

test('what is written saves by itself, and says so', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const sent = await open(aRecord(), { [`PUT ${PATH}`]: SAVED });
  fireEvent.input(within(under('Decisions')).getByLabelText('What you write'), {
    target: { value: 'A club.' },
  });
  fireEvent.change(screen.getByLabelText('Amara Jones: came'), { target: { value: 'whole' } });
  expect(screen.getByText('You are writing. It saves by itself.')).toBeTruthy();
  expect(sent.filter(one => one.method === 'PUT')).toEqual([]);
  await vi.advanceTimersByTimeAsync(3_100);
  await screen.findByText(/^Saved at .* by Zofia Nowak\.$/);
  const [put] = sent.filter(one => one.method === 'PUT');
  expect(put?.body).toMatchObject({
    content: { written: { decisions: 'A club.' }, attendance: [{ came: 'whole' }] },
  });
});

test('when somebody else was quicker, both stand side by side and neither is lost', async () => {
  let tries = 0;
  const sent = await open(aRecord({}, { topics: 'School.' }), {
    [`PUT ${PATH}`]: () => {
      tries += 1;
      if (tries > 1) return json({ ...SAVED, revision: 3 });
      const content = aContent({ written: { topics: 'School, by Zofia.' } });
      const current = { revision: 2, content, by: 'Zofia Nowak', at: ZOFIA.at };
      return json({ code: 'stale', status: 412, current }, 412);
    },
  });
  const topics = within(under('What we talked about'));
  fireEvent.input(topics.getByLabelText('What you write'), { target: { value: 'School, by me.' } });
  fireEvent.click(await screen.findByRole('button', { name: 'Save now' }));
  const clash = await screen.findByRole('group', { name: 'What we talked about' });
  expect(within(clash).getByText('School, by me.')).toBeTruthy();
  expect(within(clash).getByText('School, by Zofia.')).toBeTruthy();
  await expectNoBarriers();
  fireEvent.click(within(clash).getByRole('button', { name: 'Keep both' }));
  await waitFor(() => expect(sent.filter(one => one.method === 'PUT')).toHaveLength(2));
  expect(sent.filter(one => one.method === 'PUT')[1]?.body).toMatchObject({
    content: { written: { topics: 'School, by Zofia.\n\nSchool, by me.' } },
  });
});

test('what is missing is named, with the way to it, and stops a signature', async () => {
  await open(aRecord());
  const sign = within(under('Sign'));
  expect(sign.getByText('2 things are missing before you can sign:')).toBeTruthy();
  const link = sign.getByRole('link', { name: 'Say what became of: School and progress' });
  expect(link.getAttribute('href')).toBe('#topics');
  expect(sign.getByRole('button').getAttribute('aria-disabled')).toBe('true');
});

test('a whole record is signed, and then there is only room to add', async () => {
  const ready = aRecord({ missing: [] }, { next: 'In May.' });
  const sent = await open(ready, {
    [`POST ${PATH}/sign`]: { ...ready, signed: ZOFIA },
    [`PUT ${PATH}/addenda`]: {},
  });
  fireEvent.click(screen.getByRole('button', { name: 'Sign the record' }));
  await screen.findByText(/^Signed by Zofia Nowak/);
  expect(screen.queryByLabelText('What you write')).toBeNull();
  expect(within(under('What comes next')).getByText('In May.')).toBeTruthy();
  expect(screen.getByLabelText('Add to the record')).toBeTruthy();
  expect(sent.filter(one => one.method === 'POST')).toHaveLength(1);
  await expectNoBarriers();
});
