/** What stays on this device: sealed, one person's at a time, gone at sign-out except what was never sent. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { importKey, type Sealed, seal, unseal } from './sealing';

type Shelf = 'drafts' | 'kept';
type Row = Sealed & { unsent?: boolean };
interface Cupboard extends DBSchema {
  key: { key: 'mine'; value: { person: string; key: CryptoKey } };
  drafts: { key: string; value: Row };
  kept: { key: string; value: Row };
}

export class DeviceStore {
  #name: string;
  #open: Promise<IDBPDatabase<Cupboard>> | null = null;
  #mine: { person: string; key: CryptoKey } | null = null;

  constructor(name = 'cadair') {
    this.#name = name;
  }

  /** Takes the key that the server gives a signed-in person, or the one still here when there is no internet. */
  async unlock(person: string, fetchKey: () => Promise<string>): Promise<void> {
    const before = await this.#remembered();
    try {
      this.#mine = { person, key: await importKey(await fetchKey()) };
    } catch {
      this.#mine = before?.person === person ? before : null;
      return;
    }
    const db = await this.#db();
    if (before && before.person !== person) await db.clear('kept');
    await db.put('key', this.#mine, 'mine');
  }

  /** Opens what is here without asking anyone, as after a reload in airplane mode. */
  async resume(): Promise<boolean> {
    this.#mine ??= await this.#remembered();
    return this.#mine !== null;
  }

  get isOpen(): boolean {
    return this.#mine !== null;
  }

  async put(shelf: Shelf, id: string, value: unknown, { unsent = false } = {}): Promise<void> {
    const { person, key } = this.#key();
    const place = `${person}/${id}`;
    const row = { ...(await seal(key, value, `${shelf}/${place}`)), unsent };
    await (await this.#db()).put(shelf, row, place);
  }

  async get<T>(shelf: Shelf, id: string): Promise<T | null> {
    if (!this.#mine) return null;
    const { person, key } = this.#mine;
    const row = await (await this.#db()).get(shelf, `${person}/${id}`);
    return row ? unseal<T>(key, row, `${shelf}/${person}/${id}`) : null;
  }

  /** Everything of this person on one shelf. */
  async all<T>(shelf: Shelf): Promise<T[]> {
    if (!this.#mine) return [];
    const { person } = this.#mine;
    const places = await (await this.#db()).getAllKeys(shelf);
    const mine = places.filter(place => place.startsWith(`${person}/`));
    const found = await Promise.all(
      mine.map(place => this.get<T>(shelf, place.slice(person.length + 1))),
    );
    return found.filter(value => value !== null);
  }

  async remove(shelf: Shelf, id: string): Promise<void> {
    if (this.#mine) await (await this.#db()).delete(shelf, `${this.#mine.person}/${id}`);
  }

  /**
   * Leaves nothing that can be read.  What never reached the server stays sealed, without its key,
   * until the same person signs in again: leaving in a hurry must not lose a child's words.
   */
  async forget(): Promise<void> {
    this.#mine = null;
    const db = await this.#db();
    await Promise.all([db.clear('key'), db.clear('kept')]);
    const shelf = db.transaction('drafts', 'readwrite');
    for (const place of await shelf.store.getAllKeys()) {
      const row = await shelf.store.get(place);
      if (!row?.unsent) await shelf.store.delete(place);
    }
    await shelf.done;
  }

  #key(): { person: string; key: CryptoKey } {
    if (!this.#mine) throw new Error('This device has no key');
    return this.#mine;
  }

  async #remembered(): Promise<{ person: string; key: CryptoKey } | null> {
    try {
      return (await (await this.#db()).get('key', 'mine')) ?? null;
    } catch {
      return null;
    }
  }

  #db(): Promise<IDBPDatabase<Cupboard>> {
    this.#open ??= openDB<Cupboard>(this.#name, 1, {
      upgrade(db) {
        db.createObjectStore('key');
        db.createObjectStore('drafts');
        db.createObjectStore('kept');
      },
      terminated: () => {
        this.#open = null;
      },
    });
    return this.#open;
  }
}
