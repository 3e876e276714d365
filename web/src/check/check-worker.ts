/**
 * Keeps a page for places without a network. At installation it reads the page's own file and fetches
 * what that names, so the first visit is enough; afterwards the network is asked first and the kept copy second.
 */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, listener: (event: WorkerEvent) => void): void;
}
interface WorkerEvent {
  readonly request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const scope = globalThis as unknown as WorkerScope;
/** Which page this worker keeps: the public check, or the card on the phone (`?page=/card`). */
const PAGE = new URL(location.href).searchParams.get('page') === '/card' ? '/card' : '/check';
const CACHE = `permit${PAGE.replace('/', '-')}-1`;

async function install(): Promise<void> {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE);
  const files = [...(await page.clone().text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
  await cache.put(PAGE, page);
  await Promise.all(files.map(([, file]) => keepWithImports(cache, file!)));
  await scope.skipWaiting();
}

/** A script together with the chunks that it imports. */
async function keepWithImports(cache: Cache, file: string): Promise<void> {
  if (await cache.match(file)) return;
  const response = await fetch(file);
  await cache.put(file, response.clone());
  if (!file.endsWith('.js')) return;
  const chunks = (await response.text()).matchAll(/from\s*["']\.\/([\w.-]+\.js)["']/g);
  await Promise.all([...chunks].map(([, chunk]) => keepWithImports(cache, `/assets/${chunk}`)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const key = request.mode === 'navigate' ? PAGE : request;
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  // The lists keep their own age in the page; a kept copy here would hide it.
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  event.respondWith(answer(request));
});
