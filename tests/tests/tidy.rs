//! The house's law, where no lint can hold it: arrows between rooms, clocks, colours, sizes.
//!
//! Each law names the file and line that breaks it.

use std::collections::BTreeMap;

use demitasse_tests::source::{self, code, files, is_test_file, line_of, lines_with, read};

/// Every package's sources.
const PACKAGES: [&str; 6] = ["server", "barista-tui", "display-kiosk", "shared", "tests", "xtask"];

fn rust_files() -> Vec<String> {
    PACKAGES.iter().flat_map(|package| files(package, &[".rs"])).collect()
}

/// Fails with all that breaks a law, one a line.
#[track_caller]
fn nobody(breaks: &str, who: &[String]) {
    assert!(who.is_empty(), "{breaks}:\n  {}", who.join("\n  "));
}

/// `FILE:LINE` of each place where one of the words stands, outside of the words' homes.
fn strays(paths: &[String], words: &[&str], homes: &[&str]) -> Vec<String> {
    let away = paths.iter().filter(|path| !homes.contains(&path.as_str()));
    let mut found = Vec::new();
    for path in away {
        let text = if is_test_file(path) { code(path) } else { source::program(path) };
        for word in words {
            let lines = lines_with(&text, word);
            found.extend(lines.iter().map(|line| format!("{path}:{line} has {word}")));
        }
    }
    found
}

mod arrows {
    use super::*;

    /// A room of a program, and the rooms that it may know. A room is a file or a folder of `src`.
    type Arrows = &'static [(&'static str, &'static [&'static str])];

    /// `http → app → domain → shared`; `app → storage → domain`; `app → live → shared`.
    const SERVER: Arrows = &[
        ("domain", &[]),
        ("clock", &[]),
        ("secret", &[]),
        ("sender", &[]),
        ("mdns", &["secret"]),
        ("tls", &[]),
        ("photo", &["domain"]),
        ("menu_file", &["domain"]),
        ("style", &[]),
        // Written from the figures alone; the rules say how zones are named in them.
        ("report", &["domain", "style"]),
        ("storage", &["clock", "domain", "secret"]),
        // The hub hears of changes as storage commits them.
        ("live", &["clock", "domain", "secret", "storage"]),
        ("app", &["clock", "domain", "live", "secret", "sender", "storage"]),
        // Hosted boards speak to the server as all boards do; only who may have one they ask here.
        ("boards", &["app", "secret", "storage"]),
        ("displays", &["app", "live", "storage"]),
        ("config", &["app", "menu_file", "sender", "tls"]),
        // It names what storage refuses, and looks at the certificate that the bar shows.
        ("doctor", &["app", "clock", "config", "storage", "tls"]),
        // What it hears of the writer it tells the service manager.
        ("service", &["RunError", "app", "storage"]),
        // From storage only what the use-cases hand through: their errors, guests and devices.
        // The route table mounts the guests' pages.
        (
            "http",
            &[
                "app", "boards", "displays", "doctor", "domain", "live", "secret", "storage",
                "tls", "web",
            ],
        ),
        // The pages ask who is there, and refuse, in http's one way.
        ("web", &["app", "displays", "domain", "http", "photo", "secret", "style"]),
        (
            "cli",
            &[
                "RunError",
                "app",
                "clock",
                "config",
                "doctor",
                "menu_file",
                "report",
                "run",
                "sender",
                "service",
                "storage",
                "tls",
            ],
        ),
    ];

    /// `update → model → shared::board`; `view → model, theme`. The session holds them together,
    /// the runtime hosts it.
    const BARISTA: Arrows = &[
        ("theme", &[]),
        ("frame", &[]),
        ("cli", &["model", "theme", "words"]),
        ("config", &["cli", "keymap", "words"]),
        ("log", &[]),
        ("words", &[]),
        ("keymap", &["words"]),
        ("msg", &["model"]),
        ("effect", &["model"]),
        ("model", &["effect", "keymap", "msg", "words"]),
        ("update", &["effect", "keymap", "model", "msg", "words"]),
        ("view", &["keymap", "model", "msg", "theme", "words"]),
        (
            "session",
            &["effect", "frame", "keymap", "model", "msg", "theme", "update", "view", "words"],
        ),
        ("terminal", &["session"]),
        ("runtime", &["config", "log", "session", "terminal", "theme"]),
    ];

    /// `app → model, paint`; `paint → theme`. What is shown is decided in shared.
    const KIOSK: Arrows = &[
        ("theme", &[]),
        ("qr", &["theme"]),
        ("sound", &[]),
        ("awake", &[]),
        ("keys", &[]),
        ("pointer", &[]),
        ("screens", &[]),
        ("windows", &[]),
        ("cli", &["screens", "sound", "theme"]),
        ("model", &[]),
        ("feed", &["model", "sound", "windows"]),
        ("paint", &["qr", "theme"]),
        ("panel", &["model", "paint", "theme"]),
        // The windows, put together of all the rest.
        (
            "app",
            &[
                "awake", "cli", "feed", "keys", "model", "paint", "pointer", "screens", "sound",
                "theme", "windows",
            ],
        ),
    ];

    #[test]
    fn point_one_way_in_the_server() {
        check("server", SERVER);
    }

    #[test]
    fn point_one_way_in_the_baristas_terminal() {
        check("barista-tui", BARISTA);
    }

    #[test]
    fn point_one_way_in_the_kiosk() {
        check("display-kiosk", KIOSK);
    }

    fn check(package: &str, arrows: Arrows) {
        let arrows: BTreeMap<_, _> = arrows.iter().copied().collect();
        let mut astray = Vec::new();
        for path in files(&format!("{package}/src"), &[".rs"]) {
            let room = room_of(package, &path);
            // They put the rooms together.
            if matches!(room.as_str(), "main" | "lib") {
                continue;
            }
            let Some(allowed) = arrows.get(room.as_str()) else {
                if !is_test_file(&path) {
                    astray.push(format!("{path} is in a room that no arrow is drawn for"));
                }
                continue;
            };
            for (line, target) in known_rooms(&source::program(&path)) {
                if target != room && !allowed.contains(&target.as_str()) {
                    astray.push(format!("{path}:{line}: {room} → {target}"));
                }
            }
        }
        nobody("an arrow points the wrong way", &astray);
    }

    fn room_of(package: &str, path: &str) -> String {
        let inside = path.trim_start_matches(package).trim_start_matches("/src/");
        let room = inside.split('/').next().unwrap_or(inside);
        room.trim_end_matches(".rs").to_owned()
    }

    /// Each `crate::ROOM` of a text, also those of a group: `crate::{a, b::c}`.
    fn known_rooms(text: &str) -> Vec<(usize, String)> {
        let mut rooms = Vec::new();
        for (at, word) in text.match_indices("crate::") {
            let after = &text[at + word.len()..];
            let line = line_of(text, at);
            match after.strip_prefix('{') {
                Some(group) => rooms.extend(members(group).into_iter().map(|room| (line, room))),
                None => rooms.push((line, identifier(after))),
            }
        }
        rooms
    }

    /// The first names of a group's members.
    fn members(group: &str) -> Vec<String> {
        let (mut depth, mut member, mut members) = (0_u32, String::new(), Vec::new());
        for c in group.chars() {
            match c {
                '}' if depth == 0 => break,
                ',' if depth == 0 => members.push(std::mem::take(&mut member)),
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => member.push(c),
                _ => {}
            }
        }
        members.push(member);
        members.iter().map(|member| identifier(member.trim())).filter(|m| !m.is_empty()).collect()
    }

    fn identifier(text: &str) -> String {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    }

    #[test]
    fn do_not_bind_tests() {
        for path in ["server/src/domain/histories.rs", "server/src/http/listener/tests/phone.rs"] {
            assert!(is_test_file(path), "{path}");
        }
        for path in ["server/src/main.rs", "server/src/app/mod.rs", "server/src/live/stream.rs"] {
            assert!(!is_test_file(path), "{path}");
        }
    }

    #[test]
    fn are_read_as_they_are_written() {
        let text = "use crate::app::Bar;\nuse crate::{\n    clock::{Clock, x},\n    run,\n};\nf(crate::live::Hub)";
        let rooms: Vec<_> = known_rooms(text);
        let expected = [(1, "app"), (2, "clock"), (2, "run"), (6, "live")];
        assert_eq!(rooms, expected.map(|(line, room)| (line, room.to_owned())));
    }

    /// Words that only some rooms of the server may use: what a room is for.
    #[test]
    fn keep_disk_and_network_out_of_the_rules() {
        let rules = files("server/src/domain", &[".rs"]);
        let words = [
            "async ",
            ".await",
            "tokio",
            "axum",
            "rusqlite",
            "tracing",
            "std::fs",
            "std::net",
            "std::sync",
            "std::thread",
            "std::env",
            "getrandom",
        ];
        nobody("the rules do more than decide", &strays(&rules, &words, &[]));

        let server = files("server/src", &[".rs"]).into_iter();
        let (web, rest): (Vec<_>, Vec<_>) =
            server.partition(|path| ["http", "web"].contains(&room_of("server", path).as_str()));
        nobody("HTTP is spoken outside of its rooms", &strays(&rest, &["axum::"], &[]));
        nobody("SQL is spoken in the rooms of HTTP", &strays(&web, &["rusqlite"], &[]));
    }

    #[test]
    fn lead_from_the_programs_to_the_vocabulary_and_from_tests_to_all() {
        for package in ["shared", "server", "barista-tui", "display-kiosk", "xtask"] {
            let manifest: toml::Table =
                read(&format!("{package}/Cargo.toml")).parse().expect("TOML");
            let known = manifest.get("dependencies").and_then(toml::Value::as_table);
            let known = known.into_iter().flat_map(toml::Table::keys);
            let own: Vec<_> = known.filter(|name| name.starts_with("demitasse")).collect();
            let expected: &[&str] = match package {
                "shared" | "xtask" => &[],
                // It hosts the baristas' board for tablets.
                "server" => &["demitasse-barista", "demitasse-shared"],
                _ => &["demitasse-shared"],
            };
            assert_eq!(own, expected, "{package}");
        }
    }
}

#[test]
fn clocks_are_read_at_home_only() {
    let homes = [
        "server/src/clock.rs",
        "server/src/cli/replay/pace.rs",
        "shared/src/client/clock.rs",
        "tests/benches/measure/clock.rs",
        "tests/src/ordeal.rs",
        "xtask/src/stages.rs",
    ];
    let words = ["SystemTime::now", "Instant::now", "Timestamp::now", "Zoned::now"];
    // The words stand in this file, too.
    let paths: Vec<_> = rust_files().into_iter().filter(|path| *path != own()).collect();
    nobody("a clock is read elsewhere", &strays(&paths, &words, &homes));
}

#[test]
fn tests_wait_for_events() {
    let words = ["sleep(", "sleep_until(", "time::sleep", "thread::sleep"];
    let mut found = Vec::new();
    for path in rust_files().into_iter().filter(|path| *path != own()) {
        let (all, program) = (code(&path), source::program(&path));
        for word in words {
            let in_program = lines_with(&program, word);
            let in_tests = lines_with(&all, word).into_iter().filter(|l| !in_program.contains(l));
            found.extend(in_tests.map(|line| format!("{path}:{line} has {word}")));
        }
    }
    nobody("a test sleeps", &found);
}

#[test]
fn nothing_is_left_for_later() {
    let words = ["todo!(", "unimplemented!(", "#[allow(", "#![allow(", "FIXME", "XXX"];
    let paths: Vec<_> = rust_files().into_iter().filter(|path| *path != own()).collect();
    nobody(
        "something is left open, or a lint is silenced without a reason",
        &strays(&paths, &words, &[]),
    );
}

#[test]
fn files_are_small() {
    let code = [".rs", ".js", ".css", ".sql"];
    let paths = PACKAGES.iter().chain(&["assets"]).flat_map(|folder| files(folder, &code));
    let long = |path: &str| match () {
        () if path.ends_with("src/main.rs") => 40,
        () => 500,
    };
    let too_long = paths.filter_map(|path| {
        let (lines, most) = (read(&path).lines().count(), long(&path));
        (lines > most).then(|| format!("{path} has {lines} lines, more than {most}"))
    });
    nobody("a file grew too long", &too_long.collect::<Vec<_>>());
}

/// This file, which names what others must not have.
fn own() -> &'static str {
    "tests/tests/tidy.rs"
}

mod look {
    use super::*;

    const TOKENS: &str = "assets/web/tokens.css";
    /// A picture that stands alone: it cannot read the stylesheet.
    const ICON: &str = "assets/web/favicon.svg";
    const KIOSK: &str = "display-kiosk/src/theme.rs";
    const BARISTA: &str = "barista-tui/src/theme/palette.rs";

    #[test]
    fn colours_are_raw_at_home_only() {
        let screens = ["server/src", "barista-tui/src", "display-kiosk/src"];
        let rust: Vec<_> = screens.iter().flat_map(|folder| files(folder, &[".rs"])).collect();
        let words = ["Color::Rgb", "Color32::from_", "Rgba::from_", "Hsva"];
        let mut found = strays(&rust, &words, &[KIOSK, BARISTA]);
        let web = files("assets/web", &[".css", ".js", ".svg", ".html"]);
        let drawn = files("assets/icons", &[".svg"]);
        let homes = [TOKENS, ICON];
        let away = rust.iter().chain(&web).chain(&drawn);
        for path in away.filter(|path| !homes.contains(&path.as_str())) {
            let text = if rust.contains(path) { source::program(path) } else { read(path) };
            let lines = hex_colours(&text).map(|(at, hex)| (line_of(&text, at), hex));
            found.extend(lines.map(|(line, hex)| format!("{path}:{line} has #{hex}")));
        }
        nobody("a raw colour is away from home", &found);
    }

    #[test]
    fn is_the_same_on_the_browsers_tab() {
        let icon = read(ICON);
        let tokens = dark();
        for (_, hex) in hex_colours(&icon) {
            assert!(tokens.values().any(|token| token == hex), "#{hex} is no token");
        }
    }

    /// `#` and six hexadecimal digits, as addresses in a page (`#abcdef`) never have.
    fn hex_colours(text: &str) -> impl Iterator<Item = (usize, &str)> {
        text.match_indices('#').filter_map(|(at, _)| {
            let word = text[at + 1..].split(|c: char| !c.is_alphanumeric()).next()?;
            let hex = word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
            hex.then_some((at, word))
        })
    }

    /// `0x17, 0x11, 0x0E` as the stylesheet writes it.
    fn channels(line: &str) -> String {
        line.split("0x").skip(1).map(|channel| channel[..2].to_ascii_uppercase()).collect()
    }

    /// The first palette of the stylesheet: the dark one.
    fn dark() -> BTreeMap<String, String> {
        palette(0)
    }

    /// The second one.
    fn light() -> BTreeMap<String, String> {
        palette(1)
    }

    fn palette(place: usize) -> BTreeMap<String, String> {
        let css = read(TOKENS);
        let palette = css.split('}').nth(place).expect("a palette");
        let colours = palette.lines().filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            Some((name.to_owned(), value.trim_end_matches(';').to_ascii_uppercase()))
        });
        colours.collect()
    }

    #[test]
    fn is_the_same_on_the_monitor() {
        check_palettes(KIOSK, "Color32::from_rgb", |_palette, name| name.to_owned());
    }

    #[test]
    fn is_the_same_in_the_terminal() {
        check_palettes(BARISTA, "Color::Rgb", |palette, name| match (palette, name) {
            ("const DARK:", "selected") => "line".to_owned(),
            (_, "selected") => "raised".to_owned(),
            _ => name.to_owned(),
        });
    }

    /// Holds both palettes of a screen's theme to the tokens: ten colours each. `token` says under
    /// which name a palette's colour stands in the stylesheet.
    #[track_caller]
    fn check_palettes(theme: &str, raw: &str, token: impl Fn(&str, &str) -> String) {
        let code = read(theme);
        for (palette, tokens) in [("const DARK:", dark()), ("const LIGHT:", light())] {
            let colours = code.split(palette).nth(1).expect("a palette");
            let colours = colours.split("};").next().expect("a palette");
            for line in colours.lines().filter(|line| line.contains("0x")) {
                let name = line.trim().split(':').next().expect("a name");
                let token = token(palette, name);
                assert_eq!(channels(line), tokens[&token], "{palette} {name} is not --{token}");
            }
            assert_eq!(colours.matches(raw).count(), 10, "{palette} {colours}");
        }
    }
}
