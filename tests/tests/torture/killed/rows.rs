//! The tickets of the baristas' board, read off a terminal as an eye reads them.

/// The signs at the heads of the three columns. Each ticket's bar stands right below its column's.
const HEADS: [(char, &str); 3] = [('○', "Waiting"), ('◐', "Making"), ('✓', "Ready")];

/// Beside a ticket's first line: the selected one's sign, and that of the others.
const BARS: [char; 2] = ['▶', '▌'];

/// Before the number of a ticket that ended.
const STRUCK: char = '×';

/// The board's tickets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The numbers of waiting, making and ready tickets, from top to bottom.
    pub(super) open: [Vec<u32>; 3],
    /// How many are struck through.
    pub(super) struck: usize,
}

impl Rows {
    /// Reads a screen; nothing where it shows no board.
    pub(super) fn of(screen: &str) -> Option<Self> {
        let mut lines = screen.lines().map(|line| line.chars().collect::<Vec<_>>());
        let columns = lines.find_map(|line| heads(&line))?;
        let mut rows = Self::default();
        for line in lines {
            for (column, at) in columns.into_iter().enumerate() {
                match ticket(&line, at) {
                    Some((number, false)) => rows.open[column].push(number),
                    Some((_, true)) => rows.struck += 1,
                    None => {}
                }
            }
        }
        Some(rows)
    }
}

/// Where the three columns stand, where this line is their head.
fn heads(line: &[char]) -> Option<[usize; 3]> {
    let at = HEADS.map(|(sign, name)| {
        let head: Vec<char> = format!("{sign} {name} ").chars().collect();
        line.windows(head.len()).position(|part| part == head)
    });
    Some([at[0]?, at[1]?, at[2]?])
}

/// The number of the ticket that begins here, and whether it is struck through.
fn ticket(line: &[char], at: usize) -> Option<(u32, bool)> {
    let [bar, sign, rest @ ..] = line.get(at..)? else { return None };
    let figures: String = rest.iter().take_while(|c| c.is_ascii_digit()).collect();
    let number = figures.parse().ok().filter(|_| BARS.contains(bar))?;
    Some((number, *sign == STRUCK))
}

/// Whether what shows is current.
pub(super) fn is_live(screen: &str) -> bool {
    screen.contains("● live")
}

/// Whether it says that it is not.
pub(super) fn is_down(screen: &str) -> bool {
    screen.contains("LINE DOWN")
}

/// Whether it says that it has found no server yet.
pub(super) fn is_looking(screen: &str) -> bool {
    screen.contains("The bar cannot be reached")
}
