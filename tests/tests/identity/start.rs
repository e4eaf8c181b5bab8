//! A bar that could not sign anybody in does not open, and says what it needs.

use demitasse_tests::run;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_named() {
    let data = tempfile::tempdir().expect("a folder");
    let path = data.path().to_str().expect("a path in letters");
    let empty = data.path().join("empty.csv");
    std::fs::write(&empty, "\n").expect("written");
    let empty = empty.to_str().expect("a path in letters");
    for (args, status, words) in [
        (&["--sign-in", "email"][..], 1, "--smtp"),
        (&["--sign-in", "email"], 1, "--code-command"),
        (&["--sign-in", "sms"], 1, "--sms-preset"),
        (&["--sign-in", "sms", "--sms-preset", "twilio"], 1, "--sms-user"),
        (&["--sign-in", "sms", "--sms-preset", "pigeon"], 2, "twilio"),
        (&["--sign-in", "email", "--smtp", "mail.example.org"], 1, "--mail-from"),
        (
            &["--sign-in", "email", "--smtp", "mail.example.org", "--smtp-tls", "maybe"],
            2,
            "starttls",
        ),
        (&["--sign-in", "email", "--code-command", ""], 1, "program"),
        (&["--sign-in", "email", "--code-command", "/nowhere/sendmail"], 1, "/nowhere/sendmail"),
        (&["--sign-in", "badge"], 1, "--badges"),
        (&["--sign-in", "badge", "--badges", empty], 1, "--badges"),
        (&["--sign-in", "badge", "--badges", "/nowhere/list.csv"], 1, "/nowhere/list.csv"),
        (&["--sign-in", "fax"], 2, "choose name, email, sms or badge"),
    ] {
        let serve = ["serve", "--listen", "127.0.0.1:0", "--data", path];
        let finished = run(serve.iter().chain(args)).await;
        assert_eq!(finished.status.code(), Some(status), "{args:?}: {finished:?}");
        assert!(finished.stderr.contains(words), "{args:?}: {}", finished.stderr);
    }
}
