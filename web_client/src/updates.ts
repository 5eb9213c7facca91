/** Keeps the app on the device and says when a newer one is ready. It never reloads by itself. */
import { signal } from '@preact/signals';

/** Set when a newer version waits; call it to change over. */
export const update = signal<(() => void) | null>(null);
const QUIET_MS = 4000;

type Policy = { createScriptURL: (url: string) => string };
declare global {
  interface Window {
    trustedTypes?: { createPolicy: (name: string, rules: Policy) => Policy };
  }
}

export function offerUpdates(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const rules: Policy = {
    createScriptURL: url => {
      if (url !== '/sw.js') throw new TypeError(url);
      return url;
    },
  };
  const policy = window.trustedTypes?.createPolicy('cadair', rules) ?? rules;
  const start = () =>
    navigator.serviceWorker.register(policy.createScriptURL('/sw.js')).then(watch, () => {});
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}

function watch(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    const waiting = registration.waiting;
    if (!waiting || !navigator.serviceWorker.controller) return;
    update.value = () => {
      navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
        once: true,
      });
      waiting.postMessage('update');
    };
  };
  offer();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
}

/** Asks the worker to keep files that this person will need without internet, once the page is at rest. */
export function keepForLater(paths: () => Promise<string[]>): void {
  setTimeout(async () => {
    const ready = await navigator.serviceWorker?.ready.catch(() => null);
    ready?.active?.postMessage({ keep: await paths() });
  }, QUIET_MS);
}
