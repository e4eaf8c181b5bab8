// The live feed: one stream for a browser, however many tabs it has. The tab that was seen last
// listens and tells the others; when it leaves or falls silent, the next one does.

import { hear, sign, silence } from "./clock.js";
import { main, onPage, refresh, turn, visible } from "./page.js";
import { ring } from "./ready.js";
import { announce, place } from "./wait.js";
import { fill } from "./words.js";

// The server is never silent for longer than 28 s, so after another one the page says that it is: that
// is true even where the word that was due only had to be sent again. When that has not come either, the
// line is tried. A phone that is looked at again, or comes back into the net, tries at once.
const SILENT_MS = 29_000;
const STALE_MS = 31_000;
const REOPEN_EVERY_MS = 10_000;
// Most guests have chosen by then, and the line that they order on is the one that they listen on.
const CHOOSING_MS = 20_000;
const REFUSED_FOR_MS = 30_000;

const line = document.getElementById("line");
const wanted = () => main.dataset.follow !== undefined;

// Which tab was seen last; chance tells those apart that never were.
let rank = 0;
let arrived = 0;
let leading = false;
let member = false;
let channel;

let source;
let opened = 0;
let refusals = 0;
let timer;

function close() {
  clearTimeout(timer);
  source?.close();
  source = undefined;
}

function open() {
  close();
  opened = performance.now();
  // With the last word about the order on show the server ends the line.
  const { order } = main.dataset;
  const stream = (source = new EventSource(`/api/live${order ? `?order=${order}` : ""}`));
  for (const name of ["beat", "snapshot", "delta"]) {
    stream.addEventListener(name, ({ data }) => {
      refusals = 0;
      channel?.postMessage({ name, data });
      take(name, data);
    });
  }
  // The browser comes back by itself after a broken line, but not after a refusal.
  stream.onerror = () => {
    if (stream !== source || stream.readyState !== EventSource.CLOSED) return;
    refusals += 1;
    const pause = Math.min(REFUSED_FOR_MS, 1_000 * 2 ** refusals);
    timer = setTimeout(open, pause * (0.5 + Math.random() / 2));
  };
}

// Which tab listens

function lead() {
  leading = member = true;
  channel?.postMessage({ rank });
  // A tab that nobody looks at waits for an objection first.
  if (visible()) open();
  else {
    close();
    opened = performance.now();
    timer = setTimeout(open, 300 + 700 * Math.random());
  }
}

function leave() {
  close();
  if (leading) channel?.postMessage({ bye: true });
  leading = member = false;
}

function hearTab({ data: word }) {
  if (!wanted()) return;
  if (word.name) return take(word.name, word.data);
  if (word.bye) lead();
  else if (word.rank > rank) {
    leading = false;
    close();
  } else if (leading) channel.postMessage({ rank });
}

function join() {
  channel ??= globalThis.BroadcastChannel && new BroadcastChannel("demitasse-live");
  if (channel) channel.onmessage = hearTab;
  rank = Math.random() + (visible() ? Date.now() : 0);
}

// What the stream says

let last = 0;

function take(name, data) {
  const word = JSON.parse(data);
  if (word.at && name !== "delta") hear(word.at);
  else sign();
  quiet(false);
  if (name === "snapshot") {
    last = word.seq;
    // Something may have happened since the page was made.
    if (listed() && word.orders.length) refresh();
    for (const order of word.orders) compare(order, word.at);
    stock(word.sold_out);
    announce(word.announcement);
  } else if (name === "delta" && word.seq >= last) {
    last = word.seq;
    change(word.event, word.at);
  }
}

function change(event, at) {
  if (event.type === "order" && listed()) refresh();
  else if (event.type === "order") compare(event.order, at);
  else if (event.type === "place" && isOurs(event.order)) place(event);
  else if (event.type === "stock") stock(event.sold_out);
  else if (event.type === "announcement") announce(event.announcement);
  else if (event.type === "status") outside(event.status);
}

const isOurs = (id) => String(id) === main.dataset.order;

function compare(order, at) {
  if (!isOurs(order.id)) return;
  if (order.state === main.dataset.state) return place(order);
  if (order.state === "ready") ring();
  if (turn(order, at)) place(order);
  else refresh();
}

// A page about no order in particular shows all of them, but for the menu.
const listed = () => !main.dataset.order && !main.querySelector("form.choose");

// The page for another face of the bar, "the next code is on the monitor", or for a closed one that
// opens at another time.
function outside({ face, opens_at = "" }) {
  const shown = main.dataset;
  if (shown.face && (shown.face !== face || (shown.opens ?? "") !== opens_at)) refresh();
}

// A menu that is another one, or shows something else than what there is, is fetched again.
function stock({ drinks = [], choices = [], menu } = {}) {
  const shown = main.querySelector("form.choose")?.dataset.menu;
  const differs = ({ disabled, name, value }) => {
    return disabled !== (name === "drink" ? drinks : choices).includes(value);
  };
  const inputs = main.querySelectorAll("[data-drink] input:not([value=''])");
  if ((menu && shown && shown !== menu) || [...inputs].some(differs)) refresh();
}

// Silence, sleep and coming back

let looked = Date.now();

export function watch() {
  const slept = Date.now() - looked > REOPEN_EVERY_MS;
  looked = Date.now();
  if (slept && visible()) return comeBack();
  const silent = wanted() ? silence() : 0;
  if (wanted() && !member && performance.now() - arrived > CHOOSING_MS) lead();
  if (silent > STALE_MS && performance.now() - opened > REOPEN_EVERY_MS) lead();
  quiet(silent > SILENT_MS);
  if (silent > SILENT_MS) line.textContent = fill(line.dataset.words, Math.floor(silent / 1000));
}

// What cannot be known meanwhile is not shown as certain.
function quiet(silent) {
  line.hidden = !silent;
  main.toggleAttribute("data-silent", silent);
}

// Back from sleep, flight mode or the browser's own cache: what is shown may be old.
function comeBack() {
  if (!visible()) return;
  join();
  if (main.dataset.fresh !== undefined) refresh();
  if (wanted()) lead();
}

// Another order may mean another guest, whom the stream does not know yet.
onPage((before) => {
  if (!before) join();
  const another = before?.dataset.order !== main.dataset.order;
  if (another || !wanted()) arrived = performance.now();
  if (!wanted()) leave();
  else if (member ? another : !main.querySelector("form.choose")) lead();
});

addEventListener("pagehide", () => {
  leave();
  channel?.close();
  channel = undefined;
});
addEventListener("pageshow", (event) => event.persisted && comeBack());
addEventListener("online", comeBack);
document.addEventListener("visibilitychange", comeBack);
