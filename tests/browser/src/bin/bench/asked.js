// What a page asked for until one could write: how many requests, how many bytes.
const [visit] = performance.getEntriesByType("navigation");
const all = performance.getEntriesByType("resource").filter((it) => it.startTime < window.seen);
return {
  requests: all.length + 1,
  bytes: all.reduce((sum, it) => sum + it.encodedBodySize, visit.encodedBodySize),
  names: ["index.html", ...all.map((it) => it.name.split("/").pop())].join(" "),
};
