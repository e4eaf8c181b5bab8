// An order on a slow line, as the browser's own tools throttle it, with a cold cache.
//
// The tools add the round trip once to each request and share the bandwidth; they know nothing of
// handshakes. So next to the clock there is a tally, from which the tests compute the time.

import { fillIn, hasOrdered, send } from "./guest.mjs";
import { phone } from "./chromium.mjs";

/// Orders from a code's address. `line` is {rtt_ms, bytes_per_second, cpu}. Returns two stretches,
/// to the choice and from the tap to the number, each {wall_ms, connections, turns, bytes}.
export async function line(browser, { address, name, line }) {
  const context = await browser.newContext(phone(390, 844));
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: line.rtt_ms,
    downloadThroughput: line.bytes_per_second,
    uploadThroughput: line.bytes_per_second,
  });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: line.cpu });
  const tally = keepTally(cdp);

  const stretches = [{ wall_ms: 0, connections: 0, turns: 0, bytes: 0 }];
  const go = async (what) => {
    await what();
    add(stretches[0], await page.evaluate(painted), tally.take());
  };
  await go(() => page.goto(address, { waitUntil: "domcontentloaded" }));
  // While the bar still asks who is there, the choice has not begun.
  while (!(await page.locator("main [name=drink]").count())) {
    await fillIn(page, { name });
    await go(() => send(page));
  }
  await fillIn(page, { name });
  await page.waitForLoadState();
  // Scripts, icons: what came while the guest chose.
  const meanwhile = tally.take();
  const began = await page.evaluate(() => performance.timeOrigin + performance.now());
  await send(page);
  if (!(await page.evaluate(hasOrdered))) throw new Error(`no order yet at ${page.url()}`);
  const ended = await page.evaluate(painted).then(({ at }) => at);
  const last = { wall_ms: 0, connections: 0, turns: 0, bytes: 0 };
  add(last, { took: ended - began }, tally.take());
  await page.waitForLoadState();
  const afterwards = tally.take();
  await context.close();
  return { choice: stretches[0], order: last, aside_bytes: meanwhile.bytes + afterwards.bytes };
}

function add(stretch, { took }, { connections, turns, bytes }) {
  stretch.wall_ms += took;
  stretch.connections += connections;
  stretch.turns += turns;
  stretch.bytes += bytes;
}

/// In the page: when it was first painted, and how long that took from its beginning.
const painted = () =>
  new Promise((resolve) => {
    const tell = () => {
      const [paint] = performance.getEntriesByName("first-contentful-paint");
      if (!paint) return requestAnimationFrame(tell);
      // A page that only swapped its content has been painted long ago.
      const took = globalThis.isOld ? performance.now() : paint.startTime;
      resolve({ took, at: performance.timeOrigin + took });
    };
    tell();
  });

/// What makes a guest wait: documents, and what scripts ask in their place. Each waits for the one
/// before it, each hop of a redirect is one.
const WAITED_FOR = ["Document", "Fetch", "XHR"];

/// Counts what crosses the line: bytes of requests and answers with their heads; round trips that
/// somebody waits for; connections that these had to open.
function keepTally(cdp) {
  let sum = { connections: 0, turns: 0, bytes: 0 };
  const requests = new Map();
  const opened = new Set();
  const hop = (type, response) => {
    if (!WAITED_FOR.includes(type) || response?.fromDiskCache) return;
    sum.turns += 1;
    if (response && !opened.has(response.connectionId)) sum.connections += 1;
    if (response) opened.add(response.connectionId);
  };
  cdp.on("Network.requestWillBeSent", ({ requestId, type, request, redirectResponse, renderBlockingBehavior }) => {
    if (redirectResponse) {
      hop(type, redirectResponse);
      sum.bytes += redirectResponse.encodedDataLength;
    }
    const blocks = renderBlockingBehavior === "Blocking" ? "Document" : type;
    requests.set(requestId, { type: blocks });
    sum.bytes += (request.postData ?? "").length;
  });
  cdp.on("Network.requestWillBeSentExtraInfo", ({ headers }) => {
    const lines = Object.entries(headers).map(([name, value]) => name.length + value.length + 4);
    sum.bytes += lines.reduce((all, one) => all + one, "GET /orders/100 HTTP/1.1\r\n\r\n".length);
  });
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    hop(requests.get(requestId)?.type, response);
  });
  cdp.on("Network.loadingFinished", ({ encodedDataLength }) => (sum.bytes += encodedDataLength));
  return {
    take() {
      const taken = sum;
      sum = { connections: 0, turns: 0, bytes: 0 };
      return taken;
    },
  };
}
