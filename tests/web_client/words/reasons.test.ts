import { lengthInWords } from '@client/words/lengths';
import { reasonInWords } from '@client/words/reasons';
import { describe, expect, it } from 'vitest';

const FIRST = {
  code: 'first_working_days',
  counted_from: '2025-12-15',
  amount: 20,
  unit: 'working_days',
  skipped: ['christmas', 'christmas', 'new_year'],
  stricter: false,
};

describe('the reason of a due date', () => {
  it('says from when, and which days do not count', () => {
    expect(reasonInWords(FIRST)).toBe(
      'Within 20 working days of 15 December 2025, when care began. Christmas and New Year do not count.',
    );
  });

  it('says one bank holiday in the singular', () => {
    expect(reasonInWords({ ...FIRST, skipped: ['good_friday'] })).toContain(
      'Good Friday does not count.',
    );
  });

  it('says when the council asks more of itself than the law', () => {
    const ours = {
      ...FIRST,
      code: 'later_months',
      amount: 4,
      unit: 'months',
      skipped: [],
      stricter: true,
    };
    expect(reasonInWords(ours)).toBe(
      'Within 4 months of the last review, on 15 December 2025. This is the council’s own rule. The law allows longer.',
    );
  });

  it.each([
    ['second_months', 'first review'],
    ['young_child_months', 'young'],
    ['adoption_authority', 'authorised'],
    ['adoption_placed_first', 'placed for adoption'],
    ['adoption_placed_second', 'adoption placement'],
    ['adoption_placed_later', 'last review'],
    ['adoption_placement_ended', 'ended'],
    ['short_breaks_first', 'short breaks'],
    ['short_breaks_later', 'last review'],
    ['pathway_months', 'pathway plan'],
  ])('%s has words of its own', (code, words) => {
    expect(reasonInWords({ ...FIRST, code, skipped: [] })).toContain(words);
  });

  it('still gives the date for a code it does not know', () => {
    expect(reasonInWords({ ...FIRST, code: 'new_law', skipped: [] })).toBe(
      'Within 20 working days of 15 December 2025.',
    );
  });

  it('counts in the unit of the law', () => {
    expect(lengthInWords({ amount: 1, unit: 'months' })).toBe('1 month');
    expect(lengthInWords({ amount: 4, unit: 'weeks' })).toBe('4 weeks');
    expect(lengthInWords({ amount: 42, unit: 'days' })).toBe('42 days');
  });
});
