//! One-time codes by a real mail server: private lines, logins, and everything that goes wrong.

use demitasse::config::MailFlags;
use demitasse::sender::Tls;
use demitasse_shared::client::ClientError;
use demitasse_tests::{Bar, Server, stranger, within};
use reqwest::header::ACCEPT_LANGUAGE;
use tokio::net::TcpListener;

use crate::browser::Browser;
use crate::mail_server::{MailServer, PASSWORD, USER, venue};

const NOON: &str = "2022-10-14T12:51:00Z";

#[tokio::test(flavor = "multi_thread")]
async fn a_code_travels_over_a_private_line_after_a_login() {
    for tls in [Tls::Starttls, Tls::Tls] {
        let post = MailServer::start(tls).await;
        let bar = Bar::of_venue(NOON, venue(post.flags())).await;
        let mut ana = Browser::at(&bar);
        ana.ask_code("Ana@example.org").await.granted();
        let letter = post.last();
        assert!(letter.private && letter.logged_in, "{letter:?}");
        assert_eq!(
            (letter.to[0].as_str(), &*letter.header_to),
            ("Ana@example.org", "Ana@example.org")
        );
        assert_eq!(letter.from, "The test's bar <bar@example.org>");
        assert_eq!(letter.subject, "Your code for The test's bar");
        assert_eq!(letter.date, "Fri, 14 Oct 2022 12:51:00 +0000");
        assert!(letter.id.ends_with("@example.org>"), "{letter:?}");
        ana.verify(letter.code()).await.granted();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_of_the_venues_own_network_may_do_without() {
    let post = MailServer::open().await;
    let bar = Bar::of_venue(NOON, venue(post.flags())).await;
    let mut jose = Browser::at(&bar);
    jose.ask_code("josé@example.org").await.granted();
    let letter = post.last();
    assert!(!letter.private && !letter.logged_in, "{letter:?}");
    assert_eq!(letter.to, ["josé@example.org"]);
    jose.verify(letter.code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn many_who_ask_at_once_all_get_their_own_letter() {
    let post = MailServer::start(Tls::Starttls).await;
    let bar = Bar::of_venue(NOON, venue(post.flags())).await;
    let asking = (0..20).map(|number| {
        let mut phone = Browser::at(&bar);
        tokio::spawn(async move {
            phone.ask_code(&format!("guest{number}@example.org")).await.granted();
            (number, phone)
        })
    });
    let asking: Vec<_> = asking.collect();
    for asked in asking {
        let (number, mut phone) = asked.await.expect("no panic");
        let to = format!("guest{number}@example.org");
        let letters = post.letters();
        let letter = letters.iter().find(|letter| letter.to[0] == to).expect("it came");
        phone.verify(letter.code()).await.granted();
    }
}

/// What a manager reads whose test did not arrive.
async fn told(bar: &Bar, to: &str) -> String {
    match bar.staff.manager.send_test(to).await {
        Err(ClientError::Refused(problem)) => {
            assert_eq!(problem.status, 503, "{problem:?}");
            problem.detail
        }
        other => panic!("{to}: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_the_server_is_told_with_what_to_do() {
    let post = MailServer::start(Tls::Starttls).await;
    let implicit = MailServer::start(Tls::Tls).await;
    let open = MailServer::open().await;
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let nowhere = closed.local_addr().expect("it has one").port();
    drop(closed);
    let right = post.flags();
    let password = |word: &str| Some(word.to_owned().into());
    let at = |address: String| MailFlags { smtp: Some(address), ..right.clone() };
    let stranger =
        MailFlags { mail_from: Some("stranger@example.org".to_owned()), ..right.clone() };
    for (flags, words) in [
        (MailFlags { smtp_password: password("wrong"), ..right.clone() }, "--smtp-password"),
        (MailFlags { smtp_user: None, smtp_password: None, ..right.clone() }, "--smtp-user"),
        (MailFlags { sender_authority: None, ..right.clone() }, "--sender-authority"),
        (
            MailFlags { sender_authority: Some(open.authority()), ..right.clone() },
            "--sender-authority",
        ),
        (at(format!("smtp://127.0.0.1:{}", post.port())), "name that stands in its certificate"),
        (at(open.address()), "no STARTTLS"),
        (at(format!("smtps://localhost:{}", open.port())), "cannot be trusted"),
        (at(format!("smtp://localhost:{}", implicit.port())), "or smtps://"),
        (at(format!("smtp://localhost:{nowhere}")), "cannot be reached"),
        (stranger, "--mail-from"),
    ] {
        let bar = Bar::of_venue(NOON, venue(flags.clone())).await;
        let said = told(&bar, "ana@example.org").await;
        assert!(said.contains(words), "{words:?} in {said:?}");
        assert!(!said.contains("ana@") && !said.contains(PASSWORD), "{said}");
        let no = Browser::at(&bar).ask_code("ana@example.org").await.refused(503, "unavailable");
        assert!(!no.text("detail").contains("server"), "that is no guest's affair: {}", no.body);
    }
    assert!([&post, &implicit, &open].into_iter().all(|post| post.letters().is_empty()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_that_is_not_taken_costs_the_guest_nothing() {
    let post = MailServer::start(Tls::Starttls).await;
    let bar = Bar::of_venue(NOON, venue(post.flags())).await;
    let mut ana = Browser::at(&bar);
    for (to, words) in [
        ("later@example.org", "does not take the e-mail now (451 4.7.1 (the address)"),
        ("elsewhere@example.org", "relay access denied"),
        ("die@example.org", "broke"),
        ("hang@example.org", "10 seconds"),
    ] {
        let said = told(&bar, to).await;
        assert!(said.contains(words) && !said.contains(to), "{words:?} in {said:?}");
        let no = ana.ask_code(to).await.refused(503, "unavailable");
        assert!(no.text("detail").contains("Try again"), "{}", no.body);
    }
    // That one is the guest's to put right, at once.
    for _ in 0..6 {
        let no = ana.ask_code("nobody@example.org").await.refused(400, "invalid_request");
        assert!(no.text("detail").contains("Have a look at it"), "{}", no.body);
    }
    ana.ask_code("ana@example.org").await.granted();
    ana.verify(post.last().code()).await.granted();
    assert_eq!(post.letters().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_whose_answer_was_lost_counts_and_its_code_is_good() {
    let post = MailServer::start(Tls::Starttls).await;
    let bar = Bar::of_venue(NOON, venue(post.flags())).await;
    assert!(told(&bar, "lost@example.org").await.contains("may still arrive"));
    let mut ana = Browser::at(&bar);
    ana.ask_code("lost@example.org").await.granted();
    ana.ask_code("lost@example.org").await.refused(429, "too_many_tries");
    assert_eq!(post.letters().len(), 2);
    ana.verify(post.last().code()).await.granted();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_arrives_and_counts_for_nobody() {
    let post = MailServer::start(Tls::Tls).await;
    let bar = Bar::of_venue(NOON, venue(post.flags())).await;
    for _ in 0..6 {
        bar.staff.manager.send_test("ana@example.org").await.expect("it arrives");
    }
    assert_eq!(post.last().subject, "A test from The test's bar");
    Browser::at(&bar).ask_code("ana@example.org").await.granted();
    let named = Bar::at(NOON).await;
    let no = named.staff.manager.send_test("ana@example.org").await.expect_err("nothing is sent");
    assert!(no.to_string().contains("first name"), "{no}");
}

/// A phone without scripts: forms and redirects, cookies of its own.
async fn sign_in_by_forms(server: &Server, language: &str, post: &MailServer) -> (String, String) {
    let base = format!("http://{}", server.address);
    let to = format!("guest-{language}@example.org");
    let mut cookies = Vec::new();
    let mut next =
        ("/sign-in".to_owned(), format!("address={}&next=/orders", to.replace('@', "%40")));
    for _ in 0..2 {
        let request = no_redirects()
            .post(format!("{base}{}", next.0))
            .header(ACCEPT_LANGUAGE, language)
            .header("cookie", cookies.join("; "))
            .header("content-type", "application/x-www-form-urlencoded")
            .body(next.1.clone());
        let answer = within("an answer", request.send()).await.expect("an answer");
        assert!(answer.status().is_redirection(), "{language} {next:?}: {answer:?}");
        let set = answer.headers().get_all("set-cookie").iter();
        let set = set.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        cookies.extend(set.map(str::to_owned));
        let to = answer.headers()["location"].to_str().expect("a page").to_owned();
        next = (to, format!("proof={}", post.last().code()));
    }
    let orders = stranger().get(format!("{base}{}", next.0)).header("cookie", cookies.join("; "));
    let page = within("the page", orders.send()).await.expect("it answers");
    assert_eq!(page.status(), 200, "{language}: {}", next.0);
    let letter = post.last();
    assert_eq!(letter.to, [to]);
    (letter.subject, letter.text)
}

fn no_redirects() -> reqwest::Client {
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none());
    client.build().expect("a client")
}

#[tokio::test(flavor = "multi_thread")]
async fn the_program_sends_letters_in_the_guests_language() {
    demitasse_shared::client::provide_tls();
    let post = MailServer::start(Tls::Starttls).await;
    let data = tempfile::tempdir().expect("a folder");
    let (address, authority) = (post.address(), post.authority());
    let server = Server::serve_with(
        data.path(),
        &[
            "--listen",
            "127.0.0.1:0",
            "--ssh",
            "127.0.0.1:0",
            "--venue",
            "Café Central",
            "--sign-in",
            "email",
            "--smtp",
            &address,
            "--smtp-user",
            USER,
            "--smtp-password",
            PASSWORD,
            "--sender-authority",
            authority.to_str().expect("a path in letters"),
        ],
    )
    .await;
    for (language, subject, words) in [
        ("en", "Your code for Café Central", "is your code for Café Central. It is good for five"),
        ("pt-PT", "O seu código para Café Central", "é o seu código para Café Central"),
        ("ar", "رمزك في", "هو رمزك في"),
        ("ja", "の確認コード", "5分間有効です"),
    ] {
        let (is_subject, text) = sign_in_by_forms(&server, language, &post).await;
        assert!(is_subject.contains(subject), "{language}: {is_subject}");
        assert!(text.contains(words), "{language}: {text}");
    }
    assert_eq!(post.last().from, "Café Central <bar@example.org>");
}
