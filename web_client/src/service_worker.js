/** Keeps the shell (page, scripts, styles, font) on the device. Never touches /api. */
const SHELL = 'cadair-__VERSION__';
const FILES = ['__SHELL__'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(SHELL).then(cache => cache.addAll(FILES)));
});

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(n => n !== SHELL).map(n => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

// The page says which files to keep for later (its own screens), and when a person accepts an update.
self.addEventListener('message', event => {
  if (event.data?.keep) event.waitUntil(keep(event.data.keep));
  if (event.data === 'update') self.skipWaiting();
});

self.addEventListener('fetch', event => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith('/api')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || FILES.includes(pathname))
    event.respondWith(asset(request));
});

// A notice says one sentence, the same whatever happened; a newer one takes its place.
self.addEventListener('push', event => {
  const words = event.data?.text();
  if (words)
    event.waitUntil(
      self.registration.showNotification(words, { icon: '/icon.svg', tag: 'waiting' }),
    );
});

self.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(open());
});

async function open() {
  const [shown] = await self.clients.matchAll({ type: 'window' });
  return shown ? shown.focus() : self.clients.openWindow('/');
}

async function page(request) {
  const kept = await caches.match('/', { cacheName: SHELL });
  return kept ?? fetch(request);
}

async function asset(request) {
  const kept = await caches.match(request, { cacheName: SHELL });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    caches.open(SHELL).then(cache => cache.put(request, copy));
  }
  return answer;
}

async function keep(paths) {
  const cache = await caches.open(SHELL);
  for (const path of paths) {
    if (!(await cache.match(path))) await cache.add(path).catch(() => {});
  }
}
