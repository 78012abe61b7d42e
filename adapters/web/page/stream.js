// What stands in a view: posts, what people say to each other, and what only you can see.

import { drawHour, drawMessage, el, newName, plain, text } from "./draw.js";

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
    this.lay(() => {
      for (const aside of this.asides.get(view) ?? []) this.items.append(aside);
    });
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
    else this.lay(() => this.items.append(drawn));
    this.empty();
  }

  takeDown(post) {
    this.items.querySelector(`[data-name="${CSS.escape(`post ${post}`)}"]`)?.remove();
    this.empty();
  }

  // Show what only you can see; returns it, so that the focus can go there.
  aside(view, { cause, said, waiting = [], file = null, isOwn = false }) {
    const drawn = this.drawAside({ cause, said, waiting, file, isOwn });
    const known = this.asides.get(view) ?? [];
    known.push(drawn);
    if (!view.startsWith("@")) {
      while (known.length > ASIDES_MOST) known.shift().remove();
    }
    this.asides.set(view, known);
    if (view === this.view) {
      this.items.append(drawn);
      this.empty();
      drawn.scrollIntoView({ block: "nearest" });
    }
    return drawn.firstElementChild;
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

  drawAside({ cause, said, waiting, file, isOwn }) {
    const name = newName("only");
    const label = isOwn ? "You wrote to Counterpoint" : "Only you can see this";
    const dismiss = el("button", { type: "button", class: "plain dismiss", "aria-describedby": name }, "Dismiss");
    const head = el("header", {}, el("p", { class: "only", id: name }, label), ...(isOwn ? [] : [dismiss]));
    const article = el("article", { tabindex: "-1", "aria-labelledby": name }, head);
    if (cause) article.append(el("p", { class: "cause", dir: "auto" }, text(cause)));
    if (said) article.append(drawMessage(said, this.press));
    if (file) article.append(this.drawFile(file));
    for (const message of waiting) article.append(el("div", { class: "waiting" }, drawMessage(message, this.press)));
    const item = el("li", { class: isOwn ? "item own" : "item aside" }, article);
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
    const next = item.previousElementSibling?.querySelector("button") ?? byId("words");
    item.remove();
    this.empty();
    next.focus();
  }

  // Change what stands in a place without moving what is read, and without losing the focus.
  swap(earlier, drawn) {
    const focused = earlier.contains(document.activeElement) ? document.activeElement.dataset.ticket : null;
    earlier.replaceWith(drawn);
    if (focused) drawn.querySelector(`[data-ticket="${CSS.escape(focused)}"]`)?.focus();
  }

  lay(change) {
    const wasAtEnd = this.isAtEnd();
    change();
    if (wasAtEnd) this.toEnd();
    else this.below.hidden = false;
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
