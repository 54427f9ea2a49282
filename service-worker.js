// Keeps every file of the app on the device, so that it starts with no network at all.
//
// The build fills in the version and the list of files with their digests. A version is complete or not there: each file
// is compared with its digest before any is kept, and a download that fails leaves the version before it as it was. Which
// version starts, a person says. The files of older versions go only after a page of this version has said that it runs.
// The worker fetches by itself nothing that is not in the list, and nothing from anywhere else.

const VERSION = "{version}";
const FILES = {files};

const PREFIX = `nappe ${new URL("./", self.location).pathname} `;
const CACHE = PREFIX + VERSION;
// Files that another app handed over, until a page takes them. They belong to no version.
const RECEIVED = PREFIX + "received";
// Which version is the one to start. It belongs to none, either.
const CHOSEN = PREFIX + "chosen";

const address = (file) => new URL(file, self.location).href;
const SCOPE = address("./");
// Beside the files of a version, its list: the worker of a newer one compares by it. No answer is ever looked for under an
// address with a query, so this is never one.
const LIST = address("./?files");

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Lists hold the beginnings of digests, and another version's may hold longer ones.
const fits = async (bytes, digits) => (await digest(bytes)).startsWith(digits);

// A name with a digest never means anything else: what the page has just loaded need not be loaded again.
const isNamed = (file) => /-[0-9a-f]{16}\./.test(file);

async function download(file, digits = FILES[file]) {
  // Yet what the browser kept under it may be the page of a network that asks one to log in.
  for (const cache of isNamed(file) ? ["default", "reload"] : ["no-cache"]) {
    const response = await fetch(address(file), { cache });
    const bytes = await response.arrayBuffer();
    if (!response.ok || !(await fits(bytes, digits))) continue;
    // Anew, without what the host wrote around it: a page must not be answered with a redirected response.
    return new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") ?? "" } });
  }
  throw new Error(`${file} is not there, or of another version`);
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const names = Object.keys(FILES);
    const responses = await Promise.all(names.map((name) => download(name)));
    // A version that is served again may be the one that is used.
    const isHere = await caches.has(CACHE);
    try {
      const cache = await caches.open(CACHE);
      await Promise.all(names.map((name, at) => cache.put(address(name), responses[at])));
      await cache.put(LIST, new Response(JSON.stringify(FILES)));
      // Nothing is noted before a first version rules; nor by a worker that knew nothing of choosing. Its pages would not know
      // how to ask for this version once no page is open: what they have is not chosen for good.
      const [old] = await others();
      if (!(await chosen()) && old && (await caches.match(LIST, { cacheName: old }))) await choose(old);
    } catch (error) {
      if (!isHere) await caches.delete(CACHE);
      throw error;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    // Asked first: a page that hears of this worker makes it take away what older ones left.
    const isFirst = (await others()).length === 0;
    // It was chosen; a page of the version before may have said meanwhile that it runs. Or nothing was ever noted.
    if (older === false || !(await chosen())) await choose(CACHE);
    // Much may have happened while it waited.
    else older = undefined;
    // On the first visit the page that is open becomes ours, since it is of this version.
    if (isFirst) await self.clients.claim();
  })());
});

// The caches of other versions, the oldest first.
async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && ![CACHE, RECEIVED, CHOSEN].includes(name));
}

// Browsers let a newer worker rule as soon as no page is open, and ask nobody. Until a person has chosen its version, it
// answers with the files of the one before. This is the cache of that one; false where there is none; undefined as long as
// it was not looked up, since browsers end and start this worker as they like.
let older;

const chosen = async () => (await caches.match(SCOPE, { cacheName: CHOSEN }))?.text();

async function choose(name) {
  older = name !== CACHE && name;
  try {
    await (await caches.open(CHOSEN)).put(SCOPE, new Response(name));
  } catch {
    // A device so full that nothing can be stored: it is known for as long as this worker runs.
  }
}

async function before() {
  if (older !== undefined) return older;
  const noted = (await chosen()) ?? CACHE;
  // A browser may have taken one of them away: then another one starts, whichever is there.
  let name;
  for (const it of [noted, CACHE, ...(await others())]) {
    if (await caches.match(SCOPE, { cacheName: it })) {
      name = it;
      break;
    }
  }
  // Unless it was chosen meanwhile.
  if (older === undefined) {
    if (name === noted || !name) older = noted !== CACHE && noted;
    else await choose(name);
  }
  return older;
}

// The files of a version with their digests; with none, what is there, where its worker left no list.
async function filesOf(cacheName) {
  if (!cacheName) return FILES;
  const list = await caches.match(LIST, { cacheName });
  if (list) return list.json();
  const there = await (await caches.open(cacheName)).keys();
  return Object.fromEntries(there.map(({ url }) => [url.slice(SCOPE.length) || "./", ""]));
}

// What of the app a request is for, by its name in the list; undefined for everything else. A query makes no difference.
function named({ method, url }) {
  const { origin, pathname } = new URL(url);
  const at = origin + pathname;
  if (method !== "GET" || !at.startsWith(SCOPE)) return undefined;
  const name = (at !== address("index.html") && at.slice(SCOPE.length)) || "./";
  // What only an older version has, has a digest in its name. Whether it does have it, is found out later: it takes a while.
  return Object.hasOwn(FILES, name) || (older !== false && isNamed(name)) ? name : undefined;
}

// What a version answers to a request. The proof asks here as well: a start gets nothing that the proof did not get.
async function kept(request, cacheName) {
  const name = named(request);
  return name && caches.match(address(name), { cacheName });
}

// The names of the files that would not be answered from this device, or not as they should be.
async function missing(script, cacheName, files) {
  // The page that asks must be of the version that is looked at, or it would not be what starts next time.
  const names = Object.keys(files).concat(script in files ? [] : [script]);
  const lacks = async (file) => {
    const response = await kept(new Request(address(file)), cacheName);
    if (!response) return true;
    return !(file in files && response.ok && (await fits(await response.arrayBuffer(), files[file])));
  };
  const lacking = await Promise.all(names.map(lacks));
  return names.filter((_, at) => lacking[at]);
}

// Shared files that the cache did not take: held until the page has shown them, which is at once.
let loose = [];

// What was shared and is not settled yet, each with the address that it is settled by.
async function received() {
  const files = [...loose];
  try {
    const cache = await caches.open(RECEIVED);
    for (const { url } of await cache.keys()) {
      const response = await cache.match(url);
      files.push({ at: url, name: decodeURIComponent(url.split("/").pop()), bytes: await response.arrayBuffer() });
    }
  } catch {
    // A device so full that nothing can be opened: what is held is there.
  }
  return files;
}

let mending;

async function mend(script) {
  const old = await before();
  const files = await filesOf(old);
  const cache = await caches.open(old || CACHE);
  const lost = (await missing(script, old || CACHE, files)).filter((name) => files[name]);
  const put = async (name) => cache.put(address(name), await download(name, files[name]));
  await Promise.allSettled(lost.map(put));
}

const ANSWERS = {
  check: async ({ script }) => {
    const old = await before();
    const files = await filesOf(old);
    // Only a version that is here whole is offered.
    const newer = !!old && script in files && (await missing("./", CACHE, FILES)).length === 0;
    return { version: VERSION, missing: await missing(script, old || CACHE, files), newer };
  },
  // Downloads what the browser lost, of the version that starts next time. What the host has no longer stays missing.
  mend: async ({ script }) => {
    // Who asks again meanwhile, in this page or another one, waits for the same download.
    mending ??= mend(script).finally(() => (mending = undefined));
    await mending;
  },
  received,
  // A page of an older version names none: then they stay, and are shown once more.
  taken: async ({ files = [] }) => {
    loose = loose.filter(({ at }) => !files.includes(at));
    const cache = await caches.open(RECEIVED);
    await Promise.all(files.map((at) => cache.delete(at)));
  },
  running: async ({ script }) => {
    // Versions may have one script, and the page is of the one that was answered.
    const old = await before();
    if (!(script in FILES) || (old && script in (await filesOf(old)))) return;
    if ((await chosen()) !== CACHE) await choose(CACHE);
    // A newer version that waits has files of its own here; they are not what is left of an old one.
    const { waiting, installing } = self.registration;
    if ((waiting && waiting.state !== "redundant") || installing) return;
    await Promise.all((await others()).map((name) => caches.delete(name)));
  },
  // Also where this worker rules already, and its version was not chosen yet.
  apply: async () => {
    await choose(CACHE);
    await self.skipWaiting();
  },
};

self.addEventListener("message", (event) => {
  const answer = ANSWERS[event.data?.ask];
  if (!answer) return;
  event.waitUntil((async () => {
    let said;
    try {
      said = await answer(event.data);
    } finally {
      // Whoever asked does not wait for what failed.
      event.ports[0]?.postMessage(said);
    }
  })());
});

// A bundle that was shared to the installed app: kept until it was imported or put away, and shown by the page. Whatever
// goes wrong, the page opens, and says what it has.
async function receive(request) {
  try {
    let count = Date.now();
    for (const file of (await request.formData()).getAll("bundle")) {
      if (typeof file === "string") continue;
      const at = address(`received/${count++}/${encodeURIComponent(file.name)}`);
      try {
        await (await caches.open(RECEIVED)).put(at, new Response(file));
      } catch {
        loose.push({ at, name: file.name, bytes: await file.arrayBuffer() });
      }
    }
  } catch {
    // The page says that nothing arrived, and what to do.
  }
  return Response.redirect(address("./#/received"), 303);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "POST" && request.url === address("share")) {
    event.respondWith(receive(request));
    return;
  }
  const name = named(request);
  if (!name) return;
  event.respondWith((async () => {
    let response;
    try {
      const cacheName = await before();
      response = cacheName && (await kept(request, cacheName));
      // A file of the version before is gone: it could not even offer this one, which starts from now on.
      if (cacheName && !response && name in (await filesOf(cacheName))) await choose(CACHE);
      response = response || (await kept(request, CACHE));
    } catch {
      // A device so full that nothing can be opened.
    }
    // A browser that lost the file may still have a network.
    return response || fetch(request);
  })());
});
