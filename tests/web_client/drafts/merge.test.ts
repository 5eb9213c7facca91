/** Two devices, one draft: whatever was written is still there. */
import type { AnswerFacts, DraftContent } from '@client/api';
import { isEmpty, same } from '@client/drafts/content';
import { merge } from '@client/drafts/merge';
import { describe, expect, test } from 'vitest';
import { content, said } from './situations';

describe('one question', () => {
  const base = content({ home: said('fine') });

  test('a change on the other device is taken', () => {
    const theirs = content({ home: said('better') });
    expect(merge(base, base, theirs).answers.home?.words).toBe('better');
  });

  test('a change here is kept', () => {
    const mine = content({ home: said('worse') });
    expect(merge(base, mine, base).answers.home?.words).toBe('worse');
  });

  test('when both changed, mine stays and theirs stands beside it', () => {
    const merged = merge(base, content({ home: said('mine') }), content({ home: said('theirs') }));
    expect(merged.answers.home?.words).toBe('mine');
    expect(merged.other_words?.home?.map(one => one.words)).toEqual(['theirs']);
  });

  test('the same change on both is one change', () => {
    const both = content({ home: said('new') });
    expect(merge(base, both, both)).toEqual(both);
  });

  test('words are not lost to a device that emptied them', () => {
    const merged = merge(base, content({ home: said('') }), content({ home: said('theirs') }));
    expect(merged.answers.home?.words).toBe('theirs');
    expect(merged.other_words).toBeUndefined();
  });

  test('different questions on two devices come together', () => {
    const mine = content({ home: said('fine'), school: said('maths') });
    const theirs = content({ home: said('fine'), fun: said('football') });
    expect(Object.keys(merge(base, mine, theirs).answers).sort()).toEqual([
      'fun',
      'home',
      'school',
    ]);
  });
});

test('a choice made on one device is not asked again', () => {
  const asked = content({ home: said('a') }, { other_words: { home: [said('b')] } });
  const chosen = content({ home: said('b') });
  expect(merge(asked, chosen, asked)).toEqual(chosen);
  expect(merge(asked, asked, chosen).other_words).toBeUndefined();
});

test('a third device adds to what is set aside', () => {
  const base = content({ home: said('a') });
  const mine = content({ home: said('b') }, { other_words: { home: [said('c')] } });
  const merged = merge(base, mine, content({ home: said('d') }));
  expect(merged.other_words?.home?.map(one => one.words).sort()).toEqual(['c', 'd']);
});

test('a shared or deleted draft elsewhere does not take away what is here', () => {
  const mine = content({ home: said('mine') });
  expect(merge(content(), mine, null)).toEqual(mine);
});

describe('in any situation', () => {
  const questions = ['home', 'school', 'fun', 'me'];
  const words = ['', 'a', 'b', 'c'];

  test('nothing that was written since is lost, and merging is settled', () => {
    const random = dice(7);
    for (let turn = 0; turn < 400; turn += 1) {
      const [base, mine, theirs] = [draw(random), draw(random), draw(random)];
      const merged = merge(base, mine, theirs);
      for (const question of questions) {
        for (const side of [mine, theirs]) {
          const answer = side.answers[question];
          if (isEmpty(answer) || same(answer, base.answers[question])) continue;
          const kept = [merged.answers[question], ...(merged.other_words?.[question] ?? [])];
          expect(kept.some(one => same(one, answer))).toBe(true);
        }
      }
      expect(merge(theirs, merged, theirs)).toEqual(merged);
    }
  });

  test('without a clash the order of the devices does not matter', () => {
    const random = dice(11);
    for (let turn = 0; turn < 400; turn += 1) {
      const [base, mine, theirs] = [draw(random), draw(random), draw(random)];
      const one = merge(base, mine, theirs);
      const other = merge(base, theirs, mine);
      if (one.other_words || other.other_words) continue;
      expect(meaning(one)).toEqual(meaning(other));
    }
  });

  function draw(random: () => number): DraftContent {
    const answers: Record<string, AnswerFacts> = {};
    for (const question of questions) {
      const pick = Math.floor(random() * (words.length + 1));
      const text = words[pick];
      if (text !== undefined) answers[question] = said(text);
    }
    return content(answers);
  }

  function meaning(draft: DraftContent) {
    return Object.fromEntries(Object.entries(draft.answers).filter(([, one]) => !isEmpty(one)));
  }

  function dice(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state * 1664525 + 1013904223) % 4294967296;
      return state / 4294967296;
    };
  }
});
