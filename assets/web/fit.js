// Puts parts into their places: each module of a code on whole pixels, and numbers as large as they
// all fit, down to a floor, and then in pages.

// In hundredths of the panel's shorter side.
const SIZES = { ready: [12, 9], preparing: [7, 6] };
const SIZE_STEP = 1;
const PAGE_MS = 8000;

const part = (id) => document.getElementById(id);
const pages = {};

export function fit() {
  fitNumbers("ready");
  fitNumbers("preparing");
  fitCodes();
}

// A code takes the room that the words beside it leave.
function fitCodes() {
  const pixel = 1 / (window.devicePixelRatio || 1);
  for (const code of document.querySelectorAll(".modules")) {
    const card = code.parentNode;
    const place = card.parentNode;
    code.style.width = code.style.height = "0";
    place.classList.add("measured");
    const room = Math.min(place.clientWidth, place.clientHeight) - card.offsetWidth;
    place.classList.remove("measured");
    const span = Number(code.getAttribute("data-span"));
    const module = Math.max(1, Math.floor(room / span / pixel)) * pixel;
    code.style.width = code.style.height = `${span * module}px`;
  }
}

function fitNumbers(id) {
  const list = part(id).querySelector(".numbers");
  pages[id] = null;
  for (const old of part(id).querySelectorAll(".dots")) old.parentNode.removeChild(old);
  if (!list) return;
  for (let nth = 0; nth < list.children.length; nth++) list.children[nth].hidden = false;
  const [best, floor] = SIZES[id];
  const fits = () => list.scrollHeight <= list.clientHeight && list.scrollWidth <= list.clientWidth;
  list.style.setProperty("--digits", list.getAttribute("data-digits"));
  for (let size = best; ; size = Math.max(size - SIZE_STEP, floor)) {
    list.style.setProperty("--figures", size);
    for (const place of ["beside", "under"]) {
      list.className = `numbers ${place}`;
      if (fits()) return;
    }
    if (size === floor) break;
  }
  pages[id] = paged(list);
  turnPages(0);
}

// Pages that are about as full as each other.
function paged(list) {
  const style = getComputedStyle(list);
  const gap = parseFloat(style.gridRowGap) || 0;
  const columns = style.gridTemplateColumns.split(" ").length;
  const rows = Math.max(1, Math.floor((list.clientHeight + gap) / (list.children[0].offsetHeight + gap)));
  const count = Math.max(1, Math.ceil(list.children.length / (columns * rows)));
  const dots = document.createElement("span");
  dots.className = "dots";
  for (let nth = 0; nth < count; nth++) dots.appendChild(document.createElement("i"));
  list.previousElementSibling.appendChild(dots);
  return { list, dots, size: Math.ceil(list.children.length / count), count, shown: -1 };
}

// Pages turn with the server's clock, on all monitors at once.
export function turnPages(now) {
  for (const id in pages) {
    const own = pages[id];
    if (!own) continue;
    const shown = Math.floor(now / PAGE_MS) % own.count;
    if (shown === own.shown) continue;
    own.shown = shown;
    const first = shown * own.size;
    for (let nth = 0; nth < own.list.children.length; nth++) {
      own.list.children[nth].hidden = nth < first || nth >= first + own.size;
    }
    for (let nth = 0; nth < own.count; nth++) own.dots.children[nth].className = nth === shown ? "on" : "";
  }
}
