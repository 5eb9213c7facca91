/** Two officers write one record: what only one changed is taken, and a clash keeps both. */
import { bothWords, mergedRecord, withChoice } from '@client/record/merging';
import { expect, test } from 'vitest';
import { aContent, CHILD } from './situations';

const came = {
  person_id: CHILD.person_id,
  who_words: null,
  part_id: null,
  came: 'whole' as const,
  how: null,
  why_words: null,
};

test('what each wrote alone stands in both', () => {
  const base = aContent({ written: { topics: 'School.', next: 'May.' }, rights: ['court'] });
  const mine = { ...base, written: { topics: 'School and home.' }, attendance: [came] };
  const theirs = aContent({
    written: { topics: 'School.', next: 'May.' },
    covered: { home: { state: 'talked_about', words: null } },
  });
  const { content, clashes } = mergedRecord(base, mine, theirs);
  expect(clashes).toEqual([]);
  expect(content).toEqual(
    aContent({
      written: { topics: 'School and home.' },
      attendance: [came],
      covered: theirs.covered,
    }),
  );
});

test('where both wrote, theirs stands, mine is kept beside it, and both can be', () => {
  const base = aContent({ written: { topics: 'School.' } });
  const { content, clashes } = mergedRecord(
    base,
    aContent({ written: { topics: 'Mine.' } }),
    aContent({ written: { topics: 'Theirs.' } }),
  );
  expect(content.written.topics).toBe('Theirs.');
  const [clash] = clashes;
  expect(clash).toEqual({ field: 'written.topics', mine: 'Mine.', theirs: 'Theirs.' });
  const both = clash ? bothWords(clash) : null;
  expect(withChoice(content, 'written.topics', both).written.topics).toBe('Theirs.\n\nMine.');
  expect(withChoice(content, 'written.topics', undefined).written).toEqual({});
});
