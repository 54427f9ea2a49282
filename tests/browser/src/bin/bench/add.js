// Adds eleven notes; the median time from the click to the next frame.
const done = arguments[0];
const box = document.getElementById('contribution');
const button = [...document.querySelectorAll('form.composer button')].pop();
const times = [];
function add() {
  box.value = 'A note of the bench ' + times.length;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  setTimeout(() => {
    const start = performance.now();
    button.click();
    requestAnimationFrame(() => setTimeout(() => {
      times.push(performance.now() - start);
      if (times.length < 11) add();
      else done(times.sort((x, y) => x - y)[5]);
    }));
  });
}
add();
