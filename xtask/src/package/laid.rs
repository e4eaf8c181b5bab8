//! One package: its files laid out as on a machine, then packed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::stamp::Stamp;
use super::{depends, papers};
use crate::stages::run;
use crate::{Result, root};

/// Who answers for the packages.
const MAINTAINER: &str = "The Demitasse maintainers <maintainers@demitasse.invalid>";

/// A package's files, ready to be packed.
#[derive(Debug)]
pub(super) struct Laid {
    name: &'static str,
    stamp: Stamp,
    /// Its folder: `root/` is packed, `work/` is for tools.
    folder: PathBuf,
    to: PathBuf,
}

impl Laid {
    /// Lays everything out in a folder beside where the package goes.
    pub(super) fn out(
        name: &'static str,
        program: &Path,
        to: &Path,
        stamp: &Stamp,
    ) -> Result<Self> {
        let folder = to.join(format!("{name}.laid"));
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        let laid = Self { name, stamp: stamp.clone(), folder, to: to.to_path_buf() };
        let own = root().join("packaging").join(name).join("root");
        if own.exists() {
            copy(&own, &laid.root())?;
        }
        laid.program(program)?;
        papers::lay(name, program, &laid.root(), stamp)?;
        laid.icon()?;
        laid.documents()?;
        Ok(laid)
    }

    fn root(&self) -> PathBuf {
        self.folder.join("root")
    }

    /// A place in the package; the folder that it is in is made.
    fn place(&self, path: &str) -> Result<PathBuf> {
        let place = self.root().join(path);
        fs::create_dir_all(place.parent().unwrap_or(&place))?;
        Ok(place)
    }

    /// The program, without what only debuggers read.
    fn program(&self, program: &Path) -> Result {
        let place = self.place(&format!("usr/bin/{}", self.name))?;
        // It keeps the program's mode.
        run(Command::new("strip").arg("--strip-unneeded").arg("-o").arg(&place).arg(program))
    }

    /// The bar's cup, for whatever stands in a desktop's menu.
    fn icon(&self) -> Result {
        if !self.root().join("usr/share/applications").exists() {
            return Ok(());
        }
        let place = format!("usr/share/icons/hicolor/scalable/apps/{}.svg", self.name);
        fs::copy(root().join("assets/web/favicon.svg"), self.place(&place)?)?;
        Ok(())
    }

    /// Licences, and what changed.
    fn documents(&self) -> Result {
        let licence = fs::read_to_string(root().join("LICENSE"))?;
        let typeface = fs::read_to_string(root().join("assets/fonts/OFL.txt"))?;
        let words = format!(
            "{licence}\nThe typeface in the programs, Atkinson Hyperlegible Next, has a licence \
             of its own:\n\n{typeface}"
        );
        fs::write(self.place(&format!("usr/share/doc/{}/copyright", self.name))?, words)?;
        let changes = self.place(&format!("usr/share/doc/{}/changelog", self.name))?;
        fs::write(&changes, self.changes()?)?;
        papers::squeeze(&changes, &self.stamp)
    }

    /// The package's own changelog, in Debian's form.
    fn changes(&self) -> Result<String> {
        let (name, version, date) = (self.name, &self.stamp.version, self.stamp.mail_date()?);
        Ok(format!(
            "{name} ({version}) stable; urgency=medium\n\n  * What changed stands in the \
             repository's CHANGELOG.md.\n\n -- {MAINTAINER}  {date}\n"
        ))
    }

    /// Describes and packs it. One that is only looked at is not packed small.
    pub(super) fn pack(&self, quickly: bool) -> Result<PathBuf> {
        let control = self.root().join("DEBIAN");
        copy(&root().join("packaging").join(self.name).join("DEBIAN"), &control)?;
        let files = self.files()?;
        fs::write(control.join("md5sums"), self.sums(&files)?)?;
        let settings: Vec<_> = files.iter().filter(|path| path.starts_with("etc/")).collect();
        if !settings.is_empty() {
            let lines: Vec<_> = settings.iter().map(|path| format!("/{path}")).collect();
            fs::write(control.join("conffiles"), lines.join("\n") + "\n")?;
        }
        let architecture = architecture()?;
        self.describe(&control.join("control"), &files, &architecture)?;
        tidy(&self.root())?;
        let name = format!("{}_{}_{architecture}.deb", self.name, self.stamp.version);
        let package = self.to.join(name);
        let how = if quickly { "-Znone" } else { "-Zxz" };
        let mut build = self.stamp.command("dpkg-deb");
        build.args(["--root-owner-group", how, "--build"]).arg(self.root()).arg(&package);
        run(build.stdout(std::io::stderr()))?;
        fs::remove_dir_all(&self.folder)?;
        Ok(package)
    }

    /// Fills in what only the build knows.
    fn describe(&self, control: &Path, files: &[String], architecture: &str) -> Result {
        let program = self.root().join("usr/bin").join(self.name);
        let work = self.folder.join("work");
        let written = fs::read_to_string(control)?;
        let written = depends::filled(&written, &program, &work, &self.stamp)?;
        let sizes = files.iter().map(|path| Ok(fs::metadata(self.root().join(path))?.len()));
        let bytes: u64 = sizes.sum::<Result<u64>>()?;
        let more = format!(
            "Version: {}\nArchitecture: {architecture}\nPriority: optional\n\
             Maintainer: {MAINTAINER}\nInstalled-Size: {}\n",
            self.stamp.version,
            bytes.div_ceil(1024)
        );
        Ok(fs::write(control, format!("{more}{written}"))?)
    }

    /// Every file of the package, but for its description.
    fn files(&self) -> Result<Vec<String>> {
        let mut find = self.stamp.command("find");
        find.args([".", "-type", "f", "-not", "-path", "./DEBIAN/*", "-printf", "%P\\n"]);
        let listed = find.current_dir(self.root()).output()?;
        let mut files: Vec<_> =
            String::from_utf8(listed.stdout)?.lines().map(ToOwned::to_owned).collect();
        files.sort();
        Ok(files)
    }

    fn sums(&self, files: &[String]) -> Result<Vec<u8>> {
        let summed = self.stamp.command("md5sum").args(files).current_dir(self.root()).output()?;
        Ok(summed.stdout)
    }
}

fn architecture() -> Result<String> {
    let asked = Command::new("dpkg").arg("--print-architecture").output()?;
    Ok(String::from_utf8(asked.stdout)?.trim().to_owned())
}

/// Copies a folder's content into another one.
fn copy(from: &Path, to: &Path) -> Result {
    fs::create_dir_all(to)?;
    run(Command::new("cp").arg("--recursive").arg(from.join(".")).arg(to))
}

/// Gives everything the modes that it has on a machine, whatever this one's are: what can be run
/// stays so, and the rest is for reading.
fn tidy(folder: &Path) -> Result {
    run(Command::new("chmod").args(["--recursive", "u=rwX,go=rX"]).arg(folder))
}
