// Draws what the room sends: every text becomes a text node, so nothing in it can become anything else.

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const CLOCK = new Intl.DateTimeFormat(undefined, {
  weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short",
});
const HOUR = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });

let numbered = 0;

export function newName(kind) {
  numbered += 1;
  return `${kind}-${numbered}`;
}

// Make an element; `on` holds what it listens to, everything else is an attribute.
export function el(tag, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, String(value));
  }
  for (const [event, listener] of Object.entries(on)) element.addEventListener(event, listener);
  element.append(...children);
  return element;
}

// Write somebody's text; one that runs from right to left does not turn what stands around it.
export function text(words) {
  return RIGHT_TO_LEFT.test(words) ? el("bdi", {}, words) : document.createTextNode(words);
}

export function drawNodes(nodes) {
  return nodes.map((node) => {
    if (typeof node === "string") return text(node);
    if (node.strong) return el("strong", {}, ...drawNodes(node.strong));
    if (node.p) return el("p", {}, ...drawNodes(node.p));
    if (node.list) return el("ul", {}, ...node.list.map((item) => el("li", {}, ...drawNodes(item))));
    if (node.quote) return el("blockquote", { dir: "auto" }, ...drawNodes(node.quote));
    return drawTime(node.at, CLOCK, node.said);
  });
}

export function drawHour(at) {
  return drawTime(at, HOUR, at);
}

// Draw something said, with its buttons; `press` is told which one was pressed.
export function drawMessage(message, press) {
  const words = el("div", { class: "words" }, ...drawNodes(message.words));
  const drawn = el("div", { class: "message" }, words);
  if (message.choices.length) drawn.append(drawChoices(message, press));
  if (message.table) drawn.append(drawTable(message.table));
  if (message.below.length) {
    drawn.append(el("div", { class: "below" }, ...message.below.map((part) => drawMessage(part, press))));
  }
  return drawn;
}

// Draw a table that can be read row by row, by eye or by ear; a narrow screen moves it from side to side.
function drawTable(table) {
  const columns = table.columns.map((column) => el("th", { scope: "col" }, text(column)));
  const rows = table.rows.map((row) =>
    el("tr", {}, el("th", { scope: "row" }, text(row.head)), ...row.cells.map((cell) => el("td", {}, ...drawNodes(cell)))),
  );
  const name = newName("table");
  const drawn = el(
    "table",
    {},
    // The sentence above says the same to the eye; the ear needs it as the name of the table.
    el("caption", { id: name, class: "unseen" }, text(table.caption)),
    el("thead", {}, el("tr", {}, el("td", {}), ...columns)),
    el("tbody", {}, ...rows),
  );
  return el("div", { class: "table", role: "region", tabindex: "0", "aria-labelledby": name }, drawn);
}

// Return what is said, in plain words, for what is read aloud.
export function plain(nodes) {
  return nodes
    .map((node) => {
      if (typeof node === "string") return node;
      if (node.list) return node.list.map(plain).join("; ");
      return node.said ?? plain(node.strong ?? node.p ?? node.quote ?? []);
    })
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function drawChoices(message, press) {
  const about = plain(message.words).slice(0, 80);
  const group = el("div", { class: "choices", role: "group", "aria-label": `What you can do: ${about}` });
  for (const choice of message.choices) {
    group.append(
      el("button", { type: "button", "data-ticket": choice.ticket, on: { click: (event) => press(choice, event.currentTarget) } }, choice.label),
    );
  }
  return group;
}

function drawTime(at, clock, said) {
  const moment = new Date(at);
  const shown = Number.isNaN(moment.getTime()) ? said : clock.format(moment);
  return el("time", { datetime: at, title: said }, shown);
}
