//! The repository's own text, for tests that read it.

use std::fs;
use std::path::{Path, PathBuf};

/// The repository's root.
pub fn root() -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.parent().expect("the package is a folder of the repository").to_owned()
}

/// A file's text, by its path from the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|why| panic!("cannot read {path}: {why}"))
}

/// Every file below a folder whose name ends so, by its path from the root, in order.
pub fn files(folder: &str, endings: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    walk(&root().join(folder), &mut |path| {
        let path = path.strip_prefix(root()).expect("below the root");
        let path = path.to_str().expect("a path in letters").replace('\\', "/");
        if endings.iter().any(|ending| path.ends_with(ending)) {
            found.push(path);
        }
    });
    found.sort();
    found
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path)) {
    let entries = fs::read_dir(folder);
    let entries = entries.unwrap_or_else(|why| panic!("cannot read {}: {why}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with('.') || matches!(name, "target" | "node_modules") {
            continue;
        }
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}

/// A Rust file's code, with comments blanked out. Lines keep their numbers.
pub fn code(path: &str) -> String {
    read(path).lines().map(without_comment).collect::<Vec<_>>().join("\n")
}

/// A Rust file's code that ends up in the program: without comments, and without its tests.
pub fn program(path: &str) -> String {
    if is_test_file(path) {
        return String::new();
    }
    let text = code(path);
    let mut lines = text.lines();
    let mut kept = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim() != "#[cfg(test)]" {
            kept.push(line);
            continue;
        }
        kept.push("");
        let indent = line.len() - line.trim_start().len();
        let end = format!("{}}}", " ".repeat(indent));
        let Some(item) = lines.next() else { break };
        kept.push("");
        if item.trim_end().ends_with('{') {
            for line in lines.by_ref() {
                kept.push("");
                if line == end {
                    break;
                }
            }
        }
    }
    kept.join("\n")
}

/// Whether a file is compiled for tests alone: this package's, and every module that its parent, or
/// its parent's parent, declares under `#[cfg(test)]`.
pub fn is_test_file(path: &str) -> bool {
    if path.starts_with("tests/") {
        return true;
    }
    let Some((folder, file)) = path.rsplit_once('/') else { return false };
    let name = file.trim_end_matches(".rs");
    // A folder's own file has its parent one folder up.
    let (folder, name) = match (name, folder.rsplit_once('/')) {
        ("main" | "lib", _) | ("mod", None) => return false,
        ("mod", Some((above, own))) => (above, own),
        _ => (folder, name),
    };
    let parents = ["/mod.rs", "/lib.rs", "/main.rs", ".rs"].map(|end| format!("{folder}{end}"));
    let declared = format!("#[cfg(test)]\nmod {name};");
    let parent = parents.iter().find(|parent| root().join(parent).is_file());
    parent.is_some_and(|parent| read(parent).contains(&declared) || is_test_file(parent))
}

/// The line without its comment. A double slash inside an address (`http://`) is none.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':'));
    comment.map_or(line, |(at, _)| &line[..at])
}

/// Where something stands in a text, as a line number.
pub fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// Every place where a word stands, as line numbers.
pub fn lines_with(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word).map(|(at, _)| line_of(text, at)).collect()
}
