/** The officer makes the draft theirs, sees how hard it reads, and gives it once. */
import type { LetterFacts } from '@client/api/letters';
import { levelOf } from '@client/desk/reading_level';
import { Letter } from '@client/letter';
import { fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { expect, test } from 'vitest';
import { expectNoBarriers } from '../axe';
import { AMARA, aPerson, json, REVIEW, serve } from '../world';

const officer = aPerson('reviewing_officer', { id: 'priya', name: 'Priya Shah' });
const BASE = `/api/reviews/${REVIEW}/letter`;
const letter: LetterFacts = {
  child: { id: AMARA, called: 'Amara', name: 'Amara Cole', case_number: '1' },
  review_id: REVIEW,
  stage: 'writing_up',
  revision: 0,
  language: 'en',
  paragraphs: [{ key: 'hello', words: 'Dear Amara,' }],
  drafts: {
    en: [{ key: 'hello', words: 'Dear Amara,' }],
    cy: [{ key: 'hello', words: 'Annwyl Amara,' }],
  },
  has_outcomes: true,
  saved_at: null,
  saved_by: null,
  given_at: null,
  given_by: null,
  remarks: [],
  findings: [],
};

test('what was written is kept before it is given, and then stands as it is', async () => {
  const given = { ...letter, revision: 1, given_at: '2026-04-01T10:00:00Z' };
  const asked = serve({
    [`GET ${BASE}`]: () => json(letter),
    [`PUT ${BASE}`]: () => json({ ...letter, revision: 1, saved_at: '2026-04-01T09:00:00Z' }),
    [`POST ${BASE}/give`]: () => json(given),
  });
  render(<Letter me={officer} params={{ reviewId: REVIEW }} />);
  const box = await screen.findByLabelText('Paragraph 1');
  fireEvent.input(box, { target: { value: 'Dear Amara, you did it.' } });
  await expectNoBarriers();
  fireEvent.click(screen.getByRole('button', { name: 'Give it to Amara' }));
  await screen.findByText(/has this letter since/);
  const sent = asked.filter(one => one.method === 'PUT');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(screen.queryByLabelText('Paragraph 1')).toBeNull();
});

test('it can be begun again in the other language', async () => {
  serve({ [`GET ${BASE}`]: () => json(letter) });
  render(<Letter me={officer} params={{ reviewId: REVIEW }} />);
  fireEvent.click(await screen.findByRole('button', { name: /Start again in (Welsh|Cymraeg)/ }));
  expect(screen.getByLabelText('Paragraph 1')).toHaveProperty('value', 'Annwyl Amara,');
});

test('how hard a text reads is said of its words and of its longest sentence', () => {
  expect(levelOf('Sam rings Gran. You go to the park.')?.grade).toBeLessThanOrEqual(3);
  expect(
    levelOf('Consideration of contact arrangements necessitates consultation.')?.grade,
  ).toBeGreaterThan(10);
  expect(levelOf('')).toBeNull();
  expect(levelOf('one two three four five. six seven.')?.longest).toBe(5);
});
