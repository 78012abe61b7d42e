// What is typed and not sent yet, kept in this window and nowhere else until it is.

const beside = new Map();

function storage() {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export const keep = {
  get(key) {
    try {
      const kept = storage()?.getItem(key) ?? beside.get(key);
      return kept === undefined || kept === null ? null : JSON.parse(kept);
    } catch {
      return null;
    }
  },

  set(key, value) {
    const text = JSON.stringify(value);
    beside.set(key, text);
    try {
      storage()?.setItem(key, text);
    } catch {
      // The window's storage is full or closed; what is beside it serves until the page is left.
    }
  },

  drop(key) {
    beside.delete(key);
    storage()?.removeItem(key);
  },
};
