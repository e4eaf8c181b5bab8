// The ways to a code from the first page: a camera that looks for it where the browser has one that
// can, else a picture.
//
// A script of its own, which the page's script fetches where a page has a place for it: whoever has
// scanned the code with the phone's own camera never needs it.

import { scan, smaller } from "./scanner.js";

async function canScan() {
  const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
  return navigator.mediaDevices && formats?.includes("qr_code");
}

async function ways() {
  const slot = document.getElementById("scanner");
  if (!slot?.hidden || !(await canScan())) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = slot.dataset.start;
  button.addEventListener("click", () => scan(slot));
  slot.replaceChildren(button);
  slot.hidden = false;
}

// A picture that is taken is meant. It goes as it is where it cannot be replaced by a smaller one.
async function send(input) {
  const small = await smaller(input.files[0]);
  try {
    const files = new DataTransfer();
    files.items.add(new File([small], "code.jpg", { type: small.type }));
    input.files = files.files;
  } finally {
    input.form.requestSubmit();
  }
}

addEventListener("change", ({ target }) => {
  if (target.type === "file" && target.files.length) send(target);
});
addEventListener("ways", ways);
