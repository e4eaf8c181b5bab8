// Contact sheets: many pages in one picture, for people to look at.

import { readFile, writeFile } from "node:fs/promises";
import { pagesOf, phone, withEach } from "./chromium.mjs";
import { enlarge } from "./reflow.mjs";

// How wide a phone stands on a sheet, in pixels.
const TILE = 170;

// Qualities to try, best first, until the picture is small enough.
const QUALITIES = [85, 75, 65, 55, 45, 35];

// Takes pictures of `tiles` ({address, label}) on one kind of phone, and puts them on one sheet as
// a WebP file of at most `bytes`; `tile` is how wide each stands there.
export async function sheet(browser, { tiles, look, columns, path, bytes, tile = TILE }) {
  const { width, height, text, colorScheme } = look;
  const shots = new Map();
  const context = await browser.newContext(phone(width, height, { colorScheme, deviceScaleFactor: 1 }));
  await withEach(tiles, await pagesOf(context), async (page, { address, label }) => {
    await page.goto(address);
    await page.evaluate(enlarge, text);
    const picture = await page.screenshot({ animations: "disabled" });
    shots.set(label, inline(picture));
  });
  await context.close();
  const ordered = tiles.map(({ label }) => ({ label, src: shots.get(label) }));
  return compose(browser, { tiles: ordered, width: tile, columns, path, bytes });
}

// Puts pictures that were taken elsewhere, `tiles` ({file, label}), on one sheet in the same way.
export async function mosaic(browser, { tiles, ...wish }) {
  const read = async ({ file, label }) => ({ label, src: inline(await readFile(file)) });
  return compose(browser, { tiles: await Promise.all(tiles.map(read)), ...wish });
}

const inline = (picture) => `data:image/png;base64,${picture.toString("base64")}`;

async function compose(browser, { tiles, width, columns, path, bytes }) {
  const context = await browser.newContext({ viewport: { width: 1, height: 1 }, deviceScaleFactor: 1 });
  const page = await context.newPage();
  await page.setContent(layout(tiles, width, columns));
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const size = await page.evaluate(() => {
    const { width, height } = document.querySelector("main").getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(height) };
  });
  await page.setViewportSize(size);
  const cdp = await context.newCDPSession(page);
  const picture = await smallest(cdp, bytes);
  await context.close();
  await writeFile(path, picture);
  return { ...size, bytes: picture.length };
}

// The best picture that is small enough.
async function smallest(cdp, bytes) {
  for (const quality of QUALITIES) {
    const { data } = await cdp.send("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    if (picture.length <= bytes) return picture;
  }
  throw new Error(`no picture of at most ${bytes} bytes: put less on a sheet`);
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

// A neutral ground, even gaps, a word under each phone.
const layout = (tiles, width, columns) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; }
  main {
    display: grid; grid-template-columns: repeat(${Math.min(columns, tiles.length)}, ${width}px);
    gap: 20px; padding: 24px; width: max-content; background: #8c8c8c;
    font: 500 11px/1.25 system-ui, sans-serif; color: #141414;
  }
  figure { margin: 0; }
  img { display: block; width: 100%; border-radius: 10px; }
  figcaption { margin-top: 6px; overflow-wrap: anywhere; }
</style><main>${tiles
  .map(({ label, src }) => `<figure><img src="${src}" alt=""><figcaption>${escape(label)}</figcaption></figure>`)
  .join("")}</main>`;
