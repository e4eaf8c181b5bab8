// Monitors that have only a browser, for the tests: Chromium with cookies of its own for each.
//
// Each line on stdin is a wish for some monitors, {"act", "to", "words"}; each gets a line on stdout:
// {"done"}, or {"why", "text"} with what was seen.

import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { violations } from "./audit/axe.mjs";
import { FLAGS } from "./flags.mjs";

const { patience } = JSON.parse(process.argv[2]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
const monitors = new Map();

async function monitor(number) {
  if (!monitors.has(number)) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "en-GB" });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    const faults = [];
    page.on("pageerror", (error) => faults.push(error.message));
    monitors.set(number, { context, page, faults });
  }
  return monitors.get(number);
}

const holds = ([id, wanted]) => document.getElementById(id).innerText.includes(wanted);
// In the page: whether an order's code can be seen, by frames and not by what the page believes.
const hasCode = () => {
  const code = document.querySelector("#code .modules");
  return Boolean(code) && code.getBoundingClientRect().width > 0;
};
// In the page: waits until no code is there, and says how many milliseconds it took. The page itself
// looks at its clock, frame by frame: the way to here may take long.
const untilCodeless = (patience) =>
  new Promise((done, fail) => {
    const began = performance.now();
    const look = () => {
      const code = document.querySelector("#code .modules");
      const took = Math.round(performance.now() - began);
      if (!code || code.getBoundingClientRect().width === 0) done(String(took));
      else if (took > patience) fail(new Error(`the code is there after ${took} ms`));
      else requestAnimationFrame(look);
    };
    look();
  });

const acts = {
  open: ({ page }, address) => page.goto(address),
  pair: async ({ page }, code) => {
    await page.getByLabel("Pairing code").fill(code);
    const loaded = page.waitForEvent("load");
    // A remote control's one key.
    await page.keyboard.press("Enter");
    await loaded;
  },
  // What was scanned stands in the form: one key is enough.
  take: async ({ page }) => {
    const loaded = page.waitForEvent("load");
    await page.keyboard.press("Enter");
    await loaded;
  },
  says: ({ page }, words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
  // "ready 12": the number stands in that column.
  shows: ({ page }, words) => page.waitForFunction(holds, words.split(" ")),
  code: ({ page }) => page.waitForFunction(hasCode),
  codeless: ({ page }) => page.evaluate(untilCodeless, patience),
  picture: ({ page }, path) => page.screenshot({ path }),
  // Two frames later the page has heard of its size, and stands.
  turn: async ({ page }, size) => {
    const [width, height] = size.split("x").map(Number);
    await page.setViewportSize({ width, height });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  },
  reload: ({ page }) => page.reload(),
  // As a television that goes dark, and is looked at again.
  dark: ({ page }) => hide(page, "hidden"),
  bright: ({ page }) => hide(page, "visible"),
  // As a browser that puts its page aside, and says only that it goes on.
  freeze: ({ page }) => page.evaluate(() => document.dispatchEvent(new Event("freeze"))),
  resume: ({ page }) => page.evaluate(() => document.dispatchEvent(new Event("resume"))),
  // As a server that has no room for a page for now.
  full: async (monitor) => {
    monitor.turnedAway = monitor.page.waitForResponse((answer) => answer.status() === 503);
    await monitor.page.route("**/display", (route) => route.fulfill({ status: 503 }));
  },
  refused: ({ turnedAway }) => turnedAway.then(() => undefined),
  roomy: ({ page }) => page.unroute("**/display"),
  forget: ({ context }) => context.clearCookies(),
  has: async ({ page }) => String(await page.evaluate(hasCode)),
  text: ({ page }) => page.evaluate(() => document.getElementById("panel").textContent),
  // Whether something is cut off or stands over something else.
  whole: async ({ page }) => JSON.stringify(await page.evaluate(overlaps)),
  axe: async ({ page }) => JSON.stringify(await violations(page)),
  faults: ({ faults }) => JSON.stringify(faults),
};

function hide(page, state) {
  return page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

// In the page: parts that leave the panel, or cover each other.
function overlaps() {
  const parts = ["venue", "announcement", "warning", "code", "words", "ready", "preparing"];
  const boxes = parts.map((id) => [id, document.getElementById(id).getBoundingClientRect()]);
  const seen = boxes.filter(([, box]) => box.width > 0 && box.height > 0);
  const found = [];
  for (const [at, [id, box]] of seen.entries()) {
    if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) found.push(`${id} leaves the panel`);
    for (const [other, its] of seen.slice(at + 1)) {
      const apart = box.right <= its.left + 1 || its.right <= box.left + 1 || box.bottom <= its.top + 1 || its.bottom <= box.top + 1;
      if (!apart) found.push(`${id} and ${other}`);
    }
  }
  const words = document.getElementById("words");
  if (words.scrollHeight > words.clientHeight + 1) found.push("words are cut");
  return found;
}

const answer = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);

answer({ done: null });
for await (const line of createInterface({ input: process.stdin })) {
  const { act, to, words } = JSON.parse(line);
  const all = to.map(async (number, at) => acts[act](await monitor(number), words[at]));
  const ended = await Promise.allSettled(all);
  const failed = ended.findIndex(({ status }) => status === "rejected");
  if (failed < 0) {
    answer({ done: typeof ended[0]?.value === "string" ? ended[0].value : null });
    continue;
  }
  const { page } = monitors.get(to[failed]);
  const text = await page.locator("body").innerText().catch(String);
  answer({ why: `monitor ${to[failed]}: ${ended[failed].reason.message}`, text });
}
await browser.close();
