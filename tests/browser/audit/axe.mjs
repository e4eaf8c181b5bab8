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

/// What axe finds on each of some addresses. Returns {looks, found}.
export async function axe(browser, { addresses, schemes }) {
  // As high as the longest page: nothing then lies under what stays in place at the bottom.
  const context = await browser.newContext(phone(390, 4000));
  const found = [];
  await withEach(addresses, await pagesOf(context), async (page, address) => {
    await page.goto(address);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await violations(page)).map((v) => ({ address, colorScheme, ...v })));
    }
  });
  await context.close();
  return { looks: addresses.length * schemes.length, found };
}

/// What axe finds on the page as it is now. What it cannot decide counts, too: somebody must look.
export async function violations(page) {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(SOURCE);
  const result = await page.evaluate((options) => globalThis.axe.run(document, options), OPTIONS);
  const undecided = result.incomplete
    .map((rule) => ({ ...rule, nodes: rule.nodes.filter((node) => !isMark(node)) }))
    .filter((rule) => rule.nodes.length > 0);
  return [...result.violations, ...undecided].map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? node.html}`),
  }));
}

/// A single sign such as ✓ is no text, so axe leaves its contrast open; a test of the tokens has it.
const isMark = ({ any }) =>
  any.length > 0 && any.every(({ data }) => MARKS.includes(data?.messageKey));

const MARKS = ["nonBmp", "shortTextContent"];
