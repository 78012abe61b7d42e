// Forms as dialogs: labels, hints, what is wrong beside each field, and no word lost by accident.

import { drawNodes, el } from "./draw.js";
import { keep } from "./keep.js";

const NEAR = 0.9;
const count = new Intl.NumberFormat(undefined);
const byId = (id) => document.getElementById(id);

// The one dialog of the page. `send` is given the answers and returns what came of them.
export class FormDialog {
  constructor() {
    this.dialog = byId("form");
    this.inside = byId("form-inside");
    this.inside.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.inside.addEventListener("input", () => this.note());
    byId("form-cancel").addEventListener("click", () => this.leave());
    byId("form-stay").addEventListener("click", () => this.stay());
    byId("form-throw").addEventListener("click", () => this.close({ isThrown: true }));
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.leave();
    });
    this.dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      if (byId("form-leave").hidden) this.leave();
      else this.stay();
    });
  }

  get isOpen() {
    return this.dialog.open;
  }

  // Show a form; `key` names its draft, `back` is where the focus goes when it is left.
  open(form, { key, send, back }) {
    this.form = form;
    this.key = key;
    this.send = send;
    this.back = back;
    this.draw();
    this.untouched = JSON.stringify(this.answers());
    const draft = keep.get(key);
    if (draft) this.fill(draft);
    byId("form-note").textContent = draft ? "What you had written and not sent is back." : "";
    if (!this.dialog.open) this.dialog.showModal();
    this.begin();
  }

  // Begin at the first field, unless one would have to scroll past what stands above it.
  begin() {
    const first = this.inside.querySelector("input, textarea");
    this.inside.scrollTop = 0;
    const isInSight = first && first.getBoundingClientRect().bottom <= this.dialog.getBoundingClientRect().bottom;
    (isInSight ? first : byId("form-title")).focus({ preventScroll: true });
  }

  // Show a form that was given back: what is wrong, beside each field, with the words as they were typed.
  giveBack(form) {
    const typed = this.answers();
    this.form = form;
    this.draw();
    this.fill({ ...form.values, ...typed });
    keep.set(this.key, this.answers());
    const wrong = this.inside.querySelector("[aria-invalid=true]");
    const elsewhere = Object.entries(form.problems).filter(([id]) => !form.fields.some((field) => field.id === id));
    byId("form-problem").textContent = elsewhere.map(([, problem]) => problem).join(" ");
    byId("form-note").textContent = "";
    (wrong ?? byId("form-send")).focus();
  }

  say(problem) {
    byId("form-problem").textContent = problem;
    this.busy(false);
  }

  busy(isBusy) {
    const button = byId("form-send");
    button.disabled = isBusy;
    button.textContent = isBusy ? "Sending…" : this.form.send;
    this.inside.setAttribute("aria-busy", String(isBusy));
  }

  close({ isThrown = false } = {}) {
    if (isThrown) keep.drop(this.key);
    byId("form-leave").hidden = true;
    this.dialog.close();
    this.busy(false);
    if (isThrown) this.back?.();
  }

  // Leave the form; typed words are asked about first.
  leave() {
    if (this.inside.getAttribute("aria-busy") === "true") return;
    if (JSON.stringify(this.answers()) === this.untouched) {
      this.close({ isThrown: true });
      return;
    }
    byId("form-leave").hidden = false;
    byId("form-buttons").hidden = true;
    byId("form-stay").focus();
  }

  stay() {
    byId("form-leave").hidden = true;
    byId("form-buttons").hidden = false;
    this.inside.querySelector("input, textarea")?.focus();
  }

  async submit() {
    if (this.inside.getAttribute("aria-busy") === "true") return;
    byId("form-problem").textContent = "";
    this.busy(true);
    await this.send(this.answers());
    if (this.dialog.open) this.busy(false);
  }

  note() {
    const answers = this.answers();
    if (JSON.stringify(answers) === this.untouched) keep.drop(this.key);
    else keep.set(this.key, answers);
    for (const field of this.form.fields) this.measure(field);
  }

  draw() {
    const { form } = this;
    byId("form-title").textContent = form.title;
    byId("form-intro").replaceChildren(...drawNodes(form.intro));
    byId("form-problem").textContent = "";
    byId("form-leave").hidden = true;
    byId("form-buttons").hidden = false;
    byId("form-fields").replaceChildren(...form.fields.map((field) => drawField(field, form.problems[field.id])));
    this.fill(form.values);
    this.busy(false);
  }

  fill(values) {
    for (const field of this.form.fields) {
      const value = values[field.id] ?? "";
      if (isText(field)) {
        byId(`field-${field.id}`).value = value;
        this.measure(field);
      } else {
        const ticked = field.kind === "any_of" ? value.split(",") : [value];
        for (const box of boxes(field)) box.checked = ticked.includes(box.value);
      }
    }
  }

  answers() {
    return Object.fromEntries(
      this.form.fields.map((field) => {
        if (isText(field)) return [field.id, byId(`field-${field.id}`).value];
        return [field.id, boxes(field).filter((box) => box.checked).map((box) => box.value).join(",")];
      }),
    );
  }

  measure(field) {
    if (!isText(field)) return;
    const length = [...byId(`field-${field.id}`).value].length;
    const counter = byId(`count-${field.id}`);
    const over = length - field.most;
    const isNear = length > field.most * NEAR;
    counter.hidden = field.kind === "line" && !isNear;
    counter.textContent = `${count.format(length)} of at most ${count.format(field.most)} characters`;
    if (over > 0) counter.textContent += `: ${count.format(over)} too many`;
    counter.classList.toggle("problem", over > 0);
  }
}

function isText(field) {
  return field.kind === "line" || field.kind === "paragraph";
}

function boxes(field) {
  return [...byId(`field-${field.id}`).querySelectorAll("input")];
}

function drawField(field, problem) {
  const hint = field.hint ? el("p", { class: "quiet", id: `hint-${field.id}` }, field.hint) : null;
  const wrong = problem ? el("p", { class: "problem", id: `problem-${field.id}` }, problem) : null;
  const isOptional = !field.is_required;
  const described = [hint && hint.id, wrong && wrong.id, isText(field) && `count-${field.id}`].filter(Boolean).join(" ");
  const draw = isText(field) ? drawText : drawOptions;
  return draw(field, { hint, wrong, isOptional, described });
}

function drawText(field, { hint, wrong, isOptional, described }) {
  const control = el(field.kind === "line" ? "input" : "textarea", {
    id: `field-${field.id}`,
    name: field.id,
    type: field.kind === "line" ? "text" : null,
    rows: field.kind === "line" ? null : 5,
    dir: "auto",
    "aria-describedby": described,
    "aria-invalid": wrong ? "true" : null,
    "aria-required": isOptional ? null : "true",
  });
  const label = el("label", { for: control.id }, field.label, ...optional(isOptional));
  const counter = el("p", { class: "count", id: `count-${field.id}` });
  return el("div", { class: "field" }, label, ...present(hint, control, wrong, counter));
}

function drawOptions(field, { hint, wrong, isOptional, described }) {
  const type = field.kind === "any_of" ? "checkbox" : "radio";
  const options = field.options.map((option, place) => {
    const id = `field-${field.id}-${place}`;
    const box = el("input", { type, id, name: field.id, value: option.key, "aria-invalid": wrong && place === 0 ? "true" : null, "aria-describedby": place === 0 ? described || null : null });
    return el("div", { class: "option" }, box, el("label", { for: id }, option.label));
  });
  const legend = el("legend", {}, field.label, ...optional(isOptional));
  return el("fieldset", { id: `field-${field.id}`, class: "field" }, legend, ...present(hint, ...options, wrong));
}

function optional(isOptional) {
  return isOptional ? [el("span", { class: "quiet" }, " (optional)")] : [];
}

function present(...elements) {
  return elements.filter(Boolean);
}
