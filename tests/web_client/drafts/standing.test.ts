import { lastShared } from '@client/drafts';
import { describe, expect, it } from 'vitest';
import { aReview, askedTo, shared } from '../world';

describe('what stands of what I shared', () => {
  it('is the newest that was neither replaced nor taken back', () => {
    const old = shared({ id: 'old' });
    const replacing = shared({ id: 'new', replaces: 'old', shared_at: '2026-04-02T10:00:00Z' });
    const taken = shared({ id: 'taken', withdrawn_at: '2026-04-03T10:00:00Z' });
    expect(lastShared(aReview(), [old, taken, replacing])?.id).toBe('new');
  });

  it('is of this review only', () => {
    expect(lastShared(aReview(), [shared({ review_id: 'another' })])).toBeNull();
  });

  it('keeps a carer’s own form and their observation apart', () => {
    const own = shared({ id: 'own', form: 'carer' });
    const seen = shared({ id: 'seen', form: 'observation' });
    expect(lastShared(askedTo('carer'), [own, seen])?.id).toBe('own');
    expect(lastShared(askedTo('observation'), [own, seen])?.id).toBe('seen');
  });
});
