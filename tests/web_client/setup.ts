/** What every client test starts from: no network, an empty device. */
import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';

// On a slow machine what is waited for comes late; that says nothing about the screen.
configure({ asyncUtilTimeout: 8_000 });

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
