//! Inputs that are almost right: a good one, bent by a chance that repeats.
//!
//! Noise alone is refused at the first byte. What finds faults looks right for most of its length:
//! two good inputs spliced, a number at the edge of its kind, a nest too deep, half a letter.

use demitasse_tests::Chance;

/// What parsers stumble over.
const NASTY: &[&[u8]] = &[
    b"\0",
    b"\r",
    b"\n",
    b"\r\n\r\n",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"'",
    b"<script>",
    b"%00",
    b"%ff",
    b"%",
    b"%2e%2e%2f",
    b"../",
    b"{}",
    b"[]",
    b"null",
    b"true",
    b"-",
    b".",
    b",",
    b";",
    b":",
    b"=",
    b"\x1b[2J",
    b"\x1b[200~",
    b"\x1b[<",
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xf0\x9f",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{feff}".as_bytes(),
    "\u{3164}".as_bytes(),
    "e\u{301}\u{301}\u{301}".as_bytes(),
    "\u{1f469}\u{200d}".as_bytes(),
    "\u{660}".as_bytes(),
    b"=cmd()",
    b"#",
    b"[[",
    b"]]",
    b"\"\"\"",
    b"'''",
    b"data: ",
    b"event: ",
];

/// Numbers at the edges of their kinds.
const EDGES: &[&str] = &[
    "0",
    "-0",
    "-1",
    "1",
    "255",
    "256",
    "65535",
    "65536",
    "2147483647",
    "-2147483648",
    "4294967295",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "1e308",
    "1e999",
    "-1e-999",
    "0.5",
    "00",
    "0x10",
    "NaN",
    "1_000",
    "99999999999999999999999999999999999999",
];

/// The most that a bent input grows to, in bytes: past the bar's own bound for a body.
const MOST_BYTES: usize = 40_000;

/// Bends good inputs.
#[derive(Clone, Debug)]
pub(crate) struct Bender {
    pub(crate) chance: Chance,
}

impl Bender {
    pub(crate) fn new(seed: u64) -> Self {
        Self { chance: Chance::new(seed) }
    }

    /// A good input, bent in one to four places. `others` are good ones to splice with.
    pub(crate) fn bend(&mut self, good: &[u8], others: &[&[u8]]) -> Vec<u8> {
        let mut bent = good.to_vec();
        for _ in 0..=self.chance.below(4) {
            self.once(&mut bent, others);
            bent.truncate(MOST_BYTES);
        }
        bent
    }

    /// One of a few things.
    pub(crate) fn pick<'a, T: ?Sized>(&mut self, few: &[&'a T]) -> &'a T {
        self.chance.one_of(few)
    }

    fn once(&mut self, bent: &mut Vec<u8>, others: &[&[u8]]) {
        match self.chance.below(12) {
            0 => self.flip(bent),
            1 => {
                let (at, byte) = (self.place(bent), self.byte());
                bent.insert(at, byte);
            }
            2 => bent.truncate(self.place(bent)),
            3 => {
                let span = self.span(bent);
                bent.drain(span);
            }
            4 => self.repeat(bent),
            5 => self.splice(bent, others),
            6 | 7 => {
                let nasty = self.pick(NASTY);
                self.insert(bent, nasty);
            }
            8 | 9 => self.renumber(bent),
            10 => self.nest(bent),
            _ => self.swell(bent),
        }
    }

    fn flip(&mut self, bent: &mut [u8]) {
        let (at, bit) = (self.place(bent), self.chance.below(8));
        if let Some(byte) = bent.get_mut(at) {
            *byte ^= 1 << bit;
        }
    }

    /// A piece once more, or very often: keys that stand twice, lines without an end.
    fn repeat(&mut self, bent: &mut Vec<u8>) {
        let span = self.span(bent);
        let times = if self.chance.percent(90) { 1 } else { self.chance.below(400) };
        let piece = bent[span.clone()].repeat(usize::try_from(times).unwrap_or(1));
        bent.splice(span.end..span.end, piece);
    }

    /// The beginning of this one and the end of another.
    fn splice(&mut self, bent: &mut Vec<u8>, others: &[&[u8]]) {
        if others.is_empty() {
            return;
        }
        let other = self.pick(others);
        bent.truncate(self.place(bent));
        bent.extend(&other[self.place(other)..]);
    }

    /// Another number where one stands.
    fn renumber(&mut self, bent: &mut Vec<u8>) {
        let edge = self.pick(EDGES).as_bytes();
        let from = self.place(bent);
        let Some(start) = bent[from..].iter().position(u8::is_ascii_digit) else {
            return self.insert(bent, edge);
        };
        let start = from + start;
        let length = bent[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        bent.splice(start..start + length, edge.iter().copied());
    }

    /// A nest too deep to be meant.
    fn nest(&mut self, bent: &mut Vec<u8>) {
        let open = self.pick(&[&b"["[..], b"{\"a\":", b"{a=", b"(", b"[["]);
        let deep = usize::try_from(self.chance.below(3_000)).unwrap_or(0);
        self.insert(bent, &open.repeat(deep));
    }

    /// One letter very often.
    fn swell(&mut self, bent: &mut Vec<u8>) {
        let letter = self.pick(&["a", "9", " ", "\u{301}", "\u{1f980}", "\"", "\n"]);
        let power = self.chance.below(15);
        self.insert(bent, letter.repeat(1 << power).as_bytes());
    }

    fn insert(&mut self, bent: &mut Vec<u8>, piece: &[u8]) {
        let at = self.place(bent);
        bent.splice(at..at, piece.iter().copied());
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.chance.below(256)).unwrap_or(0)
    }

    /// A place in an input, its end among them.
    fn place(&mut self, of: &[u8]) -> usize {
        usize::try_from(self.chance.below(of.len() as u64 + 1)).unwrap_or(0)
    }

    /// A short piece of an input.
    fn span(&mut self, of: &[u8]) -> std::ops::Range<usize> {
        let start = self.place(of);
        let length = self.place(&of[start..of.len().min(start + 40)]);
        start..start + length
    }
}
