// Words come from the page, in the guest's language; this fills numbers and times into them.

export const fill = (words, text) => words.replace("{}", text);

// The form of a plural that the language wants, data-one, data-few, … data-other; who is next has
// words without a number.
function plural(words, count) {
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  return fill((count === 0 && words.next) || words[form] || words.other, count);
}

// A place in the queue: round words far back, by the server's own steps ("20:1 100:10 :500").
export function placeWords(words, ahead) {
  const steps = words.steps.split(" ").map((step) => step.split(":"));
  const step = Number(steps.find(([to]) => !to || ahead <= to)[1]);
  if (step === 1) return plural(words, ahead);
  return fill(words.about, Math.floor((ahead + step / 2) / step) * step);
}

export function span(ms) {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
