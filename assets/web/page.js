// The page on show. The server renders every state; what it sends takes the place of <main>, so
// that whatever the guest's taps have unlocked stays unlocked.

import { ask } from "./ask.js";
import { hear } from "./clock.js";
import { carry } from "./keep.js";

export let main = document.getElementById("main");
export const visible = () => document.visibilityState === "visible";
const spoken = document.getElementById("spoken");

const begins = [];
// What is to be done with each page that comes; it is told the one before.
export const onPage = (begin) => begins.push(begin);

export function begin(before) {
  hear(main.dataset.at);
  // A form's answer is no place to come back to: a reload leads to where it belongs.
  if (main.dataset.address) history.replaceState(null, "", main.dataset.address);
  for (const each of begins) each(before);
}

// Fills the room that the page has left for a button.
export function offer(slot, look, words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = look;
  button.textContent = words;
  button.addEventListener("click", act);
  slot.replaceChildren(button);
  slot.hidden = false;
}

let asking;

export function stopAsking() {
  asking?.abort();
}

// Fetches the page again: something has changed, or may have.
export async function refresh() {
  stopAsking();
  const mine = (asking = new AbortController());
  try {
    const answer = await ask(location.href, {}, mine.signal);
    if (answer.main) update(answer);
  } catch {
    // A later question has taken over.
  }
}

// The same page as it is now. A form under way is about to bring a newer one, an answer that was
// overtaken is an older one, and nobody's typing is interrupted.
export function update(answer) {
  const overtaken = Date.parse(answer.main.dataset.at) < Date.parse(main.dataset.at);
  if (overtaken || main.querySelector("form[aria-busy]")) return;
  const typing = main.contains(document.activeElement) && document.activeElement;
  if (typing?.matches?.("input:not([type=radio], [type=checkbox]), textarea")) {
    typing.addEventListener("blur", () => refresh(), { once: true });
    return;
  }
  const focused = typing && typing.id;
  put(answer, true);
  if (typing) (document.getElementById(focused) ?? main).focus({ preventScroll: true });
}

// Another page, which begins at its top.
export function arrive(answer) {
  const choosing = [main, answer.main].every((one) => one.querySelector("form.choose"));
  put(answer, choosing);
  main.focus({ preventScroll: true });
  scrollTo(0, 0);
}

function put({ page, main: next }, keep) {
  const before = main;
  if (keep) carry(before, next);
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  document.body.className = page.body.className;
  document.title = page.title;
  for (const part of ["header", "#announcement"]) {
    document.querySelector(part).replaceWith(page.querySelector(part));
  }
  before.replaceWith(next);
  main = next;
  if (before.dataset.state !== main.dataset.state) spoken.textContent = main.dataset.spoken ?? "";
  begin(before);
}
