// Lighthouse on pages, as a phone in the hall would meet them.

import lighthouseRun, { defaultConfig } from "lighthouse";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

// A live page is never quite quiet: it follows its order. So Lighthouse waits for the load.
const SETTINGS = {
  onlyCategories: CATEGORIES,
  formFactor: "mobile",
  disableStorageReset: true,
  maxWaitForLoad: 15_000,
  skipAudits: ["full-page-screenshot", "screenshot-thumbnails", "final-screenshot"],
};

// The four scores of an address, and the audits that cost points.
export async function lighthouse(browser, { address }) {
  const flags = { port: browser.port, output: "json", logLevel: "silent" };
  const config = { ...defaultConfig, settings: { ...defaultConfig.settings, ...SETTINGS } };
  const { lhr } = await lighthouseRun(address, flags, config);
  if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
  const scores = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]),
  );
  const costly = CATEGORIES.flatMap((name) =>
    lhr.categories[name].auditRefs
      .filter(({ id, weight }) => weight > 0 && (lhr.audits[id].score ?? 1) < 1)
      .map(({ id }) => ({ category: name, audit: id, title: lhr.audits[id].title })),
  );
  return { ended: lhr.finalDisplayedUrl, scores, costly };
}
