//! The commands in the documents, run as a reader would: each document on a laptop of its own, from
//! top to bottom, beside a bar that has had a guest.

use demitasse_tests::{Staff, source};

use crate::laptop::Laptop;

/// What cannot be run here, and where it is tried instead.
const ELSEWHERE: &[(&str, &str)] = &[
    ("cargo ", "builds; the build machine runs them"),
    ("export CARGO_PROFILE_", "for the build after it"),
    ("perf ", "goes on until somebody has seen enough"),
    ("valgrind ", "goes on until somebody has seen enough"),
    ("DEMITASSE_WALK=write cargo ", "writes documents anew; a test says when that is due"),
    ("sudo ", "changes the machine; `cargo xtask package --try` does it in a clean one"),
    ("sudoedit ", "changes the machine"),
    ("mkdir -p ~/.config/autostart", "for a desktop session"),
    ("cp /usr/share/applications/", "for a desktop session"),
    ("mkdir ~/older", "after an upgrade; `safety` goes back to such a copy"),
    ("cp ~/.local/share/demitasse/before-upgrade/", "after an upgrade; as above"),
    ("demitasse serve --data ~/older", "after an upgrade; as above"),
    ("demitasse replay ", "plays for a minute; `rush` and `up` play it faster"),
    ("certbot ", "asks an authority on the internet"),
    ("lego ", "asks an authority on the internet"),
    ("acme.sh ", "asks an authority on the internet"),
    ("cloudflared ", "speaks to a service on the internet"),
    ("ssh ", "speaks to a machine on the internet"),
    ("litestream ", "goes on for ever; `safety` runs it"),
    ("demitasse restore bar.db", "comes from Litestream; `safety` runs it"),
    ("demitasse backup --every", "goes on for ever; `safety` runs it"),
    ("demitasse serve --sign-in email --code-command", "needs msmtp; `identity` has a program"),
    ("demitasse doctor --send-test", "needs a mail server; `identity` and `setup` have one"),
];

#[tokio::test(flavor = "multi_thread")]
async fn what_the_documents_tell_to_type_can_be_typed() {
    let mut documents = source::files("docs", &[".md"]);
    documents.push("README.md".to_owned());
    let mut run = 0;
    for document in documents {
        let mut reader = Reader::of(&document).await;
        for command in commands(&source::read(&document)) {
            reader.types(&command).await;
            run += 1;
        }
    }
    assert!(run > 40, "only {run} commands were found");
}

/// The lines of all console blocks that somebody types, each with what goes on behind a `\`.
fn commands(document: &str) -> Vec<String> {
    let (mut found, mut is_console): (Vec<String>, bool) = (Vec::new(), false);
    for line in document.lines().map(str::trim) {
        if let Some(fence) = line.strip_prefix("```") {
            is_console = fence == "console";
        } else if let (true, Some(command)) = (is_console, line.strip_prefix("$ ")) {
            found.push(command.to_owned());
        } else if let (true, Some(command)) = (is_console, found.last_mut())
            && command.ends_with('\\')
        {
            command.pop();
            command.push_str(line);
        }
    }
    found
}

/// Somebody who reads one document at a laptop.
#[derive(Debug)]
struct Reader {
    document: String,
    laptop: Laptop,
}

impl Reader {
    async fn of(document: &str) -> Self {
        let mut laptop = Laptop::unpacked();
        laptop.clock("2026-05-13 09:31");
        let home = laptop.home();
        std::fs::create_dir_all(home.join("stick/bar")).expect("a folder");
        std::fs::write(home.join("badges.csv"), "Code\nAB-1\n").expect("a list");
        // A certificate for a public name, as one would come from elsewhere.
        let (made, said) =
            laptop.ends("demitasse tls init --data pem --name bar.example.com").await;
        assert!(made.success(), "{said}");
        let (copied, said) = laptop
            .ends("cp pem/tls/server.crt fullchain.pem && cp pem/tls/server.key privkey.pem")
            .await;
        assert!(copied.success(), "{said}");
        laptop.serves("demitasse serve").await;
        for line in ["demitasse staff open", "demitasse backup --to stick/tonight.db"] {
            let (ended, said) = laptop.ends(line).await;
            assert!(ended.success(), "{line}: {said}");
        }
        Staff { manager: laptop.manager() }.barista("Ana").await;
        Self { document: document.to_owned(), laptop }
    }

    async fn types(&mut self, command: &str) {
        if ELSEWHERE.iter().any(|(start, _)| command.starts_with(start)) {
            return;
        }
        let program = command.split(' ').next().unwrap_or_default();
        let line = match program {
            "demitasse" if command.starts_with("demitasse serve") => {
                return self.serve(command).await;
            }
            // They go on until somebody closes them, on a screen: the words are tried here, and the
            // programs in tests of their own.
            "demitasse-barista" | "demitasse-kiosk" => format!("{command} --help"),
            // Nobody sits here to say yes.
            "demitasse" if is_for_a_closed_bar(command) && !command.contains("--yes") => {
                format!("{} --yes", self.on_this_laptop(command))
            }
            "demitasse" | "curl" => self.on_this_laptop(command),
            _ => panic!("{}: nobody has decided where {command:?} is tried", self.document),
        };
        if is_for_a_closed_bar(command) && self.laptop.is_serving() {
            self.laptop.pull_the_plug().await;
        }
        let (ended, said) = self.laptop.ends(&line).await;
        // The documents' address is not this laptop's, and the doctor says so by its exit code.
        let is_red = command == "demitasse doctor" && ended.code() == Some(1);
        assert!(ended.success() || is_red, "{}: {command}\n{said}", self.document);
        if is_for_a_closed_bar(command) {
            self.laptop.serves("demitasse serve").await;
        }
    }

    async fn serve(&mut self, command: &str) {
        if self.laptop.is_serving() {
            self.laptop.pull_the_plug().await;
        }
        let line = self.on_this_laptop(command);
        let said = self.laptop.serves(&line).await;
        assert!(said.starts_with("Serving at"), "{}: {command}\n{said}", self.document);
    }

    /// A command with this laptop's addresses and folders in place of the document's.
    fn on_this_laptop(&self, command: &str) -> String {
        let line = command.replace("/media/stick", "stick").replace("--listen 127.0.0.1:8080", "");
        if !line.starts_with("curl ") {
            return line;
        }
        line.replace("http://192.168.1.7:8080", self.laptop.manager().base())
    }
}

/// Whether a command is for a bar whose server does not run, as its document says beside it.
fn is_for_a_closed_bar(command: &str) -> bool {
    ["restore", "wipe"].iter().any(|word| command.starts_with(&format!("demitasse {word}")))
}
