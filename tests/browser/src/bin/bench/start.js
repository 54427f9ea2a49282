// Answers with the milliseconds from the beginning of the visit until the first letter that is typed into the box is on the
// screen: as soon as the box is there, the letter is sent as a person's would be.
const done = arguments[0];
const look = () => {
  const box = document.querySelector("#box");
  if (!box) return requestAnimationFrame(look);
  box.focus();
  // What an earlier visit left in it is replaced.
  box.select();
  document.execCommand("insertText", false, "a");
  // Called before the frame that shows the letter, and after it.
  requestAnimationFrame(() => setTimeout(() => done(box.value === "a" ? performance.now() : null)));
};
look();
