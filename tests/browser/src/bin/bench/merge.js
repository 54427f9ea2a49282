// Both ways of merging two bundles, in turns; the best of seven each. The last argument ends the script.
const [a, b, done] = arguments;
const encoder = new TextEncoder(), decoder = new TextDecoder();
const bytes = [encoder.encode(a), encoder.encode(b)];

// What a careful programmer would write without a library: parse, a map by id, the later stamp wins, sort, stringify.
const stamp = note => (note.text ? note.text.reduce((last, it) => (it.at > last ? it.at : last), '') : '');
function javascript([a, b]) {
  const [left, right] = [a, b].map(it => JSON.parse(decoder.decode(it)));
  const byId = new Map(left.records.map(it => [it.id, it]));
  for (const theirs of right.records) {
    const own = byId.get(theirs.id);
    if (!own || stamp(theirs) > stamp(own)) byId.set(theirs.id, theirs);
  }
  const records = [...byId.values()].sort((x, y) => (x.id < y.id ? -1 : 1));
  return encoder.encode(JSON.stringify({ ...left, records }));
}

const glue = performance.getEntriesByType('resource').map(it => it.name).find(it => it.endsWith('.js'));
import(glue).then(app => {
  const best = { app: Infinity, js: Infinity };
  let out = null;
  for (let run = 0; run < 7; run++) {
    let start = performance.now();
    javascript(bytes);
    best.js = Math.min(best.js, performance.now() - start);
    start = performance.now();
    out = app.merge_bundles(bytes[0], bytes[1]);
    best.app = Math.min(best.app, performance.now() - start);
  }
  done({ ...best, bytes: out ? out.length : 0 });
}, error => done({ error: String(error) }));
