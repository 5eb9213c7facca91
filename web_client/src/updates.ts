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

/** Once the page is at rest, fetches what this person will need without internet, and has it kept. */
export function keepForLater(fetchIt: () => Promise<void>): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  setTimeout(async () => {
    await fetchIt().catch(() => {});
    const { active } = await navigator.serviceWorker.ready;
    const used = performance
      .getEntriesByType('resource')
      .map(entry => new URL(entry.name).pathname);
    active?.postMessage({ keep: used.filter(path => path.startsWith('/assets/')) });
  }, QUIET_MS);
}
