// How long the app takes to write the first bundle, to read the second one, and to plan its import.
const [a, b, done] = arguments;
const encoder = new TextEncoder();
const glue = performance.getEntriesByType('resource').map(it => it.name).find(it => it.endsWith('.js'));
import(glue).then(app => app.time_parts(encoder.encode(a), encoder.encode(b), (times) => done([...times])), error => done({ error: String(error) }));
