// What a browser gives a page over plain http and over https: opens each address that it is given in a
// browser of its own, which knows the bar's certificate by its key, and tells what the page has.

import { chromium } from "playwright-core";
import { FLAGS } from "./flags.mjs";

const { key, names, addresses } = JSON.parse(process.argv[2]);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    ...FLAGS,
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--ignore-certificate-errors-spki-list=${key}`,
    `--host-resolver-rules=${names.map((name) => `MAP ${name} 127.0.0.1`).join(",")}`,
  ],
});

async function look(address) {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    await page.goto(address);
  } catch (why) {
    return { opened: false, why: why.message };
  }
  const found = await page.evaluate(async () => ({
    secure: isSecureContext,
    camera: Boolean(await navigator.mediaDevices?.getUserMedia({ video: true }).catch(() => null)),
    awake: Boolean(await navigator.wakeLock?.request("screen").catch(() => null)),
  }));
  const start = page.locator("#scanner button, button:has-text('Scan the code here')").first();
  const scans = await start.isVisible();
  return { opened: true, ...found, scans };
}

const looks = [];
for (const address of addresses) looks.push(await look(address));
console.log(JSON.stringify(looks));
await browser.close();
