// Making elements. Text is always set as text: nothing that an article says is read as markup.

const SVG = "http://www.w3.org/2000/svg";

function fillElement(element, properties, children) {
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) element.append(child);
  }
  return element;
}

function make(tag, properties, ...children) {
  return fillElement(document.createElement(tag), properties, children);
}

function draw(tag, properties, ...children) {
  return fillElement(document.createElementNS(SVG, tag), properties, children);
}

function byId(id) {
  return document.getElementById(id);
}

function announce(text) {
  // What lies outside an open dialog is not read out.
  const place = document.querySelector("dialog[open] .announcement") || byId("announcement");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
}

async function copyText(text, said) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = text;
    (document.querySelector("dialog[open]") || document.body).append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  announce(said);
}

// Some browsers tell of printing by events, some by the medium.
function whenPrinting(told) {
  const medium = matchMedia("print");
  medium.addEventListener("change", () => told(medium.matches));
  addEventListener("beforeprint", () => told(true));
  addEventListener("afterprint", () => told(false));
}

// Addresses come from articles' manifests: only those of the web become links.
function webAddress(address) {
  return address && /^https?:\/\//i.test(address) ? address : null;
}

function makeVerdict(verdict) {
  const { sign, word } = verdicts[verdict];
  return make("span", { class: `verdict ${verdict}` },
    make("span", { "aria-hidden": "true" }, sign), ` ${word}`);
}

// A list that shows its first items, and more of them on demand.
function fillInSteps(place, items, step, render, nothing) {
  place.replaceChildren();
  if (!items.length) {
    place.append(make("p", { class: "nothing" }, nothing));
    return;
  }
  const list = make("ul", { class: "steps" });
  const more = make("button", { type: "button", class: "quiet more", onclick: () => {
    const before = list.children.length;
    show();
    const first = list.children[before];
    first.tabIndex = -1;
    first.focus();
  } });
  let shown = 0;
  const show = () => {
    for (const item of items.slice(shown, shown + step)) list.append(make("li", {}, render(item)));
    shown = Math.min(items.length, shown + step);
    more.textContent = `Show more: ${(items.length - shown).toLocaleString("en-GB")} left`;
    more.hidden = shown === items.length;
  };
  show();
  place.append(list, more);
}
