// Forms travel by fetch: on a line that breaks they are tried again until they arrive. Every form
// may arrive twice, the server sees to that; what is sent again is what was sent.

import { ask } from "./ask.js";
import { arrive, keepPlace, main, refresh, stopAsking, visible } from "./page.js";
import { forget, note } from "./usual.js";

const SAY_AFTER_MS = 1_000;

const sent = { by: undefined, held: undefined };

addEventListener("submit", (event) => {
  const form = event.target;
  // What is around the page speaks one language: to change that takes a new page.
  if (!main.contains(form)) return void (form.elements.next.value = location.pathname);
  event.preventDefault();
  // A second tap while the first is under way sends nothing.
  if (!form.hasAttribute("aria-busy")) send(form, new FormData(form, event.submitter));
});

// Asks for what a form does, instead of whatever else is under way.
async function post(form, body, trouble) {
  stopAsking();
  sent.by?.abort();
  const mine = (sent.by = new AbortController());
  return ask(form.action, { method: "POST", body }, mine.signal, trouble);
}

async function send(form, fields) {
  const status = underWay(form);
  note(form);
  try {
    const answer = await post(form, bodyOf(form, fields), status.again);
    if (form.matches("[data-forget]") && answer.status < 400) forget();
    // What is no page of ours, the browser shows by itself.
    if (answer.main) land(answer);
    else form.submit();
  } catch {
    // Something newer has taken over.
  } finally {
    status.over();
  }
}

// What belongs to drinks that were not picked stays at home.
function bodyOf(form, fields) {
  if (form.enctype === "multipart/form-data") return fields;
  const ours = `${fields.get("drink")}.`;
  const counts = ([name, text]) => text && (!name.includes(".") || name.startsWith(ours));
  return new URLSearchParams([...fields].filter(counts));
}

// An answer takes the place of the form, so that Back leads to what was before it. Only a page that
// is worth coming back to stays behind it, and never one with a code in its address.
function land(answer) {
  const address = new URL(answer.main.dataset.address ?? answer.address, location).href;
  const worth = main.dataset.fresh !== undefined && !main.querySelector("form.choose");
  const stays = worth && address !== location.href;
  history[stays ? "pushState" : "replaceState"](null, "", address);
  arrive(answer);
}

// Says in words what becomes of a form; not where the answer comes at once.
function underWay(form) {
  const words = document.getElementById("line").dataset;
  const button = form.querySelector("button:not([type=button])");
  const said = document.createElement("p");
  said.className = "sending";
  said.setAttribute("role", "status");
  form.setAttribute("aria-busy", "true");
  button?.setAttribute("aria-disabled", "true");
  button?.after(said);
  const soon = setTimeout(() => (said.textContent ||= words.sending), SAY_AFTER_MS);
  return {
    again() {
      said.textContent = words.again;
    },
    over() {
      clearTimeout(soon);
      said.remove();
      form.removeAttribute("aria-busy");
      button?.removeAttribute("aria-disabled");
    },
  };
}

// The first touch of the menu behind a code keeps a place, while the guest is still choosing. The
// phone's own looking ahead (previews, prerendering) touches nothing.
async function hold({ isTrusted, type }) {
  const form = main.querySelector("form[data-hold]");
  const seen = visible() && !document.prerendering;
  if (!form || !isTrusted || !seen || form.hasAttribute("aria-busy")) return;
  const { name, visit } = form.elements;
  const typing = name === document.activeElement && type !== "change";
  if (name && (typing || !name.value.trim())) return;
  // Whoever was refused a place under this name hears so once.
  if (sent.held === `${form.action} ${name?.value}`) return;
  sent.held = `${form.action} ${name?.value}`;
  const fields = [name, visit].filter(Boolean).map((field) => [field.name, field.value]);
  fields.push(["hold", "yes"]);
  try {
    const answer = await post(form, new URLSearchParams(fields));
    if (answer.main?.dataset.state !== "reserved") return answer.main && land(answer);
    keepPlace(answer);
  } catch {
    // The order itself was faster, and keeps the place as well.
  }
}

for (const touch of ["pointerdown", "keydown", "change"]) addEventListener(touch, hold);

// Back and forward between pages that this one has become.
addEventListener("popstate", () => {
  sent.by?.abort();
  refresh();
});
