//! The few things that a venue should decide. Each answer is looked at by what looks at the flag.

mod sending;

use std::io::{BufRead, Write};
use std::net::SocketAddr;
use std::path::Path;

use demitasse_shared::api::SignInKind;
use demitasse_shared::monitor::Voice;
use jiff::tz::TimeZone;

use super::SetupError;
use super::talk::{NONE, Offer, Talk};
use crate::cli::choices::Typed;
use crate::config::{Config, ConfigError, own_addresses, reachable};

/// What leaves the address to each start.
const FOUND: &str = "auto";

/// A line of the file that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    /// The setting.
    pub(super) key: String,
    /// Its new values; none where it says nothing any more.
    pub(super) values: Option<Vec<String>>,
}

impl Change {
    fn to(key: &str, value: Option<impl Into<String>>) -> Self {
        Self { key: key.to_owned(), values: value.map(|value| vec![value.into()]) }
    }

    /// What was said on the command line.
    pub(super) fn typed(typed: &Typed) -> Self {
        Self { key: typed.key.clone(), values: Some(typed.values.clone()) }
    }
}

/// Asks everything; the answers stand in the configuration, too.
pub(super) fn ask_all<R: BufRead, W: Write>(
    talk: &mut Talk<R, W>,
    config: &mut Config,
    listen: SocketAddr,
    path: &Path,
) -> Result<Vec<Change>, SetupError> {
    talk.say("Enter takes what stands in brackets, Ctrl-C leaves everything as it is.")?;
    let mut changes = vec![
        name(talk, config)?,
        address(talk, config, listen)?,
        zone(talk, config)?,
        languages(talk, config)?,
    ];
    changes.extend(sign_in(talk, config)?);
    changes.push(wifi(talk, config)?);
    let last = format!("Enter writes this to {}.", path.display());
    talk.ask(&last, &[], "", |answer| match answer {
        "" => Ok(()),
        _ => Err("Press Enter, or Ctrl-C.".to_owned()),
    })?;
    Ok(changes)
}

fn name(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Change, SetupError> {
    let usual = config.name.clone();
    config.name = talk.ask("What is the bar called?", &[], &usual, |_any| Ok(()))?;
    Ok(Change::to("venue", Some(config.name.clone())))
}

fn address(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
    listen: SocketAddr,
) -> Result<Change, SetupError> {
    let found = format!("found anew at each start; at present http://{}", reachable(listen));
    let mut offers = vec![Offer::new(FOUND, format!("{FOUND}: {found}"))];
    for (name, ip) in own_addresses() {
        let url = format!("http://{}", SocketAddr::new(ip, listen.port()));
        offers.push(Offer::new(url.clone(), format!("{url} ({name})")));
    }
    let usual = config.public_url.clone().unwrap_or_else(|| FOUND.to_owned());
    let question = "Which address do phones reach?\nOne of these, or a name of your own, such as \
                    http://bar.example.";
    talk.ask(question, &offers, &usual, |answer| {
        config.public_url = Some(answer.to_owned()).filter(|answer| answer != FOUND);
        let checked = words(config.public_url(listen));
        checked.map_err(|refused| format!("{refused}{}", meant(config, answer, listen)))
    })?;
    Ok(Change::to("public_url", config.public_url.clone()))
}

/// What a bare host was meant to be, most likely.
fn meant(config: &Config, host: &str, listen: SocketAddr) -> String {
    let has_port = host.contains(':');
    let url = if has_port {
        format!("http://{host}")
    } else {
        format!("http://{host}:{}", listen.port())
    };
    let whole = Config { public_url: Some(url.clone()), ..config.clone() };
    let is_one = !host.is_empty() && !host.contains("//") && whole.public_url(listen).is_ok();
    if is_one { format!(" Did you mean {url}?") } else { String::new() }
}

fn zone(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Change, SetupError> {
    let machine = TimeZone::system().iana_name().unwrap_or("UTC").to_owned();
    let usual = config.zone.clone().unwrap_or(machine);
    talk.ask("Which time zone is the venue in?", &[], &usual, |answer| {
        config.zone = Some(answer.to_owned());
        words(config.zone())
    })?;
    Ok(Change::to("zone", config.zone.clone()))
}

fn languages(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Change, SetupError> {
    let known: Vec<_> = Voice::tags().collect();
    let question =
        format!("Which language do the monitors speak, or which two?\n{}", known.join(", "));
    let usual = match config.monitors.languages.join(",") {
        none if none.is_empty() => "en".to_owned(),
        chosen => chosen,
    };
    talk.ask(&question, &[], &usual, |answer| {
        config.monitors.languages = answer.split(',').map(|tag| tag.trim().to_owned()).collect();
        config.monitors.monitors().map(drop).map_err(|refused| sentence(&refused.to_string()))
    })?;
    let values = Some(config.monitors.languages.clone());
    Ok(Change { key: "languages".to_owned(), values })
}

/// Asks for the kind and for what it needs, and for the kind again where somebody goes back.
fn sign_in(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Vec<Change>, SetupError> {
    let before = config.clone();
    loop {
        let mut changes = vec![kind(talk, config)?];
        if let Some(needed) = sending::needs(talk, config)? {
            changes.extend(needed);
            return Ok(changes);
        }
        config.clone_from(&before);
    }
}

fn kind(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Change, SetupError> {
    let offers = SignInKind::ALL.map(|kind| {
        let what = match kind {
            SignInKind::Name => "a first name, and nothing to prove",
            SignInKind::Email => "an e-mail address, and a code that is sent there",
            SignInKind::Sms => "a mobile number, and a code that is sent there",
            SignInKind::Badge => "the code on a badge, from your list",
        };
        Offer::new(kind.as_str(), format!("{}: {what}", kind.as_str()))
    });
    talk.ask("By what do guests sign in?", &offers, config.sign_in.as_str(), |answer| {
        config.sign_in = answer.parse().map_err(|refused: String| sentence(&refused))?;
        Ok(())
    })?;
    Ok(Change::to("sign_in", Some(config.sign_in.as_str())))
}

fn wifi(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
) -> Result<Change, SetupError> {
    let usual = config.monitors.wifi.clone().unwrap_or_else(|| NONE.to_owned());
    let question = format!("What is the guests' Wi-Fi called? Monitors show it; {NONE} for none");
    talk.ask(&question, &[], &usual, |answer| {
        config.monitors.wifi = Some(answer.to_owned()).filter(|answer| answer != NONE);
        config.monitors.monitors().map(drop).map_err(|refused| sentence(&refused.to_string()))
    })?;
    Ok(Change::to("wifi", config.monitors.wifi.clone()))
}

fn words<T>(checked: Result<T, ConfigError>) -> Result<(), String> {
    checked.map(drop).map_err(|refused| sentence(&refused.to_string()))
}

/// A refusal as a sentence of its own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}.", letters.as_str().trim_end_matches('.'))
}

#[cfg(test)]
mod tests;
