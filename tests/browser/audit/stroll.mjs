// One guest's way through the pages of a real bar, looked at stop by stop.

import { violations } from "./axe.mjs";
import { phone } from "./chromium.mjs";
import { order as orderByHand } from "./guest.mjs";
import { cancelByKeyboard, orderByKeyboard } from "./keyboard.mjs";

let page;

// A new guest opens an address. `home`: with the browser's own profile, which Lighthouse shares.
async function arrive(browser, { address, home = false }) {
  await page?.close();
  const context = home ? browser.home : await browser.newContext(phone(390, 844));
  page = await context.newPage();
  await page.goto(address);
}

// What axe finds where the guest is now, loaded anew, in both schemes.
async function look() {
  const size = page.viewportSize();
  await page.setViewportSize({ ...size, height: 4000 });
  await page.reload();
  const found = await violations(page);
  await page.setViewportSize(size);
  return { looks: 2, found };
}

export const stroll = {
  arrive,
  look,
  order: (_browser, { name }) => orderByHand(page, { name }),
  orderByKeyboard: (_browser, { name }) => orderByKeyboard(page, name),
  cancelByKeyboard: () => cancelByKeyboard(page),
  address: () => page.url(),
  go: (_browser, { address }) => page.goto(address).then(() => null),
};
