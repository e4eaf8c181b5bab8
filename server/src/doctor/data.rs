//! The data folder: whose it is, who may look into it, and whether it takes a file.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use demitasse_shared::doctor::Finding;

pub(super) const CHECK: &str = "data";

/// The file that is made and removed to see whether that works.
const PROBE: &str = ".demitasse-doctor";

/// The folder that is made and removed where the bar's own is not there yet.
const FOLDER_PROBE: &str = ".demitasse-doctor-folder";

/// What to do about a folder that takes nothing.
pub(super) const ADVICE: &str = "Give the bar's user the folder, or name another one with --data.";

/// Looks at the folder; of an open bar's it is known that it was there.
pub(super) fn check(folder: &Path, is_open: bool) -> Finding {
    let path = folder.display();
    if !folder.exists() && !is_open {
        return to_be_made(folder);
    }
    if let Err(why) = try_out(folder) {
        return Finding::red(CHECK, format!("Nothing can be written in {path}: {why}."), ADVICE);
    }
    match strangers(folder) {
        Ok(false) => Finding::green(CHECK, format!("{path} is the bar's own, and can be written.")),
        Ok(true) => Finding::amber(
            CHECK,
            format!("Other users of this machine may look into {path}, or it is theirs."),
            format!("chmod 700 {path}; it should belong to the user that the bar runs as."),
        ),
        Err(why) => Finding::amber(
            CHECK,
            format!("Whose {path} is cannot be seen: {why}."),
            "Look at the folder's owner and rights.",
        ),
    }
}

/// A folder that the bar makes when it first opens: whether it can, which the nearest folder on its
/// way shows that is there.
fn to_be_made(folder: &Path) -> Finding {
    let path = folder.display();
    let is_there = |above: &&Path| above.as_os_str().is_empty() || above.exists();
    let above = folder.ancestors().find(is_there).unwrap_or(folder);
    match try_a_folder(above) {
        Ok(()) => Finding::green(CHECK, format!("{path} will be made when the bar first opens.")),
        Err(why) => Finding::red(CHECK, format!("{path} cannot be made: {why}."), ADVICE),
    }
}

/// Makes a folder and takes it away again. Another program that looks at the same time may have
/// done either.
fn try_a_folder(above: &Path) -> io::Result<()> {
    let probe = above.join(FOLDER_PROBE);
    unless(fs::create_dir(&probe), io::ErrorKind::AlreadyExists)?;
    unless(fs::remove_dir(&probe), io::ErrorKind::NotFound)
}

/// Forgives one kind of error.
fn unless(done: io::Result<()>, forgiven: io::ErrorKind) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == forgiven => Ok(()),
        done => done,
    }
}

/// Makes a file and takes it away again.
fn try_out(folder: &Path) -> io::Result<()> {
    let probe = folder.join(PROBE);
    File::create(&probe)?;
    take_away(&probe)
}

/// Removes a file that was made to try something out. Another program that looks at the same time
/// may have done so already.
pub(super) fn take_away(probe: &Path) -> io::Result<()> {
    unless(fs::remove_file(probe), io::ErrorKind::NotFound)
}

/// Whether others than this user own the folder, or may look into it.
#[cfg(unix)]
fn strangers(folder: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    let found = fs::metadata(folder)?;
    let own = rustix::process::geteuid().as_raw();
    Ok(found.uid() != own || found.mode() & 0o077 != 0)
}

#[cfg(not(unix))]
fn strangers(_folder: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use demitasse_shared::doctor::Light;

    use super::*;

    #[test]
    fn a_folder_is_for_its_owner_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let light = |mode| {
            let rights = fs::Permissions::from_mode(mode);
            fs::set_permissions(folder.path(), rights).expect("it is ours");
            check(folder.path(), true).light
        };
        assert_eq!(
            (light(0o700), light(0o755), light(0o770)),
            (Light::Green, Light::Amber, Light::Amber)
        );
        assert_eq!(fs::read_dir(folder.path()).expect("it is there").count(), 0);
    }

    #[test]
    fn what_somebody_else_took_away_is_away() {
        let folder = tempfile::tempdir().expect("a folder");
        let probe = folder.path().join(PROBE);
        assert!(take_away(&probe).is_ok());
        fs::create_dir(&probe).expect("there is room");
        assert!(take_away(&probe).is_err(), "it cannot be removed as a file is");
    }

    #[test]
    fn a_folder_that_takes_no_file_stops_the_bar() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        assert_eq!(check(file.path(), false).light, Light::Red);
        let nowhere = file.path().with_extension("nowhere");
        assert_eq!(check(&nowhere, false).light, Light::Green);
        assert_eq!(check(&nowhere, true).light, Light::Red);
        let below_a_file = check(&file.path().join("some/bar"), false);
        assert!(below_a_file.says.contains("cannot be made"), "{below_a_file:?}");
        assert_eq!(below_a_file.light, Light::Red);
    }
}
