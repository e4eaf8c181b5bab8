// The server's clock, carried on by one that nobody can set, and when the bar was last heard.
// The phone's own clock is never asked.

const clock = { ahead: -Infinity, sign: performance.now() };

export const serverNow = () => performance.now() + clock.ahead;
export const silence = () => performance.now() - clock.sign;

export function sign() {
  clock.sign = performance.now();
}

// What was long under way would set the clock back: the freshest word is the one that counts.
export function hear(time) {
  clock.ahead = Math.max(clock.ahead, Date.parse(time) - performance.now());
  sign();
}
