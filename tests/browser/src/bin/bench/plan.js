// The planner over a grid of events, each once, as a person would wait for it.
const done = arguments[arguments.length - 1];
const glue = performance.getEntriesByType('resource').map(it => it.name).find(it => it.endsWith('.js'));
import(glue).then(app => {
  const lines = [];
  for (const tables of [3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30]) {
    for (let rounds = 2; rounds <= Math.min(6, tables); rounds++) {
      for (const hosts of [0, 1, 2]) {
        for (const people of tables === 30 ? [152, 300] : [tables * 4 + 1, tables * 5 + 2]) {
          const start = performance.now();
          const [s2, bound, second, most] = app.plan_seats(people, tables, rounds, hosts);
          lines.push({ people, tables, rounds, hosts, s2, bound, second, most, ms: performance.now() - start });
        }
      }
    }
  }
  done(lines);
}, error => done({ error: String(error) }));
