//! Whose the data are. Root may write anywhere, and what it writes the service's own user could not
//! open any more: the bar would stay shut because somebody was helpful.

use std::path::Path;

use super::StorageError;

/// Refuses root where the data are somebody else's.
#[cfg(unix)]
pub(super) fn check(data: &Path) -> Result<(), StorageError> {
    use std::os::unix::fs::MetadataExt;
    let Ok(folder) = data.metadata() else { return Ok(()) };
    if folder.uid() == 0 || !rustix::process::geteuid().is_root() {
        return Ok(());
    }
    let passwords = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    let owner = name(&passwords, folder.uid()).unwrap_or_else(|| format!("#{}", folder.uid()));
    Err(StorageError::Owner { path: data.to_path_buf(), owner })
}

#[cfg(not(unix))]
pub(super) fn check(_data: &Path) -> Result<(), StorageError> {
    Ok(())
}

/// What the machine's list of users calls one.
#[cfg(unix)]
fn name(users: &str, id: u32) -> Option<String> {
    users.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (name, own) = (fields.next()?, fields.nth(1)?);
        (own.parse() == Ok(id)).then(|| name.to_owned())
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::name;

    #[test]
    fn a_user_is_known_by_name() {
        let users = "root:x:0:0:root:/root:/bin/sh\ndemitasse:x:998:997::/var/lib/demitasse:\n";
        assert_eq!(name(users, 998).as_deref(), Some("demitasse"));
        assert_eq!(name(users, 7), None);
    }
}
