// The ways to a code from the first page: a camera that looks for it where the browser has one that
// can, else a picture.

import { main, offer, onPage } from "./page.js";
import { scan } from "./scanner.js";

async function canScan() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
  return navigator.mediaDevices && formats?.includes("qr_code");
}

onPage(async () => {
  const slot = main.querySelector("#scanner");
  if (!slot || !(await canScan())) return;
  offer(slot, "button", slot.dataset.start, () => scan(slot));
});

// A picture that is taken is meant.
addEventListener("change", ({ target }) => {
  if (target.type === "file" && target.files.length) target.form.requestSubmit();
});
