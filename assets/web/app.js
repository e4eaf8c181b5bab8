// Makes the guest's page live. The server renders every state; this notices that something changed,
// fetches the page again and swaps <main>. Without it the page refreshes itself.
//
// The server joins the modules into one file; this one is the last of them.

import { label, picked } from "./keep.js";
import { watch } from "./live.js";
import { begin, main, onPage } from "./page.js";
import { tick } from "./wait.js";

// The whole order, read back before the one button.
function readBack() {
  const summary = document.getElementById("summary");
  if (summary) summary.textContent = label(picked(main).filter((input) => input.value));
}

addEventListener("change", () => {
  // What was said to the choice before is answered by it.
  main.querySelector("form.choose > .notice")?.remove();
  readBack();
});
onPage(readBack);

// What looks for a code comes where there is a place for it.
onPage(async () => {
  const slot = document.getElementById("scanner");
  if (!slot) return;
  await import(slot.dataset.script).catch(() => {});
  dispatchEvent(new Event("ways"));
});

begin();
setInterval(() => {
  tick();
  watch();
}, 1_000);
