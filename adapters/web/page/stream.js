// What stands in a view: posts, what people say to each other, and what only you can see.

import { drawHour, drawMessage, el, plain, text } from "./draw.js";

const ASIDES_MOST = 4;
const byId = (id) => document.getElementById(id);

export class Stream {
  constructor({ press, fetch }) {
    this.press = press;
    this.fetch = fetch;
    this.scroller = byId("stream");
    this.items = byId("items");
    this.below = byId("below");
    this.asides = new Map();
    this.below.addEventListener("click", () => this.toEnd());
    this.scroller.addEventListener("scroll", () => this.isAtEnd() && (this.below.hidden = true));
  }

  // Look at a view: the posts in it follow, what only you can see is here already.
  enter(view) {
    this.view = view;
    this.items.replaceChildren();
    this.below.hidden = true;
    this.items.append(...(this.asides.get(view) ?? []));
  }

  forget() {
    this.asides.clear();
    this.items.replaceChildren();
  }

  // Lay out everything that stands here; what only you can see stays, at the end.
  history(items) {
    const asides = [...this.items.children].filter((child) => !child.dataset.name);
    this.items.replaceChildren(...items.map((item) => this.draw(item)), ...asides);
    this.empty();
    this.toEnd();
  }

  // Put a post or a line where it belongs: in place of the earlier one, else at the end.
  put(item) {
    const name = nameOf(item);
    const earlier = this.items.querySelector(`[data-name="${CSS.escape(name)}"]`);
    const drawn = this.draw(item);
    if (earlier) this.swap(earlier, drawn);
    else this.append(drawn);
    this.empty();
  }

  takeDown(post) {
    this.items.querySelector(`[data-name="${CSS.escape(`post ${post}`)}"]`)?.remove();
    this.empty();
  }

  // Show what only you can see, and fold what was shown before; returns it, so that the focus can go there.
  aside(view, { cause, said, waiting = [], file = null }) {
    const drawn = this.drawAside({ cause, said, waiting, file });
    const known = this.asides.get(view) ?? [];
    for (const earlier of known) earlier.querySelector("details").open = false;
    known.push(drawn);
    if (!view.startsWith("@")) {
      while (known.length > ASIDES_MOST) known.shift().remove();
    }
    this.asides.set(view, known);
    if (view === this.view) {
      this.items.append(drawn);
      this.empty();
      this.reach(drawn);
    }
    return drawn.querySelector("summary");
  }

  draw(item) {
    return item.talk ? this.drawTalk(item) : this.drawPost(item);
  }

  drawPost({ post, message }) {
    const article = el("article", { "aria-label": "Counterpoint" }, drawMessage(message, this.press));
    return el("li", { class: "item post", "data-name": `post ${post}` }, article);
  }

  drawTalk({ talk, name, text: words, at }) {
    const head = el("p", { class: "who" }, el("strong", {}, text(name)), " ", drawHour(at), el("span", { class: "quiet" }, " · not kept by the bot"));
    const article = el("article", { "aria-label": `${name}, not kept by the bot` }, head, el("p", { class: "spoken", dir: "auto" }, text(words)));
    return el("li", { class: "item talk", "data-name": `talk ${talk}` }, article);
  }

  drawAside({ cause, said, waiting, file }) {
    const dismiss = el("button", { type: "button", class: "plain dismiss" }, "Dismiss");
    const summary = el("summary", {}, el("span", { class: "only" }, "Only you can see this"), el("span", { class: "cause" }, text(cause)));
    const inside = el("details", { open: true }, summary, drawMessage(said, this.press));
    if (file) inside.append(this.drawFile(file));
    for (const message of waiting) inside.append(el("div", { class: "waiting" }, drawMessage(message, this.press)));
    const item = el("li", { class: "item aside" }, el("article", { "aria-label": "Only you can see this" }, inside, dismiss));
    dismiss.addEventListener("click", () => this.dismiss(item));
    return item;
  }

  drawFile(key) {
    const state = el("p", { class: "quiet", role: "status" });
    const save = el("button", { type: "button", class: "main" }, "Save the file");
    save.addEventListener("click", async () => {
      save.disabled = true;
      state.textContent = "Fetching the file…";
      state.textContent = await this.fetch(key);
      save.disabled = false;
    });
    return el("div", { class: "choices" }, save, state);
  }

  dismiss(item) {
    for (const known of this.asides.values()) {
      const place = known.indexOf(item);
      if (place >= 0) known.splice(place, 1);
    }
    item.remove();
    this.empty();
    byId("words").focus();
  }

  // Change what stands in a place without moving what is read, and without losing the focus.
  swap(earlier, drawn) {
    const focused = earlier.contains(document.activeElement) ? document.activeElement.dataset.ticket : null;
    earlier.replaceWith(drawn);
    if (focused) drawn.querySelector(`[data-ticket="${CSS.escape(focused)}"]`)?.focus();
  }

  // Put something new at the end; whoever reads further up is told, and not moved.
  append(drawn) {
    const wasAtEnd = this.isAtEnd();
    this.items.append(drawn);
    if (wasAtEnd) this.reach(drawn);
    else this.below.hidden = false;
  }

  // Show something new from its beginning.
  reach(drawn) {
    const isLong = drawn.offsetHeight > this.scroller.clientHeight;
    drawn.scrollIntoView({ block: isLong ? "start" : "end" });
    this.below.hidden = this.isAtEnd();
  }

  isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.below.hidden = true;
  }

  empty() {
    byId("empty").hidden = this.items.childElementCount > 0;
  }
}

export function spoken(item) {
  return item.talk ? `${item.name}: ${item.text}` : plain(item.message.words);
}

function nameOf(item) {
  return item.talk ? `talk ${item.talk}` : `post ${item.post}`;
}
