//! What a program needs on a machine: what it is linked to, looked up by Debian's own tool, and what
//! it loads by name when a window opens, which no tool can see.

use std::fs;
use std::path::Path;

use super::stamp::Stamp;
use crate::Result;
use crate::needs::WINDOW;

/// Fills in a description's `${shlibs:Depends}` and `${window:Depends}`.
pub(super) fn filled(control: &str, program: &Path, work: &Path, stamp: &Stamp) -> Result<String> {
    let window: Vec<_> = WINDOW.iter().map(|need| need.package).collect();
    let linked = linked(program, work, stamp)?;
    let control = control.replace("${shlibs:Depends}", &linked);
    Ok(control.replace("${window:Depends}", &window.join(", ")))
}

fn linked(program: &Path, work: &Path, stamp: &Stamp) -> Result<String> {
    // The tool belongs to a builder of whole distributions, and asks for the folder of one.
    fs::create_dir_all(work.join("debian"))?;
    fs::write(
        work.join("debian/control"),
        "Source: demitasse\n\nPackage: any\nArchitecture: any\n",
    )?;
    let mut tool = stamp.command("dpkg-shlibdeps");
    let asked = tool.arg("-O").arg(program).current_dir(work).output()?;
    if !asked.status.success() {
        return Err(String::from_utf8_lossy(&asked.stderr).into_owned().into());
    }
    let answer = String::from_utf8(asked.stdout)?;
    let linked = answer.trim().strip_prefix("shlibs:Depends=");
    Ok(linked.ok_or("dpkg-shlibdeps found no libraries")?.to_owned())
}
