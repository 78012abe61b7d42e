// The line to the bot: comes back by itself, and sends nothing twice.
//
// Every action has an id, made once. What has not been answered is sent again after the line was
// lost, with the same id, and the room answers it again instead of doing it again.

const PAUSES = [300, 700, 1500, 3000, 5000];
const TOKEN = /^[A-Za-z0-9_-]+$/;

export class Wire {
  constructor({ token, hear, changed }) {
    this.token = token;
    this.hear = hear;
    this.changed = changed;
    this.waiting = new Map();
    this.tries = 0;
    this.frameMost = 500000;
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.hurry());
  }

  get isOpen() {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  get isBusy() {
    return this.waiting.size > 0;
  }

  // Speak as somebody from now on.
  open(person) {
    this.person = person;
    this.tries = 0;
    const before = this.socket;
    this.socket = null;
    before?.close();
    this.connect();
  }

  connect() {
    clearTimeout(this.timer);
    if (!TOKEN.test(this.token)) {
      this.changed("nameless");
      return;
    }
    const address = `ws://${location.host}/socket?as=${encodeURIComponent(this.person)}`;
    const socket = new WebSocket(address, ["counterpoint", this.token]);
    this.socket = socket;
    socket.onmessage = (frame) => socket === this.socket && this.heard(JSON.parse(frame.data));
    socket.onclose = () => socket === this.socket && this.lost();
  }

  heard(said) {
    if (said.kind === "welcome") {
      this.tries = 0;
      this.frameMost = said.frame_most;
      this.changed("open");
      this.hear(said);
      for (const asked of this.waiting.values()) this.socket.send(asked.frame);
    } else if (said.kind === "answer" && this.waiting.has(said.id)) {
      const asked = this.waiting.get(said.id);
      this.waiting.delete(said.id);
      asked.answered(said);
    } else {
      this.hear(said);
    }
  }

  async lost() {
    this.socket = null;
    this.changed("away");
    const pause = PAUSES[Math.min(this.tries, PAUSES.length - 1)];
    this.tries += 1;
    this.timer = setTimeout(() => this.again(), pause);
  }

  async again() {
    if (this.socket) return;
    try {
      const answer = await fetch("/door", { headers: { Authorization: `Bearer ${this.token}` } });
      if (answer.status === 403) {
        this.changed("locked");
        return;
      }
    } catch {
      this.lost();
      return;
    }
    this.connect();
  }

  hurry() {
    if (this.socket || !this.person) return;
    clearTimeout(this.timer);
    this.again();
  }

  // Say something that needs no answer; while the line is down it is not worth keeping.
  tell(said) {
    if (this.isOpen) this.socket.send(JSON.stringify(said));
  }

  // Ask for something to be done; resolves with the answer, however long the line is down.
  ask(said) {
    const id = newId();
    const frame = JSON.stringify({ ...said, id });
    if (new Blob([frame]).size > this.frameMost) return Promise.resolve({ reply: "too_long" });
    return new Promise((answered) => {
      this.waiting.set(id, { frame, answered });
      if (this.isOpen) this.socket.send(frame);
    });
  }

  // Fetch a file that the bot has ready, and hand it to the browser.
  async download(key) {
    const answer = await fetch(`/files/${encodeURIComponent(key)}`, { headers: { Authorization: `Bearer ${this.token}` } });
    if (!answer.ok) throw new Error(String(answer.status));
    const named = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "");
    return { name: named ? named[1] : "counterpoint", body: await answer.blob() };
  }
}

function newId() {
  const chance = crypto.getRandomValues(new Uint8Array(18));
  return btoa(String.fromCharCode(...chance)).replaceAll("+", "-").replaceAll("/", "_");
}
