// Stands beside the page's own script and notes what a person would notice: tones, buzzing, a
// screen that stays on, notifications, pictures that leave the phone. Also makes a tab one that somebody looks at, or not: a
// browser without a screen takes every tab for visible.

const noticed = { tones: 0, buzzes: 0, awake: 0, notes: [], sent: 0 };
globalThis.noticed = noticed;

const start = OscillatorNode.prototype.start;
OscillatorNode.prototype.start = function (...at) {
  if (this.context.state === "running") noticed.tones += 1;
  return start.apply(this, at);
};

navigator.vibrate = (pattern) => {
  if (pattern) noticed.buzzes += 1;
  return true;
};

// Absent where the page is no secure context.
const lock = globalThis.WakeLock?.prototype.request;
if (lock) {
  WakeLock.prototype.request = async function (kind) {
    const held = await lock.call(this, kind);
    noticed.awake += 1;
    held.addEventListener("release", () => (noticed.awake -= 1));
    return held;
  };
}

const show = globalThis.ServiceWorkerRegistration?.prototype.showNotification;
if (show) {
  ServiceWorkerRegistration.prototype.showNotification = function (title, options) {
    noticed.notes.push(`${title}: ${options.body}`);
    return show.call(this, title, options);
  };
}

const { fetch } = globalThis;
globalThis.fetch = (address, request) => {
  const fields = request?.body instanceof FormData ? [...request.body.values()] : [];
  for (const file of fields) noticed.sent += file.size ?? 0;
  return fetch(address, request);
};

let looked = "visible";
const own = Object.getOwnPropertyDescriptor(Document.prototype, "visibilityState").get;
const visibility = () => (own.call(document) === "hidden" ? "hidden" : looked);
Object.defineProperty(Document.prototype, "visibilityState", { get: visibility });
Object.defineProperty(Document.prototype, "hidden", { get: () => visibility() === "hidden" });
globalThis.look = (now) => {
  looked = now;
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
};
