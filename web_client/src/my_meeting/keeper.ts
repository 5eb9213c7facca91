/** Carries my plan from this device to the server, and is the only writer of its state. */
import { effect, type Signal } from '@preact/signals';
import { asProblem, type Problem } from '../api';
import { type MeetingFacts, type MeetingPlan, meetingApi, type SavedPlan } from '../api/meeting';
import { kept } from '../drafts';
import { device } from '../drafts/device';
import { session } from '../ui';
import {
  absorbed,
  type Entry,
  type HeldPlan,
  isHeldPlan,
  isUnsent,
  mustStay,
  newEntry,
  nothingHeld,
  type ShownPlan,
  stateOf,
} from './held_plan';
import { asSent, isSame, withField } from './merging';

const AFTER_CHOOSING_MS = 700;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;
const MERGES_AT_ONCE = 5;

export class PlanKeeper {
  #entries = new Map<string, Entry>();

  /** The plan of a review: at once what is here, soon what the device and the server have. */
  open(reviewId: string): Signal<ShownPlan> {
    const known = this.#entries.get(reviewId);
    const entry = known ?? this.#enter(newEntry(nothingHeld(reviewId)));
    void (known ? this.#ask(entry) : this.#askFirst(entry));
    return entry.shown;
  }

  /** Changes the plan. It is on the device before this resolves, and on the server soon after. */
  async write(reviewId: string, change: (plan: MeetingPlan) => MeetingPlan): Promise<void> {
    const entry = this.#entries.get(reviewId);
    if (!entry) return;
    entry.held = { ...entry.held, mine: change(entry.held.mine) };
    entry.problem = null;
    this.#show(entry, 'saving');
    await this.#keep(entry);
    this.#later(entry, AFTER_CHOOSING_MS);
  }

  /** After two devices chose differently: keeps one, lets the other go. */
  choose(reviewId: string, field: string, whose: 'mine' | 'theirs'): Promise<void> {
    const entry = this.#entries.get(reviewId);
    const clash = entry?.held.clashes.find(one => one.field === field);
    if (!entry || !clash) return Promise.resolve();
    const clashes = entry.held.clashes.filter(one => one !== clash);
    entry.held = { ...entry.held, clashes };
    return this.write(reviewId, plan =>
      whose === 'theirs' ? withField(plan, field, clash.theirs) : plan,
    );
  }

  /** Tries now. Safe to call at any time: one sending at once for each plan. */
  send(reviewId: string, keepalive = false): Promise<void> {
    const entry = this.#entries.get(reviewId);
    if (!entry) return Promise.resolve();
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = null;
    entry.sending ??= this.#deliver(entry, keepalive).finally(() => {
      entry.sending = null;
    });
    return entry.sending;
  }

  async sendAll(keepalive = false): Promise<void> {
    const waiting = [...this.#entries.values()].filter(
      entry => isUnsent(entry.held) && stateOf(entry) !== 'needs_attention',
    );
    await Promise.all(waiting.map(entry => this.send(entry.held.plan_of, keepalive)));
  }

  tryAgain(reviewId: string): Promise<void> {
    const entry = this.#entries.get(reviewId);
    if (entry) entry.problem = null;
    return this.send(reviewId);
  }

  again(reviewId: string): Promise<void> {
    const entry = this.#entries.get(reviewId);
    return entry ? this.#ask(entry) : Promise.resolve();
  }

  /** Takes up what an earlier visit could not send. */
  async takeUp(): Promise<void> {
    for (const held of await device.all<unknown>('drafts').catch(() => [])) {
      if (isHeldPlan(held) && !this.#entries.has(held.plan_of)) this.#enter(newEntry(held, true));
    }
    await this.sendAll();
  }

  /** The page was left: what is safe on the device or the server leaves the memory. */
  close(): void {
    for (const [id, entry] of this.#entries) {
      if (!entry.onDevice && isUnsent(entry.held)) continue;
      if (entry.timer) clearTimeout(entry.timer);
      this.#entries.delete(id);
    }
  }

  #enter(entry: Entry): Entry {
    this.#entries.set(entry.held.plan_of, entry);
    return entry;
  }

  /** First the device, then the server; what was chosen meanwhile is merged, not overwritten. */
  async #askFirst(entry: Entry): Promise<void> {
    const { plan_of: id } = entry.held;
    const [held, facts] = await Promise.all([
      device.get<HeldPlan>('drafts', placeOf(id)).catch(() => null),
      kept.read<MeetingFacts>(placeOf(id)),
    ]);
    if (this.#isClosed(entry)) return;
    if (held) {
      entry.held = isUnsent(entry.held)
        ? absorbed(entry.held, { plan: held.mine, revision: held.revision }, false)
        : held;
      entry.onDevice = true;
    }
    if (facts) this.#absorb(entry, facts);
    if (held || facts) this.#settle(entry);
    await this.#ask(entry);
  }

  #ask(entry: Entry): Promise<void> {
    entry.asking ??= this.#askNow(entry).finally(() => {
      entry.asking = null;
    });
    return entry.asking;
  }

  async #askNow(entry: Entry): Promise<void> {
    while (entry.sending) await entry.sending;
    const { plan_of: id } = entry.held;
    try {
      const facts = await meetingApi.mine(id);
      if (this.#isClosed(entry)) return;
      kept.keep(placeOf(id), facts);
      this.#absorb(entry, facts);
      entry.problem = null;
    } catch (error) {
      const problem = asProblem(error);
      if (!problem.passes || !entry.facts) entry.problem = problem;
    }
    this.#settle(entry);
    if (isUnsent(entry.held)) this.#later(entry, 0);
  }

  #absorb(entry: Entry, saved: MeetingFacts | SavedPlan): void {
    const ours = entry.unanswered.some(sent => isSame(sent, saved.plan));
    entry.unanswered = [];
    entry.held = absorbed(entry.held, saved, ours);
    if ('circle' in saved) entry.facts = saved;
    if (entry.onDevice || mustStay(entry.held)) void this.#keep(entry);
  }

  async #deliver(entry: Entry, keepalive: boolean): Promise<void> {
    for (let turn = 0; turn < MERGES_AT_ONCE; turn += 1) {
      if (this.#isClosed(entry) || !isUnsent(entry.held)) break;
      try {
        await this.#deliverOnce(entry, keepalive);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.status === 412 && problem.current) {
          this.#absorb(entry, problem.current as SavedPlan);
          continue;
        }
        this.#failed(entry, problem);
        break;
      }
    }
    this.#settle(entry);
  }

  async #deliverOnce(entry: Entry, keepalive: boolean): Promise<void> {
    const { plan_of: id, mine, clashes, revision } = entry.held;
    const sent = asSent(mine, clashes);
    entry.unanswered.push(sent);
    const facts = await meetingApi.save(id, sent, revision, keepalive);
    if (this.#isClosed(entry)) return;
    entry.unanswered = [];
    entry.retry = 0;
    entry.problem = null;
    entry.facts = facts;
    entry.held = { ...entry.held, base: sent, revision: facts.revision };
    kept.keep(placeOf(id), facts);
    await this.#keep(entry);
  }

  #failed(entry: Entry, problem: Problem): void {
    entry.problem = problem;
    if (!problem.passes && problem.status !== 412) return;
    entry.retry = Math.min(Math.max(entry.retry * 2, FIRST_RETRY_MS), LONGEST_RETRY_MS);
    this.#later(entry, Math.max(entry.retry, (problem.retryAfterSeconds ?? 0) * 1000));
  }

  #keep(entry: Entry): Promise<void> {
    entry.keeping = entry.keeping.then(async () => {
      const { held } = entry;
      if (this.#isClosed(entry)) return;
      try {
        await device.put('drafts', placeOf(held.plan_of), held, { unsent: mustStay(held) });
        entry.onDevice = true;
      } catch {
        entry.onDevice = false;
      }
      if (entry.held === held) this.#settle(entry);
    });
    return entry.keeping;
  }

  #later(entry: Entry, ms: number): void {
    if (this.#isClosed(entry)) return;
    if (entry.timer) clearTimeout(entry.timer);
    entry.timer = setTimeout(() => void this.send(entry.held.plan_of), ms);
  }

  #settle(entry: Entry): void {
    this.#show(entry, stateOf(entry));
  }

  #show(entry: Entry, state: ShownPlan['state']): void {
    const { held, facts, problem } = entry;
    entry.shown.value = { plan: held.mine, facts, state, clashes: held.clashes, problem };
  }

  /** Whose it was has gone: another may be in their place. */
  #isClosed(entry: Entry): boolean {
    return this.#entries.get(entry.held.plan_of) !== entry;
  }
}

function placeOf(reviewId: string): string {
  return `meeting_plan/${reviewId}`;
}

export const keeper = new PlanKeeper();

effect(() => {
  if (!session.value.me) keeper.close();
});
addEventListener('online', () => void keeper.sendAll());
document.addEventListener('visibilitychange', () => {
  void keeper.sendAll(document.visibilityState === 'hidden');
});
