// A guest with a keyboard and nothing else. Fields go by what they are, never by their words.

import { hasOrdered } from "./guest.mjs";

// More than any page has: whoever has not found it by then goes in circles.
const MOST_STOPS = 150;

// What surrounds a control and may show that it has the focus, in pixels.
const RING = 8;

// Orders from a code's page by keyboard alone. Returns what is wrong with the way there.
export async function orderByKeyboard(page, name) {
  const faults = [];
  while (!(await page.evaluate(hasOrdered))) {
    const form = await page.evaluate(() => {
      const first = document.querySelector("main form :is([name=name], [name=drink])");
      return { asksName: !!first.form.elements.name, asksDrink: !!first.form.elements.drink };
    });
    if (form.asksName) {
      await tabTo(page, (it) => it.matches("[name=name]"), faults);
      await page.keyboard.press("Control+A");
      await page.keyboard.type(name);
    }
    if (form.asksDrink) {
      await tabTo(page, (it) => it.matches("[name=drink]"), faults);
      await page.keyboard.press("Space");
    }
    await tabTo(page, (it) => it.matches("form:has([name=name], [name=drink]) :is(button, [type=submit])"), faults);
    await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
    await page.waitForLoadState();
  }
  return faults;
}

// Takes the order back by keyboard alone, asked again where the page asks.
export async function cancelByKeyboard(page) {
  const faults = [];
  await tabTo(page, (it) => it.matches("form[action$='/cancel'] *, summary:has(~ * form[action$='/cancel']), summary:has(~ form[action$='/cancel'])"), faults);
  if (await page.evaluate(() => document.activeElement.localName === "summary")) {
    await page.keyboard.press("Enter");
    await tabTo(page, (it) => it.matches("form[action$='/cancel'] :is(button, [type=submit])"), faults);
  }
  await Promise.all([page.waitForEvent("framenavigated"), page.keyboard.press("Enter")]);
  await page.waitForLoadState();
  return faults;
}

// Goes from stop to stop until one is wanted; notes each that does not show where the guest is.
async function tabTo(page, wanted, faults) {
  const seen = [];
  while (seen.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(describeFocus, RING);
    seen.push(stop.html);
    if (!(await isSeen(page, stop))) faults.push(`no sign of the focus: ${stop.html}`);
    if (stop.box && stop.away) faults.push(`the focus is out of sight: ${stop.html}`);
    if (await page.evaluate(`(${wanted})(document.activeElement)`)) return;
  }
  throw new Error(`the keyboard does not get there: ${wanted}\n${[...new Set(seen)].join("\n")}`);
}

// In the page: what has the focus, and where a person sees it.
function describeFocus(ring) {
  const it = document.activeElement;
  const html = it.outerHTML.slice(0, 120);
  if (it === document.body) return { html };
  const own = it.getBoundingClientRect();
  // A control that only its label shows.
  const shown = own.width > 2 && own.height > 2 ? own : it.labels?.[0]?.getBoundingClientRect() ?? own;
  const [left, top] = [Math.max(0, shown.left - ring), Math.max(0, shown.top - ring)];
  const width = Math.min(innerWidth, shown.right + ring) - left;
  const height = Math.min(innerHeight, shown.bottom + ring) - top;
  if (width <= 0 || height <= 0) return { html, box: own, away: true };
  return { html, box: { x: left, y: top, width, height } };
}

// Whether a person sees where the focus is. The page may have been renewed just while it was looked
// at, a place is being kept meanwhile: a second look decides then.
async function isSeen(page, stop) {
  if (!stop.box || (await showsFocus(page, stop))) return true;
  const again = await page.evaluate(describeFocus, RING);
  return !again.box || showsFocus(page, again);
}

// Whether it looks different with the focus than without.
async function showsFocus(page, { box, away }) {
  if (away) return true;
  const options = { clip: box, animations: "disabled" };
  const withFocus = await page.screenshot(options);
  await page.evaluate(() => {
    globalThis.hadFocus = document.activeElement;
    globalThis.hadFocus.blur();
  });
  const without = await page.screenshot(options);
  await page.evaluate(() => globalThis.hadFocus.focus({ preventScroll: true, focusVisible: true }));
  return !withFocus.equals(without);
}
