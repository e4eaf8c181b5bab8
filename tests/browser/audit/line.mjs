// An order on a slow line, as the browser's own tools throttle it, with a cold cache.
//
// The tools add the round trip once to each request and share the bandwidth; they know nothing of
// handshakes. So next to the clock there is a tally, from which the tests compute the time.

import { fillIn, hasOrdered, send } from "./guest.mjs";
import { phone } from "./chromium.mjs";

// Orders from a code's address. `line` is {rtt_ms, bytes_per_second, cpu}. Returns two stretches,
// the choice and the order, each {wall_ms, connections, turns, bytes}, and the bytes besides.
export async function line(browser, { address, name, line }) {
  const context = await browser.newContext(phone(390, 844));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await throttle(cdp, line);
  const tally = await keepTally(cdp);

  tally.begin("choice", ["Document"]);
  let wall = 0;
  await page.goto(address, { waitUntil: "domcontentloaded" });
  wall += (await page.evaluate(painted)).took;
  // While the bar still asks who is there, the choice has not begun.
  while (!(await page.locator("main [name=drink]").count())) {
    await fillIn(page, { name });
    await send(page);
    wall += (await page.evaluate(painted)).took;
  }
  await page.waitForLoadState();
  await fillIn(page, { name });

  tally.begin("order", ["Document", "Fetch", "XHR"]);
  const began = await page.evaluate(() => performance.timeOrigin + performance.now());
  await send(page);
  const ended = await page.evaluate(painted);
  if (!(await page.evaluate(hasOrdered))) throw new Error(`no order yet at ${page.url()}`);
  tally.begin("aside", []);
  await page.waitForLoadState();
  await tally.settled();
  await context.close();
  const { choice, order, aside } = tally.sums;
  return {
    choice: { wall_ms: wall, ...choice },
    order: { wall_ms: ended.at - began, ...order },
    aside_bytes: aside.bytes,
  };
}

async function throttle(cdp, { rtt_ms, bytes_per_second, cpu }) {
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: rtt_ms,
    downloadThroughput: bytes_per_second,
    uploadThroughput: bytes_per_second,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

// In the page: how long after its beginning it was first painted, and at what time.
const painted = () =>
  new Promise((resolve) => {
    const tell = () => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      if (!paint) return requestAnimationFrame(tell);
      // A page that only swapped its content was painted long ago.
      const took = globalThis.isOld ? performance.now() : paint.startTime;
      resolve({ took, at: performance.timeOrigin + took });
    };
    tell();
  });

// Counts what crosses the line: bytes both ways, heads included; round trips that somebody waits
// for, each hop of a redirect one; connections that these had to open.
///
// What a guest waits for counts where it began; everything else is an aside: a script that comes
// after the page delays nobody, because a round trip lies between.
async function keepTally(cdp) {
  const nothing = () => ({ connections: 0, turns: 0, bytes: 0 });
  const sums = { choice: nothing(), order: nothing(), aside: nothing() };
  const [requests, opened, open] = [new Map(), new Set(), new Set()];
  let [now, waitedFor] = ["aside", []];
  const sumOf = (id) => sums[requests.get(id) ?? "aside"];

  function answered(id, response) {
    const sum = sumOf(id);
    if (sum === sums.aside || response.fromDiskCache) return;
    sum.turns += 1;
    if (!opened.has(response.connectionId)) sum.connections += 1;
    opened.add(response.connectionId);
  }

  cdp.on("Network.requestWillBeSent", (sent) => {
    const { requestId: id, type, redirectResponse, renderBlockingBehavior } = sent;
    if (redirectResponse) {
      answered(id, redirectResponse);
      sumOf(id).bytes += redirectResponse.encodedDataLength;
    } else {
      const waits = waitedFor.includes(type) || renderBlockingBehavior === "Blocking";
      requests.set(id, waits ? now : "aside");
      if (waits) open.add(id);
    }
  });
  cdp.on("Network.requestWillBeSentExtraInfo", ({ requestId, headers }) => {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    sumOf(requestId).bytes += `POST /orders/100 HTTP/1.1\r\n${fields.join("")}\r\n`.length;
    sumOf(requestId).bytes += Number(headers["Content-Length"] ?? 0);
  });
  cdp.on("Network.requestServedFromCache", ({ requestId }) => requests.set(requestId, "aside"));
  cdp.on("Network.responseReceived", ({ requestId, response }) => answered(requestId, response));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sumOf(requestId).bytes += encodedDataLength;
    open.delete(requestId);
  });
  cdp.on("Network.loadingFailed", ({ requestId }) => open.delete(requestId));
  return {
    sums,
    begin: (phase, kinds) => ([now, waitedFor] = [phase, kinds]),
    settled: async () => {
      while (open.size > 0) await new Promise((resolve) => cdp.once("Network.loadingFinished", resolve));
    },
  };
}
