/** Carries a person's words from this device to the server, and is the only writer of a draft's state. */
import type { Signal } from '@preact/signals';
import { asProblem, type DraftContent, type DraftOnServer, type Problem } from '../api';
import { blankOf, isBlank, same } from './content';
import {
  beginsFailing,
  DELAYED_MS,
  type Device,
  type Draft,
  type DraftState,
  type Entry,
  type Held,
  isDelayed,
  isTaken,
  isUnsent,
  newEntry,
  type Server,
  stateOf,
  stuck,
  underNewIds,
} from './draft_state';
import { merge, together } from './merge';

const AFTER_TYPING_MS = 900;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
const MERGES_AT_ONCE = 5;

export class Outbox {
  #server: Server;
  #device: Device;
  #entries = new Map<string, Entry>();

  constructor(server: Server, device: Device) {
    this.#server = server;
    this.#device = device;
  }

  /** The draft of a review: at once what is here, soon what the device and the server have. */
  open(reviewId: string, blank: DraftContent): Signal<Draft> {
    const known = this.#entries.get(reviewId);
    const held: Held = { review_id: reviewId, base: null, revision: 0, mine: blank, parcel: null };
    const entry = known ?? this.#enter(held);
    void (known ? this.#fetch(entry) : this.#fetchFirst(entry));
    return entry.shown;
  }

  contentOf(reviewId: string): DraftContent {
    return this.#entry(reviewId).held.mine;
  }

  /** Changes the draft. It is on the device before this resolves, and on the server soon after. */
  async write(reviewId: string, change: (content: DraftContent) => DraftContent): Promise<void> {
    const entry = this.#entry(reviewId);
    entry.held = { ...entry.held, mine: change(entry.held.mine) };
    if (!entry.leaving) entry.held.parcel = null; // a change of mind before it was sent
    entry.problem = null;
    this.#show(entry, 'saving');
    await this.#keep(entry);
    this.#later(entry, AFTER_TYPING_MS);
  }

  async share(reviewId: string, parcel: NonNullable<Held['parcel']>): Promise<void> {
    const entry = this.#entry(reviewId);
    entry.held = { ...entry.held, parcel };
    entry.problem = null;
    this.#show(entry, 'waiting_to_send');
    await this.#keep(entry);
    await this.send(reviewId);
  }

  /** Tries now. Safe to call at any time: one sending at once for each draft. */
  async send(reviewId: string, { keepalive = false } = {}): Promise<void> {
    const entry = this.#entry(reviewId);
    if (entry.sending) return entry.sending;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
    entry.sending = this.#deliver(entry, keepalive).finally(() => {
      entry.sending = null;
    });
    return entry.sending;
  }

  async sendAll(options?: { keepalive: boolean }): Promise<void> {
    const waiting = [...this.#entries.values()].filter(
      entry => isUnsent(entry.held) && !stuck(entry),
    );
    await Promise.all(waiting.map(entry => this.send(entry.held.review_id, options)));
  }

  /** Takes up what an earlier visit left on the device; the plan of a meeting lies there too. */
  async takeUp(): Promise<void> {
    for (const held of (await this.#device.all('drafts').catch(() => [])) as Held[]) {
      if (held.review_id && !this.#entries.has(held.review_id)) this.#enter(held, true);
    }
    await this.sendAll();
  }

  tryAgain(reviewId: string, newId: () => string): Promise<void> {
    const entry = this.#entry(reviewId);
    if (isTaken(entry.problem)) entry.held = underNewIds(entry.held, newId);
    entry.problem = null;
    entry.retry = 0;
    this.#settle(entry);
    return this.send(reviewId);
  }

  /** What was shared was taken back: the draft is a draft again. */
  tookBack(reviewId: string): void {
    const entry = this.#entries.get(reviewId);
    if (entry) this.#settle(entry);
  }

  /** Lets go of everything in memory, or only of what is safe on the device or the server. */
  close({ onlySafe = false } = {}): void {
    for (const [id, entry] of this.#entries) {
      if (onlySafe && !entry.onDevice && isUnsent(entry.held)) continue;
      if (entry.timer) clearTimeout(entry.timer);
      this.#entries.delete(id);
    }
  }

  #enter(held: Held, onDevice = false): Entry {
    const entry = newEntry(held, onDevice);
    this.#entries.set(held.review_id, entry);
    if (onDevice) this.#settle(entry);
    return entry;
  }

  /** First the device, then the server; what was written meanwhile is merged, not overwritten. */
  async #fetchFirst(entry: Entry): Promise<void> {
    const kept = (await this.#device
      .get('drafts', entry.held.review_id)
      .catch(() => null)) as Held | null;
    if (this.#isClosed(entry)) return;
    if (kept) {
      const mine = isBlank(entry.held.mine)
        ? kept.mine
        : merge(kept.base, entry.held.mine, kept.mine);
      entry.held = { ...kept, mine };
      entry.kept = kept;
      entry.onDevice = true;
      this.#settle(entry);
    }
    await this.#fetch(entry);
  }

  /** Asks the server what it has. Nothing is sent meanwhile. */
  async #fetch(entry: Entry): Promise<void> {
    while (entry.sending) await entry.sending;
    entry.sending = this.#ask(entry).finally(() => {
      entry.sending = null;
    });
    await entry.sending;
    if (isUnsent(entry.held) && !stuck(entry)) this.#later(entry, 0);
  }

  async #ask(entry: Entry): Promise<void> {
    try {
      await this.#absorb(entry, await this.#server.draft(entry.held.review_id));
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.passes && problem.status !== 404) entry.problem = problem;
    }
    if (entry.shown.peek().state !== 'shared') this.#settle(entry);
  }

  async #absorb(entry: Entry, { content, revision }: DraftOnServer): Promise<void> {
    if (this.#isClosed(entry)) return;
    const { held } = entry;
    // When an answer was lost on its way, what the server has is what we sent.
    const ours = entry.unanswered.some(sent => same(sent, content));
    const base = ours ? content : held.base;
    entry.unanswered = [];
    const untouched = base === null ? isBlank(held.mine) : same(base, held.mine);
    const mine = untouched ? (content ?? blankOf(held.mine)) : merge(base, held.mine, content);
    entry.held = { ...held, base: content, revision, mine };
    if (content || entry.onDevice) await this.#keep(entry);
  }

  async #deliver(entry: Entry, keepalive: boolean): Promise<void> {
    for (let turn = 0; turn < MERGES_AT_ONCE; turn += 1) {
      if (this.#isClosed(entry) || !isUnsent(entry.held)) break;
      try {
        if (entry.held.parcel) await this.#deliverParcel(entry);
        else await this.#deliverDraft(entry, keepalive);
        entry.retry = 0;
        entry.problem = null;
        entry.failingSince = null;
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status === 412 && problem.current) {
          await this.#absorb(entry, problem.current as DraftOnServer);
          continue;
        }
        if (problem.passes || problem.status === 412) this.#backOff(entry, problem);
        else entry.problem = problem;
        break;
      }
    }
    if (entry.shown.peek().state !== 'shared' || isUnsent(entry.held)) this.#settle(entry);
  }

  async #deliverDraft(entry: Entry, keepalive: boolean): Promise<void> {
    const sent = entry.held.mine;
    const { review_id: reviewId, revision: had } = entry.held;
    entry.unanswered.push(sent);
    const { revision } = await this.#server.saveDraft(reviewId, sent, had, keepalive);
    entry.unanswered = [];
    entry.held = { ...entry.held, base: sent, revision };
    await this.#keep(entry);
  }

  async #deliverParcel(entry: Entry): Promise<void> {
    const { parcel, mine } = entry.held;
    if (!parcel) return;
    entry.leaving = true;
    try {
      await this.#server.share(parcel.id, parcel.contribution);
    } finally {
      entry.leaving = false;
    }
    if (this.#isClosed(entry)) return;
    const wroteMeanwhile = entry.held.mine !== mine;
    const next = wroteMeanwhile ? entry.held.mine : blankOf(mine);
    entry.held = { ...entry.held, base: null, revision: 0, mine: next, parcel: null };
    if (wroteMeanwhile) await this.#keep(entry);
    else await this.#remove(entry);
    this.#show(entry, 'shared');
  }

  #keep(entry: Entry): Promise<void> {
    entry.keeping = entry.keeping.then(() => this.#put(entry));
    return entry.keeping;
  }

  async #put(entry: Entry): Promise<void> {
    if (this.#isClosed(entry)) return;
    let { held } = entry;
    try {
      const there = (await this.#device.get('drafts', held.review_id)) as Held | null;
      held = there ? together(entry.kept, entry.held, there) : entry.held;
      entry.held = held;
      await this.#device.put('drafts', held.review_id, held, { unsent: isUnsent(held) });
      entry.kept = held;
      entry.onDevice = true;
    } catch {
      entry.onDevice = false;
    }
    if (entry.held === held) this.#settle(entry);
  }

  #remove(entry: Entry): Promise<void> {
    entry.kept = null;
    entry.keeping = entry.keeping.then(() =>
      this.#device.remove('drafts', entry.held.review_id).catch(() => {}),
    );
    return entry.keeping;
  }

  #backOff(entry: Entry, problem: Problem): void {
    if (beginsFailing(entry, problem)) {
      setTimeout(() => entry.failingSince && this.#settle(entry), DELAYED_MS);
    }
    entry.retry = Math.min(Math.max(entry.retry * 2, FIRST_RETRY_MS), LONGEST_RETRY_MS);
    entry.notBefore = performance.now() + (problem.retryAfterSeconds ?? 0) * 1000;
    this.#later(entry, entry.retry);
  }

  #later(entry: Entry, ms: number): void {
    if (this.#isClosed(entry)) return;
    if (entry.timer) clearTimeout(entry.timer);
    const wait = Math.max(ms, entry.notBefore - performance.now());
    entry.timer = setTimeout(() => void this.send(entry.held.review_id), wait);
  }

  #settle(entry: Entry): void {
    this.#show(entry, stateOf(entry));
  }

  #show(entry: Entry, state: DraftState): void {
    const delayed = isDelayed(entry);
    entry.shown.value = { content: entry.held.mine, state, problem: entry.problem, delayed };
  }

  /** Whose it was has gone: on this device, and at the server, another may be in their place. */
  #isClosed(entry: Entry): boolean {
    return this.#entries.get(entry.held.review_id) !== entry;
  }

  #entry(reviewId: string): Entry {
    const entry = this.#entries.get(reviewId);
    if (!entry) throw new Error('Open the draft first');
    return entry;
  }
}
