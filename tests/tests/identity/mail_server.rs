//! A real mail server, which the tests start and which keeps what it takes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use demitasse::config::{Config, MailFlags};
use demitasse::sender::Tls;
use demitasse_shared::api::SignInKind;
use demitasse_tests::within;
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use serde::Deserialize;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// Debian's own: the one that its packages of Python belong to.
const PYTHON: &str = "/usr/bin/python3";

/// Who may log in.
pub(crate) const USER: &str = "bar@example.org";
/// With which password.
pub(crate) const PASSWORD: &str = "flat white & oat";

/// A mail server on this machine. It goes with its test.
#[derive(Debug)]
pub(crate) struct MailServer {
    folder: TempDir,
    tls: Tls,
    port: u16,
    _running: Child,
}

/// A letter as it arrived.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Letter {
    pub(crate) to: Vec<String>,
    pub(crate) from: String,
    pub(crate) header_to: String,
    pub(crate) subject: String,
    pub(crate) date: String,
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) private: bool,
    pub(crate) logged_in: bool,
}

impl Letter {
    /// The code in it.
    pub(crate) fn code(&self) -> &str {
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        let mut words = self.text.split(|c: char| !c.is_ascii_alphanumeric());
        words.find(is_code).unwrap_or_else(|| panic!("no code in {:?}", self.text))
    }
}

impl MailServer {
    /// A server that wants a private line and a login.
    pub(crate) async fn start(tls: Tls) -> Self {
        let login = format!("{USER}:{PASSWORD}");
        Self::start_with(tls, &["--login", &login]).await
    }

    /// A server that takes letters from everybody, for all to read.
    pub(crate) async fn open() -> Self {
        Self::start_with(Tls::None, &[]).await
    }

    async fn start_with(tls: Tls, more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        certify(folder.path());
        let word = match tls {
            Tls::Starttls => "starttls",
            Tls::Tls => "tls",
            Tls::None => "none",
        };
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identity/mail_server.py");
        let mut running = Command::new(PYTHON)
            .arg(program)
            .arg(folder.path())
            .args(["--tls", word])
            .args(more)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Debian's python3 and python3-aiosmtpd are installed");
        let mut lines = BufReader::new(running.stdout.take().expect("it is piped")).lines();
        let port = within("the mail server", lines.next_line()).await.expect("it can be read");
        let port = port.and_then(|port| port.parse().ok()).expect("it says its port");
        Self { folder, tls, port, _running: running }
    }

    /// Where it is, under the name in its certificate.
    pub(crate) fn address(&self) -> String {
        let scheme = if self.tls == Tls::Tls { "smtps" } else { "smtp" };
        format!("{scheme}://localhost:{}", self.port)
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The authority that its certificate is from.
    pub(crate) fn authority(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// The flags of a venue that uses it as it should be used.
    pub(crate) fn flags(&self) -> MailFlags {
        let is_open = self.tls == Tls::None;
        let login = (!is_open).then(|| (USER.to_owned(), PASSWORD.to_owned().into()));
        let (smtp_user, smtp_password) = login.unzip();
        MailFlags {
            smtp: Some(self.address()),
            smtp_tls: is_open.then_some(Tls::None),
            smtp_user,
            smtp_password,
            mail_from: Some("bar@example.org".to_owned()),
            sender_authority: Some(self.authority()),
        }
    }

    /// Every letter, oldest first.
    pub(crate) fn letters(&self) -> Vec<Letter> {
        let path = |number| self.folder.path().join(format!("letter{number}.json"));
        let texts = (0..).map_while(|number: u32| fs::read(path(number)).ok());
        texts.map(|text| serde_json::from_slice(&text).expect("a letter")).collect()
    }

    /// The letter that came last.
    pub(crate) fn last(&self) -> Letter {
        self.letters().pop().expect("a letter")
    }
}

/// A venue whose guests sign in by e-mail, sent like this.
pub(crate) fn venue(mail: MailFlags) -> Config {
    Config { sign_in: SignInKind::Email, mail, ..Config::default() }
}

/// An authority of the test's own, and a certificate of it for `localhost`.
fn certify(folder: &Path) {
    let key = || KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let issuer_key = key();
    let authority = params.self_signed(&issuer_key).expect("an authority");
    let issuer = Issuer::new(params, issuer_key);
    let own_key = key();
    let own = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
    let own = own.signed_by(&own_key, &issuer).expect("a certificate");
    let write = |name, text: String| fs::write(folder.join(name), text).expect("written");
    write("authority.pem", authority.pem());
    write("server.pem", own.pem() + &own_key.serialize_pem());
}
