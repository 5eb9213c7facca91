import { inOneSentence, nextDay, plannedParts } from '@client/child_home/when';
import { describe, expect, it } from 'vitest';
import { aReview } from '../world';

const PART = aReview().parts[0];
if (!PART) throw new Error('a review has a part');
const at = (id: string, starts_at: string | null) => ({ ...PART, id, starts_at });

describe('when my review is', () => {
  it.each([
    ['2026-04-02', 'Your review is in 12 days.'],
    ['2026-04-13', 'Your review is tomorrow.'],
    ['2026-04-14', 'Your review is today.'],
    ['2026-04-15', 'The day of your review has passed.'],
  ])('on %s', (today, sentence) => {
    expect(inOneSentence(aReview(), today)).toBe(sentence);
  });

  it('is not made up when nobody has planned it', () => {
    expect(inOneSentence(aReview({ parts: [] }), '2026-04-02')).not.toContain('review is');
  });

  it('is the next part of a series, the earliest first', () => {
    const review = aReview({
      parts: [
        at('late', '2026-04-20T09:00:00Z'),
        at('open', null),
        at('early', '2026-04-10T09:00:00Z'),
      ],
    });
    expect(plannedParts(review).map(part => part.id)).toEqual(['early', 'late']);
    expect(nextDay(review, '2026-04-12')).toBe('2026-04-20');
  });

  it('counts the day in UK time', () => {
    const late = aReview({ parts: [at('late', '2026-06-14T23:30:00Z')] });
    expect(nextDay(late, '2026-06-01')).toBe('2026-06-15');
  });
});
