// The board's cells: what stands where, painted as text.

export const board = document.getElementById("board");
const ruler = document.getElementById("ruler");
const root = document.documentElement;

const RULER_LETTERS = 20;
// Letters for thumbs, large enough that a ticket cannot be missed, small enough for 80 columns.
const THUMB_COLUMNS = 80;
const THUMB_LEAST = 15;
const THUMB_MOST = 24;
const THUMB_LINE = 1.5;
const MOUSE_PX = 16;
const MOUSE_LINE = 1.3;

let cell = { width: 10, height: 20 };
let lines = [];

// How many cells there is room for, in letters that suit the hand
export function fit() {
  const byThumb = matchMedia("(pointer: coarse)").matches;
  const { width, height } = board.getBoundingClientRect();
  const ratio = measured() / parseFloat(getComputedStyle(ruler).fontSize);
  const wide = Math.floor(width / THUMB_COLUMNS / ratio);
  const px = byThumb ? Math.min(THUMB_MOST, Math.max(THUMB_LEAST, wide)) : MOUSE_PX;
  const line = Math.round(px * (byThumb ? THUMB_LINE : MOUSE_LINE));
  root.style.setProperty("--letter", `${px}px`);
  root.style.setProperty("--row", `${line}px`);
  cell = { width: measured(), height: line };
  const count = (room, one) => Math.max(1, Math.floor(room / one));
  return { columns: count(width, cell.width), rows: count(height, cell.height) };
}

const measured = () => ruler.getBoundingClientRect().width / RULER_LETTERS;

// The cell under a finger; the last row reaches down to the keys
export function under({ clientX, clientY }) {
  const { left, top } = board.getBoundingClientRect();
  const place = (at, one, count) => Math.min(count - 1, Math.max(0, Math.floor(at / one)));
  const columns = lines[0]?.cells.length ?? 1;
  return {
    column: place(clientX - left, cell.width, columns),
    row: place(clientY - top, cell.height, Math.max(1, lines.length)),
  };
}

export const rowHeight = () => cell.height;

// Looks: each becomes a rule of the page's own style sheet when it is first seen.

const sheet = document.querySelector("link[rel=stylesheet]").sheet;
const classes = new Map();
let looks = [];

const BOLD = 1;
const DIM = 2;
const ITALIC = 4;
const UNDERLINED = 8;
const REVERSED = 16;
const CROSSED = 32;

function learn(look) {
  const key = JSON.stringify(look);
  if (!classes.has(key)) {
    classes.set(key, `look${classes.size}`);
    sheet.insertRule(`.${classes.get(key)}{${rule(look)}}`, sheet.cssRules.length);
  }
  looks.push(classes.get(key));
}

function rule([letters, ground, marks]) {
  const has = (mark) => marks & mark;
  let [front, back] = [letters && `#${letters}`, ground && `#${ground}`];
  if (has(REVERSED)) [front, back] = [back ?? "var(--ground)", front ?? "var(--text)"];
  const lines = [has(UNDERLINED) && "underline", has(CROSSED) && "line-through"].filter(Boolean);
  return [
    front && `color:${front}`,
    back && `background:${back}`,
    has(BOLD) && "font-weight:700",
    has(DIM) && "opacity:.7",
    has(ITALIC) && "font-style:italic",
    lines.length && `text-decoration:${lines.join(" ")}`,
  ].filter(Boolean).join(";");
}

// Another stream counts its looks anew.
export function forgetLooks() {
  looks = [];
}

// Pictures

export function paint({ size, styles = [], runs }) {
  if (size) clear(size);
  for (const look of styles) learn(look);
  const touched = new Set();
  for (const [column, row, look, text, width] of runs) {
    if (!lines[row]) continue;
    touched.add(lines[row]);
    if (width) put(lines[row].cells, column, { text, look, width });
    else [...text].forEach((letter, at) => put(lines[row].cells, column + at, { text: letter, look }));
  }
  for (const line of touched) write(line);
}

function clear([columns, rows]) {
  const blank = () => Array.from({ length: columns }, () => ({ text: " " }));
  lines = Array.from({ length: rows }, () => ({ element: document.createElement("div"), cells: blank() }));
  board.replaceChildren(...lines.map(({ element }) => element));
}

// What was half of a wide sign is a cell of its own again once that is gone.
function put(cells, column, sign) {
  const before = cells[column];
  if (before?.width === 2 && cells[column + 1] === null) cells[column + 1] = { ...before, text: " ", width: undefined };
  cells[column] = sign;
  if (sign.width === 2) cells[column + 1] = null;
}

function write({ element, cells }) {
  const parts = [];
  for (const sign of cells) {
    const last = parts.at(-1);
    if (!sign) continue;
    if (!sign.width && last && !last.width && last.look === sign.look) last.text += sign.text;
    else parts.push({ ...sign });
  }
  element.replaceChildren(...parts.map(span));
}

function span({ text, look, width }) {
  const part = document.createElement("span");
  part.textContent = text;
  part.className = [looks[look], width && `sign w${width}`].filter(Boolean).join(" ");
  return part;
}
