// Waiting: what counts down, the place in the queue, when the drink is likely ready, what the bar
// says to everybody.

import { serverNow } from "./clock.js";
import { main, onPage, refresh } from "./page.js";
import { fill, placeWords, span } from "./words.js";

const MINUTE_MS = 60_000;

export function place({ ahead, estimate }) {
  const line = main.querySelector(".place");
  if (line && ahead !== undefined && line.dataset.ahead !== String(ahead)) {
    line.dataset.ahead = ahead;
    line.hidden = false;
    say(line, placeWords(line.dataset, ahead));
  }
  const likely = main.querySelector("#estimate");
  if (!likely) return;
  likely.dataset.from = estimate?.from ?? "";
  likely.dataset.to = estimate?.to ?? "";
  tellLikely(likely);
}

// A range of whole minutes, wider rather than narrower; silent where the bar knows too little.
function tellLikely(line) {
  const { from, to, words, soon, late } = line.dataset;
  line.hidden = !to;
  if (!to) return;
  const [least, most] = [Date.parse(from) - serverNow(), Date.parse(to) - serverNow()];
  const [low, high] = [Math.max(1, Math.floor(least / MINUTE_MS)), Math.ceil(most / MINUTE_MS)];
  if (most < 0) say(line, late);
  else if (high <= 1) say(line, soon);
  else say(line, fill(words, low < high ? `${low}–${high}` : high));
}

// Only what has changed is written: a screen reader hears of it then.
function say(line, text) {
  if (line.textContent !== text) line.textContent = text;
}

export function announce(announcement) {
  const line = document.getElementById("announcement");
  if (line.textContent !== (announcement?.text ?? "")) {
    line.replaceChildren(document.createElement("bdi"));
    line.firstChild.textContent = announcement?.text;
  }
  line.dataset.until = announcement?.until ?? "";
  line.hidden = !announcement;
}

function countDown(line) {
  const left = Date.parse(line.dataset.until) - serverNow();
  if (left > 0) return say(line, fill(line.dataset.words, span(left)));
  say(line, line.dataset.over);
  delete line.dataset.until;
  // The server ends it at the same moment; a second later it has.
  if (line.dataset.reload !== undefined) setTimeout(refresh, 1_000);
}

export function tick() {
  for (const line of main.querySelectorAll("[data-until][data-words]")) countDown(line);
  const likely = main.querySelector("#estimate");
  if (likely) tellLikely(likely);
  const said = document.getElementById("announcement");
  if (Date.parse(said.dataset.until) < serverNow()) announce(null);
}

onPage(tick);
