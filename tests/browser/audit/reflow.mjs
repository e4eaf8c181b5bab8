// Whether pages are whole where there is little room: narrow, magnified, in large letters.

import { pagesOf, phone, withEach } from "./chromium.mjs";

// What is cut off or sticks out on each of some addresses, in each view: {width, height, text}.
// `text` is the size of letters in percent. A page that is magnified to 400 % has a quarter of the
// window's width and height to itself.
export async function reflow(browser, { addresses, views }) {
  const context = await browser.newContext(phone(390, 844));
  const found = [];
  await withEach(addresses, await pagesOf(context), async (page, address) => {
    await page.goto(address);
    for (const { width, height, text } of views) {
      await page.setViewportSize({ width, height });
      await page.evaluate(enlarge, text);
      for (const what of await page.evaluate(broken)) {
        found.push({ address, view: `${width}×${height}, text ${text} %`, what });
      }
    }
  });
  await context.close();
  return { looks: addresses.length * views.length, found };
}

// What a browser does to a page whose person has asked for larger letters.
export function enlarge(percent) {
  const root = document.documentElement;
  root.style.fontSize = "";
  root.style.fontSize = `${(parseFloat(getComputedStyle(root).fontSize) * percent) / 100}px`;
}

// In the page: what is not whole.
function broken() {
  const SLACK = 1.5;
  const view = { left: 0, right: document.documentElement.clientWidth };
  const found = [];

  const unseen = (element) => {
    const { width, height } = element.getBoundingClientRect();
    return width <= 2 || height <= 2;
  };
  const scrolls = (value) => value === "auto" || value === "scroll";
  const hides = (value) => value === "hidden" || value === "clip";

  // How far a text may reach: up to the window's sides, or those of a box that cuts off.
  function limits(element) {
    let [left, right, top, bottom] = [view.left, view.right, -Infinity, Infinity];
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (unseen(box)) return null;
      const { overflowX, overflowY } = getComputedStyle(box);
      if (scrolls(overflowX)) return null;
      const rect = box.getBoundingClientRect();
      if (hides(overflowX)) [left, right] = [Math.max(left, rect.left), Math.min(right, rect.right)];
      if (hides(overflowY)) [top, bottom] = [Math.max(top, rect.top), Math.min(bottom, rect.bottom)];
    }
    return { left, right, top, bottom };
  }

  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) {
    const text = words.currentNode;
    if (!text.data.trim() || !text.parentElement.checkVisibility()) continue;
    const room = limits(text.parentElement);
    if (!room) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const out = [...range.getClientRects()].some(
      (rect) =>
        rect.left < room.left - SLACK ||
        rect.right > room.right + SLACK ||
        rect.top < room.top - SLACK ||
        rect.bottom > room.bottom + SLACK,
    );
    if (out) found.push(`cut off: ${text.data.trim().slice(0, 60)}`);
  }

  const controls = "a, button, input:not([type=hidden]), select, textarea, summary, label";
  for (const control of document.querySelectorAll(controls)) {
    if (!control.checkVisibility() || unseen(control)) continue;
    const { left, right } = control.getBoundingClientRect();
    if (left < view.left - SLACK || right > view.right + SLACK) {
      found.push(`sticks out: ${control.outerHTML.slice(0, 80)}`);
    }
  }

  const page = document.scrollingElement;
  if (page.scrollWidth > page.clientWidth + SLACK) {
    found.push(`scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`);
  }
  let pinned = 0;
  for (const element of document.body.querySelectorAll("*")) {
    const { position } = getComputedStyle(element);
    if ((position === "fixed" || position === "sticky") && element.checkVisibility()) {
      pinned += element.getBoundingClientRect().height;
    }
  }
  if (pinned > innerHeight / 2) found.push(`${pinned} of ${innerHeight} px stay in place`);
  return found;
}
