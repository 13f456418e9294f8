// A form with the columns of a figure, and the reason for what is set in them.

const FIRST = ["value", "low", "high", "bound", "kind", "unit", "measured", "place_text", "period", "status", "speaker"];
const MARKS = { bound: "how firmly", unit: "what the value counts", measured: "the article’s words" };

// `start` holds the cells to begin with, `given` what is explained beside a field, `done` is called
// with the cells and the reason, and returns words by field where something is wrong.
function makeForm({ start, given, reason, label, done, cancel }) {
  const inputs = new Map();
  const rows = new Map();
  for (const field of correctable) {
    const input = makeInput(field, start[field.name] || "", given.has(field.name));
    inputs.set(field.name, input);
    rows.set(field.name, makeRow(field, input, given.get(field.name)));
  }
  const why = make("input", { type: "text", id: "field-reason", value: reason, autocomplete: "off", "aria-describedby": "error-reason" });
  const rest = correctable.map((field) => field.name).filter((name) => !FIRST.includes(name));
  const form = make("form", { class: "fields", novalidate: true },
    FIRST.map((name) => rows.get(name)),
    make("details", { class: "rest", open: rest.some((name) => given.has(name)) },
      make("summary", {}, "More columns"), rest.map((name) => rows.get(name))),
    make("div", { class: "row why" }, make("label", { for: "field-reason" }, "Reason"), why,
      make("p", { class: "wrong", id: "error-reason" })),
    make("div", { class: "acts" },
      make("button", { type: "submit", class: "quiet strong" }, label), makeButton("Cancel", cancel)));
  const showInterval = () => {
    const range = inputs.get("bound").value === "range";
    rows.get("value").hidden = range;
    rows.get("low").hidden = rows.get("high").hidden = !range;
  };
  inputs.get("bound").addEventListener("change", showInterval);
  showInterval();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submitForm(form, inputs, why, done);
  });
  return { form, focus: (name) => focusField(form, inputs, name) };
}

function submitForm(form, inputs, why, done) {
  const cells = {};
  for (const [name, input] of inputs) cells[name] = tidyCell(fieldByName.get(name), input.value);
  const settled = settleCells(cells);
  const wrong = explainCells(settled);
  const reason = why.value.trim();
  if (!reason) wrong.set("reason", "Say why: the reason is published with the correction.");
  if (!wrong.size) for (const [name, words] of done(settled, reason) || []) wrong.set(name, words);
  showWrong(form, wrong);
}

function showWrong(form, wrong) {
  for (const place of form.querySelectorAll(".wrong")) {
    const name = place.id.replace("error-", "");
    place.textContent = wrong.get(name) || "";
    const input = form.querySelector(`#field-${name}`);
    if (input && wrong.has(name)) input.setAttribute("aria-invalid", "true");
    else input?.removeAttribute("aria-invalid");
  }
  const first = form.querySelector("[aria-invalid=true]");
  if (!first) return;
  const fold = first.closest("details");
  if (fold) fold.open = true;
  first.focus();
}

function focusField(form, inputs, name) {
  const input = inputs.get(name) || inputs.get("value");
  const fold = input.closest("details");
  if (fold) fold.open = true;
  const shown = input.closest(".row").hidden ? inputs.get("bound") : input;
  shown.focus();
}

function makeRow(field, input, words) {
  const hint = MARKS[field.name];
  return make("div", { class: words ? "row doubtful" : "row" },
    make("label", { for: `field-${field.name}` }, field.title, hint ? make("small", {}, ` ${hint}`) : ""),
    input,
    words ? make("p", { class: "given", id: `given-${field.name}` }, words) : "",
    make("p", { class: "wrong", id: `error-${field.name}` }));
}

function makeInput(field, cell, explained) {
  const properties = {
    id: `field-${field.name}`, autocomplete: "off", spellcheck: "false",
    "aria-describedby": `${explained ? `given-${field.name} ` : ""}error-${field.name}`,
  };
  const choices = listChoices(field);
  if (choices) {
    const select = make("select", properties, choices.map(([value, label]) => make("option", { value }, label)));
    select.value = cell;
    return select;
  }
  const list = { place: "places", unit: "units", per: "units" }[field.name];
  const numeric = field.type === "number" ? { inputmode: "decimal" } : {};
  return make("input", { type: "text", ...properties, ...numeric, value: cell, list: list && `list-${list}` });
}

// Closed sets have a choice; null where anything may be typed.
function listChoices(field) {
  const empty = field.required ? [] : [["", "–"]];
  if (field.name === "measure") return [...empty, ...content.codes.measures.map(([code, label]) => [code, `${label} (${code})`])];
  if (field.type === "boolean") return [["false", "no"], ["true", "yes"]];
  return field.enum.length ? [...empty, ...field.enum.map((cell) => [cell, cell.replaceAll("_", " ")])] : null;
}

function buildLists() {
  for (const name of ["places", "units"]) {
    document.body.append(make("datalist", { id: `list-${name}` },
      content.codes[name].map(([code, label]) => make("option", { value: code }, label))));
  }
}
