//! What is asked, what Enter takes, and what is asked again.

use super::*;

const LISTEN: &str = "127.0.0.1:8080";

/// What the answers come to, and what was said meanwhile.
fn asked(answers: &str, config: &mut Config) -> (Result<Vec<Change>, SetupError>, String) {
    let mut said = Vec::new();
    let mut talk = Talk::new(answers.as_bytes(), &mut said);
    let listen = LISTEN.parse().expect("an address");
    let changes = ask_all(&mut talk, config, listen, Path::new("/bar.toml"));
    (changes, String::from_utf8(said).expect("text"))
}

fn value(changes: &[Change], key: &str) -> Option<Vec<String>> {
    changes.iter().find(|change| change.key == key).expect("it was asked").values.clone()
}

fn one(word: &str) -> Vec<String> {
    vec![word.to_owned()]
}

#[test]
fn enter_takes_what_stands_in_brackets() {
    let mut config = Config { zone: Some("Europe/Lisbon".to_owned()), ..Config::default() };
    config.monitors.languages = vec!["de".to_owned(), "en".to_owned()];
    let (changes, said) = asked(&"\n".repeat(7), &mut config);
    let changes = changes.expect("all of it is good");
    assert!(said.contains("[Demitasse] > ") && said.contains("[de,en] > "), "{said}");
    assert_eq!(value(&changes, "venue"), Some(one("Demitasse")));
    assert_eq!(value(&changes, "public_url"), None);
    assert_eq!(value(&changes, "zone"), Some(one("Europe/Lisbon")));
    assert_eq!(value(&changes, "languages"), Some(vec!["de".to_owned(), "en".to_owned()]));
    assert_eq!(value(&changes, "sign_in"), Some(one("name")));
    assert_eq!(value(&changes, "wifi"), None);
}

#[test]
fn what_will_not_do_is_asked_again_in_the_flags_own_words() {
    let answers = "The Cup\nbar.example\nhttp://bar.example\nMars/Base\nEurope/Lisbon\ntlh\nfr\n\
                   fax\n1\nGuests\n\n";
    let mut config = Config::default();
    let (changes, said) = asked(answers, &mut config);
    let changes = changes.expect("in the end all of it is good");
    for words in [
        "no address for phones",
        "Did you mean http://bar.example:8080?",
        "no time zone",
        "do not speak \"tlh\"",
        "badge",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert_eq!(value(&changes, "public_url"), Some(one("http://bar.example")));
    assert_eq!(value(&changes, "zone"), Some(one("Europe/Lisbon")));
    assert_eq!(value(&changes, "languages"), Some(one("fr")));
    assert_eq!(value(&changes, "sign_in"), Some(one("name")));
    assert_eq!(value(&changes, "wifi"), Some(one("Guests")));
}

#[test]
fn a_sign_in_that_needs_more_asks_for_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("badges.csv");
    std::fs::write(&list, "AB-1\n").expect("a file");
    let path = list.display().to_string();
    let answers = format!("\n\n\n\nbadge\n/nowhere.csv\n{path}\n\n\n");
    let (changes, said) = asked(&answers, &mut Config::default());
    assert!(said.contains("/nowhere.csv"), "{said}");
    assert_eq!(value(&changes.expect("the list is there"), "badges"), Some(one(&path)));
}

#[test]
fn a_wifi_can_be_taken_back() {
    let mut config = Config::default();
    config.monitors.wifi = Some("Guests".to_owned());
    let (changes, said) = asked("\n\n\n\n\n-\n\n", &mut config);
    assert!(said.contains("[Guests] > "), "{said}");
    assert_eq!(value(&changes.expect("all of it is good"), "wifi"), None);
}

#[test]
fn whoever_leaves_has_decided_nothing() {
    let (changes, _) = asked("The Cup\n", &mut Config::default());
    assert!(matches!(changes, Err(SetupError::Left)));
}

#[test]
fn a_mail_server_is_asked_for_with_all_that_it_needs() {
    let answers = "\n\n\n\nemail\nftp://mail.example.org\nsmtps://mail.example.org\n\
                   bar@example.org\ns3cret\n\n\n\n";
    let (changes, said) = asked(answers, &mut Config::default());
    let changes = changes.expect("all that it needs is there");
    assert!(said.contains("0600") && !said.contains("s3cret"), "{said}");
    assert_eq!(value(&changes, "sign_in"), Some(one("email")));
    assert_eq!(value(&changes, "smtp"), Some(one("smtps://mail.example.org")));
    assert_eq!(value(&changes, "smtp_user"), Some(one("bar@example.org")));
    assert_eq!(value(&changes, "smtp_password"), Some(one("s3cret")));
    assert_eq!(value(&changes, "mail_from"), Some(one("bar@example.org")));
}

#[test]
fn no_mail_server_means_a_program() {
    let (changes, said) = asked("\n\n\n\nemail\n\nsh\n\n\n", &mut Config::default());
    let changes = changes.expect("a program is enough");
    assert!(said.contains("Which program"), "{said}");
    assert_eq!(value(&changes, "code_command"), Some(one("sh")));
    assert_eq!(value(&changes, "smtp"), None);
}

#[test]
fn a_gateway_is_asked_for_with_all_that_it_needs() {
    let answers = "\n\n\n\nsms\nfax\ntwilio\nAC1\ns3cret\nBar\n\n\n";
    let (changes, said) = asked(answers, &mut Config::default());
    let changes = changes.expect("all that it needs is there");
    assert!(said.contains("Choose one of these.") && !said.contains("s3cret"), "{said}");
    for (key, word) in
        [("sms_preset", "twilio"), ("sms_user", "AC1"), ("sms_key", "s3cret"), ("sms_from", "Bar")]
    {
        assert_eq!(value(&changes, key), Some(one(word)), "{key}");
    }
}

#[test]
fn whoever_cannot_answer_chooses_another_way_to_sign_in() {
    for stuck in ["email\n\n\n", "sms\n\n", "sms\ntwilio\n-\n", "badge\n\n"] {
        let mut config = Config::default();
        let (changes, said) = asked(&format!("\n\n\n\n{stuck}name\n\n\n"), &mut config);
        let changes = changes.expect("a name needs nothing more");
        assert_eq!(said.matches("By what do guests sign in?").count(), 2, "{said}");
        assert_eq!(value(&changes, "sign_in"), Some(one("name")));
        let is_about_codes = |change: &Change| {
            ["smtp", "sms_preset", "code_command", "badges"].contains(&change.key.as_str())
        };
        assert!(!changes.iter().any(is_about_codes), "{changes:?}");
        assert!(config.sms.sms_preset.is_none() && config.badges.is_none(), "{stuck:?}");
    }
}
