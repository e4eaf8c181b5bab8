// A guest's phone for the tests: Chromium in a phone's size, worked by words that a person reads.
//
// Each line on stdin is a wish, {"act", "words", "text"?}; each gets a line on stdout: {"done"}, or
// {"why", "address", "picture", "text"} with all that the phone saw. The phone closes with stdin.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { FLAGS } from "./flags.mjs";

const { javaScript, patience } = JSON.parse(process.argv[2]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [...FLAGS, "--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream"],
});
const context = await browser.newContext({
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
  javaScriptEnabled: javaScript,
});
context.setDefaultTimeout(patience);
await context.addInitScript({ path: fileURLToPath(new URL("spy.js", import.meta.url)) });

// What went out: every question, and the live streams that are still open.
const asked = [];
const times = (what) => asked.filter((one) => one === what).length;
const streams = new Set();
context.on("request", (request) => {
  const { pathname } = new URL(request.url());
  asked.push(`${request.method()} ${pathname}`);
  if (pathname === "/api/live") streams.add(request);
});
context.on("requestfinished", (request) => streams.delete(request));
context.on("requestfailed", (request) => streams.delete(request));

const tabs = [await context.newPage()];
let page = tabs[0];

const look = (tab, visibility) => tab.evaluate((now) => globalThis.look?.(now), visibility);

// Somebody looks at one tab at a time.
async function turnTo(tab) {
  if (page !== tab && !page.isClosed()) await look(page, "hidden");
  page = tab;
  await look(page, "visible");
}

function button(name) {
  const found = page.getByRole("button", { name, exact: true });
  return found.or(page.getByRole("link", { name, exact: true }));
}

// Looks until it is so, or patience is over.
async function until(what, isSo) {
  for (const end = Date.now() + patience; !isSo(); ) {
    if (Date.now() > end) throw new Error(`${what} never came true`);
    await new Promise((again) => setTimeout(again, 20));
  }
}

const notices = (test, words) => page.waitForFunction(test, words);
const exactly = (words) => page.getByText(words, { exact: true }).filter({ visible: true });

const acts = {
  open: (address) => page.goto(address),
  reload: () => page.reload(),
  back: () => page.goBack(),
  tab: async (address) => {
    const tab = await context.newPage();
    tabs.push(tab);
    await tab.goto(address);
    await turnTo(tab);
  },
  turn: (number) => turnTo(tabs[number]),
  // To see what a tab shows that nobody looks at.
  glance: (number) => {
    page = tabs[number];
  },
  // A tab that is shut says so to its page; one that dies does not.
  shut: async (number) => {
    await page.goto("about:blank");
    await page.close();
    page = tabs[number];
  },
  die: async (number) => {
    const dead = page.waitForEvent("crash");
    const session = await context.newCDPSession(page);
    session.send("Page.crash").catch(() => {});
    await dead;
    for (const stream of streams) if (stream.frame().page() === page) streams.delete(stream);
    await page.close();
    page = tabs[number];
  },
  pocket: () => look(page, "hidden"),
  unpocket: () => look(page, "visible"),
  offline: () => context.setOffline(true),
  online: () => context.setOffline(false),
  pass: (seconds) => page.clock.runFor(Number(seconds) * 1000),
  stopwatch: () => page.clock.install(),
  allow: (permission) => context.grantPermissions([permission]),
  detects: (text) => context.addInitScript((rawValue) => {
    globalThis.BarcodeDetector = class {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async () => [{ rawValue }];
    };
  }, text),
  stranger: () => context.clearCookies(),
  fill: (label, text) => page.getByLabel(label).fill(text),
  photo: (label, path) => page.getByLabel(label).setInputFiles(path),
  pick: (words) => exactly(words).tap(),
  tap: (name) => button(name).tap(),
  insist: (name) => button(name).tap({ force: true }),
  heading: (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor(),
  says: (words) => exactly(words).first().waitFor(),
  like: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
  unlike: (words) => page.getByText(words).filter({ visible: true }).first().waitFor({ state: "hidden" }),
  silent: (words) => exactly(words).first().waitFor({ state: "hidden" }),
  title: (words) => notices((title) => document.title.includes(title), words),
  hears: () => notices(() => globalThis.noticed.tones > 0),
  feels: () => notices(() => globalThis.noticed.buzzes > 0),
  awake: (yes) => notices((locks) => globalThis.noticed.awake === locks, yes === "yes" ? 1 : 0),
  told: (words) => notices((start) => globalThis.noticed.notes.some((note) => note.startsWith(start)), words),
  asked: (what) => String(times(what)),
  questions: () => asked.join("\n"),
  asks: (what, number) => until(`${number} × ${what}`, () => times(what) >= Number(number)),
  sent: () => page.evaluate(() => String(globalThis.noticed.sent)),
  streams: (number) => until(`${number} streams`, () => streams.size === Number(number)),
  text: () => page.locator("body").innerText(),
  address: () => page.url(),
  save: (path) => page.screenshot({ path, animations: "disabled" }),
};

async function seen(error) {
  const picture = join(tmpdir(), `phone-${process.pid}.png`);
  await page.screenshot({ path: picture });
  const text = await acts.text();
  return { why: error.message, address: page.url(), picture, text };
}

const answer = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);

answer({ done: null });
for await (const line of createInterface({ input: process.stdin })) {
  const { act, words, text } = JSON.parse(line);
  try {
    const done = await acts[act](words, text);
    answer({ done: typeof done === "string" ? done : null });
  } catch (error) {
    answer(await seen(error));
  }
}
await browser.close();
