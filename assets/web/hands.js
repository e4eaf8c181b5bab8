// What hands do: keys, taps, the wheel, and a keyboard on the screen.

import { board, rowHeight, under } from "./cells.js";

const keys = document.getElementById("keys");
const typed = document.getElementById("typed");

// A finger that moves less than this has tapped.
const TAP_PX = 12;
// How far a finger or a wheel goes for a step.
const DRAG_ROWS = 2;
const WHEEL_PX = 60;

// Keys that mean something to a board; the browser keeps those that are held with Ctrl or ⌘.
const NAMED = new Set([
  "Enter", "Escape", "Backspace", "Delete", "Insert", "Tab", "ArrowUp", "ArrowDown", "ArrowLeft",
  "ArrowRight", "Home", "End", "PageUp", "PageDown", "F1", "F2", "F3", "F4",
]);
const isLetter = (key) => [...key].length === 1;

export function listen(send) {
  addEventListener("keydown", (event) => press(event, send));
  listenToFingers(send);
  listenToKeys(send);
  listenToTyping(send);
}

const isHere = () => document.getElementById("over").hidden;

function press(event, send) {
  const { key, shiftKey: shift, altKey: alt, ctrlKey, metaKey, isComposing, target } = event;
  if (!isHere() || ctrlKey || metaKey || isComposing || keys.contains(target)) return;
  // What is typed into the field comes as its input.
  if (!NAMED.has(key) && (target === typed || !isLetter(key))) return;
  if (target === typed && key === "Backspace") return;
  event.preventDefault();
  send({ key: { name: key, shift, alt: alt && !isLetter(key) } });
}

// Fingers and the mouse

let finger;
let turned = 0;

function listenToFingers(send) {
  board.addEventListener("pointerdown", (event) => {
    if (!event.isPrimary || event.button) return;
    finger = { ...under(event), x: event.clientX, y: event.clientY, moved: false };
    board.focus({ preventScroll: true });
  });
  board.addEventListener("pointermove", (event) => event.isPrimary && drag(event, send));
  board.addEventListener("pointerup", (event) => {
    if (!event.isPrimary || !finger) return;
    const { column, row, moved } = finger;
    finger = undefined;
    if (!moved) send({ tap: { column, row } });
  });
  board.addEventListener("pointercancel", () => (finger = undefined));
  board.addEventListener("wheel", (event) => wheel(event, send), { passive: true });
}

function drag({ clientX, clientY }, send) {
  if (!finger) return;
  const far = Math.hypot(clientX - finger.x, clientY - finger.y) > TAP_PX;
  finger.moved ||= far;
  const step = rowHeight() * DRAG_ROWS;
  while (finger.moved && Math.abs(clientY - finger.y) >= step) {
    const down = clientY < finger.y;
    finger.y += down ? -step : step;
    send({ scroll: { column: finger.column, row: finger.row, down } });
  }
}

function wheel(event, send) {
  turned += event.deltaY * (event.deltaMode ? WHEEL_PX / 3 : 1);
  while (Math.abs(turned) >= WHEEL_PX) {
    const down = turned > 0;
    turned -= down ? WHEEL_PX : -WHEEL_PX;
    send({ scroll: { ...under(event), down } });
  }
}

// The strip of large keys

function listenToKeys(send) {
  // The board keeps the focus, and with it the keys of a real keyboard.
  keys.addEventListener("pointerdown", (event) => event.preventDefault());
  keys.addEventListener("click", ({ target }) => {
    const { key } = target.closest("button")?.dataset ?? {};
    if (key === "") typed.focus();
    else if (key && isHere()) send({ key: { name: key } });
  });
}

// A keyboard on the screen types into a field; what changes there are keys.

const EMPTY = "\u00a0";

function listenToTyping(send) {
  const empty = () => (typed.value = before = EMPTY);
  let before = EMPTY;
  typed.addEventListener("focus", empty);
  typed.addEventListener("input", () => {
    const [old, now] = [[...before], [...typed.value]];
    let same = 0;
    while (same < old.length && old[same] === now[same]) same += 1;
    for (let gone = same; gone < old.length; gone += 1) send({ key: { name: "Backspace" } });
    for (const letter of now.slice(same)) send({ key: { name: letter === EMPTY ? " " : letter } });
    before = typed.value;
    if (!before) empty();
  });
  typed.addEventListener("keydown", ({ key }) => key === "Enter" && empty());
}
