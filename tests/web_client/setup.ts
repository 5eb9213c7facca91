/** What every client test starts from: no network, an empty device. */
import 'fake-indexeddb/auto';
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new TypeError('No network in tests'))),
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
