//! The pages' script: small modules in `assets/web`, joined into one file, because a phone far away
//! pays for each question with half a second.

use super::short::shortened;

/// Embeds `assets/web/NAME.js` for each name.
macro_rules! modules {
    ($modules:ident: $($name:literal)+) => {
        /// Modules with their names, each after those that it builds on.
        pub(super) const $modules: Modules = &[
            $(($name, include_str!(concat!("../../../assets/web/", $name, ".js"))),)+
        ];
    };
}

/// Modules with their names.
pub(super) type Modules = &'static [(&'static str, &'static str)];

modules! {
    GUESTS:
    "clock" "words" "keep" "ask" "page" "ready" "wait" "live" "usual" "send" "app"
}

modules! {
    WAYS:
    "scanner" "scan"
}

modules! {
    TABLETS:
    "cells" "hands" "tablet"
}

modules! {
    DISPLAYS:
    "beat" "fit" "monitor"
}

modules! {
    PAIRING:
    "pair"
}

/// All modules as one: what they take from each other stands in one scope then.
pub(super) fn joined(modules: Modules) -> String {
    let lines = modules.iter().flat_map(|(_, source)| bare(source));
    let lines = lines.filter(|line| !line.starts_with("import "));
    text(lines.map(|line| line.strip_prefix("export ").unwrap_or(line)))
}

/// The same, with shorter names for what the modules declare.
pub(super) fn short(modules: Modules) -> String {
    let lines = modules.iter().flat_map(|(_, source)| source.lines());
    shortened(&joined(modules), lines.filter_map(declared))
}

/// The name that a line declares for its whole module.
fn declared(line: &str) -> Option<&str> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let rest = ["function ", "const ", "let "].iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().filter(|name| !name.is_empty())
}

/// What shows notifications.
pub(super) fn worker() -> String {
    text(bare(include_str!("../../../assets/web/sw.js")))
}

/// A source's lines without what is for its readers: comments, indents, air.
fn bare(source: &str) -> impl Iterator<Item = &str> {
    let lines = source.lines().map(str::trim_start);
    lines.filter(|line| !line.is_empty() && !line.starts_with("//"))
}

/// A line goes on behind what begins or ends something; the script is 1 % smaller for it. No text in
/// the modules spans lines.
fn text<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let air = |line: &str| if line.ends_with(['{', '(', '[', ',', ';']) { "" } else { "\n" };
    lines.fold(String::new(), |text, line| text + line + air(line))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_module_stands_after_those_that_it_builds_on() {
        for modules in [GUESTS, WAYS, TABLETS, DISPLAYS] {
            check_order(modules);
        }
    }

    #[track_caller]
    fn check_order(modules: Modules) {
        let mut before = BTreeSet::new();
        for (name, source) in modules {
            let imports = source.lines().filter(|line| line.starts_with("import "));
            for import in imports {
                let from =
                    import.split_once("\"./").and_then(|(_, rest)| rest.split_once(".js\";"));
                let (from, _) = from.unwrap_or_else(|| panic!("{name}: an import of one line"));
                assert!(before.contains(from), "{name} comes before {from}");
            }
            before.insert(*name);
        }
    }

    #[test]
    fn joined_modules_take_no_name_from_each_other() {
        for modules in [GUESTS, WAYS, TABLETS, DISPLAYS, PAIRING] {
            let all = modules.iter().flat_map(|(_, source)| source.lines());
            let declared: Vec<_> = all.filter_map(declared).collect();
            assert!(declared.len() > modules.len(), "modules declare names");
            let mut seen = BTreeSet::new();
            let twice: Vec<_> = declared.into_iter().filter(|name| !seen.insert(*name)).collect();
            assert_eq!(twice, [""; 0]);
        }
    }

    #[test]
    fn what_travels_is_one_script_without_comments() {
        for script in [GUESTS, WAYS, TABLETS, DISPLAYS, PAIRING].map(joined) {
            assert!(script.split('\n').all(|line| line.matches('`').count() % 2 == 0));
            for line in script.lines() {
                assert!(
                    !["import ", "export ", "//", " "].iter().any(|word| line.starts_with(word))
                );
            }
            // All of it is there, but for what only the first page needs.
            let later = script.matches("import(").count();
            assert_eq!(later, script.matches("import(slot.dataset.script)").count());
        }
    }
}
