//! A day at a bar in which every kind of secret is used as it is meant to be, and misused.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use demitasse_shared::api::{Role, route};
use demitasse_shared::client::{LocalServer, provide_tls};
use demitasse_tests::{Staff, flat_white, run, within};
use reqwest::header::{AUTHORIZATION, COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::loud::Loud;

pub(crate) const EMAIL: &str = "zebulonia@mail.example";
pub(crate) const PHONE: &str = "+351912345678";
pub(crate) const NAME: &str = "Xanthippe";
pub(crate) const NOTE: &str = "extra hot for Wendeline";
pub(crate) const BADGE: &str = "BADGE-7F3K9Q";
pub(crate) const WIFI: &str = "wifi-pass-4711";
pub(crate) const SMTP: &str = "smtp-pass-0815";
pub(crate) const GATEWAY: &str = "gateway-key-2342";
pub(crate) const ENTRY: &str = "entry-key-1789";

/// Nobody listens at this port: a message that is sent there fails, and the log says why.
const NOBODY: &str = "127.0.0.1:9";

/// Keeps the last message that it was given.
const POST: &str = "cat > \"$1/message\"";

/// The day, as far as it has come.
#[derive(Debug)]
pub(crate) struct Day {
    bar: TempDir,
    outside: TempDir,
    /// The secrets, by what they are.
    pub(crate) secrets: BTreeMap<&'static str, String>,
    /// What was read, by where.
    pub(crate) places: BTreeMap<&'static str, Vec<u8>>,
}

/// An answer.
struct Answer {
    status: u16,
    cookies: BTreeMap<String, String>,
    text: String,
}

impl Answer {
    #[track_caller]
    fn json(&self) -> Value {
        assert!(self.status < 300, "{}: {}", self.status, self.text);
        serde_json::from_str(&self.text).expect("JSON")
    }
}

impl Day {
    /// Lives the whole day.
    pub(crate) async fn live() -> Self {
        let folder = || tempfile::tempdir().expect("a folder");
        let fixed = [
            ("e-mail address", EMAIL),
            ("telephone number", &PHONE[1..]),
            ("name", NAME),
            ("note", NOTE),
            ("badge", BADGE),
            ("Wi-Fi password", WIFI),
            ("mail server's password", SMTP),
            ("gateway's key", GATEWAY),
            ("walk-up entry's key", ENTRY),
        ];
        let secrets = fixed.map(|(what, secret)| (what, secret.to_owned())).into();
        let mut day = Self { bar: folder(), outside: folder(), secrets, places: BTreeMap::new() };
        day.by_mail().await;
        day.by_name().await;
        day.by_badge().await;
        day.with_broken_senders().await;
        day.copy("backups").await;
        day.places.insert("log", fs::read(day.log()).expect("it has said something"));
        day.wipe().await;
        day
    }

    /// The bar's folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.bar.path().join("bar")
    }

    fn log(&self) -> PathBuf {
        self.outside.path().join("log")
    }

    async fn serve(&self, more: &[&str]) -> Loud {
        let bar = Loud::serve(&self.data(), &self.log(), more).await;
        bar.staff.open().await;
        bar
    }

    /// The morning: guests prove an address, staff are paired, and everything is tried twice.
    async fn by_mail(&mut self) {
        let outside = self.outside.path().to_str().expect("letters").to_owned();
        fs::write(self.outside.path().join("post.sh"), POST).expect("room");
        let command = format!("sh '{outside}/post.sh' '{outside}'");
        let wifi = ["--wifi", "Guests", "--wifi-password", WIFI, "--wifi-code"];
        let sender = ["--sign-in", "email", "--code-command", &command];
        let bar = self.serve(&[&wifi[..], &sender[..]].concat()).await;
        let session = self.proves_an_address(&bar.staff).await;
        self.orders(&bar.staff, &session).await;
        self.is_paired(&bar.staff).await;
        let local = LocalServer::read(&self.data()).expect("it runs").token;
        self.secrets.insert("local token", local);
        for path in [route::JOURNAL, route::REPORT, route::DEVICES, route::DOCTOR, "/metrics"] {
            let asked = self.ask(&bar.staff, Method::GET, path, &Value::Null, Some("local token"));
            let text = asked.await.text;
            let place = if path == route::JOURNAL { "journal" } else { "figures" };
            self.places.entry(place).or_default().extend(text.bytes());
        }
        self.close(bar).await;
    }

    /// An address and its one-time code; answers with the session's cookie.
    async fn proves_an_address(&mut self, staff: &Staff) -> String {
        let asked = self.post(staff, route::SESSION, &json!({ "email": EMAIL }), None).await;
        let (name, pending) = asked.cookies.into_iter().next().expect("who waits for a code");
        let cookie = format!("{name}={pending}");
        self.secrets.insert("waiting cookie", pending);
        let letter = fs::read_to_string(self.outside.path().join("message")).expect("it came");
        let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
        let mut words = letter.split(|c: char| !c.is_ascii_alphanumeric());
        let code = words.find(is_code).expect("a code").to_owned();
        let wrong = if code == "271828" { "314159" } else { "271828" };
        for typed in [wrong, &code, &code] {
            let body = json!({ "code": typed });
            let verified = self.post(staff, route::SESSION_VERIFY, &body, Some(&cookie)).await;
            if let Some(session) = verified.cookies.get("demitasse_session") {
                self.secrets.insert("session cookie", session.clone());
            }
        }
        self.secrets.insert("one-time code", code);
        format!("demitasse_session={}", self.secrets["session cookie"])
    }

    /// An order with a note, its shared journey, and a walk-up order.
    async fn orders(&mut self, staff: &Staff, session: &str) {
        let code = staff.window().await.code;
        let scan = json!({ "code": code });
        let place = self.post(staff, route::RESERVATIONS, &scan, Some(session)).await.json();
        let order = format!("{}/{}", route::ORDERS, place["order"]["id"]);
        let drink = json!({ "drink": "flat-white", "options": ["oat"], "note": NOTE });
        let cookie = Some(session);
        let path = format!("{order}/drink");
        self.ask(staff, Method::PUT, &path, &drink, cookie).await.json();
        let path = format!("{order}/journey");
        let journey = self.ask(staff, Method::GET, &path, &Value::Null, cookie).await.json();
        let share = journey["share"].as_str().expect("it can be shared").to_owned();
        self.ask(staff, Method::GET, &share, &Value::Null, None).await;
        let word = share.trim_start_matches("/j/").to_owned();
        let wrong = json!({ "code": &code[1..], "session": session });
        self.post(staff, route::RESERVATIONS, &wrong, cookie).await;
        self.ask(staff, Method::GET, &order, &Value::Null, Some(&session[1..])).await;
        staff.manager.walk_up(&flat_white(), ENTRY).await.expect("there is room");
        self.secrets.extend([("window code", code), ("word of a shared journey", word)]);
    }

    /// Codes that are used twice or never, and a token that outlives its device's welcome.
    async fn is_paired(&mut self, staff: &Staff) {
        let unused = staff.code("Ines").await;
        let used = staff.code_for(Role::Display, "Wall").await;
        let claim = json!({ "code": used, "device": "Wall" });
        let claimed = self.post(staff, route::PAIRINGS_CLAIM, &claim, None).await.json();
        self.post(staff, route::PAIRINGS_CLAIM, &claim, None).await;
        let token = claimed["token"].as_str().expect("a token").to_owned();
        self.secrets.insert("device token", token);
        let get = Method::GET;
        let venue = self.ask(staff, get, route::VENUE, &Value::Null, Some("device token")).await;
        assert!(venue.text.contains(WIFI), "a paired monitor shows how to join: {}", venue.text);
        let tablet = staff.code("Rui").await;
        let form = json!({ "code": tablet });
        let paired = self.post(staff, "/barista", &form, Some("form")).await;
        let cookie = paired.cookies.get("demitasse_tablet").expect("it is paired").clone();
        let wall = staff.manager.devices().await.expect("a manager may");
        let wall = wall.iter().find(|device| device.name == "Wall").expect("it is listed");
        staff.manager.revoke_device(wall.id).await.expect("a manager may");
        let refused =
            self.ask(staff, Method::GET, route::BOARD, &Value::Null, Some("device token"));
        assert_eq!(refused.await.status, 401);
        self.secrets.extend([
            ("unused pairing code", unused),
            ("used pairing code", used),
            ("tablet cookie", cookie),
        ]);
    }

    async fn by_name(&mut self) {
        let bar = self.serve(&[]).await;
        self.post(&bar.staff, route::SESSION, &json!({ "name": NAME }), None).await.json();
        self.close(bar).await;
    }

    async fn by_badge(&mut self) {
        let list = self.outside.path().join("badges.csv");
        fs::write(&list, format!("{BADGE}\nBADGE-000000\n")).expect("room");
        let list = list.to_str().expect("letters");
        let bar = self.serve(&["--sign-in", "badge", "--badges", list]).await;
        for badge in [BADGE, "BADGE-7F3K9R"] {
            self.post(&bar.staff, route::SESSION, &json!({ "badge": badge }), None).await;
        }
        self.close(bar).await;
    }

    /// A mail server and a gateway that nobody reaches: what fails is logged, what is secret is not.
    async fn with_broken_senders(&mut self) {
        let mail = [
            ["--sign-in", "email"],
            ["--smtp", NOBODY],
            ["--smtp-tls", "starttls"],
            ["--smtp-user", "bar"],
            ["--smtp-password", SMTP],
            ["--mail-from", "bar@mail.example"],
        ];
        let url = format!("http://{NOBODY}/messages");
        let sms = [
            ["--sign-in", "sms"],
            ["--sms-preset", "twilio"],
            ["--sms-url", &url],
            ["--sms-user", "AC1"],
            ["--sms-key", GATEWAY],
            ["--sms-from", "Bar"],
        ];
        for (flags, to) in [(mail, json!({ "email": EMAIL })), (sms, json!({ "phone": PHONE }))] {
            let bar = self.serve(flags.as_flattened()).await;
            let unsent = self.post(&bar.staff, route::SESSION, &to, None).await;
            assert_eq!(unsent.status, 503, "{}", unsent.text);
            self.close(bar).await;
        }
    }

    /// Pulls the plug, and reads what lies in the bar's folder: the log with all its pages, too.
    async fn close(&mut self, bar: Loud) {
        let word = demitasse_shared::client::local_server_file(&self.data());
        let own = fs::read(&word).expect("a running server leaves word of itself");
        bar.kill().await;
        let files = crate::modes::below(&self.data()).into_iter().filter(|path| *path != word);
        let data: Vec<u8> = files.filter_map(|path| fs::read(path).ok()).flatten().collect();
        self.places.entry("data").or_default().extend(data);
        self.places.entry("word of the server").or_default().extend(own);
    }

    /// A backup, as it lies on the stick.
    async fn copy(&mut self, place: &'static str) {
        let (data, to) = (self.data(), self.outside.path().join(format!("{place}.db")));
        let [data, to] = [&data, &to].map(|path| path.to_str().expect("letters"));
        let made = run(["backup", "--data", data, "--to", to]).await;
        assert!(made.status.success(), "{made:?}");
        self.places.insert(place, fs::read(to).expect("it is there"));
    }

    /// Wipes, and reads all again.
    async fn wipe(&mut self) {
        let data = self.data();
        let wiped = run(["wipe", "--yes", "--backups", "--data", data.to_str().expect("letters")]);
        let wiped = wiped.await;
        assert!(wiped.status.success(), "{wiped:?}");
        self.copy("wiped").await;
        let files = crate::modes::below(&data).into_iter().filter_map(|path| fs::read(path).ok());
        self.places.entry("wiped").or_default().extend(files.flatten());
    }

    async fn post(&mut self, staff: &Staff, path: &str, body: &Value, who: Option<&str>) -> Answer {
        self.ask(staff, Method::POST, path, body, who).await
    }

    /// Asks as somebody: a cookie, or one of the day's tokens by its name. What is refused is kept.
    async fn ask(
        &mut self,
        staff: &Staff,
        method: Method,
        path: &str,
        body: &Value,
        who: Option<&str>,
    ) -> Answer {
        let url = format!("{}{path}", staff.manager.base());
        // A redirect's own answer sets the cookies.
        provide_tls();
        let http = Client::builder().redirect(Policy::none()).build().expect("a client");
        let mut request = http.request(method, url);
        match who {
            Some("form") => {
                request = request.header("content-type", "application/x-www-form-urlencoded");
                let code = body["code"].as_str().expect("a code");
                request = request.body(format!("code={code}"));
            }
            Some(token) if self.secrets.contains_key(token) => {
                request = request.header(AUTHORIZATION, format!("Bearer {}", self.secrets[token]));
            }
            Some(cookie) => request = request.header(COOKIE, cookie),
            None => {}
        }
        if !body.is_null() && who != Some("form") {
            request = request.json(body);
        }
        let answer = within("an answer", request.send()).await.expect("an answer");
        let status = answer.status().as_u16();
        let set = answer.headers().get_all(SET_COOKIE).iter();
        let cookies = set.filter_map(|cookie| {
            let pair = cookie.to_str().ok()?.split(';').next()?.split_once('=')?;
            Some((pair.0.to_owned(), pair.1.to_owned()))
        });
        let cookies = cookies.collect();
        let text = answer.text().await.expect("it can be read");
        if status >= 400 {
            self.places.entry("refusals").or_default().extend(text.bytes());
        }
        Answer { status, cookies, text }
    }
}

/// Whether a secret stands in what was read.
pub(crate) fn stands_in(bytes: &[u8], secret: &str) -> bool {
    let is_digits = secret.bytes().all(|byte| byte.is_ascii_digit());
    // Six digits may stand in any moment's fraction by chance; a code stands for itself.
    let part_of_a_number = |at: Option<&u8>| at.is_some_and(|b| b.is_ascii_digit() || *b == b'.');
    bytes.windows(secret.len()).enumerate().any(|(from, at)| {
        let beside = [from.checked_sub(1), Some(from + secret.len())];
        at.eq_ignore_ascii_case(secret.as_bytes())
            && !(is_digits && beside.iter().flatten().any(|at| part_of_a_number(bytes.get(*at))))
    })
}
