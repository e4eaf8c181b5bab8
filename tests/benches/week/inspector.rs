//! Who looks at the panel now and then, scans what is there, and notes what the program takes.

use std::collections::BTreeMap;

use demitasse_shared::client::ClientError;
use demitasse_shared::error::RefusalCode;
use demitasse_tests::Picture;

use crate::bar::FastBar;
use crate::memory;
use crate::panel::Panel;
use crate::window::Window;
use demitasse_tests::measure::Table;

/// More of its own memory at the end than in the middle, in bytes, counts as growth: an allocator
/// breathes by less.
const BREATH: u64 = 2_000_000;

/// What was seen.
pub(crate) struct Inspector<'a> {
    panel: &'a Panel,
    bar: &'a FastBar,
    window: &'a Window,
    looks: u32,
    taken: u32,
    refused: BTreeMap<RefusalCode, u32>,
    dark_looks: u32,
    codes_in_the_dark: u32,
    own: Vec<u64>,
    repaints: usize,
}

impl<'a> Inspector<'a> {
    pub(crate) fn new(panel: &'a Panel, bar: &'a FastBar, window: &'a Window) -> Self {
        Self {
            panel,
            bar,
            window,
            looks: 0,
            taken: 0,
            refused: BTreeMap::new(),
            dark_looks: 0,
            codes_in_the_dark: 0,
            own: vec![window.process().memory().own],
            repaints: 0,
        }
    }

    /// Looks at the panel; where there is a code, a fresh guest scans it.
    pub(crate) async fn look(&mut self) {
        self.looks += 1;
        self.repaints += self.panel.repaints();
        self.own.push(self.window.process().memory().own);
        let Some(url) = self.code() else { return };
        let code = url.rsplit('/').next().unwrap_or_default();
        let guest = self.bar.staff.guest("Eva").await;
        match guest.redeem(code).await {
            Ok(_) => self.taken += 1,
            Err(ClientError::Refused(no)) => *self.refused.entry(no.code).or_default() += 1,
            Err(no) => panic!("the server is in this very process: {no}"),
        }
    }

    /// Looks at a panel whose line has been dead for long.
    pub(crate) fn look_in_the_dark(&mut self) {
        self.dark_looks += 1;
        self.codes_in_the_dark += u32::from(self.code().is_some());
    }

    fn code(&self) -> Option<String> {
        let (width, height) = self.panel.size;
        Picture::of_bgrx(width.into(), height.into(), &self.panel.picture()).code()
    }

    /// Says what was seen, and whether all of it was good.
    pub(crate) fn tell(&self, table: &mut Table) -> bool {
        let wrong: u32 = [RefusalCode::WrongCode, RefusalCode::OldCode]
            .iter()
            .filter_map(|code| self.refused.get(code))
            .sum();
        let others: Vec<_> =
            self.refused.iter().map(|(code, times)| format!("{code:?} {times}")).collect();
        let others = if others.is_empty() { "none".to_owned() } else { others.join(", ") };
        table.row("looks at the panel", self.looks.to_string(), repaints(self.repaints));
        table.row("codes that the bar took", self.taken.to_string(), format!("refused: {others}"));
        table.row("codes foreign or too old", wrong.to_string(), "goal: none");
        table.row(
            "codes without a line",
            self.codes_in_the_dark.to_string(),
            format!("in {} looks a second after it broke; goal: none", self.dark_looks),
        );
        let thirds = [0, self.own.len() / 2, self.own.len() - 1].map(|at| self.own[at]);
        let grew = thirds[2] > thirds[1] + BREATH;
        table.row(
            "memory of its own",
            memory(&thirds),
            format!(
                "at the start, halfway, at the end; at most {}; goal: no growth from halfway on",
                memory(&[self.own.iter().copied().max().unwrap_or_default()])
            ),
        );
        wrong == 0 && self.codes_in_the_dark == 0 && self.taken > 0 && !grew
    }
}

fn repaints(repaints: usize) -> String {
    format!("{repaints} repaints")
}
