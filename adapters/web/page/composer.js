// Where one writes: a line to the others, a line to the bot, or a command that completes itself.

import { el, newName } from "./draw.js";
import { keep } from "./keep.js";

const byId = (id) => document.getElementById(id);

// `say` is given the text and resolves with true once it has arrived; `ask` asks how a command could go on.
export class Composer {
  constructor({ say, ask }) {
    this.say = say;
    this.ask = ask;
    this.words = byId("words");
    this.list = byId("offers");
    this.box = byId("offers-box");
    this.offers = [];
    this.chosen = -1;
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.words.addEventListener("input", () => this.typed());
    this.words.addEventListener("keydown", (event) => this.pressed(event));
    this.words.addEventListener("blur", () => this.hide());
  }

  // Write in a view from now on; what was begun there and not sent is back.
  enter(key, { label, note }) {
    this.key = key;
    byId("words-label").textContent = label;
    byId("words-note").textContent = note;
    byId("words-problem").textContent = "";
    this.words.value = keep.get(key) ?? "";
    this.hide();
    this.grow();
  }

  focus() {
    this.words.focus();
  }

  // Show how a command could go on, if it is still the one that stands there.
  show(text, offers) {
    if (text === this.words.value && document.activeElement === this.words) this.lay(offers);
  }

  lay(offers) {
    this.offers = offers;
    this.chosen = -1;
    this.list.replaceChildren(...offers.map((offer, place) => this.drawOffer(offer, place)));
    this.box.hidden = offers.length === 0;
    this.mark();
  }

  drawOffer(offer, place) {
    const help = offer.help ? [el("span", { class: "help" }, offer.help)] : [];
    const option = el("li", { role: "option", id: newName("offer"), "aria-selected": "false" }, el("span", { class: "typed" }, offer.text), ...help);
    option.addEventListener("mousedown", (event) => {
      event.preventDefault();
      this.take(place);
    });
    return option;
  }

  hide() {
    this.offers = [];
    this.chosen = -1;
    this.box.hidden = true;
    this.list.replaceChildren();
    this.mark();
  }

  // Say to a screen reader what the arrow keys have reached. Only a command makes this a list to choose from.
  mark() {
    const isCommand = this.words.value.startsWith("/");
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", String(!this.box.hidden)], ["aria-haspopup", "listbox"]]) {
      if (isCommand) this.words.setAttribute(name, value);
      else this.words.removeAttribute(name);
    }
    [...this.list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === this.chosen)));
    const active = this.list.children[this.chosen];
    if (active) {
      this.words.setAttribute("aria-activedescendant", active.id);
      active.scrollIntoView({ block: "nearest" });
    } else {
      this.words.removeAttribute("aria-activedescendant");
    }
  }

  typed() {
    if (this.words.value) keep.set(this.key, this.words.value);
    else keep.drop(this.key);
    byId("words-problem").textContent = "";
    this.grow();
    const typed = this.words.value;
    if (!typed.startsWith("/") || typed.includes("\n")) {
      this.hide();
      return;
    }
    this.lay(this.offers.filter((offer) => offer.text.startsWith(typed) && offer.text !== typed));
    this.ask(typed);
  }

  pressed(event) {
    if (event.isComposing) return;
    const isOpen = !this.box.hidden;
    if (isOpen && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      const first = step === 1 ? 0 : this.offers.length - 1;
      this.chosen = this.chosen === -1 ? first : (this.chosen + step + this.offers.length) % this.offers.length;
      this.mark();
    } else if (isOpen && event.key === "Escape") {
      event.preventDefault();
      this.hide();
    } else if (isOpen && event.key === "Tab" && !event.shiftKey && this.chosen >= 0) {
      event.preventDefault();
      this.take(this.chosen);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (isOpen && this.chosen >= 0) this.take(this.chosen);
      else this.send();
    }
  }

  // Put an offer where the command is being typed; it can go on from there.
  take(place) {
    this.words.value = `${this.offers[place].text} `;
    this.words.focus();
    this.words.setSelectionRange(this.words.value.length, this.words.value.length);
    this.typed();
  }

  async send() {
    const text = this.words.value;
    if (!text.trim() || this.isSending) return;
    const { key } = this;
    this.hide();
    this.busy(true);
    const problem = await this.say(text);
    this.busy(false);
    if (problem) {
      byId("words-problem").textContent = problem;
      return;
    }
    if (keep.get(key) === text) keep.drop(key);
    if (this.key === key && this.words.value === text) this.words.value = "";
    this.grow();
  }

  busy(isBusy) {
    this.isSending = isBusy;
    this.words.readOnly = isBusy;
    byId("composer").setAttribute("aria-busy", String(isBusy));
    byId("send").textContent = isBusy ? "Sending…" : "Send";
  }

  grow() {
    this.words.rows = Math.min(8, Math.max(1, this.words.value.split("\n").length));
  }
}
