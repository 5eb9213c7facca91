/** IndexedDB with promises: named shelves of values, each at its place. */

export class Cupboard {
  #name: string;
  #shelves: string[];
  /** To be raised when a shelf is put up that devices do not have yet. */
  #version: number;
  #open: Promise<IDBDatabase> | null = null;

  constructor(name: string, shelves: string[], version: number) {
    this.#name = name;
    this.#shelves = shelves;
    this.#version = version;
  }

  get<T>(shelf: string, place: string): Promise<T | undefined> {
    return this.#run<T | undefined>(shelf, 'readonly', store => store.get(place));
  }

  /** Puts it there, unless by the time the cupboard is open it may no longer be put. */
  async put(shelf: string, place: string, value: unknown, may = () => true): Promise<void> {
    const db = await this.#database();
    if (may()) await this.#inside(db, shelf, 'readwrite', store => store.put(value, place));
  }

  async remove(shelf: string, place: string): Promise<void> {
    await this.#run(shelf, 'readwrite', store => store.delete(place));
  }

  async clear(shelf: string): Promise<void> {
    await this.#run(shelf, 'readwrite', store => store.clear());
  }

  /** The places on a shelf that begin with a prefix. */
  async places(shelf: string, prefix = ''): Promise<string[]> {
    const keys = await this.#run(shelf, 'readonly', store => store.getAllKeys());
    return keys.map(String).filter(place => place.startsWith(prefix));
  }

  /** Resolves when the transaction is complete, so that what was put is truly there. */
  async #run<T>(
    shelf: string,
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    return this.#inside(await this.#database(), shelf, mode, act);
  }

  #inside<T>(
    db: IDBDatabase,
    shelf: string,
    mode: IDBTransactionMode,
    act: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const transaction = db.transaction(shelf, mode);
      const request = act(transaction.objectStore(shelf));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }

  #database(): Promise<IDBDatabase> {
    this.#open ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, this.#version);
      const again = () => {
        this.#open = null;
      };
      request.onupgradeneeded = () => {
        const { result: db } = request;
        for (const shelf of this.#shelves) {
          if (!db.objectStoreNames.contains(shelf)) db.createObjectStore(shelf);
        }
      };
      request.onsuccess = () => {
        request.result.onclose = again;
        request.result.onversionchange = () => {
          request.result.close();
          again();
        };
        resolve(request.result);
      };
      request.onerror = () => {
        again();
        reject(request.error);
      };
    });
    return this.#open;
  }
}
