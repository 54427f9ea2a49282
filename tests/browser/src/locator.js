// Finds things in a page by what a person meets: role, accessible name, visible text.
// Sent in front of every look at the page; a line that uses one of these functions follows it.
const squeeze = (text) => String(text ?? "").replace(/\s+/gu, " ").trim();

const INPUTS = {
  button: "button", submit: "button", reset: "button", image: "button", checkbox: "checkbox", radio: "radio",
  range: "slider", number: "spinbutton", search: "searchbox", file: "file", hidden: "",
};
const TAGS = {
  BUTTON: "button", SUMMARY: "button", TEXTAREA: "textbox", OPTION: "option", NAV: "navigation", MAIN: "main",
  DIALOG: "dialog", UL: "list", OL: "list", LI: "listitem", TABLE: "table", TR: "row", TD: "cell",
  TH: "columnheader", ARTICLE: "article", FIELDSET: "group", DETAILS: "group", PROGRESS: "progressbar",
  METER: "meter", OUTPUT: "status", ASIDE: "complementary", SECTION: "region", FORM: "form", HEADER: "banner",
  FOOTER: "contentinfo", BODY: "document", FIGURE: "figure", DL: "list",
};
const FROM_CONTENT = new Set(["button", "link", "heading", "checkbox", "radio", "switch", "option", "tab", "menuitem",
  "menuitemcheckbox", "menuitemradio", "treeitem", "cell", "columnheader", "rowheader", "row", "listitem", "article",
  "tooltip", "gridcell"]);

function roleOf(el) {
  const given = (el.getAttribute("role") || "").trim().split(/\s+/)[0];
  if (given) return given === "none" || given === "presentation" ? "" : given;
  if (/^H[1-6]$/.test(el.tagName)) return "heading";
  if (el.tagName === "A" || el.tagName === "AREA") return el.hasAttribute("href") ? "link" : "";
  if (el.tagName === "INPUT") return INPUTS[el.type] ?? (el.hasAttribute("list") ? "combobox" : "textbox");
  if (el.tagName === "SELECT") return el.multiple || el.size > 1 ? "listbox" : "combobox";
  if (el.tagName === "IMG") return el.getAttribute("alt") === "" ? "" : "img";
  if (el.tagName === "svg") return el.hasAttribute("aria-label") || el.hasAttribute("aria-labelledby") ? "img" : "";
  if (el.isContentEditable && !el.parentElement?.isContentEditable) return "textbox";
  return TAGS[el.tagName] ?? "";
}

const unrendered = (el) => {
  const style = getComputedStyle(el);
  return style.display === "none" || style.visibility !== "visible" || el.getAttribute("aria-hidden") === "true";
};

// The text of a node as a screen reader reads it; `skip` is the control whose label is being read.
function spoken(node, skip, even_hidden) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node === skip) return "";
  if (!even_hidden && unrendered(node)) return "";
  if (["SCRIPT", "STYLE", "TEMPLATE"].includes(node.tagName)) return "";
  const label = node.getAttribute("aria-label");
  if (label?.trim()) return label;
  if (node.tagName === "IMG") return node.alt;
  if (node.tagName === "BR") return " ";
  if (node.tagName === "svg") return node.querySelector("title")?.textContent ?? "";
  if (["INPUT", "TEXTAREA"].includes(node.tagName)) return ` ${node.type === "checkbox" || node.type === "radio" ? "" : node.value} `;
  if (node.tagName === "SELECT") return ` ${node.selectedOptions[0]?.label ?? ""} `;
  const inside = [...node.childNodes].map((child) => spoken(child, skip, even_hidden)).join("");
  return getComputedStyle(node).display === "inline" ? inside : ` ${inside} `;
}

function nameOf(el) {
  const ids = (el.getAttribute("aria-labelledby") || "").trim();
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean);
    const name = squeeze(parts.map((part) => spoken(part, null, unrendered(part))).join(" "));
    if (name) return name;
  }
  const label = squeeze(el.getAttribute("aria-label"));
  if (label) return label;
  if (el.labels?.length && el.tagName !== "BUTTON") {
    const name = squeeze([...el.labels].map((one) => spoken(one, el, false)).join(" "));
    if (name) return name;
  }
  if (el.tagName === "INPUT" && ["button", "submit", "reset"].includes(el.type) && el.value) return squeeze(el.value);
  if (el.tagName === "IMG" || el.type === "image") return squeeze(el.alt || el.title);
  const part = { FIELDSET: "legend", TABLE: "caption", FIGURE: "figcaption", DETAILS: "summary", svg: "title" }[el.tagName];
  const first = part && el.querySelector(`:scope > ${part}`);
  if (first) return squeeze(first.textContent);
  if (FROM_CONTENT.has(roleOf(el))) {
    const name = squeeze([...el.childNodes].map((child) => spoken(child, null, false)).join(""));
    if (name) return name;
  }
  return squeeze(el.getAttribute("title") || el.getAttribute("placeholder"));
}

function modal() {
  try { return [...document.querySelectorAll("dialog:modal")].pop() ?? null; } catch { return null; }
}

// Can a person meet it? Drawn, and neither hidden from assistive technology nor out of reach behind `dialog`.
function reachable(el, dialog) {
  if (!el.checkVisibility({ visibilityProperty: true }) || el.closest("[aria-hidden=true], [inert]")) return false;
  return !dialog || dialog.contains(el) || el.contains(dialog);
}

function matches(el, step, dialog) {
  if (!step.roles.includes(roleOf(el))) return false;
  if (!step.hidden && !reachable(el, dialog)) return false;
  if (step.how === "any") return true;
  const name = nameOf(el);
  return step.how === "exact" ? name === squeeze(step.name) : name.includes(squeeze(step.name));
}

// Each step looks inside what the step before found.
function find(steps) {
  let roots = [document];
  const dialog = modal();
  for (const step of steps) {
    const found = roots.flatMap((root) => [...root.querySelectorAll("*")].filter((el) => matches(el, step, dialog)));
    roots = [...new Set(found)];
    if (step.nth !== null) roots = roots.slice(step.nth, step.nth + 1);
  }
  return roots;
}

// What could have been meant: the names of everything with one of the roles.
function candidates(steps) {
  const roles = steps[steps.length - 1].roles;
  const dialog = modal();
  return [...document.querySelectorAll("*")].filter((el) => roles.includes(roleOf(el)))
    .map((el) => `${roleOf(el)} "${nameOf(el)}"${reachable(el, dialog) ? "" : " (hidden)"}`).slice(0, 40);
}

function describe(el) {
  return el ? { role: roleOf(el), name: nameOf(el) } : { role: "", name: "" };
}
