/** Carries finished things from this device to the server: in the order written, never twice, never dropped. */
import { type Signal, signal } from '@preact/signals';
import { asProblem, type Problem } from '../api';
import {
  type Errand,
  type Item,
  inOrder,
  isParcel,
  type Lane,
  type Line,
  type Parcel,
  type Server,
  type Shelf,
  shownAs,
  waitedSeconds,
} from './parcel';

const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export class Queue<E extends Errand, A> {
  #server: Server<E, A>;
  #device: Shelf<E>;
  #lines = new Map<string, Line<E, A>>();
  /** The shelf is read once before anything is put behind what lies there. */
  #takingUp: Promise<void> | null = null;
  /** Grows when whoever wrote here has gone: nothing of theirs goes on as another's. */
  #visit = 0;

  constructor(server: Server<E, A>, device: Shelf<E>) {
    this.#server = server;
    this.#device = device;
  }

  /** What waits in one lane; drawn again when it changes. */
  lane(name: string): Signal<Lane<E, A>> {
    this.#takingUp ??= this.#read();
    return this.#line(name).shown;
  }

  /** From here on it is never dropped. It is on the device before this resolves. */
  async add(lane: string, id: string, what: E): Promise<void> {
    const item: Item<E> = {
      parcel: { id, lane, what, wrote_at: Date.now(), nth: 0, undone: false },
      onDevice: true, // unless the device says otherwise
      tried: false,
      begun: performance.now(),
      refused: null,
    };
    const visit = this.#visit;
    this.#takingUp ??= this.#read();
    await this.#takingUp;
    if (visit !== this.#visit) throw new Error('Whoever wrote this has gone');
    const line = this.#line(lane);
    item.parcel.nth = 1 + Math.max(0, ...line.items.map(({ parcel }) => parcel.nth));
    line.items.push(item);
    this.#show(line);
    await this.#keep(item);
    this.#show(line);
    this.#send(line);
  }

  /** Takes back what waits. What may have left is taken back at the server, when it can be reached. */
  async takeBack(lane: string, id: string): Promise<void> {
    const line = this.#line(lane);
    const item = line.items.find(({ parcel }) => parcel.id === id);
    if (!item) return;
    if (!item.tried || item.refused) return this.#remove(line, item);
    item.parcel = { ...item.parcel, what: { ...item.parcel.what, words: '' }, undone: true };
    this.#show(line);
    await this.#keep(item);
    this.#send(line);
  }

  /** Tries what needs attention again; something else stands under its id when a new one is given. */
  async tryAgain(lane: string, id: string, newId: string | null = null): Promise<void> {
    const line = this.#line(lane);
    const item = line.items.find(({ parcel }) => parcel.id === id);
    if (!item) return;
    item.refused = null;
    if (newId) {
      await this.#device.remove('sending', id).catch(() => {});
      item.parcel = { ...item.parcel, id: newId };
      await this.#keep(item);
    }
    this.#show(line);
    this.#send(line);
  }

  /** Takes up what an earlier visit left on the device. */
  async takeUp(): Promise<void> {
    this.#takingUp = this.#read();
    await this.#takingUp;
    await this.#sendLines();
  }

  /** Tries every lane now, unless the server asked for rest; also what another page left here since. */
  async sendAll(options?: { keepalive: boolean }): Promise<void> {
    if (!options?.keepalive) await this.#read();
    await this.#sendLines(options);
  }

  /** Lets go of everything in memory, or only of what is safe on the device. */
  close({ onlySafe = false } = {}): void {
    this.#takingUp = null;
    this.#visit += 1;
    for (const [name, line] of this.#lines) {
      if (onlySafe && line.items.some(({ onDevice }) => !onDevice)) continue;
      if (line.timer) clearTimeout(line.timer);
      this.#lines.delete(name);
      line.items = [];
    }
  }

  #line(name: string): Line<E, A> {
    const known = this.#lines.get(name);
    if (known) return known;
    const line: Line<E, A> = {
      name,
      items: [],
      shown: signal<Lane<E, A>>({ waiting: [], sent: [] }),
      sending: null,
      timer: null,
      retry: 0,
      notBefore: 0,
      problem: null,
    };
    this.#lines.set(name, line);
    return line;
  }

  /** Another page of ours may have put something there since. */
  async #read(): Promise<void> {
    const visit = this.#visit;
    const there = await this.#device.all('sending').catch(() => []);
    if (visit !== this.#visit) return;
    const found = there.filter(value => isParcel<E>(value)) as Parcel<E>[];
    for (const parcel of found) {
      const line = this.#line(parcel.lane);
      if (line.items.some(one => one.parcel.id === parcel.id)) continue;
      line.items.push({ parcel, onDevice: true, tried: true, begun: null, refused: null });
      line.items.sort(inOrder);
    }
    for (const line of this.#lines.values()) this.#show(line);
  }

  async #sendLines(options?: { keepalive: boolean }): Promise<void> {
    await Promise.all([...this.#lines.values()].map(line => this.#send(line, options)));
  }

  #send(line: Line<E, A>, options?: { keepalive: boolean }): Promise<void> {
    if (line.sending) return line.sending;
    if (performance.now() < line.notBefore) {
      this.#later(line);
      return Promise.resolve();
    }
    if (line.timer) clearTimeout(line.timer);
    line.timer = null;
    line.sending = this.#deliver(line, options).finally(() => {
      line.sending = null;
      this.#show(line);
    });
    return line.sending;
  }

  async #deliver(line: Line<E, A>, options?: { keepalive: boolean }): Promise<void> {
    for (;;) {
      const item = line.items.find(({ refused }) => refused === null);
      if (!item || this.#isClosed(line)) return;
      if (!(await this.#isStillThere(item))) {
        line.items = line.items.filter(one => one !== item);
        this.#show(line);
        continue;
      }
      const { parcel } = item;
      item.tried = true;
      try {
        const answer = parcel.undone
          ? await this.#server.undo(parcel)
          : await this.#server.carry(parcel, waitedSeconds(item), options);
        line.problem = null;
        line.retry = 0;
        if (item.parcel !== parcel) continue; // taken back while it was on its way
        await this.#arrived(line, item, answer);
      } catch (error) {
        const problem = asProblem(error);
        if (problem.passes) {
          this.#backOff(line, problem);
          return this.#keepAll(line);
        }
        // What cannot be taken back has been read, or was never there: either way the list tells.
        if (item.parcel.undone) await this.#remove(line, item);
        else item.refused = problem;
      }
      this.#show(line);
    }
  }

  /** What another page wrote may have gone from there meanwhile, or been taken back there. */
  async #isStillThere(item: Item<E>): Promise<boolean> {
    if (item.begun !== null) return true;
    const there = await this.#device.get('sending', item.parcel.id).catch(() => item.parcel);
    if (isParcel<E>(there) && there.undone) item.parcel = there;
    return there !== null;
  }

  async #arrived(line: Line<E, A>, item: Item<E>, answer: A): Promise<void> {
    const { id, undone } = item.parcel;
    if (this.#isClosed(line)) return;
    const { sent } = line.shown.peek();
    const others = line.items.filter(one => one !== item);
    line.items = others;
    const now = [...sent.filter(one => one.id !== id), { id, answer }];
    line.shown.value = { waiting: shownAs(line), sent: undone ? sent : now };
    await this.#device.remove('sending', id).catch(() => {});
  }

  async #keep(item: Item<E>): Promise<void> {
    const { parcel } = item;
    item.onDevice = await this.#device.put('sending', parcel.id, parcel, { unsent: true }).then(
      () => true,
      () => false,
    );
  }

  /** A device that was full, or had no key yet, may keep them by now. */
  async #keepAll(line: Line<E, A>): Promise<void> {
    for (const item of line.items) {
      if (!item.onDevice && !this.#isClosed(line)) await this.#keep(item);
    }
  }

  async #remove(line: Line<E, A>, item: Item<E>): Promise<void> {
    line.items = line.items.filter(one => one !== item);
    this.#show(line);
    await this.#device.remove('sending', item.parcel.id).catch(() => {});
  }

  #backOff(line: Line<E, A>, problem: Problem): void {
    line.problem = problem;
    line.retry = Math.min(Math.max(line.retry * 2, FIRST_RETRY_MS), LONGEST_RETRY_MS);
    line.notBefore = performance.now() + (problem.retryAfterSeconds ?? 0) * 1000;
    this.#later(line);
  }

  #later(line: Line<E, A>): void {
    if (this.#isClosed(line)) return;
    if (line.timer) clearTimeout(line.timer);
    const wait = Math.max(line.retry, line.notBefore - performance.now());
    line.timer = setTimeout(() => void this.#send(line), wait);
  }

  #show(line: Line<E, A>): void {
    line.shown.value = { ...line.shown.peek(), waiting: shownAs(line) };
  }

  /** Whose it was has gone: another may be in their place. */
  #isClosed(line: Line<E, A>): boolean {
    return this.#lines.get(line.name) !== line;
  }
}
