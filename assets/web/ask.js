// Asking the server over a bad line: each try has its time, and the pauses between them grow.

const ANSWER_WITHIN_MS = 8_000;
// A picture takes its time on a slow line.
const PICTURE_WITHIN_MS = 15_000;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
// A server that says several times that it can not is believed, and its page shown.
const BELIEVED_AFTER = 4;

// Asks until there is an answer, as a page. `trouble` hears of each try that came to nothing.
export async function ask(address, request, signal, trouble) {
  for (let tries = 1; ; tries += 1) {
    try {
      const answer = await once(address, request, signal);
      const believed = request.method && answer.main && tries >= BELIEVED_AFTER;
      if (answer.status < 500 || believed) return answer;
    } catch (why) {
      if (signal.aborted) throw why;
    }
    trouble?.();
    await pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1)), signal);
  }
}

async function once(address, request, signal) {
  const patience = new AbortController();
  const stop = () => patience.abort();
  const time = request.body instanceof FormData ? PICTURE_WITHIN_MS : ANSWER_WITHIN_MS;
  const timer = setTimeout(stop, time);
  signal.addEventListener("abort", stop);
  try {
    const headers = { "Demitasse-Part": "main" };
    const asked = { ...request, headers, cache: "no-store", signal: patience.signal };
    const answer = await fetch(address, asked);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return { page, main: page.getElementById("main"), status: answer.status, address: answer.url };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

// Spread, so that a room full of phones does not come back at once; over at once when the line is
// there again.
function pause(ms, signal) {
  return new Promise((over) => {
    setTimeout(over, ms * (0.5 + Math.random() / 2));
    addEventListener("online", over, { once: true });
    signal.addEventListener("abort", over, { once: true });
  }).then(() => signal.throwIfAborted());
}
