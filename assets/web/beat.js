// The server's clock, as well as a page can know it, and how long the server has been silent.

const DRIFT_MS = 1;

// By how much this machine's steady clock is ahead of the server's, by the quickest message. It may
// grow a little with each, because no two clocks go alike.
let ahead = 0;
let told = 0;
let hasHeard = false;
let isNewLine = true;
// Both clocks of this machine at the last message.
let steady = 0;
let wall = 0;

// A line that has just been opened may lead to another machine, with a clock of its own.
export function forgetClock() {
  isNewLine = true;
}

export function hear(at) {
  steady = performance.now();
  wall = Date.now();
  ahead = isNewLine ? steady - at : Math.min(ahead + DRIFT_MS, steady - at);
  told = at;
  isNewLine = false;
  hasHeard = true;
}

// The steady clock may have stood still while the machine slept; then the other one has not.
export function serverNow() {
  const now = performance.now();
  const slept = Math.max(0, Date.now() - wall - (now - steady));
  return now - ahead + slept;
}

// Since the server said its last word, not since it came in: what waited on the way is old.
export function silence() {
  return hasHeard ? serverNow() - told : Infinity;
}
