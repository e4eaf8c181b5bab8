//! The post office: a real program that takes one-time codes, as a venue's sendmail does.

use std::fs;
use std::path::Path;

use demitasse::config::Config;
use demitasse_shared::api::SignInKind;
use demitasse_tests::Bar;
use tempfile::TempDir;

use crate::browser::Browser;

/// Keeps each message in a file of its own, the recipient in its first line. While there is a file
/// `broken` it fails instead, and chatters as much as such programs can.
const PROGRAM: &str = r#"
cd "$1" || exit 1
for to; do :; done
if [ -e broken ]; then cat >&2; exit 75; fi
{ echo "$to"; cat; } > "writing$$"
count=0
until ln "writing$$" "message$count" 2>/dev/null; do count=$((count + 1)); done
"#;

/// Where messages arrive.
#[derive(Debug)]
pub(crate) struct Post {
    folder: TempDir,
}

/// One message.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    pub(crate) to: String,
    pub(crate) text: String,
}

impl Letter {
    /// The code in it: the first six digits of the text.
    pub(crate) fn code(&self) -> &str {
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        let words = self.text.split(|c: char| !c.is_ascii_alphanumeric());
        words.into_iter().find(is_code).unwrap_or_else(|| panic!("no code in {:?}", self.text))
    }
}

impl Post {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("send.sh"), PROGRAM).expect("written");
        Self { folder }
    }

    /// A venue whose guests sign in by what this post brings.
    pub(crate) fn venue(&self, sign_in: SignInKind) -> Config {
        let folder = self.path().to_str().expect("a path in letters");
        let code_command = Some(format!("sh '{folder}/send.sh' '{folder}'"));
        Config { sign_in, code_command, ..Config::default() }
    }

    /// Breaks the program, or mends it.
    pub(crate) fn set_broken(&self, broken: bool) {
        let sign = self.path().join("broken");
        if broken {
            fs::write(sign, "").expect("written");
        } else {
            fs::remove_file(sign).expect("it was broken");
        }
    }

    /// Every message, oldest first.
    pub(crate) fn letters(&self) -> Vec<Letter> {
        let read = |number| fs::read_to_string(self.path().join(format!("message{number}"))).ok();
        let texts = (0..).map_while(read);
        let letters = texts.map(|text| {
            let (to, text) = text.split_once('\n').expect("a first line");
            Letter { to: to.to_owned(), text: text.to_owned() }
        });
        letters.collect()
    }

    /// The message that came last.
    pub(crate) fn last(&self) -> Letter {
        self.letters().pop().expect("a message")
    }

    /// A guest who has proved this e-mail address.
    pub(crate) async fn guest(&self, bar: &Bar, email: &str) -> Browser {
        let mut browser = Browser::at(bar);
        browser.ask_code(email).await.granted();
        browser.verify(self.last().code()).await.granted();
        browser
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Six digits that are not these.
pub(crate) fn another(code: &str) -> &'static str {
    if code == "271828" { "314159" } else { "271828" }
}

/// A bar open at noon whose guests sign in by e-mail, and its post.
pub(crate) async fn open_bar() -> (Bar, Post) {
    let post = Post::new();
    let bar = Bar::of_venue("2022-10-14T12:51:00Z", post.venue(SignInKind::Email)).await;
    bar.staff.open().await;
    (bar, post)
}
