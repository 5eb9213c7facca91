import { myTurn, theReview } from '@client/child_home/my_turn';
import { describe, expect, it } from 'vitest';
import { aReview, askedTo, shared } from '../world';

describe('the one thing I can do now', () => {
  it.each([
    ['nothing written', null, { state: 'saved', hasWords: false }, 'start'],
    ['words on this device', null, { state: 'on_this_device', hasWords: true }, 'carry_on'],
    ['no signal after Share', null, { state: 'waiting_to_send', hasWords: true }, 'on_its_way'],
    ['it was refused', null, { state: 'needs_attention', hasWords: true }, 'stopped'],
    ['just shared', null, { state: 'shared', hasWords: false }, 'shared'],
    ['shared last week', shared(), { state: 'saved', hasWords: false }, 'shared'],
    ['shared and begun anew', shared(), { state: 'saved', hasWords: true }, 'changing'],
  ] as const)('%s', (_name, said, here, turn) => {
    expect(myTurn(aReview(), said, here)).toBe(turn);
  });

  it('waits while the review is far away', () => {
    expect(myTurn(aReview({ stage: 'planned', can_share: false }), null, null)).toBe('not_yet');
  });

  it('is over once the meeting has begun, and my words stay mine to read', () => {
    const begun = aReview({ stage: 'meeting', can_share: false });
    expect(myTurn(begun, null, null)).toBe('closed');
    expect(myTurn(begun, shared(), null)).toBe('heard');
  });
});

describe('the review that home is about', () => {
  it('is mine, and not over', () => {
    const over = aReview({ id: 'over', stage: 'shared' });
    const next = aReview({ id: 'next' });
    expect(theReview([askedTo('carer'), over, next])?.id).toBe('next');
  });

  it('is none that is not needed any more', () => {
    const ended = aReview({ stage: 'closed', can_share: false, ended_on: '2026-04-02' });
    expect(theReview([ended])).toBeUndefined();
  });

  it('is none when there is none', () => {
    expect(theReview([])).toBeUndefined();
  });
});
