/** What stays on this device: sealed, one person's at a time, gone at sign-out except what was never sent. */
import { Cupboard } from './cupboard';
import { importKey, type Sealed, seal, unseal } from './sealing';

/** `sending` holds what is finished and on its way: see queue.ts. */
export type Shelf = 'drafts' | 'kept' | 'sending';
const UNSENT: Shelf[] = ['drafts', 'sending'];
type Row = Sealed & { unsent: boolean };
type Key = { person: string; key: CryptoKey };

export class DeviceStore {
  #cupboard: Cupboard;
  /** Whose things may be opened now. */
  #person: string | null = null;
  #fetchKey: () => Promise<string> = () => Promise.reject(new Error('Nobody is signed in'));
  #mine: Key | null = null;
  #opening: Promise<Key | null> | null = null;

  constructor(name = 'cadair') {
    this.#cupboard = new Cupboard(name, ['key', 'kept', ...UNSENT], 2);
  }

  /** From now on this person's things are open; the key is fetched when it is first needed. */
  async unlock(person: string, fetchKey: () => Promise<string>): Promise<void> {
    if (this.#person !== person) this.#mine = null;
    this.#person = person;
    this.#fetchKey = fetchKey;
    const before = await this.#remembered();
    if (!before || before.person === person) return;
    await this.#cupboard.clear('key');
    await this.#cupboard.clear('kept');
  }

  /** Opens what is here without asking anyone, as after a reload in airplane mode. */
  async resume(): Promise<boolean> {
    if (this.#person === null) this.#person = (await this.#remembered())?.person ?? null;
    return this.#person !== null;
  }

  get person(): string | null {
    return this.#person;
  }

  async put(shelf: Shelf, id: string, value: unknown, { unsent = false } = {}): Promise<void> {
    const mine = await this.#open();
    if (!mine) throw new Error('This device has no key');
    const place = `${mine.person}/${id}`;
    const row: Row = { ...(await seal(mine.key, value, `${shelf}/${place}`)), unsent };
    // Sealing takes a moment: whoever left meanwhile leaves nothing but what was never sent.
    const still = () => unsent || this.#person === mine.person;
    await this.#cupboard.put(shelf, place, row, still);
  }

  async get<T>(shelf: Shelf, id: string): Promise<T | null> {
    if (this.#person === null) return null;
    const place = `${this.#person}/${id}`;
    const row = await this.#cupboard.get<Row>(shelf, place);
    const mine = row && (await this.#open());
    return mine ? unseal<T>(mine.key, row, `${shelf}/${place}`) : null;
  }

  /** Everything of this person on one shelf. */
  async all<T>(shelf: Shelf): Promise<T[]> {
    if (this.#person === null) return [];
    const prefix = `${this.#person}/`;
    const places = await this.#cupboard.places(shelf, prefix);
    const found = await Promise.all(places.map(at => this.get<T>(shelf, at.slice(prefix.length))));
    return found.filter(value => value !== null);
  }

  async remove(shelf: Shelf, id: string): Promise<void> {
    if (this.#person !== null) await this.#cupboard.remove(shelf, `${this.#person}/${id}`);
  }

  /**
   * Leaves nothing that can be read.  What never reached the server stays sealed, without its key,
   * until the same person signs in again: leaving in a hurry must not lose a child's words.
   */
  async forget(): Promise<void> {
    this.#person = null;
    this.#mine = null;
    await Promise.all([this.#cupboard.clear('key'), this.#cupboard.clear('kept')]);
    for (const shelf of UNSENT) {
      for (const place of await this.#cupboard.places(shelf)) {
        const row = await this.#cupboard.get<Row>(shelf, place);
        if (!row?.unsent) await this.#cupboard.remove(shelf, place);
      }
    }
  }

  async #open(): Promise<Key | null> {
    const person = this.#person;
    if (person === null) return null;
    if (this.#mine?.person === person) return this.#mine;
    this.#opening ??= this.#fetch(person).finally(() => {
      this.#opening = null;
    });
    const mine = await this.#opening;
    return mine?.person === this.#person ? mine : null;
  }

  /** The key of this person: from this device, else from the server. */
  async #fetch(person: string): Promise<Key | null> {
    const before = await this.#remembered();
    if (before?.person === person) {
      this.#mine = before;
      return before;
    }
    try {
      const mine = { person, key: await importKey(await this.#fetchKey()) };
      if (this.#person !== person) return null;
      this.#mine = mine;
      await this.#cupboard.put('key', 'mine', mine, () => this.#person === person);
      return mine;
    } catch {
      return null;
    }
  }

  async #remembered(): Promise<Key | null> {
    try {
      return (await this.#cupboard.get<Key>('key', 'mine')) ?? null;
    } catch {
      return null;
    }
  }
}
