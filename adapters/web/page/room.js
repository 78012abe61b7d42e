// The room: who you are in this window, what you look at, and what goes back and forth.

import { Composer } from "./composer.js";
import { el, plain, text } from "./draw.js";
import { FormDialog } from "./form.js";
import { keep } from "./keep.js";
import { Stream, spoken } from "./stream.js";
import { Wire } from "./wire.js";

const byId = (id) => document.getElementById(id);
const LINK = {
  open: "",
  away: "Reconnecting… What you write stays here.",
  nameless: "This is not the whole address. Open the one that the bot printed when it started, with everything after the #.",
  locked: "The bot has started anew, so this address no longer opens the room. Open the address that it prints now. What you wrote is still here to copy.",
};
const TOO_LONG = "This is far too long to send. Please send it in parts.";
const ONCE_MORE = "This had reached the bot before. Nothing was done twice; type /dialogue mine to see what is kept.";

const state = { you: null, view: null, people: [], channels: [], news: new Set() };
const form = new FormDialog();
const stream = new Stream({ press, fetch: save });
const composer = new Composer({ say, ask: (typed) => wire.tell({ kind: "type", text: typed }) });
const wire = new Wire({ token: location.hash.slice(1) || keep.get("token") || "", hear, changed });

function start() {
  if (location.hash.length > 1) keep.set("token", location.hash.slice(1));
  const wanted = new URLSearchParams(location.search).get("as") ?? keep.get("person") ?? "";
  byId("as").addEventListener("change", (event) => become(event.target.value));
  byId("add-person").addEventListener("click", (event) => add("person", event.currentTarget));
  byId("add-channel").addEventListener("click", (event) => add("channel", event.currentTarget));
  wire.open(wanted);
}

// --- what comes from the room ---

function hear(said) {
  const isHere = said.view === state.view;
  switch (said.kind) {
    case "welcome":
      welcome(said);
      break;
    case "room":
      furnish(said);
      break;
    case "history":
      if (isHere) stream.history(said.items);
      break;
    case "post":
    case "talk":
      if (isHere) stream.put(said);
      if (isHere && (said.kind === "talk" || said.is_new)) announce(spoken(said));
      break;
    case "gone":
      if (isHere) stream.takeDown(said.post);
      break;
    case "news":
      state.news.add(said.view);
      drawPlaces();
      break;
    case "offers":
      composer.show(said.text, said.offers);
      break;
    default:
  }
}

function welcome(said) {
  const isSame = state.you === said.you;
  state.you = said.you;
  keep.set("person", said.you);
  const address = new URL(location.href);
  address.searchParams.set("as", said.you);
  history.replaceState(null, "", address);
  furnish(said);
  if (!isSame) stream.forget();
  const views = [...state.channels.map((channel) => channel.id), direct()];
  const wanted = isSame ? state.view : keep.get(`view:${said.you}`);
  enter(views.includes(wanted) ? wanted : views[0], { isSame });
}

function furnish({ people, channels }) {
  state.people = people;
  state.channels = channels;
  drawPeople();
  drawPlaces();
}

function changed(link) {
  document.body.dataset.link = link;
  if (byId("link").textContent !== LINK[link]) byId("link").textContent = LINK[link];
}

function announce(words) {
  const told = byId("told");
  told.textContent = "";
  setTimeout(() => {
    told.textContent = words.slice(0, 300);
  }, 50);
}

// --- where you are, and who ---

function direct() {
  return `@${state.you}`;
}

function you() {
  return state.people.find((person) => person.id === state.you);
}

function enter(view, { isSame = false } = {}) {
  state.view = view;
  state.news.delete(view);
  keep.set(`view:${state.you}`, view);
  if (!isSame) {
    stream.enter(view);
    composer.enter(`words:${state.you}:${view}`, composing(view));
  }
  wire.tell({ kind: "enter", view });
  drawPlaces();
}

function composing(view) {
  if (view === direct()) {
    return {
      label: "Write to Counterpoint. Nobody else sees it.",
      note: "Type / for what you can ask for.",
    };
  }
  return {
    label: `Write to everybody in ${nameOf(view)}`,
    note: "The bot does not keep what you write here. Begin with / or @counterpoint to reach it.",
  };
}

function nameOf(view) {
  if (view === direct()) return "Counterpoint, directly";
  return state.channels.find((channel) => channel.id === view)?.name ?? view;
}

function become(person) {
  if (wire.isBusy || form.isOpen) {
    byId("as").value = state.you;
    byId("link").textContent = "Wait until what you sent has arrived, then switch.";
    return;
  }
  wire.open(person);
}

function drawPeople() {
  byId("as").replaceChildren(
    ...state.people.map((person) => el("option", { value: person.id, selected: person.id === state.you }, shown(person))),
  );
  byId("people").replaceChildren(
    ...state.people
      .filter((person) => person.id !== state.you)
      .map((person) => el("li", {}, el("a", { href: `?as=${encodeURIComponent(person.id)}#${wire.token}`, target: "_blank", rel: "noopener" }, `Open a window as ${person.name}`))),
  );
}

function shown(person) {
  return person.may_manage ? `${person.name}, may manage` : person.name;
}

function drawPlaces() {
  const place = (view, name) => {
    const isHere = view === state.view;
    const news = state.news.has(view) ? [el("span", { class: "news" }, " new")] : [];
    return el("li", {}, el("button", { type: "button", class: "place", "aria-current": isHere ? "page" : null, on: { click: () => go(view) } }, text(name), ...news));
  };
  byId("channels").replaceChildren(...state.channels.map((channel) => place(channel.id, channel.name)));
  byId("direct").replaceChildren(place(direct(), "Counterpoint"));
  byId("title").textContent = nameOf(state.view);
  byId("about").textContent = state.view === direct() ? "Only you and the bot are here." : "";
  byId("empty").textContent = state.view === direct() ? "Nothing here yet. What only you can see is shown here too." : "Nothing here yet. Type /dialogue start to begin a dialogue, if you may manage this channel.";
  const name = you()?.name ?? "";
  document.title = `${nameOf(state.view)} · ${name} · Counterpoint`;
}

function go(view) {
  enter(view);
  composer.focus();
}

// --- what you do ---

async function say(words) {
  const { view } = state;
  const answer = await wire.ask({ kind: "words", view, text: words });
  if (answer.reply === "too_long") return TOO_LONG;
  if (answer.reply === "silence") return ONCE_MORE;
  if (answer.reply !== "talk") answered(answer, { view, cause: `You wrote: ${words}`, back: () => composer.focus() });
  return "";
}

async function press(choice, button) {
  const { view } = state;
  button.disabled = true;
  const answer = await wire.ask({ kind: "choice", view, ticket: choice.ticket });
  button.disabled = false;
  answered(answer, { view, cause: `You pressed “${choice.label}”`, back: () => button.focus(), isPressed: true });
}

// Do what the bot answered: open its form, or say what only you can see.
function answered(answer, { view, cause, back, isPressed = false }) {
  if (answer.reply === "form") {
    openForm(answer.form, { view, back });
    return;
  }
  if (answer.reply === "silence") {
    announce(ONCE_MORE);
    return;
  }
  const said = { cause, said: answer.message, waiting: answer.waiting, file: answer.file };
  const shownHere = stream.aside(view, said);
  if (view !== direct()) stream.aside(direct(), said);
  announce(`Only you can see this: ${plain(answer.message.words)}`);
  if (isPressed && view === state.view) shownHere.focus({ preventScroll: true });
}

function openForm(asked, { view, back }) {
  form.open(asked, {
    key: `form:${state.you}:${asked.ticket}:${asked.title}`,
    back,
    send: async (answers) => {
      const answer = await wire.ask({ kind: "form", view, ticket: asked.ticket, answers });
      if (answer.reply === "too_long") form.say(TOO_LONG);
      else if (answer.reply === "silence") form.say(ONCE_MORE);
      else if (answer.reply === "form") form.giveBack(answer.form);
      else {
        form.close({ isThrown: true });
        answered(answer, { view, cause: `You sent “${asked.title}”`, back, isPressed: true });
      }
    },
  });
}

// Add a person or a channel: a small form of the page's own.
function add(kind, button) {
  const what = kind === "person" ? "A person's name" : "The channel's name";
  const asked = {
    title: kind === "person" ? "Add a person" : "Add a channel",
    ticket: kind,
    intro: [],
    fields: [{ id: "name", label: what, kind: "line", hint: "", options: [], is_required: true, most: 32 }],
    values: {},
    problems: {},
    send: "Add",
  };
  form.open(asked, {
    key: `add:${kind}`,
    back: () => button.focus(),
    send: async ({ name }) => {
      const answer = await wire.ask({ kind, name });
      if (answer.reply !== "added") {
        const problem = answer.reply === "too_long" ? TOO_LONG : plain(answer.message.words);
        form.giveBack({ ...asked, problems: { name: problem } });
        return;
      }
      form.close({ isThrown: true });
      if (kind === "channel") go(answer.added);
      else announce(`${name} can speak now.`);
      button.focus();
    },
  });
}

async function save(key) {
  try {
    const { name, body } = await wire.download(key);
    const address = URL.createObjectURL(body);
    const link = el("a", { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    return `Saved as ${name}.`;
  } catch {
    return "The file could not be fetched. Ask for it again.";
  }
}

start();
