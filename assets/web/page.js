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

// What the order's page will be at its next steps: the server sends it along, so that a step on a bad
// line needs no question.
let coming;

// Whether that was before what is shown.
const isOld = (at) => Date.parse(at) < Date.parse(main.dataset.at);

// The page at this step, as it was foreseen; nothing where it was not, or where the page on show was
// made while the step was under way.
export function turn(order, at) {
  const found = coming?.querySelector(`[data-state="${order.state}"]`);
  if (!found || main.dataset.order !== String(order.id) || isOld(at)) return false;
  const next = found.cloneNode(true);
  next.dataset.at = at;
  const by = next.querySelector("[data-by]");
  if (by && order.barista) named(by, order.barista);
  update({ main: next });
  return true;
}

// Words around a name, which keeps its direction to itself.
function named(line, name) {
  const bare = document.createElement("bdi");
  bare.textContent = name;
  const [before, after] = line.dataset.by.split("{}");
  line.replaceChildren(before, bare, after);
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
  if (isOld(answer.main.dataset.at) || main.querySelector("form[aria-busy]")) return;
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

// Without a page around it, it is a step that was foreseen: the rest stays as it is.
function put({ page, main: next }, keep) {
  const before = main;
  if (keep) carry(before, next);
  if (page) frame(page);
  document.body.className = page?.body.className ?? next.dataset.state;
  document.title = page?.title ?? next.dataset.title;
  before.replaceWith(next);
  main = next;
  if (before.dataset.state !== main.dataset.state) spoken.textContent = main.dataset.spoken ?? "";
  begin(before);
}

function frame(page) {
  document.documentElement.lang = page.documentElement.lang;
  document.documentElement.dir = page.documentElement.dir;
  const said = document.getElementById("announcement");
  said.replaceWith(page.getElementById("announcement"));
  document.querySelector(".mine")?.remove();
  document.querySelector("header").append(...page.querySelectorAll(".mine"));
  coming = page.getElementById("coming")?.content;
}

// A place is kept now: the answer has what differs, and what is chosen so far stays as it is.
export function keepPlace({ page, main: kept }) {
  const before = { dataset: { ...main.dataset } };
  const form = main.querySelector("form.choose");
  main.querySelector("#kept").replaceWith(kept.querySelector("#kept"));
  Object.assign(main.dataset, kept.dataset);
  form.action = kept.dataset.address;
  delete form.dataset.hold;
  form.elements.visit?.remove();
  const name = form.elements.name;
  if (name !== document.activeElement) name?.closest(".field").remove();
  frame(page);
  begin(before);
}
