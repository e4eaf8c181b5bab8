//! `cargo xtask package`: Debian's packages of the programs, made with Debian's own tools.
//!
//! What a package carries beside its program lies in `packaging/NAME`: `root/` as it is laid out on
//! a machine, `DEBIAN/` with its description and what runs when it comes and goes. Manual pages and
//! completions are made by the programs themselves.

mod alone;
mod clean_root;
mod depends;
mod laid;
mod papers;
mod stamp;

use std::env::consts::EXE_EXTENSION;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cargo::{release, shaped, shaped_programs};
use crate::stages::run as run_command;
use crate::{Result, say, setup, up};
use laid::Laid;
use stamp::Stamp;

/// Each package is named after its program.
pub(crate) const PACKAGES: [&str; 3] = ["demitasse", "demitasse-barista", "demitasse-kiosk"];

/// What can be asked for.
#[derive(Debug, Default)]
struct Asked {
    /// Quickly, from programs built as tests are, and not packed small.
    debug: bool,
    /// No packages, but the server as one file.
    alone: bool,
    /// Install them in a clean Debian, look, and remove them.
    tries: bool,
    /// Programs that are there already.
    programs: Option<PathBuf>,
    /// Where the packages go.
    to: Option<PathBuf>,
}

/// Builds the programs and packs them.
pub(crate) fn run(args: &[String]) -> Result {
    let asked = Asked::read(args)?;
    setup::for_packages()?;
    if asked.alone {
        return alone::build(&target()?, &asked.to()?);
    }
    let programs = match &asked.programs {
        Some(folder) => folder.clone(),
        None => build(asked.debug)?,
    };
    let to = asked.to()?;
    let packages = pack(&programs, &to, asked.debug)?;
    if asked.tries { clean_root::try_out(&packages, &to) } else { Ok(()) }
}

fn pack(programs: &Path, to: &Path, debug: bool) -> Result<Vec<PathBuf>> {
    let stamp = Stamp::of_sources();
    let mut packages = Vec::new();
    for name in PACKAGES {
        forget(name, to)?;
        let program = programs.join(name).with_extension(EXE_EXTENSION);
        let package = Laid::out(name, &program, to, &stamp)?.pack(debug)?;
        say(&package.display().to_string())?;
        packages.push(package);
    }
    Ok(packages)
}

/// Takes earlier packages away: `apt-get install demitasse_*.deb` is to find one.
fn forget(name: &str, to: &Path) -> Result {
    for entry in fs::read_dir(to)? {
        let path = entry?.path();
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_package = path.extension().is_some_and(|end| end == "deb");
        if is_package && file.starts_with(&format!("{name}_")) {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}

impl Asked {
    fn read(args: &[String]) -> Result<Self> {
        let (mut asked, mut args) = (Self::default(), args.iter());
        let folder = |value: Option<&String>| value.map(PathBuf::from).ok_or("name a folder");
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--debug" => asked.debug = true,
                "--static" => asked.alone = true,
                "--try" => asked.tries = true,
                "--programs" => asked.programs = Some(folder(args.next())?),
                "--to" => asked.to = Some(folder(args.next())?),
                _ => {
                    return Err(format!(
                        "{arg}: package takes --debug, --static, --try, --programs DIR, --to DIR"
                    )
                    .into());
                }
            }
        }
        Ok(asked)
    }

    /// The folder that the packages go to; it is made where it is missing.
    fn to(&self) -> Result<PathBuf> {
        let to = match &self.to {
            Some(folder) => folder.clone(),
            None => target()?.join("debian"),
        };
        fs::create_dir_all(&to)?;
        // Tools are run elsewhere.
        Ok(to.canonicalize()?)
    }
}

/// Builds the programs, and says where they are.
fn build(debug: bool) -> Result<PathBuf> {
    if debug {
        let tests = ["build", "--workspace", "--bins", "--locked"];
        run_command(&mut shaped(tests))?;
        return Ok(target()?.join("debug"));
    }
    say("Building the programs. The first time takes some minutes.")?;
    run_command(&mut shaped_programs(up::BUILD))?;
    Ok(target()?.join("release"))
}

/// Cargo's target folder.
fn target() -> Result<PathBuf> {
    let program = release("demitasse")?;
    let target = program.parent().and_then(Path::parent);
    Ok(target.ok_or("there is no target folder")?.to_path_buf())
}
