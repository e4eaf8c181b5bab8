//! Writes the file, whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use demitasse_shared::choices::{Setting, parsed};
use demitasse_shared::client::write_whole;

/// What a line says that is for nobody's eyes.
const UNSHOWN: &str = "(not shown)";

/// Whether a line of the text holds what only the bar may read.
pub(super) fn has_secret(text: &str, settings: &[Setting<'_>]) -> bool {
    let Ok(table) = parsed(text) else { return true };
    let secrets = settings.iter().filter(|setting| setting.is_secret());
    let keys: Vec<_> = secrets.map(Setting::key).collect();
    table.get_ref().iter().any(|(key, _)| keys.iter().any(|secret| key.get_ref() == secret))
}

/// Writes the text in place of the file's. Who may read it stays as it was, but a file with a
/// secret is for its owner alone where everybody could read it, or where it is new.
pub(super) fn whole(path: &Path, text: &str, has_secret: bool) -> io::Result<()> {
    write_whole(path, text.as_bytes(), |file| hand_over(file, path, has_secret))
}

/// Gives the new file the rights of the old one, so that a service that reads it still can.
#[cfg(unix)]
fn hand_over(file: &File, old: &Path, has_secret: bool) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let (mode, group) = match fs::metadata(old) {
        Ok(old) => (old.mode() & 0o777, Some(old.gid())),
        Err(_none) => (0o644, None),
    };
    let is_open = has_secret && mode & 0o004 != 0;
    let mode = if is_open { 0o600 } else { mode };
    let own = file.metadata()?.gid();
    if let Some(group) = group.filter(|group| *group != own) {
        fchown(file, None, Some(group))?;
    }
    file.set_permissions(fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn hand_over(_file: &File, _old: &Path, _has_secret: bool) -> io::Result<()> {
    Ok(())
}

/// A line as it can be shown to whoever stands behind the chair.
pub(super) fn discreet(line: &str, settings: &[Setting<'_>]) -> String {
    let secrets = settings.iter().filter(|setting| setting.is_secret());
    let keys: Vec<_> = secrets.map(Setting::key).collect();
    match line.split_once('=') {
        Some((key, _)) if keys.iter().any(|secret| key.trim() == secret) => {
            format!("{key}= {UNSHOWN}")
        }
        _ => line.to_owned(),
    }
}
