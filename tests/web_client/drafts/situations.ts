/** Drafts, servers and devices for the tests of drafts. */
import type { AnswerFacts, Contribution, DraftContent, DraftOnServer } from '@client/api';
import { Problem } from '@client/api';
import { emptyAnswer } from '@client/drafts/content';
import type { Device, Held, Server } from '@client/drafts/draft_state';

export function said(words: string, more: Partial<AnswerFacts> = {}): AnswerFacts {
  return { ...emptyAnswer(), words, ...more };
}

export function content(
  answers: Record<string, AnswerFacts> = {},
  more: Partial<DraftContent> = {},
): DraftContent {
  return {
    form: 'child_12_to_15',
    form_version: 1,
    language: 'en',
    helper: null,
    answers,
    ...more,
  };
}

/** A server in memory that behaves as ours: revisions, stale edits, the same id twice. */
export class FakeServer implements Server {
  drafts = new Map<string, DraftOnServer>();
  shared = new Map<string, unknown>();
  online = true;
  refuse: Problem | null = null;
  calls: string[] = [];
  /** Loses the answer to the next call after doing what it asked. */
  loseNextAnswer = false;
  /** Holds sharing up until it resolves. */
  slow: Promise<void> = Promise.resolve();

  async draft(reviewId: string): Promise<DraftOnServer> {
    this.#arrive('draft');
    return this.drafts.get(reviewId) ?? { content: null, revision: 0 };
  }

  async saveDraft(reviewId: string, sent: DraftContent, revision: number) {
    this.#arrive('save');
    const current = this.drafts.get(reviewId) ?? { content: null, revision: 0 };
    if (current.revision !== revision) throw new Problem({ code: 'stale', status: 412, current });
    this.drafts.set(reviewId, { content: structuredClone(sent), revision: revision + 1 });
    this.#leave();
    return { revision: revision + 1 };
  }

  async share(id: string, contribution: unknown): Promise<Contribution> {
    this.#arrive('share');
    await this.slow;
    const before = this.shared.get(id);
    if (before && JSON.stringify(before) !== JSON.stringify(contribution)) {
      throw new Problem({ code: 'already_shared_differently', status: 409 });
    }
    this.shared.set(id, contribution);
    this.drafts.delete((contribution as { review_id: string }).review_id);
    this.#leave();
    return contribution as Contribution;
  }

  #arrive(call: string): void {
    if (!this.online) throw new Problem({ code: 'offline' });
    this.calls.push(call);
    if (this.refuse) throw this.refuse;
  }

  #leave(): void {
    if (!this.loseNextAnswer) return;
    this.loseNextAnswer = false;
    throw new Problem({ code: 'offline' });
  }
}

/** A device in memory that can be full. */
export class FakeDevice implements Device {
  rows = new Map<string, Held>();
  full = false;

  async put(_shelf: 'drafts', id: string, value: Held): Promise<void> {
    if (this.full) throw new DOMException('full', 'QuotaExceededError');
    this.rows.set(id, structuredClone(value));
  }
  async get(_shelf: 'drafts', id: string): Promise<Held | null> {
    return structuredClone(this.rows.get(id) ?? null);
  }
  async all(): Promise<Held[]> {
    return [...this.rows.values()].map(row => structuredClone(row));
  }
  async remove(_shelf: 'drafts', id: string): Promise<void> {
    this.rows.delete(id);
  }
}
