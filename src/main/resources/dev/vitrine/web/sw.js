// Keeps the page for when Vitrine is not there: what is asked for is asked of Vitrine first, and what it last answered is
// shown where it does not.
const SHELF = "vitrine-1";
const KEPT = /^\/($|web\/|models($|\/[^/]+($|\/(thumbnail|card|code|examples\/)))|favicon\.ico)/;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method === "GET" && url.origin === location.origin && KEPT.test(url.pathname)) {
    event.respondWith(fresh(request));
  }
});

async function fresh(request) {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request);
    if (answer.status === 200) {
      await shelf.put(request, answer.clone());
    }
    return answer;
  } catch (error) {
    const kept = await shelf.match(request, { ignoreVary: true });
    if (kept) {
      return kept;
    }
    throw error;
  }
}
