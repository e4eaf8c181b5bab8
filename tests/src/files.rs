//! How many files a process may open.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// Lets this process and all that it starts open as many files as they may: a phone is one, and
/// many shells grant a thousand.
pub fn allow_files() {
    let limit = getrlimit(Resource::Nofile);
    let most = Rlimit { current: limit.maximum, maximum: limit.maximum };
    setrlimit(Resource::Nofile, most).expect("it may have what it is allowed");
}
