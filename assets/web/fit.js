// Puts parts into their places: each module of a code on whole pixels, words as large as they fit,
// and numbers as large as they all fit, down to a floor, and then in pages.

// In hundredths of the panel's shorter side.
const SIZES = { ready: [12, 9], preparing: [7, 6] };
const SIZE_STEP = 1;
const ANNOUNCEMENT = [5.8, 3.6];
const ANNOUNCEMENT_STEP = 0.55;
const ROWS = 2;
const PAGE_MS = 8000;
const SHRINK = 0.93;
const SHRINKS = 12;
// The card stands out a little around the quiet zone.
const RIM = 0.008;

const part = (id) => document.getElementById(id);
const all = (query) => Array.prototype.slice.call(document.querySelectorAll(query));
const pages = {};
// Whence each column's pages are counted, and the number that was new then.
const counted = { ready: {}, preparing: {} };

export function fit(panel, now) {
  all(".second").forEach(place);
  fitAnnouncement();
  // A code that grew and shrank with every order would be hard to aim at.
  const spare = panel.classList.contains("broad") ? 0 : 1;
  const hasCode = !panel.classList.contains("instead");
  panel.classList.add("broad");
  if (!hasCode || !fitNumbers(spare, now)) {
    panel.classList.remove("broad");
    if (!panel.classList.contains("alone")) fitNumbers(0, now);
  }
  fitWords();
  fitCodes();
}

// The second language stands after the first where both fit into one row.
function place(second) {
  const first = second.previousElementSibling;
  second.classList.remove("under");
  first.classList.add("before");
  const isUnder = second.offsetTop > first.offsetTop + first.offsetHeight / 2 || first.offsetHeight > second.offsetHeight * 2;
  if (!isUnder) return;
  second.classList.add("under");
  first.classList.remove("before");
}

// In letters as large as leave it in a few rows.
function fitAnnouncement() {
  const words = document.querySelector("#announcement span");
  if (!words) return;
  const [best, floor] = ANNOUNCEMENT;
  for (let size = best; ; size = Math.max(size - ANNOUNCEMENT_STEP, floor)) {
    words.parentNode.style.fontSize = `${size}vmin`;
    const row = parseFloat(getComputedStyle(words).lineHeight);
    if (size === floor || words.offsetHeight < (ROWS + 0.5) * row) return;
  }
}

function fitWords() {
  const words = part("words");
  let scale = 1;
  for (let nth = 0; nth <= SHRINKS; nth++) {
    words.style.setProperty("--scale", scale);
    if (words.scrollHeight <= words.clientHeight + 1) return;
    scale *= SHRINK;
  }
}

// A code takes its place whole, on whole pixels.
function fitCodes() {
  const pixel = 1 / (window.devicePixelRatio || 1);
  const rim = RIM * Math.min(innerWidth, innerHeight);
  for (const code of all(".modules")) {
    const card = code.parentNode;
    const own = card.parentNode;
    card.style.display = "none";
    const room = Math.min(own.clientWidth, own.clientHeight);
    card.style.display = "";
    const span = Number(code.getAttribute("data-span"));
    const module = Math.max(1, Math.floor((room - 2 * rim) / span / pixel)) * pixel;
    card.style.width = card.style.height = `${room}px`;
    code.style.width = code.style.height = `${span * module}px`;
  }
}

// Whether all numbers fit on one page, and so many more in each column.
function fitNumbers(more, now) {
  return ["ready", "preparing"].map((id) => fitColumn(id, more, now)).every(Boolean);
}

function fitColumn(id, more, now) {
  const list = part(id).querySelector(".numbers");
  pages[id] = null;
  all(`#${id} .dots`).forEach((old) => old.parentNode.removeChild(old));
  if (!list) return true;
  const cells = Array.prototype.slice.call(list.children);
  // All cells are alike: one of them tells the room that they take, and costs a slow panel little.
  show(cells, 0, 1);
  list.style.setProperty("--digits", list.getAttribute("data-digits"));
  const [best, floor] = SIZES[id];
  for (let size = best; ; size = Math.max(size - SIZE_STEP, floor)) {
    list.style.setProperty("--figures", size);
    for (const manner of ["beside", "under", "under tight"]) {
      list.className = `numbers ${manner}`;
      if (capacity(list) < cells.length + more) continue;
      show(cells, 0, cells.length);
      return true;
    }
    if (size === floor) break;
  }
  pages[id] = paged(list, cells);
  count(id, list, now);
  turnPages(now);
  return false;
}

function show(cells, first, count) {
  cells.forEach((cell, nth) => {
    const isHidden = nth < first || nth >= first + count;
    if (cell.hidden !== isHidden) cell.hidden = isHidden;
  });
}

// How many cells the list holds as it stands; none where not even one is wide enough.
function capacity(list) {
  const style = getComputedStyle(list);
  const gap = parseFloat(style.gridRowGap || style.rowGap) || 0;
  const columns = style.gridTemplateColumns.split(" ").length;
  const rows = Math.floor((list.clientHeight + gap) / (list.children[0].offsetHeight + gap));
  return list.scrollWidth > list.clientWidth ? 0 : columns * Math.max(0, rows);
}

// Pages that are about as full as each other.
function paged(list, cells) {
  const count = Math.ceil(cells.length / Math.max(1, capacity(list)));
  const dots = document.createElement("span");
  dots.className = "dots";
  for (let nth = 0; nth < count; nth++) dots.appendChild(document.createElement("i"));
  list.parentNode.appendChild(dots);
  return { cells, dots, count, size: Math.ceil(cells.length / count), shown: -1 };
}

// Pages turn with the server's clock, and go back to the first one as soon as something new is on it.
function count(id, list, now) {
  const fresh = list.querySelector(".fresh b");
  const newest = fresh ? fresh.textContent : counted[id].newest;
  if (counted[id].since === undefined || newest !== counted[id].newest) counted[id] = { newest, since: now };
}

export function turnPages(now) {
  for (const id in pages) {
    const own = pages[id];
    if (!own) continue;
    const shown = Math.floor(Math.max(0, now - counted[id].since) / PAGE_MS) % own.count;
    if (shown === own.shown) continue;
    own.shown = shown;
    const first = shown * own.size;
    show(own.cells, first, own.size);
    for (let nth = 0; nth < own.count; nth++) own.dots.children[nth].className = nth === shown ? "on" : "";
  }
}
