// axe over pages, in the light and in the dark.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pagesOf, phone, withEach } from "./chromium.mjs";

const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS = {
  resultTypes: ["violations", "incomplete"],
  // Off unless asked for.
  rules: { "target-size": { enabled: true } },
};

// What a colour scheme can change.
const COLOURS = { ...OPTIONS, runOnly: ["color-contrast", "link-in-text-block"], rules: {} };

// What axe finds on each of some addresses, on a phone where nothing else is said. Returns
// {looks, found}.
export async function axe(browser, { addresses, width = 390 }) {
  // As high as the longest page: nothing then lies under what stays in place at the bottom.
  const context = await browser.newContext(phone(width, 4000));
  const found = [];
  await withEach(addresses, await pagesOf(context), async (page, address) => {
    await page.goto(address);
    found.push(...(await violations(page)));
  });
  await context.close();
  return { looks: addresses.length * 2, found };
}

// What axe finds on the page as it is now, in the light and in the dark. What it cannot decide
// counts, too: somebody must look.
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  const found = [];
  for (const [colorScheme, options] of [["light", OPTIONS], ["dark", COLOURS]]) {
    await page.emulateMedia({ colorScheme });
    const result = await page.evaluate((options) => globalThis.axe.run(document, options), options);
    const undecided = result.incomplete
      .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !isMark(node)) }))
      .filter((rule) => rule.nodes.length > 0);
    for (const { id, help, nodes } of [...result.violations, ...undecided]) {
      const where = nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary}`);
      found.push({ address: page.url(), colorScheme, rule: id, help, where });
    }
  }
  return found;
}

// A single sign such as ✓ is no text, so axe leaves its contrast open; a test of the tokens has it.
const isMark = ({ any }) =>
  any.length > 0 && any.every(({ data }) => MARKS.includes(data?.messageKey));

const MARKS = ["nonBmp", "shortTextContent"];
