import { whyThen } from '@client/child_home/due_reason';
import { describe, expect, it } from 'vitest';

const FIRST = {
  code: 'first_working_days',
  counted_from: '2025-12-15',
  amount: 20,
  unit: 'working_days' as const,
  skipped: ['christmas', 'new_year'],
  stricter: false,
};

describe('why my review must be by then', () => {
  it('counts from when I came into care and names what does not count', () => {
    expect(whyThen(FIRST)).toEqual([
      'Your first review must be within 20 working days.',
      'We count from 15 December 2025, when you came into care.',
      'Weekends, Christmas and New Year do not count.',
    ]);
  });

  it.each([
    'adoption_authority',
    'adoption_placed_first',
    'adoption_placed_second',
    'adoption_placed_later',
    'adoption_placement_ended',
  ])('never tells me of adoption: %s', code => {
    const told = whyThen({ ...FIRST, code }).join(' ');
    expect(told).toBe('The law says when. Your IRO can tell you why.');
  });

  it('names the last review', () => {
    const told = whyThen({
      ...FIRST,
      code: 'later_months',
      amount: 6,
      unit: 'months',
      skipped: [],
    });
    expect(told).toEqual([
      'It must be within 6 months of your last review.',
      'That was on 15 December 2025.',
    ]);
  });

  it('says when my council is quicker', () => {
    const told = whyThen({
      ...FIRST,
      code: 'young_child_months',
      amount: 3,
      unit: 'months',
      stricter: true,
    });
    expect(told.at(-1)).toBe('Your council wants it sooner than the law does.');
  });

  it('says nothing when nothing is known', () => {
    expect(whyThen(null)).toEqual([]);
  });

  it.each([
    'first_working_days',
    'second_months',
    'later_months',
    'short_breaks_first',
    'pathway_months',
  ])('keeps each sentence to fifteen words: %s', code => {
    for (const sentence of whyThen({ ...FIRST, code })) {
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(15);
    }
  });

  it.each([
    ['child_asks', 'It is sooner, because you asked.'],
    ['home_changed', 'It is sooner, because home changed.'],
    ['worker_asks', 'It is sooner, because your worker asked.'],
    ['officer_asks', 'It is sooner, because your IRO asked.'],
  ])('says who brought it forward: %s', (trigger, said) => {
    const told = whyThen({
      ...FIRST,
      code: 'brought_forward',
      unit: 'days',
      skipped: [],
      trigger,
    });
    expect(told).toEqual([said]);
  });
});
