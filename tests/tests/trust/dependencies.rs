//! Other people's code: by which licences, from where, each once, and all of it used.
//!
//! `deny.toml` says what is allowed; cargo-deny reads the same file. Here it is held without another
//! tool and without a network, in every run.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::LazyLock;

use demitasse_tests::source::{code, files, read, root};
use serde::Deserialize;
use toml::Table;

use crate::licence;

/// The packages of this workspace.
const OWN: [&str; 8] = [
    "server",
    "barista-tui",
    "display-kiosk",
    "shared",
    "tests",
    "tests/disk",
    "tests/readers",
    "xtask",
];

/// What cargo knows of the build, as far as it is looked at here.
#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    source: Option<String>,
}

/// What may be taken.
#[derive(Debug, Deserialize)]
struct Law {
    licenses: Licences,
    bans: Bans,
    sources: Sources,
}

#[derive(Debug, Deserialize)]
struct Licences {
    allow: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct Bans {
    skip: Vec<Skip>,
}

#[derive(Debug, Deserialize)]
struct Skip {
    #[serde(rename = "crate")]
    version: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Sources {
    allow_registry: Vec<String>,
}

static TAKEN: LazyLock<Vec<Package>> = LazyLock::new(|| {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut metadata = Command::new(cargo);
    metadata.args(["metadata", "--locked", "--offline", "--format-version", "1"]);
    let platform = ["--all-features", "--filter-platform", "x86_64-unknown-linux-gnu"];
    let output = metadata.args(platform).current_dir(root()).output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let all: Metadata = serde_json::from_slice(&output.stdout).expect("cargo's JSON");
    let taken: Vec<_> =
        all.packages.into_iter().filter(|package| package.source.is_some()).collect();
    assert!(taken.len() > 100, "only {} packages", taken.len());
    taken
});

static LAW: LazyLock<Law> =
    LazyLock::new(|| toml::from_str(&read("deny.toml")).expect("what cargo-deny reads"));

#[test]
fn every_licence_is_allowed_and_every_allowed_one_is_needed() {
    let mut unused = LAW.licenses.allow.clone();
    for Package { name, version, license, .. } in &*TAKEN {
        let text = license.as_deref().unwrap_or_else(|| panic!("{name} {version} names none"));
        let met = licence::met(text, &LAW.licenses.allow);
        let met = met.unwrap_or_else(|| panic!("{name} {version} is {text}"));
        unused.retain(|allowed| !met.contains(allowed));
    }
    assert_eq!(unused, BTreeSet::new(), "nothing needs these licences");
}

#[test]
fn every_crate_comes_from_the_one_registry() {
    for Package { name, source, .. } in &*TAKEN {
        let registry = source.as_deref().and_then(|source| source.strip_prefix("registry+"));
        let is_known =
            registry.is_some_and(|it| LAW.sources.allow_registry.iter().any(|r| r == it));
        assert!(is_known, "{name} comes from {source:?}");
    }
}

#[test]
fn no_crate_is_there_twice_without_a_reason() {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for Package { name, version, .. } in &*TAKEN {
        versions.entry(name).or_default().push(version);
    }
    versions.retain(|_, versions| versions.len() > 1);
    let mut skips: Vec<_> = LAW.bans.skip.iter().collect();
    assert!(skips.iter().all(|skip| !skip.reason.is_empty()));
    for (name, versions) in versions {
        let mut untold = versions.clone();
        untold.retain(|version| {
            let told = skips.iter().position(|skip| is_meant(&skip.version, name, version));
            told.map(|at| skips.remove(at)).is_none()
        });
        assert!(
            untold.len() <= 1,
            "{name} is there as {versions:?}, and deny.toml gives no reason"
        );
    }
    assert!(skips.is_empty(), "these are there once, or not at all: {skips:?}");
}

/// Whether `NAME@VERSION`, with as much of the version as decides, is this one.
fn is_meant(skip: &str, name: &str, version: &str) -> bool {
    let rest = skip.split_once('@').filter(|(skipped, _)| *skipped == name);
    let rest = rest.and_then(|(_, start)| version.strip_prefix(start));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

#[test]
fn nothing_is_taken_that_is_not_used() {
    let mut named = BTreeSet::new();
    let mut unused = Vec::new();
    for package in OWN {
        let text: String = files(package, &[".rs"]).iter().map(|path| code(path)).collect();
        let words: BTreeSet<_> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
        for name in dependencies(&format!("{package}/Cargo.toml")) {
            if !words.contains(name.replace('-', "_").as_str()) {
                unused.push(format!("{package}: {name}"));
            }
            named.insert(name);
        }
    }
    assert_eq!(unused, [] as [String; 0], "nothing in the package names them");
    let workspace: Table = read("Cargo.toml").parse().expect("TOML");
    let offered = workspace["workspace"]["dependencies"].as_table().expect("a table").keys();
    assert_eq!(offered.cloned().collect::<BTreeSet<_>>(), named, "no package takes the rest");
}

/// Every dependency that a manifest names, of whatever kind and for whatever machine.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let manifest: Table = read(manifest).parse().expect("TOML");
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let targets = targets.into_iter().flat_map(Table::values).filter_map(toml::Value::as_table);
    let kinds = ["dependencies", "dev-dependencies", "build-dependencies"];
    let tables = std::iter::once(&manifest).chain(targets);
    let lists = tables.flat_map(|table| kinds.into_iter().filter_map(|kind| table.get(kind)));
    lists.filter_map(toml::Value::as_table).flat_map(Table::keys).cloned().collect()
}
