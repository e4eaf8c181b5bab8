//! What takes the one-time codes of a venue: a real program.

use std::fs;

use demitasse::config::Config;
use demitasse_shared::api::SignInKind;
use demitasse_tests::Bar;
use tempfile::TempDir;

/// Keeps each message in a file of its own, the recipient in its first line.
const PROGRAM: &str = r#"
cd "$1" || exit 1
{ echo "$2"; cat; } > "writing$$"
mv "writing$$" "letter$$"
"#;

/// Where messages arrive.
#[derive(Debug)]
pub(super) struct Post(TempDir);

impl Post {
    /// A bar whose guests sign in by a code to their e-mail, and what brings it.
    pub(super) async fn and_bar() -> (Self, Bar) {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("post.sh"), PROGRAM).expect("room");
        let path = folder.path().to_str().expect("letters");
        let code_command = Some(format!("sh '{path}/post.sh' '{path}'"));
        let venue = Config { sign_in: SignInKind::Email, code_command, ..Config::default() };
        (Self(folder), Bar::of_venue("2022-10-14T12:51:00Z", venue).await)
    }

    /// What has arrived.
    pub(super) fn letters(&self) -> Vec<String> {
        let files = fs::read_dir(self.0.path()).expect("it is there").filter_map(Result::ok);
        let letters = files.filter(|file| file.file_name().to_string_lossy().starts_with("letter"));
        letters.map(|file| fs::read_to_string(file.path()).expect("text")).collect()
    }
}

/// The code in a letter.
pub(super) fn code(letter: &str) -> &str {
    let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
    letter.split(|c: char| !c.is_ascii_alphanumeric()).find(is_code).expect("a code")
}
