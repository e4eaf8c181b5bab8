// The server's clock, as well as a page can know it, and how long the server has been silent.

const DRIFT_MS = 1;
// The first word on a line may have been on its way for as long as the line has been open.
const SURE_MS = 1000;
const FIRST_MS = 5000;
const SLEPT_MS = 2000;

// By how much this machine's steady clock is ahead of the server's, by the quickest message. It may
// grow a little with each, because no two clocks go alike.
let ahead = 0;
let told = 0;
let hasHeard = false;
let isNewLine = true;
// Both clocks of this machine at the last message, or when the line was opened since.
let steady = 0;
let wall = 0;

// A line that has just been opened may lead to another machine, with a clock of its own.
export function forgetClock() {
  isNewLine = true;
  ahead -= slept();
  steady = performance.now();
  wall = Date.now();
}

// Takes in what time it is, and says whether it can be known: what waited while the machine slept, or
// came late on a new line, says nothing. A line has to be opened anew then. The server has not
// spoken before it was asked, so a slow first word is at most as old as the line.
export function hear(at) {
  const now = performance.now();
  if (slept() > SLEPT_MS || (isNewLine && now - steady > FIRST_MS)) return false;
  ahead = Math.min(isNewLine ? steady + SURE_MS - at : ahead + DRIFT_MS, now - at);
  steady = now;
  wall = Date.now();
  told = at;
  isNewLine = false;
  hasHeard = true;
  return true;
}

// The steady clock may have stood still while the machine slept; then the other one has not.
function slept() {
  return Math.max(0, Date.now() - wall - (performance.now() - steady));
}

export function serverNow() {
  return performance.now() - ahead + slept();
}

// Since the server said its last word, not since it came in: what waited on the way is old.
export function silence() {
  return hasHeard ? serverNow() - told : Infinity;
}
