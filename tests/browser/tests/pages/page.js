const $ = (id) => document.getElementById(id);
$("language").textContent = `language: ${navigator.languages.join(" ")}`;
let visits = "blocked";
try {
  visits = Number(localStorage.getItem("visits") ?? 0) + 1;
  localStorage.setItem("visits", visits);
} catch { visits = "blocked"; }
$("store").textContent = `visits: ${visits}`;
const say = (list, text) => list.append(Object.assign(document.createElement("li"), { textContent: text }));
$("form").addEventListener("submit", (event) => {
  event.preventDefault();
  say($("notes"), `${$("note").value} | ${$("table").value} | ${$("ready").checked} | ${new FormData($("form")).get("tint")}`);
});
async function take(files) {
  for (const file of files) say($("chosen"), `${file.name}: ${await file.text()}`);
}
$("files").addEventListener("change", () => take($("files").files));
$("drop").addEventListener("dragover", (event) => event.preventDefault());
$("drop").addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files); });
$("export").addEventListener("click", () => {
  const url = URL.createObjectURL(new Blob(['{"note":"café ☕"}'], { type: "application/json" }));
  Object.assign(document.createElement("a"), { href: url, download: "bundle.json" }).click();
});
$("ask").addEventListener("click", () => { $("answer").textContent = confirm("Really?") ? "yes" : "no"; });
$("fail").addEventListener("click", () => { console.error("said on the console"); throw new Error("thrown on a click"); });
let held = "";
addEventListener("pointerdown", (event) => { held = event.target.id; });
addEventListener("pointerup", (event) => {
  const under = document.elementFromPoint(event.clientX, event.clientY)?.id;
  if (held === "export" && under === "drop") $("answer").textContent = `${held} to ${under}`;
});
