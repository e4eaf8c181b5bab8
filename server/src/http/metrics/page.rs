//! Figures as text (Prometheus' exposition format, version 0.0.4).

use std::fmt::{Display, Write};

/// The text's media type.
pub(super) const MEDIA_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// The kind of what goes up and down.
pub(super) const GAUGE: &str = "gauge";

/// The kind of what only goes up, until the server starts anew.
pub(super) const COUNTER: &str = "counter";

/// A page of figures.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A figure that there is one of.
    pub(super) fn one(&mut self, kind: &str, name: &str, help: &str, value: impl Display) {
        self.head(kind, name, help);
        self.line(format_args!("{NAMES}{name} {value}"));
    }

    /// A figure that there is one of for each word. Words are this program's own: none of them
    /// needs to be escaped.
    pub(super) fn each<'a, V: Display>(
        &mut self,
        kind: &str,
        name: &str,
        help: &str,
        label: &str,
        values: impl IntoIterator<Item = (&'a str, V)>,
    ) {
        self.head(kind, name, help);
        for (word, value) in values {
            self.line(format_args!("{NAMES}{name}{{{label}=\"{word}\"}} {value}"));
        }
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.0
    }

    fn head(&mut self, kind: &str, name: &str, help: &str) {
        self.line(format_args!("# HELP {NAMES}{name} {help}"));
        self.line(format_args!("# TYPE {NAMES}{name} {kind}"));
    }

    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // A text takes everything.
        let _taken = writeln!(self.0, "{line}");
    }
}

/// What all names begin with.
const NAMES: &str = "demitasse_";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_written_as_prometheus_reads_it() {
        let mut page = Page::default();
        page.one(GAUGE, "open", "Whether it is open.", 1);
        page.each(COUNTER, "noes_total", "Noes.", "code", [("sold_out", 3), ("not_found", 1)]);
        let text = "\
# HELP demitasse_open Whether it is open.
# TYPE demitasse_open gauge
demitasse_open 1
# HELP demitasse_noes_total Noes.
# TYPE demitasse_noes_total counter
demitasse_noes_total{code=\"sold_out\"} 3
demitasse_noes_total{code=\"not_found\"} 1
";
        assert_eq!(page.into_text(), text);
    }
}
