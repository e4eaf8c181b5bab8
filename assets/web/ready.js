// Ready: by ear, in the hand, on the locked screen. What a browser does not allow is left out.

import { main, onPage, visible } from "./page.js";

// A rising triad on a small bell: hertz, and seconds after the one before.
const BELL = [[659.26, 0], [830.61, 0.16], [987.77, 0.32]];
const ROUNDS = [0, 4, 8, 12];
const BUZZ_MS = [200, 120, 200, 120, 400, 2_960];

let audio;
let sounding;
let rung = false;
let awake;

// Browsers let a page sound only after a tap on it: the one on the order button will do.
function unlock() {
  if (globalThis.AudioContext) audio ??= new AudioContext();
  audio?.resume().catch(() => {});
}

// Once for each time that the drink comes onto the counter.
export function ring() {
  if (rung) return;
  rung = true;
  navigator.vibrate?.(ROUNDS.flatMap(() => BUZZ_MS));
  unlock();
  if (!audio) return;
  sounding = audio.createGain();
  sounding.connect(audio.destination);
  for (const round of ROUNDS) for (const [hertz, after] of BELL) strike(hertz, round + after);
}

// A tone and its octave, struck and fading.
function strike(hertz, after) {
  const at = audio.currentTime + after;
  for (const [times, loud] of [[1, 0.3], [2, 0.1]]) {
    const [tone, fade] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz * times;
    fade.gain.setValueAtTime(0, at);
    fade.gain.linearRampToValueAtTime(loud, at + 0.01);
    fade.gain.exponentialRampToValueAtTime(0.001, at + 1.4);
    tone.connect(fade).connect(sounding);
    tone.start(at);
    tone.stop(at + 1.5);
  }
}

// The guest is here: no need to go on.
function hush() {
  if (!rung) return;
  sounding?.disconnect();
  sounding = undefined;
  navigator.vibrate?.(0);
}

// The screen stays on while there is something to wait for. A page out of sight loses that.
async function stayAwake() {
  if (/waiting|making/.test(main.dataset.state) && visible()) {
    awake ??= navigator.wakeLock?.request("screen").catch(() => {});
  } else {
    const lock = awake;
    awake = undefined;
    (await lock)?.release();
  }
}

// A quiet offer to tell it outside of the page, where the browser could.
function offerNotes() {
  const button = main.querySelector("#notify");
  if (!button || globalThis.Notification?.permission !== "default" || !isSecureContext) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.hidden = (await Notification.requestPermission()) !== "default";
  });
}

// Number and drink, nothing about the guest. Phones show it through a service worker only.
async function notify() {
  if (globalThis.Notification?.permission !== "granted" || visible()) return;
  const words = { body: main.dataset.spoken, tag: "ready", data: location.href };
  await navigator.serviceWorker.register("/sw.js");
  const worker = await navigator.serviceWorker.ready;
  await worker.showNotification(document.title, words);
}

onPage((before) => {
  stayAwake();
  offerNotes();
  if (main.dataset.state === "ready") {
    if (before && before.dataset.state !== "ready") {
      ring();
      notify();
    }
    rung = true;
  } else {
    hush();
    rung = false;
  }
});

document.addEventListener("visibilitychange", stayAwake);
document.addEventListener("visibilitychange", () => visible() && hush());
for (const sign of ["pointerdown", "keydown"]) addEventListener(sign, hush);
addEventListener("submit", unlock);
addEventListener("click", () => main.dataset.order && unlock());
