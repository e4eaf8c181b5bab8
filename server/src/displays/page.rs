//! The monitor's page, and the form that pairs it. The form works in any browser; the page needs a
//! script.

use demitasse_shared::monitor::sample::Sample;
use demitasse_shared::monitor::{Line, Moment, Voice};
use demitasse_shared::venue::Venue;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use serde_json::Value;

use super::picture::Scene;
use super::said::{Speaker, direction};
use super::{Picture, sample_board, shapes, spare};

/// What is around a panel.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The style sheet.
    pub style: &'a str,
    /// The script's address.
    pub script: &'a str,
    /// The address of the form's script, which takes a scanned code.
    pub pairing: &'a str,
    /// The icon's address.
    pub icon: &'a str,
    /// Whether its ground is light.
    pub is_light: bool,
}

/// A panel, as the page begins with it.
#[derive(Clone, Debug)]
pub struct Panel {
    title: String,
    language: &'static str,
    /// Whether it speaks two languages at once.
    is_in_two: bool,
    picture: Picture,
    spare: Value,
    /// The moment of a preview, in which time stands still.
    at: Option<i64>,
}

impl Panel {
    /// A panel that has heard nobody yet. It holds nothing that can be wrong later on.
    pub(super) fn connecting(venue: &Venue, voice: &Voice) -> Self {
        let scene = Scene { line: &Line::Waiting(None), board: None, venue, voice };
        let moment = Moment::default();
        let picture = scene.picture(&scene.screen(moment));
        let spare = spare::faces(venue, voice);
        let language = Speaker(voice).leading();
        let is_in_two = voice.languages().count() > 1;
        Self { title: venue.name.clone(), language, is_in_two, picture, spare, at: None }
    }

    /// A panel with a sample on it.
    pub(super) fn preview(sample: Sample, venue: &Venue, voice: &Voice) -> Self {
        let (line, board) = (sample.line(), sample_board(sample));
        let scene = Scene { line: &line, board: board.as_ref(), venue, voice };
        let now = board.as_ref().map(|board| board.at);
        let moment = Moment { now, ..Moment::default() };
        let picture = scene.picture(&scene.screen(moment));
        let at = demitasse_shared::monitor::sample::sampled_at().as_millisecond();
        Self { picture, at: Some(at), ..Self::connecting(venue, voice) }
    }
}

/// The monitor.
pub fn monitor(parts: &Parts<'_>, panel: &Panel, version: &str) -> Markup {
    let part = |name: &str| PreEscaped(panel.picture.part(name));
    let face = panel.picture.part("face");
    let is_alone = panel.picture.part("ready").is_empty();
    let body = html! {
        (shapes::symbols())
        main #panel.(face).two[panel.is_in_two].instead[face != "code"].alone[is_alone]
            data-face=(face) data-page=(version) data-at=[panel.at] {
            header #venue { (part("venue")) }
            div #code { (part("code")) }
            section #words { (part("words")) }
            div #side {
                div #announcement { (part("announcement")) }
                div #warning { (part("warning")) }
                div #numbers {
                    section #ready { (part("ready")) }
                    section #preparing { (part("preparing")) }
                }
            }
        }
        script #spare type="application/json" { (PreEscaped(in_script(&panel.spare))) }
        noscript { p.door { "The monitor needs JavaScript." } }
    };
    frame(parts, (&panel.title, panel.language), &body, Some(parts.script))
}

/// JSON that cannot end the element that it stands in.
fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// The form for a pairing code, with why the last one was not good.
pub fn door(parts: &Parts<'_>, venue: &str, why: Option<&str>) -> Markup {
    let body = html! {
        main.door {
            h1 { "Monitor" }
            p { "Staff make a pairing code on the bar’s machine: " code { "demitasse staff pair --role display --name NAME" } }
            form method="post" {
                label for="pairing" { "Pairing code" }
                input #pairing type="text" name="code" required maxlength="64" autofocus
                    autocomplete="off" autocapitalize="characters" spellcheck="false"
                    aria-describedby=[why.map(|_| "why")] aria-invalid=[why.map(|_| "true")];
                @if let Some(why) = why { p.why #why role="alert" { "! " (why) } }
                button { "Pair this monitor" }
            }
        }
    };
    frame(parts, (venue, "en"), &body, Some(parts.pairing))
}

/// The faces that can be looked at, for whoever has named one that is none.
pub fn previews(parts: &Parts<'_>, venue: &str) -> Markup {
    let body = html! {
        main.door {
            h1 { "Monitor" }
            p { "There is no such face. These can be looked at:" }
            ul {
                @for sample in Sample::ALL {
                    li { a href=(format!("/display?preview={}", sample.as_str())) { (sample.as_str()) } }
                }
            }
        }
    };
    frame(parts, (venue, "en"), &body, None)
}

fn frame(
    parts: &Parts<'_>,
    (title, language): (&str, &str),
    body: &Markup,
    script: Option<&str>,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(language) dir=(direction(language)) class=(if parts.is_light { "light" } else { "dark" }) {
            head {
                meta charset="utf-8";
                title { "Monitor · " (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                meta name="format-detection" content="telephone=no";
                link rel="icon" type="image/svg+xml" href=(parts.icon);
                style { (PreEscaped(parts.style)) }
                @if let Some(script) = script { script defer src=(script) {} }
            }
            body { (body) }
        }
    }
}
