//! The packages, as `cargo xtask package` makes them of the programs that these tests run. Installing
//! them in a clean Debian is `cargo xtask package --try`: it takes minutes and a network.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use demitasse_tests::program;
use tempfile::TempDir;

use super::{output, printed, repository};

const NAMES: [&str; 3] = ["demitasse", "demitasse-barista", "demitasse-kiosk"];

/// The packages in a folder of their own, by name.
struct Packages {
    folder: TempDir,
    files: BTreeMap<String, PathBuf>,
}

impl Packages {
    fn made() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut xtask = Command::new(program("xtask"));
        let programs = program("demitasse").parent().expect("it is in a folder").to_path_buf();
        output(
            xtask
                .args(["package", "--debug", "--programs"])
                .arg(programs)
                .arg("--to")
                .arg(folder.path())
                .env("SOURCE_DATE_EPOCH", "1778572800"),
        );
        let listed = fs::read_dir(folder.path()).expect("it is there");
        let paths = listed.map(|entry| entry.expect("it can be listed").path());
        let files = paths.filter(|path| path.extension().is_some_and(|end| end == "deb"));
        let files = files.map(|path| (field(&path, "Package"), path)).collect();
        Self { folder, files }
    }

    /// The package's files as they are on a machine.
    fn unpacked(&self, name: &str) -> PathBuf {
        let root = self.folder.path().join("unpacked").join(name);
        fs::create_dir_all(&root).expect("it can be made");
        output(Command::new("dpkg-deb").arg("--extract").arg(&self.files[name]).arg(&root));
        root
    }
}

fn field(package: &Path, field: &str) -> String {
    printed(Command::new("dpkg-deb").arg("--field").arg(package).arg(field)).trim().to_owned()
}

/// One story, because the packages are made once.
#[test]
fn bring_everything_to_its_place() {
    let packages = Packages::made();
    assert_eq!(packages.files.keys().collect::<Vec<_>>(), NAMES);
    for (name, package) in &packages.files {
        describes_itself(name, package);
        has_its_papers(name, &packages.unpacked(name));
    }
    the_monitor_needs_what_a_window_loads(&packages.files["demitasse-kiosk"]);
    let settings = |name| {
        printed(Command::new("dpkg-deb").arg("--info").arg(&packages.files[name]).arg("conffiles"))
    };
    assert_eq!(settings("demitasse"), "/etc/demitasse/demitasse.toml\n");
    assert_eq!(settings("demitasse-kiosk"), "/etc/demitasse/kiosk.conf\n");
    are_made_alike(&packages);
}

#[track_caller]
fn describes_itself(name: &str, package: &Path) {
    let version = field(package, "Version");
    assert!(version.starts_with(env!("CARGO_PKG_VERSION")), "{name}: {version}");
    assert!(field(package, "Depends").contains("libc6 (>= "), "{name} is linked to nothing");
    let (size, described) = (field(package, "Installed-Size"), field(package, "Description"));
    assert!(size.parse::<u32>().is_ok_and(|kilobytes| kilobytes > 1_000), "{name}: {size}");
    assert!(described.lines().count() > 2, "{name}: {described}");
    let listed = printed(Command::new("dpkg-deb").arg("--contents").arg(package));
    for line in listed.lines() {
        assert!(line.contains(" root/root "), "{name}: {line}");
        let is_private = line.contains("rwx------") || line.contains("rw-------");
        assert!(!is_private && !line.starts_with("-rwxrwx"), "{name}: {line}");
    }
}

#[track_caller]
fn has_its_papers(name: &str, root: &Path) {
    for path in [
        format!("usr/bin/{name}"),
        format!("usr/share/man/man1/{name}.1.gz"),
        format!("usr/share/bash-completion/completions/{name}"),
        format!("usr/share/zsh/vendor-completions/_{name}"),
        format!("usr/share/fish/vendor_completions.d/{name}.fish"),
        format!("usr/share/doc/{name}/copyright"),
        format!("usr/share/doc/{name}/changelog.gz"),
    ] {
        assert!(root.join(&path).exists(), "{name} has no {path}");
    }
    let version = printed(Command::new(root.join("usr/bin").join(name)).arg("--version"));
    assert_eq!(version, format!("{name} {}\n", demitasse_shared::VERSION));
    let pages = root.join("usr/share/man/man1").join(format!("{name}.1.gz"));
    let page = printed(Command::new("gzip").args(["--decompress", "--stdout"]).arg(pages));
    assert!(!page.contains("/root/") && !page.contains("/home/"), "{name}: whose folder is that?");
}

/// No tool sees what is loaded by name: the list of `cargo xtask setup` goes into the package.
#[track_caller]
fn the_monitor_needs_what_a_window_loads(package: &Path) {
    let depends = field(package, "Depends");
    let needs = fs::read_to_string(repository("xtask/src/needs.rs")).expect("it is there");
    let window = needs.split("pub(crate) const WINDOW").nth(1).expect("a list");
    let window = window.split("];").next().expect("its end");
    let names: Vec<_> = window.split("library(\"").skip(1).collect();
    assert!(names.len() > 5, "{window}");
    for name in names.iter().map(|name| name.split('"').next().expect("a name")) {
        assert!(depends.split(", ").any(|own| own == name), "{name} is not in {depends}");
    }
}

/// The same programs make the same packages, byte by byte.
#[track_caller]
fn are_made_alike(packages: &Packages) {
    let again = Packages::made();
    for (name, package) in &packages.files {
        let bytes = |path: &Path| fs::read(path).expect("it can be read");
        assert!(bytes(package) == bytes(&again.files[name]), "{name} differs from itself");
    }
}
