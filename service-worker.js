// Keeps every file of the app on the device, so that it starts with no network at all.
//
// The build fills in the version and the list of files with their digests. A version is complete or not there: each file
// is compared with its digest before any is kept, and a download that fails leaves the version before it as it was. The
// files of older versions go only after a page of this version has said that it runs. Nothing is ever fetched that is not
// in the list, and nothing from anywhere else.

const VERSION = "{version}";
const FILES = {files};

const PREFIX = `nappe ${new URL("./", self.location).pathname} `;
const CACHE = PREFIX + VERSION;
// Files that another app handed over, until a page takes them. They belong to no version.
const RECEIVED = PREFIX + "received";

const address = (file) => new URL(file, self.location).href;

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// A name with a digest never means anything else: what the page has just loaded need not be loaded again.
const isNamed = (file) => /-[0-9a-f]{16}\./.test(file);

async function download(file) {
  const response = await fetch(address(file), { cache: isNamed(file) ? "default" : "no-cache" });
  if (!response.ok) throw new Error(`${file}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if ((await digest(bytes)) !== FILES[file]) throw new Error(`${file} is of another version`);
  // Anew, without what the host wrote around it: a page must not be answered with a redirected response.
  return new Response(bytes, { headers: { "Content-Type": response.headers.get("Content-Type") ?? "" } });
}

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const names = Object.keys(FILES);
    const responses = await Promise.all(names.map(download));
    try {
      const cache = await caches.open(CACHE);
      await Promise.all(names.map((name, at) => cache.put(address(name), responses[at])));
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    const others = (await versions()).filter((name) => name !== CACHE);
    // On the first visit the page that is open becomes ours, since it is of this version.
    if (others.length === 0) await self.clients.claim();
  })());
});

async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== RECEIVED);
}

// The names of the files that would not be answered from this device, or not as they should be.
async function missing(script) {
  // The page that asks must be of this version, or it would not be what starts next time.
  const names = Object.keys(FILES).concat(script in FILES ? [] : [script]);
  const cache = await caches.open(CACHE);
  const lacks = async (file) => {
    const response = await cache.match(address(file));
    return !response || (await digest(await response.arrayBuffer())) !== FILES[file];
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

const ANSWERS = {
  check: async ({ script }) => ({ version: VERSION, missing: await missing(script) }),
  received,
  // A page of an older version names none: then they stay, and are shown once more.
  taken: async ({ files = [] }) => {
    loose = loose.filter(({ at }) => !files.includes(at));
    const cache = await caches.open(RECEIVED);
    await Promise.all(files.map((at) => cache.delete(at)));
  },
  running: async ({ script }) => {
    // A newer version that waits has files of its own here; they are not what is left of an old one.
    const { waiting, installing } = self.registration;
    if (!(script in FILES) || (waiting && waiting.state !== "redundant") || installing) return;
    const old = (await versions()).filter((name) => name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
  },
  apply: () => self.skipWaiting(),
};

self.addEventListener("message", (event) => {
  const answer = ANSWERS[event.data?.ask];
  if (!answer) return;
  event.waitUntil((async () => {
    const said = await answer(event.data);
    event.ports[0]?.postMessage(said);
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
  const url = new URL(request.url);
  const scope = address("./");
  if (request.method === "POST" && url.href === address("share")) {
    event.respondWith(receive(request));
    return;
  }
  url.hash = "";
  url.search = "";
  const wanted = url.href === address("index.html") ? scope : url.href;
  const name = wanted === scope ? "./" : wanted.slice(scope.length);
  if (request.method !== "GET" || !wanted.startsWith(scope) || !Object.hasOwn(FILES, name)) return;
  event.respondWith((async () => {
    let kept;
    try {
      kept = await (await caches.open(CACHE)).match(wanted);
    } catch {
      // A device so full that nothing can be opened.
    }
    // A browser that lost the file may still have a network.
    return kept ?? fetch(request);
  })());
});
