//! What crosses the wire before a guest can choose: one answer that fits into what a server may
//! send before it hears back, and nothing that it waits for.

use std::collections::BTreeSet;
use std::net::SocketAddr;

use demitasse_tests::{OpenBar, fetch};

/// Ten segments of 1,460 bytes: TCP's first flight (RFC 6928).
const FIRST_FLIGHT: usize = 14_600;

/// Heads included.
const ALL_SCRIPTS: usize = 7_400;

const GZIP: &str = "Accept-Encoding: gzip";

const LANGUAGES: [&str; 10] = ["en", "es", "fr", "de", "pt", "it", "ja", "zh", "ko", "ar"];

#[tokio::test(flavor = "multi_thread")]
async fn the_page_behind_the_code_fits_into_the_first_flight_in_every_language() {
    let bar = OpenBar::with_drinks(10).await;
    let (server, path) = code(&bar).await;
    let mut too_big = Vec::new();
    for language in LANGUAGES {
        let language = format!("Accept-Language: {language}");
        let page = fetch(server, &path, &[GZIP, &language]).await;
        assert!(page.head.starts_with("HTTP/1.1 200 "), "{}", page.head);
        assert!(page.has("content-encoding: gzip"), "{}", page.head);
        println!("{language}: {} bytes, {} of them head", page.bytes, page.head.len());
        if page.bytes > FIRST_FLIGHT {
            too_big.push(format!("{language}: {} bytes", page.bytes));
        }
        let plain = fetch(server, &path, &[&language]).await;
        assert_eq!(blocking(plain.text()), Vec::<&str>::new(), "{language}");
    }
    assert!(too_big.is_empty(), "{too_big:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn all_scripts_together_are_small() {
    let bar = OpenBar::with_drinks(10).await;
    let (server, path) = code(&bar).await;
    let mut scripts = BTreeSet::new();
    let mut new = scripts_of(fetch(server, &path, &[]).await.text(), &path);
    while let Some(script) = new.pop() {
        if scripts.insert(script.clone()) {
            let text = fetch(server, &script, &[]).await;
            new.extend(scripts_of(text.text(), &script));
        }
    }
    let mut sum = 0;
    for script in &scripts {
        let answer = fetch(server, script, &[GZIP]).await;
        println!("{script}: {} bytes", answer.bytes);
        sum += answer.bytes;
    }
    println!("{} scripts, {sum} bytes", scripts.len());
    assert!(!scripts.is_empty(), "the page has a script");
    assert!(sum <= ALL_SCRIPTS, "{sum} bytes of scripts");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_travels_light_and_a_page_says_by_which_policy_it_lives() {
    let bar = OpenBar::with_drinks(10).await;
    let (server, path) = code(&bar).await;
    let page = fetch(server, &path, &[GZIP]).await;
    let part = fetch(server, &path, &[GZIP, "Demitasse-Part: main"]).await;
    for answer in [&page, &part] {
        assert!(answer.has("content-encoding: gzip"), "{}", answer.head);
        assert!(answer.has(&format!("content-length: {}", answer.body.len())), "{}", answer.head);
        assert!(answer.has("x-content-type-options: nosniff"), "{}", answer.head);
    }
    let policy = "content-security-policy: default-src 'none';";
    assert!(page.head.contains(policy) && page.has("cache-control: private, no-cache"));
    assert!(page.has("vary: accept-encoding") && !part.head.contains("vary"), "{}", part.head);
    assert!(!part.head.contains(policy) && part.has("cache-control: no-store"), "{}", part.head);
    println!("a page's head has {} bytes, a part's {}", page.head.len(), part.head.len());
    assert!(part.head.len() <= 250, "{}", part.head);
}

/// Where phones find the code that is on show.
async fn code(bar: &OpenBar) -> (SocketAddr, String) {
    let server = bar.staff().manager.base().trim_start_matches("http://");
    let code = bar.staff().window().await.code;
    (server.parse().expect("an address"), format!("/q/{code}"))
}

/// The tags of a page that a browser waits for before it shows anything.
fn blocking(page: &str) -> Vec<&str> {
    let waits = |tag: &&str| match () {
        () if tag.starts_with("<link") => tag.contains("stylesheet"),
        () if tag.starts_with("<script") => {
            !["type=\"module\"", " defer", " async"].iter().any(|later| tag.contains(later))
        }
        () => false,
    };
    assert!(!page.contains("@import"), "a style sheet waits for another");
    tags(page).filter(waits).collect()
}

fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices('<').map(|(at, _)| {
        let end = page[at..].find('>').map_or(page.len(), |length| at + length + 1);
        &page[at..end]
    })
}

/// The scripts that a page or a script names: by `src`, `href` of a preload, or `import`.
fn scripts_of(text: &str, from: &str) -> Vec<String> {
    let quoted = text.split(['"', '\'', '`']);
    let scripts = quoted.filter(|word| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "./-_".contains(c);
        word.strip_suffix(".js").is_some_and(|name| name.chars().all(plain))
    });
    scripts.map(|word| resolved(word, from)).collect()
}

/// A path as it is meant in a file: from the root, or beside the file.
fn resolved(path: &str, from: &str) -> String {
    match path.strip_prefix("./") {
        Some(beside) => {
            let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
            format!("{folder}/{beside}")
        }
        None => path.to_owned(),
    }
}
