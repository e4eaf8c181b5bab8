// The system's Chromium, and the phones that it plays.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { FLAGS } from "../flags.mjs";

// A browser with a profile of its own, and a port through which another program may drive it.
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), "demitasse-browser-"));
  const home = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [...FLAGS, "--remote-debugging-port=0"],
  });
  const [port] = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n");
  return {
    home,
    port: Number(port),
    newContext: (options) => home.browser().newContext(options),
    close: async () => {
      await home.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

// What Chromium needs to know to be a phone of this size.
export const phone = (width, height, more = {}) => ({
  viewport: { width, height },
  hasTouch: true,
  isMobile: true,
  locale: "en-GB",
  reducedMotion: "reduce",
  ...more,
});

// Does the same with every item, two at a time: as many as a small machine has cores.
export async function withEach(items, workers, work) {
  const waiting = [...items];
  await Promise.all(
    workers.map(async (worker) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
        await work(worker, item);
      }
    }),
  );
}

// Some pages of one context.
export const pagesOf = (context, count = 2) =>
  Promise.all(Array.from({ length: count }, () => context.newPage()));
