//! How a place in the queue is said: the nearer the drink, the more exactly.
//!
//! Nobody walks differently for 4,711 orders ahead than for 4,710, but a phone that is told each of
//! them keeps its radio on. So far back the words are round, and a phone hears of its place when its
//! words change. Figures in answers and events stay exact; this is about what people read.

/// Up to how many ahead, and by how many the words go there; beyond the last by [`FAR_STEP`].
pub const STEPS: [(u32, u32); 3] = [(20, 1), (100, 10), (1_000, 50)];

/// By how many the words go for those who are farther back than all of [`STEPS`].
pub const FAR_STEP: u32 = 500;

/// What is said of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// So many ahead.
    Exactly(u32),
    /// About so many ahead.
    About(u32),
}

impl Said {
    /// What is said of a place with so many orders ahead.
    pub fn of(ahead: u32) -> Self {
        match step(ahead) {
            1 => Self::Exactly(ahead),
            step => Self::About(ahead.saturating_add(step / 2) / step * step),
        }
    }

    /// The number in it.
    pub fn number(self) -> u32 {
        match self {
            Self::Exactly(number) | Self::About(number) => number,
        }
    }
}

/// The next place, farther back, of which something else is said.
pub fn next_edge(ahead: u32) -> u32 {
    let said = Said::of(ahead);
    let near = said.number().saturating_add(step(ahead).div_ceil(2));
    if Said::of(near) != said {
        return near;
    }
    // Where steps grow, the same is said for longer.
    said.number().saturating_add(step(near).div_ceil(2))
}

fn step(ahead: u32) -> u32 {
    STEPS.iter().find(|(to, _)| ahead <= *to).map_or(FAR_STEP, |(_, step)| *step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_exact_near_the_counter_and_round_far_from_it() {
        use Said::{About, Exactly};
        for (ahead, said) in [
            (0, Exactly(0)),
            (1, Exactly(1)),
            (20, Exactly(20)),
            (21, About(20)),
            (25, About(30)),
            (96, About(100)),
            (124, About(100)),
            (125, About(150)),
            (999, About(1_000)),
            (4_711, About(4_500)),
            (4_750, About(5_000)),
        ] {
            assert_eq!(Said::of(ahead), said, "{ahead}");
        }
    }

    #[test]
    fn edges_are_where_the_words_change_and_nowhere_else() {
        let scanned = (1..20_000).filter(|ahead| Said::of(*ahead) != Said::of(ahead - 1));
        let mut edge = 0;
        for expected in scanned {
            edge = next_edge(edge);
            assert_eq!(edge, expected);
        }
    }
}
