//! The bar's own ssh key: made at the first start, kept for ever, so that clients know the bar again.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use demitasse_shared::client::write_whole;
use russh::keys::PrivateKey;
use russh::keys::ssh_key::{self, LineEnding, private::Ed25519Keypair};

use crate::secret::{self, NoRandomness};

/// The file in the data directory.
const FILE: &str = "ssh_host_ed25519_key";

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum NoKey {
    /// The file cannot be read or written.
    #[error("cannot use the ssh key {path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file holds no key.
    #[error("{path} holds no ssh key: {source}. Move it away, and a new one is made")]
    Content {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: ssh_key::Error,
    },
    /// The system gives no random numbers.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
}

/// The key of the bar in this data directory.
///
/// # Errors
/// Where it can neither be read nor made.
pub fn host_key(data: &Path) -> Result<PrivateKey, NoKey> {
    let path = data.join(FILE);
    let in_file = |source| NoKey::File { path: path.clone(), source };
    let in_content = |source| NoKey::Content { path: path.clone(), source };
    match fs::read_to_string(&path) {
        Ok(text) => PrivateKey::from_openssh(text).map_err(in_content),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let key = PrivateKey::from(Ed25519Keypair::from_seed(&secret::seed()?));
            let text = key.to_openssh(LineEnding::LF).map_err(in_content)?;
            write_whole(&path, text.as_bytes(), |_private| Ok(())).map_err(in_file)?;
            Ok(key)
        }
        Err(error) => Err(in_file(error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_keeps_its_key_to_itself_and_for_ever() {
        let data = tempfile::tempdir().expect("a folder");
        let first = host_key(data.path()).expect("made");
        let again = host_key(data.path()).expect("read");
        assert_eq!(first.public_key(), again.public_key());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = fs::metadata(data.path().join(FILE)).expect("it is there");
            assert_eq!(file.permissions().mode() & 0o777, 0o600);
        }
        let other = host_key(tempfile::tempdir().expect("a folder").path()).expect("made");
        assert_ne!(first.public_key(), other.public_key());
    }

    #[test]
    fn what_is_no_key_is_left_alone() {
        let data = tempfile::tempdir().expect("a folder");
        fs::write(data.path().join(FILE), "coffee").expect("a file");
        assert!(matches!(host_key(data.path()), Err(NoKey::Content { .. })));
        assert_eq!(fs::read_to_string(data.path().join(FILE)).expect("a file"), "coffee");
    }
}
