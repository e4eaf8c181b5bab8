// Baristas' tablets for the tests: Chromium with touch, each tablet with cookies of its own.
//
// Each line on stdin is a wish for some tablets, {"act", "to", "words"}, with words for each; all of
// them do it at once. Each gets a line on stdout: {"done"}, or {"why", "text"} with what was seen.

import { createInterface } from "node:readline";
import { chromium } from "playwright-core";
import { FLAGS } from "./flags.mjs";

const { patience } = JSON.parse(process.argv[2]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: FLAGS,
});
const tablets = new Map();

async function tablet(number) {
  if (!tablets.has(number)) {
    const context = await browser.newContext({
      viewport: { width: 1024, height: 768 },
      hasTouch: true,
      isMobile: true,
      colorScheme: "dark",
      locale: "en-GB",
    });
    context.setDefaultTimeout(patience);
    tablets.set(number, { context, page: await context.newPage() });
  }
  return tablets.get(number);
}

const board = (page) => page.locator("#board");
const holds = (wanted) => document.getElementById("board").innerText.includes(wanted);
const lacks = (wanted) => !document.getElementById("board").innerText.includes(wanted);

const acts = {
  open: ({ page }, address) => page.goto(address),
  pair: async ({ page }, code) => {
    await page.getByLabel("Pairing code").fill(code);
    await page.getByRole("button", { name: "Pair this tablet" }).tap();
    await page.waitForLoadState();
  },
  shows: ({ page }, words) => page.waitForFunction(holds, words),
  hides: ({ page }, words) => page.waitForFunction(lacks, words),
  says: ({ page }, words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
  silent: ({ page }, words) => page.getByText(words).filter({ visible: true }).waitFor({ state: "hidden" }),
  press: async ({ page }, keys) => {
    for (const key of keys.split(" ")) await page.keyboard.press(key);
  },
  tap: ({ page }, words) => board(page).getByText(words).first().tap(),
  key: ({ page }, name) => page.getByRole("button", { name, exact: true }).tap(),
  type: async ({ page }, words) => {
    await page.getByRole("button", { name: "Keyboard", exact: true }).tap();
    await page.keyboard.insertText(words);
  },
  turn: ({ page }, size) => {
    const [width, height] = size.split("x").map(Number);
    return page.setViewportSize({ width, height });
  },
  address: ({ page }) => page.url(),
  reload: ({ page }) => page.reload(),
  offline: ({ context }) => context.setOffline(true),
  online: ({ context }) => context.setOffline(false),
  close: ({ context }) => context.close(),
  text: ({ page }) => board(page).innerText(),
};

const answer = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);

answer({ done: null });
for await (const line of createInterface({ input: process.stdin })) {
  const { act, to, words } = JSON.parse(line);
  const all = to.map(async (number, at) => acts[act](await tablet(number), words[at]));
  const ended = await Promise.allSettled(all);
  const failed = ended.findIndex(({ status }) => status === "rejected");
  if (failed < 0) {
    answer({ done: typeof ended[0]?.value === "string" ? ended[0].value : null });
    continue;
  }
  const { page } = tablets.get(to[failed]);
  const text = await page.locator("body").innerText().catch(String);
  answer({ why: `tablet ${to[failed]}: ${ended[failed].reason.message}`, text });
}
await browser.close();
