// The monitor in a browser. The server sends the panel's parts; this page puts them in their places,
// counts down between messages, and takes the code away as soon as it cannot be known to be good.
//
// It is written for browsers from 2018: no later syntax, no later functions.

import { forgetClock, hear, serverNow, silence } from "./beat.js";
import { fit, turnPages } from "./fit.js";

// The server beats every 3 s.
const SILENT_MS = 10000;
const REOPEN_WITHIN_MS = 1500;
const AGAIN_MS = 1000;
const ANEW_MS = 2000;
const REST_MS = 10000;
const LOOK_MS = 200;
const STAY_MS = 120000;
const MINUTE_MS = 60000;
const HOUR_MINUTES = 60;

const panel = document.getElementById("panel");
const spare = JSON.parse(document.getElementById("spare").textContent);
const NAMES = ["venue", "announcement", "warning", "code", "words", "ready", "preparing"];

// A preview stands still in its own moment, and hears nobody.
const still = Number(panel.getAttribute("data-at"));

// What the server said last, and what stands in the page.
let standing = panel.getAttribute("data-face");
const parts = { face: standing };
const shown = {};
for (const name of NAMES) {
  parts[name] = document.getElementById(name).innerHTML;
  shown[name] = parts[name];
}

// The line

let source = null;
let again = 0;
let opened = 0;
let hasBoard = false;
// Since when there is no line, and whether it was tried in vain to open it again.
let downSince = 0;
let isLost = false;
// What was on the panel before it went dark is not looked at again before the server has spoken.
let isAsleep = false;
let asleepSince = 0;
// The page itself is to come anew.
let isLeaving = false;
let anew = 0;

function open() {
  shut();
  opened = performance.now();
  const line = new EventSource("/display/live");
  const on = (kind, act) => line.addEventListener(kind, (event) => {
    if (line === source) act(JSON.parse(event.data));
  });
  source = line;
  forgetClock();
  on("picture", take);
  on("beat", beat);
  on("unpaired", leave);
  line.onerror = () => {
    if (line === source) lose();
  };
}

function shut() {
  clearTimeout(again);
  if (source) source.close();
  source = null;
}

function take(news) {
  if (news.page && news.page !== panel.getAttribute("data-page")) return leave();
  if (!hear(news.at)) return lose();
  for (const name in news.parts) parts[name] = news.parts[name];
  hasBoard = true;
  isAsleep = false;
  goOn();
}

function beat(news) {
  if (hear(news.at)) goOn();
  else lose();
}

function goOn() {
  downSince = 0;
  isLost = false;
  look();
}

// The page itself has to come anew: it is not paired any more, or another one by now. It stays until
// the server has an answer, because from a browser's own page of a lost line nothing comes back; and
// for a while, so that it does not come again and again.
function leave() {
  shut();
  if (isLeaving) return;
  isLeaving = true;
  look();
  const rested = Date.now() - reloadedAt();
  anew = setTimeout(comeAnew, rested >= 0 && rested < REST_MS ? REST_MS - rested : 0);
}

function comeAnew() {
  const later = () => {
    clearTimeout(anew);
    anew = setTimeout(comeAnew, ANEW_MS * (1 + Math.random()));
  };
  // For an answer that never comes.
  anew = setTimeout(comeAnew, REST_MS);
  fetch("/display", { credentials: "same-origin", cache: "no-store" })
    .then((answer) => (answer.ok ? reload() : later()), later);
}

function reload() {
  try {
    sessionStorage.setItem("reloaded", Date.now());
  } catch (full) {
    // A browser that keeps nothing comes anew without a rest.
  }
  location.reload();
}

function reloadedAt() {
  try {
    return Number(sessionStorage.getItem("reloaded"));
  } catch (denied) {
    return 0;
  }
}

function lose() {
  shut();
  if (downSince) isLost = true;
  else downSince = performance.now();
  look();
  if (isLost) again = setTimeout(open, AGAIN_MS * (1 + Math.random()));
  else open();
}

// What stands in the page

// The face that the page shows by itself; none where the server's own may stand.
function ownFace() {
  if (still) return "";
  if (!hasBoard) return "connecting";
  if (isAsleep || isLeaving) return "turning";
  const isDown = isLost || (downSince && performance.now() - downSince > REOPEN_WITHIN_MS);
  if (isDown || silence() > SILENT_MS) return "line-lost";
  return isOver() ? "turning" : "";
}

// Whether the moment has come at which the server's face has to go.
function isOver() {
  const until = /data-until="(\d+)"/.exec(parts.code || (parts.face === "sold-out" ? parts.words : ""));
  return Boolean(until) && serverNow() >= Number(until[1]);
}

function look() {
  const face = ownFace();
  const words = face ? spare[face] : parts.words;
  let isNew = stand(face || parts.face, !face && parts.code, words);
  const warning = face === "line-lost" ? spare.ages[ageOf()] : parts.warning;
  isNew = put("warning", hasNumbers() || !face ? warning || "" : "") || isNew;
  for (const name of ["venue", "announcement", "ready", "preparing"]) isNew = put(name, parts[name]) || isNew;
  const isAlone = !parts.ready || (Boolean(face) && face !== "turning" && !hasNumbers());
  if (panel.classList.contains("alone") !== isAlone) {
    panel.classList.toggle("alone", isAlone);
    isNew = true;
  }
  if (isNew) refit();
  else tick();
}

// Puts a face into the code's place. What was there before is gone at once, a new one comes in within
// a moment.
function stand(face, code, words) {
  const isOther = face !== standing || (code && shown.code !== code);
  const isNew = [put("code", code || ""), put("words", words)].some(Boolean);
  if (!isOther) return isNew;
  panel.classList.remove(standing, "new");
  panel.classList.add(face);
  panel.classList.toggle("instead", face !== "code");
  // Asking for a size begins the movement anew.
  if (hasBoard && panel.offsetWidth) panel.classList.add("new");
  standing = face;
  return true;
}

function put(name, html) {
  if (shown[name] === html) return false;
  shown[name] = html;
  document.getElementById(name).innerHTML = html;
  return true;
}

function hasNumbers() {
  return /<li/.test(parts.ready + parts.preparing);
}

// Which warning: of so many minutes, or of so many hours.
function ageOf() {
  const minutes = Math.max(0, Math.floor(silence() / MINUTE_MS));
  if (minutes < HOUR_MINUTES) return minutes;
  return Math.min(spare.ages.length - 1, HOUR_MINUTES - 1 + Math.floor(minutes / HOUR_MINUTES));
}

// What time alone changes

function tick() {
  const moment = now();
  turnPages(moment);
  for (const time of panel.querySelectorAll(".time")) {
    const left = Math.max(0, Math.ceil((time.getAttribute("data-until") - moment) / 1000));
    const text = `${Math.floor(left / 60)}:${left % 60 < 10 ? "0" : ""}${left % 60}`;
    if (time.textContent !== text) time.textContent = text;
  }
  for (const rest of panel.querySelectorAll(".rest")) {
    const left = Math.ceil((rest.getAttribute("data-end") - moment) / 1000) / rest.getAttribute("data-whole");
    set(rest, "width", `${Math.round(1000 * Math.max(0, Math.min(1, left))) / 10}%`);
  }
  for (const fresh of panel.querySelectorAll(".fresh")) {
    if (moment >= fresh.getAttribute("data-fresh")) fresh.classList.remove("fresh");
  }
  const line = document.querySelector("#announcement [data-until]");
  if (line) line.hidden = moment >= line.getAttribute("data-until");
  move(moment);
}

function now() {
  return still || serverNow();
}

// The whole picture moves a little now and then, and at night the words wander: no panel keeps a
// trace of what stands on it all day.
const PATH = [[0, 0], [1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1]];
const NIGHT_PATH = [[50, 45], [12, 20], [85, 70], [30, 95], [70, 5], [2, 60], [95, 30], [55, 85], [25, 40], [80, 98]];

function move(moment) {
  const stays = still ? 0 : Math.floor(moment / STAY_MS);
  const unit = Math.max(1, Math.round(0.003 * Math.min(innerWidth, innerHeight)));
  const step = PATH[stays % PATH.length].map((part) => `${part * unit}px`);
  set(panel, "transform", `translate(${step.join(", ")})`);
  const words = document.getElementById("words");
  const isNight = panel.classList.contains("night") && panel.classList.contains("alone");
  const [across, down] = isNight ? NIGHT_PATH[stays % NIGHT_PATH.length] : [0, 0];
  const free = (room, own, part) => `${Math.round(isNight ? (room - own) * part / 100 : 0)}px`;
  set(words, "left", free(panel.clientWidth, words.offsetWidth, across));
  set(words, "top", free(panel.clientHeight, words.offsetHeight, down));
}

// As the browser itself writes the value, so that the same one is not written again.
function set(element, name, value) {
  if (element.style[name] !== value) element.style[name] = value;
}

// Coming and going

function sleep() {
  isAsleep = true;
  asleepSince = performance.now();
  look();
  shut();
}

function wake() {
  if (isLeaving || document.visibilityState !== "visible") return;
  asleepSince = performance.now();
  open();
  look();
  if (navigator.wakeLock) navigator.wakeLock.request("screen").catch(() => {});
}

function watch() {
  look();
  const now = performance.now();
  // Not every browser says that it goes on.
  if (isAsleep && !source && now - asleepSince > SILENT_MS) wake();
  if (source && silence() > SILENT_MS && now - opened > SILENT_MS) {
    if (hasBoard) isLost = true;
    open();
  }
}

// The address in the bar says nothing of a pairing that was long ago.
if (/[?&]paired=/.test(location.search) || location.hash) {
  history.replaceState(null, "", /theme=light/.test(location.search) ? "/display?theme=light" : "/display");
}

// A panel has no scroll bars, whatever stands on it.
document.documentElement.style.overflow = "hidden";
if (still) {
  forgetClock();
  hear(still);
} else {
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? wake() : sleep()));
  document.addEventListener("freeze", sleep);
  document.addEventListener("resume", wake);
  addEventListener("pagehide", sleep);
  addEventListener("pageshow", () => source || wake());
  setInterval(watch, LOOK_MS);
  wake();
}
// Times are written first, because they take room.
function refit() {
  tick();
  fit(panel, now());
  move(now());
}
addEventListener("resize", refit);
if (document.fonts) document.fonts.ready.then(refit);
refit();
