// A board on a tablet: its line to the bar. Pictures come as server-sent events, what hands do goes
// back in order. A key that cannot be sent now is refused with a sign, and never kept.

import { board, fit, forgetLooks, paint } from "./cells.js";
import { listen } from "./hands.js";

const line = document.getElementById("line");
const over = document.getElementById("over");
const words = board.dataset;

// The bar beats every 3 s.
const SILENT_MS = 10_000;
const AGAIN_MS = 1_000;
const REOPEN_MS = 2_000;
const POST_WITHIN_MS = 4_000;
const REFUSED_FOR_MS = 3_000;
const WAITING_MOST = 64;
const LOOK_MS = 500;

// The board goes on under this name after a reload, and after a while without a line.
const name = (sessionStorage.board ??= [...crypto.getRandomValues(new Uint8Array(10))]
  .map((byte) => byte.toString(36).padStart(2, "0")).join(""));

const isLight = matchMedia("(prefers-color-scheme: light)");
let size = fit();
let source;
let opened = 0;
let heard = performance.now();
let isUp = false;
let again;

function open() {
  close();
  over.hidden = true;
  opened = performance.now();
  forgetLooks();
  const query = new URLSearchParams({ board: name, ...size, light: isLight.matches });
  const stream = (source = new EventSource(`/barista/live?${query}`));
  const hear = (kind, act) => stream.addEventListener(kind, ({ data }) => {
    if (stream !== source) return;
    heard = performance.now();
    act(JSON.parse(data));
  });
  hear("cells", show);
  hear("beat", look);
  hear("end", end);
  stream.onerror = () => {
    if (stream !== source) return;
    close();
    again = setTimeout(open, AGAIN_MS);
  };
}

function close() {
  clearTimeout(again);
  source?.close();
  source = undefined;
  isUp = false;
}

function show(cells) {
  isUp = true;
  paint(cells);
  if (cells.bell) ring();
  look();
}

// The board has ended: somebody has to want it again, unless it was the bar that closed.
function end(why) {
  close();
  if (why === "revoked") return location.reload();
  if (why === "closed") return (again = setTimeout(open, AGAIN_MS));
  document.getElementById("why").textContent = words[why] ?? words.failed;
  over.hidden = false;
  document.getElementById("again").focus();
}

document.getElementById("again").addEventListener("click", () => {
  open();
  board.focus();
});

// Silence

let refusedUntil = 0;

function look() {
  const now = performance.now();
  const silent = now - heard;
  const isDown = over.hidden && (silent > SILENT_MS || (!source && silent > AGAIN_MS * 2));
  document.body.classList.toggle("down", isDown);
  if (isDown && silent > SILENT_MS && now - opened > REOPEN_MS) open();
  const isRefused = now < refusedUntil;
  line.hidden = !isDown && !isRefused;
  line.textContent = isRefused ? words.refused : words.silent.replace("{seconds}", Math.floor(silent / 1_000));
}

setInterval(look, LOOK_MS);

function comeBack() {
  if (document.visibilityState === "visible" && over.hidden && performance.now() - heard > REOPEN_MS * 2) open();
}
addEventListener("online", comeBack);
addEventListener("pageshow", comeBack);
document.addEventListener("visibilitychange", comeBack);

// What hands do, in order: while some of it is on its way, the rest waits and goes together.

let waiting = [];
let isSending = false;

function send(wish) {
  if (!isUp || performance.now() - heard > SILENT_MS || waiting.length >= WAITING_MOST) return refuse();
  waiting.push(wish);
  if (!isSending) sendAll();
}

async function sendAll() {
  isSending = true;
  while (waiting.length) {
    const isTaken = await post(waiting.splice(0));
    if (!isTaken) refuse();
  }
  isSending = false;
}

async function post(wishes) {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), POST_WITHIN_MS);
  try {
    const answer = await fetch(`/barista/wishes?board=${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(wishes),
      signal: late.signal,
    });
    return answer.ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function refuse() {
  waiting = [];
  refusedUntil = performance.now() + REFUSED_FOR_MS;
  navigator.vibrate?.(80);
  look();
}

// Another size; where the line is down, the next stream tells it.

let resizing;

new ResizeObserver(() => {
  clearTimeout(resizing);
  resizing = setTimeout(() => {
    const now = fit();
    if (now.columns === size.columns && now.rows === size.rows) return;
    size = now;
    if (isUp) send({ size });
  }, 100);
}).observe(board);

// The bell: browsers let pages be heard once they were touched.

let audio;

addEventListener("pointerdown", () => (audio ??= globalThis.AudioContext && new AudioContext()));
addEventListener("keydown", () => (audio ??= globalThis.AudioContext && new AudioContext()));

function ring() {
  if (!audio) return;
  const [tone, loudness] = [audio.createOscillator(), audio.createGain()];
  const now = audio.currentTime;
  tone.frequency.value = 880;
  loudness.gain.setValueAtTime(0.25, now);
  loudness.gain.exponentialRampToValueAtTime(0.001, now + 0.3);
  tone.connect(loudness).connect(audio.destination);
  tone.start(now);
  tone.stop(now + 0.3);
}

// A code that was scanned where it is not needed: nobody keeps it.
if (location.hash) history.replaceState(null, "", location.pathname);

listen(send);
board.focus({ preventScroll: true });
open();
