// Opens the sorting view, types into its filter, moves a hundred notes, opens the report; the milliseconds of each until
// the next frame.
const cafe = arguments[0];
const all = (selector) => document.querySelectorAll(selector);
const one = (selector) => document.querySelector(selector);
const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
const until = async (holds) => { while (!holds()) await frame(); };
const set = (field, value) => {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
};
async function time(act) {
  const start = performance.now();
  act();
  await frame();
  return performance.now() - start;
}
// Notes come a hundred at a time: all are there when no more come for a while.
async function settled() {
  for (let before = -1, quiet = 0; quiet < 5;) {
    await frame();
    quiet = all('.slip').length === before ? quiet + 1 : 0;
    before = all('.slip').length;
  }
}
async function work() {
  const start = performance.now();
  location.hash = `#/cafe/${cafe}/harvest`;
  await until(() => one('.slip'));
  await frame();
  const first = performance.now() - start;
  await settled();
  const every = performance.now() - start;
  const notes = all('.slip').length;
  const times = [];
  for (const text of ['2', '23', '234', '2345', '234', '23', '2', '28', '287', '2871']) {
    times.push(await time(() => set(one('#find'), text)));
    await settled();
  }
  const clearing = await time(() => set(one('#find'), ''));
  await settled();
  set(one('#lines-first'), 'Why\nHow');
  one('#lines-first').form.requestSubmit();
  await until(() => all('.board-column').length === 3);
  [...all('.slip-check')].slice(0, 100).forEach((box) => box.click());
  await until(() => one('.act-chosen .button--primary'));
  one('.act-chosen .button--primary').click();
  await until(() => one('dialog[open] .move-target'));
  const moving = await time(() => one('dialog[open] .move-target').click());
  // All of the report is in the page at once, so that it can be printed and looked through.
  const opened = performance.now();
  location.hash = `#/cafe/${cafe}/report`;
  await until(() => one('.report-question'));
  await frame();
  const report = performance.now() - opened;
  times.sort((x, y) => x - y);
  return { notes, first, all: every, letter: times[times.length >> 1], slowest: times.at(-1), clearing, moving, report };
}
window.sorted = null;
const done = (answer) => { window.sorted = answer; };
work().then(done, (error) => done({ error: String(error) }));
