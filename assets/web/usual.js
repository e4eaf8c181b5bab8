// The usual: what this phone ordered last, offered first. It never leaves the phone.

import { label, picked } from "./keep.js";
import { main, offer, onPage } from "./page.js";
import { fill } from "./words.js";

const KEY = "usual";

let ordering;

// What is about to be ordered; it becomes the usual once the bar has it.
export function note(form) {
  const [drink, ...options] = picked(form);
  ordering = drink && { drink: drink.value, options: options.map((option) => option.value) };
}

export const forget = () => stored((store) => store.removeItem(KEY));

// Where nothing can be kept, there is no usual.
function stored(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

// Its inputs on this page: the drink first; nothing where one of them is not to be had.
function inputs() {
  const usual = JSON.parse(stored((store) => store.getItem(KEY)));
  if (!usual) return null;
  const row = main.querySelector(`[data-drink="${CSS.escape(usual.drink)}"]`);
  const named = (value) => row?.querySelector(`input[value="${CSS.escape(value)}"]:enabled`);
  const found = [usual.drink, ...usual.options].map(named);
  return found.every(Boolean) ? found : null;
}

function choose(wanted) {
  for (const input of wanted[0].closest("[data-drink]").querySelectorAll("input")) {
    input.checked = input.value === "";
  }
  for (const input of wanted) input.checked = true;
  wanted[0].dispatchEvent(new Event("change", { bubbles: true }));
  const { form } = wanted[0];
  const open = [...form.elements].find((field) => field.required && !field.value);
  (open ?? form.querySelector(".act button")).focus();
}

onPage(() => {
  if (ordering && /waiting|making|ready/.test(main.dataset.state)) {
    const usual = JSON.stringify(ordering);
    stored((store) => store.setItem(KEY, usual));
    ordering = undefined;
  }
  const slot = main.querySelector("#usual");
  const wanted = slot && inputs();
  if (!wanted) return;
  offer(slot, "button plain", fill(slot.dataset.words, label(wanted)), () => choose(wanted));
  const about = document.createElement("p");
  about.className = "quiet small";
  about.textContent = slot.dataset.about;
  slot.prepend(about);
});
