// A hall full of phones on a line that loses things: each a browser context of its own, with the
// real page and script. A guest whose browser gives up does what people do, and opens the code again.

import { fillIn, hasOrdered, send } from "./guest.mjs";
import { phone } from "./chromium.mjs";

// After how long a guest who sees nothing happen opens the code again.
const PATIENCE_MS = 60_000;

let guests = [];

// Takes so many phones out of the pockets.
async function gather(browser, { count }) {
  for (let at = 1; at <= count; at += 1) guests.push(await guest(browser, at));
}

async function guest(browser, at) {
  const context = await browser.newContext(phone(390, 844, { deviceScaleFactor: 1 }));
  const it = { name: `Guest ${at}`, order: null, seen: [], opened: 0, trouble: [] };
  await context.exposeBinding("sawState", (_source, state) => {
    if (it.seen.at(-1) !== state) it.seen.push(state);
  });
  await context.addInitScript(watch);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  return { it, page };
}

// In the page: tells each state of the order that it shows.
function watch() {
  const look = () => {
    const state = document.querySelector("[data-state]")?.dataset.state;
    if (state) globalThis.sawState(state);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  addEventListener("DOMContentLoaded", look);
}

// All scan the code, one after the other within a time, and order. Returns at once.
async function scan(_browser, { address, within_ms }) {
  guests.forEach(({ it, page }, at) => {
    const when = (within_ms * at) / guests.length;
    setTimeout(() => getsADrink(it, page, address, at).catch((error) => it.trouble.push(error.message)), when);
  });
}

async function getsADrink(it, page, address, at) {
  while (it.order === null) {
    it.opened += 1;
    try {
      await page.goto(address);
      while (!(await page.evaluate(hasOrdered))) {
        if (page.url().startsWith("chrome-error:")) throw new Error("the browser gave up");
        await fillIn(page, { name: it.name, drink: at });
        await send(page);
      }
      it.order = Number(new URL(page.url()).pathname.split("/").at(-1));
    } catch (error) {
      it.trouble.push(error.message.split("\n")[0]);
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
  }
}

// What each guest has got and seen so far: {name, order, seen, opened, trouble}.
const crowd = () => guests.map(({ it }) => it);

export const hall = { gather, scan, crowd };
