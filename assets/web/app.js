// Makes the guest's page live. The server renders every state; this script notices that something
// changed, fetches the page again and swaps <main>. Without it the page refreshes itself.

// The server beats every 14 s: two beats missing, and the page says how old it is.
const SILENT_MS = 30_000;
const REOPEN_EVERY_MS = 10_000;
const ANSWER_WITHIN_MS = 8_000;

const line = document.getElementById("line");
const spoken = document.getElementById("spoken");
let main = document.getElementById("main");

// The server's clock, carried on by one that nobody can set. The phone's own clock is never asked.
const clock = { at: 0, heard: 0 };
let lastSign = performance.now();
const serverNow = () => clock.at + performance.now() - clock.heard;

function sign() {
  lastSign = performance.now();
  line.hidden = true;
}

function hear(time) {
  clock.at = Date.parse(time);
  clock.heard = performance.now();
  sign();
}

const fill = (words, text) => words.replace("{}", text);

function span(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

// Fetching the page again

let asking;

async function refresh() {
  asking?.abort();
  const mine = (asking = new AbortController());
  const patience = setTimeout(() => mine.abort(), ANSWER_WITHIN_MS);
  try {
    const answer = await fetch(location.href, { signal: mine.signal, cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.getElementById("main");
    if (next && mine === asking) take(page, next);
  } catch {
    if (mine === asking) setTimeout(() => mine === asking && refresh(), 2_000);
  } finally {
    clearTimeout(patience);
  }
}

function take(page, next) {
  const before = main.dataset.state;
  const after = next.dataset.state;
  hear(next.dataset.at);
  // A half-made choice is the guest's own: it stays for as long as it can be sent.
  if (before === "reserved" && after === "reserved") return;
  const focused = main.contains(document.activeElement) ? document.activeElement.id : null;
  const open = [...main.querySelectorAll("details[open][id]")].map((details) => details.id);
  main.replaceWith(next);
  main = next;
  document.body.className = page.body.className;
  document.title = page.title;
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  if (focused !== null) (document.getElementById(focused) ?? main).focus({ preventScroll: true });
  if (before !== after) {
    spoken.textContent = main.dataset.spoken ?? "";
    if (after === "ready") navigator.vibrate?.([200, 120, 200, 120, 400]);
  }
  begin();
}

// The live feed: one stream, for as long as there is an order to follow

let source;
let opened = 0;

function follow() {
  if (main.dataset.follow === undefined) {
    source?.close();
    source = undefined;
    return;
  }
  if (source && source.readyState !== EventSource.CLOSED) return;
  opened = performance.now();
  const stream = (source = new EventSource("/api/live"));
  const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
  on("beat", ({ at }) => hear(at));
  on("snapshot", ({ at, orders }) => {
    hear(at);
    for (const order of orders) compare(order);
  });
  on("delta", ({ event }) => {
    sign();
    if (event.type === "order") compare(event.order);
    if (event.type === "place" && isOurs(event.order)) place(event.ahead);
  });
  // The browser comes back by itself after a broken line, but not after a refusal.
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(follow, 1_000 + 2_000 * Math.random());
  };
}

const isOurs = (id) => String(id) === main.dataset.order;

function compare(order) {
  if (!isOurs(order.id)) return;
  if (order.state !== main.dataset.state) refresh();
  else if (order.ahead !== undefined) place(order.ahead);
}

function place(ahead) {
  const element = main.querySelector("[data-ahead]");
  if (!element || element.dataset.ahead === String(ahead)) return;
  element.dataset.ahead = ahead;
  const form = ahead === 0 ? "next" : new Intl.PluralRules(document.documentElement.lang).select(ahead);
  element.textContent = fill(element.dataset[form] ?? element.dataset.other, ahead);
}

// Every second: countdowns, and whether the line is silent

function tick() {
  for (const element of main.querySelectorAll("[data-until]")) {
    const left = Date.parse(element.dataset.until) - serverNow();
    if (left > 0) {
      element.textContent = fill(element.dataset.words, span(left));
    } else {
      element.textContent = element.dataset.over;
      delete element.dataset.until;
      // The server ends it at the same moment; a second later it has.
      if (element.dataset.reload !== undefined) setTimeout(refresh, 1_000);
    }
  }
  const silent = performance.now() - lastSign;
  if (!source || silent < SILENT_MS) return;
  line.textContent = fill(line.dataset.words, Math.floor(silent / 1000));
  line.hidden = false;
  if (performance.now() - opened > REOPEN_EVERY_MS) {
    source.close();
    follow();
  }
}

// Back from sleep, flight mode or the browser's own cache: what is shown may be old.
function comeBack() {
  if (document.visibilityState !== "visible" || main.dataset.fresh === undefined) return;
  source?.close();
  refresh();
  follow();
}

// The forms

function readBack() {
  const summary = document.getElementById("summary");
  if (!summary) return;
  const drink = main.querySelector("input[name=drink]:checked");
  const chosen = drink ? [drink, ...drink.parentElement.querySelectorAll(".options :checked")] : [];
  summary.textContent = chosen
    .filter((input) => input.value)
    .map((input) => input.dataset.name)
    .join(", ");
}

document.addEventListener("change", readBack);

// A second tap while the first is under way sends nothing.
document.addEventListener("submit", (event) => {
  const button = event.target.querySelector("button");
  if (event.target.dataset.sent !== undefined) event.preventDefault();
  event.target.dataset.sent = "";
  button?.setAttribute("aria-disabled", "true");
});

function unlock() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("button")?.removeAttribute("aria-disabled");
  }
}

function begin() {
  readBack();
  tick();
  follow();
}

addEventListener("pageshow", (event) => {
  unlock();
  if (event.persisted) comeBack();
});
addEventListener("online", comeBack);
document.addEventListener("visibilitychange", comeBack);

// A refused page is no place to come back to: a reload leads home instead of asking again.
if (main.dataset.address) history.replaceState(null, "", main.dataset.address);
hear(main.dataset.at);
begin();
setInterval(tick, 1_000);
