import { isKnownWhoComes, seatsOf, toMe } from '@client/child_home/seats';
import { chairFor } from '@client/ui/chair_for';
import { describe, expect, it } from 'vitest';
import { AMARA, aPerson, aReview, PRIYA, someone } from '../world';

describe('the circle of chairs', () => {
  it('has me first, my IRO once, and everyone by what they are to me', () => {
    const mum = someone('Mum', { job: 'parent', kind: 'mother' });
    const seats = seatsOf(aReview({ circle: [someone('Joan'), mum] }), aPerson('child'));
    expect(seats.map(seat => [seat.name, seat.about])).toEqual([
      ['Amara', undefined],
      ['Joan', 'My carer'],
      ['Mum', 'My mum'],
      ['Priya', 'My IRO'],
    ]);
    expect(seats[0]?.id).toBe(AMARA);
  });

  it('does not seat my IRO twice', () => {
    const circle = [{ ...PRIYA, job: 'reviewing_officer' as const, kind: 'reviewing_officer' }];
    expect(seatsOf(aReview({ circle }), aPerson('child'))).toHaveLength(2);
  });

  it('puts away the chair of somebody who does not come', () => {
    const review = aReview({
      circle: [someone('Joan', { coming: true }), someone('Dad', { coming: false })],
    });
    expect(isKnownWhoComes(review)).toBe(true);
    expect(seatsOf(review, aPerson('child')).find(seat => seat.name === 'Dad')?.away).toBe(true);
  });

  it('keeps the same chair for the same person', () => {
    expect(chairFor(PRIYA.id)).toEqual(chairFor(PRIYA.id));
  });

  it('never says that a carer hopes to adopt', () => {
    expect(toMe({ job: 'carer', kind: 'prospective_adopter' })).toBe('My carer');
  });
});
