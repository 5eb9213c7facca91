/** What every client test starts from: no network, an empty device. */
import 'fake-indexeddb/auto';
import { cleanup, configure } from '@testing-library/preact';
import { options } from 'preact';
import { afterEach, beforeEach, vi } from 'vitest';

// On a slow machine what is waited for comes late; that says nothing about the screen.
configure({ asyncUtilTimeout: 8_000 });

// Nothing is painted here; effects that waited for it would outlive the page that they belong to.
options.requestAnimationFrame = queueMicrotask;

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
