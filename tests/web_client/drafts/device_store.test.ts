/** What stays on the device is sealed, one person's at a time, and gone at sign-out. */
import { DeviceStore } from '@client/drafts/device_store';
import { expect, test, vi } from 'vitest';

const KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));
const OTHER_KEY = btoa(String.fromCharCode(...new Uint8Array(32).fill(9)));
const offline = () => Promise.reject(new Error('offline'));
let databases = 0;
function fresh(): string {
  databases += 1;
  return `cadair-${databases}`;
}

test('a draft comes back as it went in', async () => {
  const store = new DeviceStore(fresh());
  await store.unlock('jordan', async () => KEY);
  await store.put('drafts', 'r1', { words: 'secret' });
  expect(await store.get('drafts', 'r1')).toEqual({ words: 'secret' });
});

test('nothing on the device can be read without the key', async () => {
  const name = fresh();
  const store = new DeviceStore(name);
  await store.unlock('jordan', async () => KEY);
  await store.put('drafts', 'r1', { words: 'CANARY' });
  expect(await everything(name)).not.toContain('CANARY');
});

test('the key itself cannot be taken out', async () => {
  const name = fresh();
  const store = new DeviceStore(name);
  await store.unlock('jordan', async () => KEY);
  await store.put('kept', 'me', {});
  const [{ key }] = (await rows(name, 'key')) as [{ key: CryptoKey }];
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});

test('a reload without internet opens what is here', async () => {
  const name = fresh();
  await (async () => {
    const before = new DeviceStore(name);
    await before.unlock('jordan', async () => KEY);
    await before.put('kept', 'me', { called: 'Jordan' });
  })();
  const after = new DeviceStore(name);
  expect(await after.resume()).toBe(true);
  expect(await after.get('kept', 'me')).toEqual({ called: 'Jordan' });
  await after.unlock('jordan', offline);
  expect(await after.get('kept', 'me')).toEqual({ called: 'Jordan' });
});

test('the key is asked for only when there is something to seal or open', async () => {
  const store = new DeviceStore(fresh());
  let asked = 0;
  await store.unlock('jordan', async () => {
    asked += 1;
    return KEY;
  });
  expect(await store.get('drafts', 'r1')).toBeNull();
  expect(await store.all('drafts')).toEqual([]);
  expect(asked).toBe(0);
  await Promise.all([store.put('drafts', 'r1', 1), store.put('drafts', 'r2', 2)]);
  expect(asked).toBe(1);
});

test('a key that could not be fetched is asked for again', async () => {
  const store = new DeviceStore(fresh());
  let online = false;
  await store.unlock('jordan', () => (online ? Promise.resolve(KEY) : offline()));
  await expect(store.put('drafts', 'r1', 1)).rejects.toThrow();
  online = true;
  await store.put('drafts', 'r1', 1);
  expect(await store.get('drafts', 'r1')).toBe(1);
});

test('what was still being sealed while somebody left is not put there afterwards', async () => {
  const name = fresh();
  const store = new DeviceStore(name);
  await store.unlock('jordan', async () => KEY);
  await store.put('kept', 'me', {});
  let go = () => {};
  const held = new Promise<void>(resolve => {
    go = resolve;
  });
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...given) => {
    await held;
    return encrypt(...given);
  });
  const putting = [store.put('drafts', 'r1', 'sent'), store.put('kept', 'r1', 'sent')];
  await store.forget();
  go();
  await Promise.all(putting);
  vi.restoreAllMocks();
  for (const shelf of ['drafts', 'kept', 'key']) expect(await rows(name, shelf)).toEqual([]);
});

test('another person on the same device sees and opens nothing', async () => {
  const name = fresh();
  const first = new DeviceStore(name);
  await first.unlock('jordan', async () => KEY);
  await first.put('drafts', 'r1', { words: 'mine' });
  await first.put('kept', 'me', { called: 'Jordan' });
  const second = new DeviceStore(name);
  await second.unlock('kath', async () => OTHER_KEY);
  expect(await second.all('drafts')).toEqual([]);
  expect(await second.get('kept', 'me')).toBeNull();
  expect(await rows(name, 'kept')).toEqual([]);
});

test('signing out leaves nothing', async () => {
  const name = fresh();
  const store = new DeviceStore(name);
  await store.unlock('jordan', async () => KEY);
  await store.put('drafts', 'r1', { words: 'saved on the server too' });
  await store.put('sending', 'm1', { words: 'there by now' });
  await store.put('kept', 'me', { called: 'Jordan' });
  await store.forget();
  expect(await store.resume()).toBe(false);
  await expect(store.put('drafts', 'r1', {})).rejects.toThrow();
  for (const shelf of ['key', 'drafts', 'kept', 'sending'])
    expect(await rows(name, shelf)).toEqual([]);
});

test.each(['drafts', 'sending'] as const)(
  'leaving in a hurry keeps %s that were never sent, sealed, for the same person only',
  async shelf => {
    const name = fresh();
    const store = new DeviceStore(name);
    await store.unlock('jordan', async () => KEY);
    await store.put(shelf, 'r1', { words: 'CANARY' }, { unsent: true });
    await store.forget();
    expect(await rows(name, 'key')).toEqual([]);
    expect(await everything(name)).not.toContain('CANARY');
    await store.unlock('kath', async () => OTHER_KEY);
    expect(await store.all(shelf)).toEqual([]);
    await store.forget();
    await store.unlock('jordan', async () => KEY);
    expect(await store.all(shelf)).toEqual([{ words: 'CANARY' }]);
  },
);

test('a device that was used before messages could wait keeps its drafts and gets their shelf', async () => {
  const name = fresh();
  await new Promise<void>(resolve => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const shelf of ['key', 'drafts', 'kept']) request.result.createObjectStore(shelf);
    };
    request.onsuccess = () => {
      const writing = request.result.transaction('drafts', 'readwrite');
      writing.objectStore('drafts').put({ unsent: true, iv: null, sealed: null }, 'jordan/r1');
      writing.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
  const store = new DeviceStore(name);
  await store.unlock('jordan', async () => KEY);
  await store.put('sending', 'm1', { words: 'new' });
  expect(await store.get('sending', 'm1')).toEqual({ words: 'new' });
  expect(await rows(name, 'drafts')).toHaveLength(1);
});

async function rows(name: string, shelf: string): Promise<unknown[]> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found = await new Promise<unknown[]>(resolve => {
    const request = db.transaction(shelf).objectStore(shelf).getAll();
    request.onsuccess = () => resolve(request.result);
  });
  db.close();
  return found;
}

async function everything(name: string): Promise<string> {
  const found = (
    await Promise.all(['drafts', 'kept', 'sending'].map(shelf => rows(name, shelf)))
  ).flat();
  return found
    .map(row => String.fromCharCode(...new Uint8Array((row as { sealed: ArrayBuffer }).sealed)))
    .join();
}
