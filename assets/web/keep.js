// What only the guest's hands have done: a half-made choice, a half-typed word, an opened question.
// It stays when a newer page takes the place of the one they did it on.

import { fill } from "./words.js";

// The drink that is picked and the options that go with it, as inputs; nothing without a drink.
export function picked(root) {
  const drink = root.querySelector("input[name=drink]:checked");
  const options = drink?.closest("[data-drink]").querySelectorAll(".chip :checked:not([value=''])");
  return drink ? [drink, ...options] : [];
}

// By their names alone: a drink's label says more.
const called = ({ labels: [label] }) => (label.querySelector(".name") ?? label).textContent;
export const label = (inputs) => inputs.map(called).join(", ");

export function carry(from, to) {
  const same = (old) => to.querySelector(`#${CSS.escape(old.id)}`);
  const possible = (old) => same(old)?.disabled === false;
  const [drink, ...options] = picked(from);
  for (const old of from.querySelectorAll("input[id], details[id]")) {
    const now = same(old);
    if (!now) continue;
    if (old.localName === "details") now.open = old.open;
    else if (old.type === "radio") now.checked ||= old.checked && !now.disabled;
    else if (old.type === "checkbox") now.checked = old.checked && !now.disabled;
    else if (old.type !== "hidden" && old.type !== "file") now.value = old.value;
  }
  if (!drink) return;
  const gone = possible(drink) ? options.filter((option) => !possible(option)) : [drink];
  // Nothing takes the place of what has gone unasked.
  for (const { name } of gone) {
    for (const other of to.querySelectorAll(`[name="${name}"]`)) other.checked = false;
  }
  if (gone.length) tell(label(gone), to);
}

// The server says it, too, where it was asked.
function tell(what, to) {
  const form = to.querySelector("form.choose");
  if (!form || to.querySelector(".notice")) return;
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  notice.textContent = fill(form.dataset.gone ?? "{}", what);
  form.prepend(notice);
}
