// Looks the guests' pages through, for the audits in tests/tests/audit and for the benches.
//
// Each line on stdin is a wish, {"act", ...}; each gets a line on stdout: {"done"}, or {"why"} where
// it could not be done. What is found on a page is data: the tests judge it. One browser serves all
// wishes, and closes with stdin.

import { createInterface } from "node:readline";
import { openBrowser } from "./audit/chromium.mjs";
import { axe } from "./audit/axe.mjs";
import { hall } from "./audit/crowd.mjs";
import { lighthouse } from "./audit/lighthouse.mjs";
import { line } from "./audit/line.mjs";
import { reflow } from "./audit/reflow.mjs";
import { mosaic, sheet } from "./audit/sheet.mjs";
import { stroll } from "./audit/stroll.mjs";

const acts = { axe, lighthouse, line, mosaic, reflow, sheet, ...hall, ...stroll };

const answer = (words) => process.stdout.write(`${JSON.stringify(words)}\n`);

const browser = await openBrowser();
answer({ done: null });
for await (const line of createInterface({ input: process.stdin })) {
  const { act, ...wish } = JSON.parse(line);
  try {
    answer({ done: (await acts[act](browser, wish)) ?? null });
  } catch (error) {
    answer({ why: error.stack });
  }
}
await browser.close();
