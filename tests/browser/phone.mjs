// A guest's phone for the tests: Chromium in a phone's size, worked by words that a person reads.
//
// Each line on stdin is a wish, {"act", "words", "text"?}; each gets a line on stdout: {"done"}, or
// {"why", "address", "picture", "text"} with all that the phone saw. The phone closes with stdin.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const { javaScript, patience } = JSON.parse(process.argv[2]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
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
const page = await context.newPage();

const exactly = (words) => page.getByText(words, { exact: true }).filter({ visible: true });

const acts = {
  open: (address) => page.goto(address),
  reload: () => page.reload(),
  fill: (label, text) => page.getByLabel(label).fill(text),
  pick: (words) => exactly(words).tap(),
  tap: (name) => {
    const button = page.getByRole("button", { name, exact: true });
    return button.or(page.getByRole("link", { name, exact: true })).tap();
  },
  heading: (name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor(),
  says: (words) => exactly(words).first().waitFor(),
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
