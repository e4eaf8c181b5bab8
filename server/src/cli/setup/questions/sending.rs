//! What a way to sign in needs besides: a list of badges, or what sends the codes. Whoever does not
//! have it at hand goes back to the choice, so that no question holds anybody.

use std::io::{BufRead, Write};

use demitasse_shared::api::SignInKind;

use super::{Change, words};
use crate::cli::setup::SetupError;
use crate::cli::setup::talk::{NONE, Offer, Talk};
use crate::config::{BadSending, Config, ConfigError, Password, SmsFlags};
use crate::sender::{BadGateway, PRESETS, Preset, preset};

/// What stands for a program where gateways are offered.
const PROGRAM: &str = "program";

/// What the answers change; nothing where somebody wants to go back.
type Asked = Result<Option<Vec<Change>>, SetupError>;

/// Asks for what the chosen way to sign in needs and does not have yet.
pub(super) fn needs(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    match config.sign_in {
        SignInKind::Badge => badges(talk, config),
        SignInKind::Email if config.sender().is_err() => mail(talk, config),
        SignInKind::Sms if config.sender().is_err() => sms(talk, config),
        SignInKind::Name | SignInKind::Email | SignInKind::Sms => Ok(Some(Vec::new())),
    }
}

fn badges(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let question = "Which CSV file has the attendees' codes, in its first column?";
    let usual = config.badges.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
    let answer = needed(talk, question, &[], &usual, |answer| {
        // The server may be started from another folder than this one.
        let path = std::path::absolute(answer).unwrap_or_else(|_none| answer.into());
        config.badges = Some(path);
        words(config.badges())
    })?;
    let path = config.badges.as_ref().map(|path| path.display().to_string());
    Ok(answer.map(|_as_typed| vec![Change::to("badges", path)]))
}

fn mail(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let question = format!(
        "Which mail server sends the codes, such as smtp://mail.example.org (STARTTLS) or \
         smtps://mail.example.org (TLS)?\nNothing, or {NONE}, for a program instead."
    );
    let usual = config.mail.smtp.clone().unwrap_or_default();
    let program = config.code_command.take();
    talk.ask(&question, &[], &usual, |answer| {
        config.mail.smtp = said(answer);
        if config.mail.smtp.is_some() { so_far(config) } else { Ok(()) }
    })?;
    if config.mail.smtp.is_none() {
        config.code_command = program;
        return code_command(talk, config);
    }
    let mut changes = vec![cleared("code_command"), Change::to("smtp", config.mail.smtp.clone())];
    let Some(login) = login(talk, config)? else { return Ok(None) };
    changes.extend(login);
    let Some(from) = mail_from(talk, config)? else { return Ok(None) };
    changes.extend(from);
    Ok(Some(changes))
}

fn login(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let question = format!("Who logs in there? Nothing, or {NONE}, where nobody has to.");
    let usual = config.mail.smtp_user.clone().unwrap_or_default();
    talk.ask(&question, &[], &usual, |answer| {
        config.mail.smtp_user = said(answer);
        Ok(())
    })?;
    let mut changes = vec![Change::to("smtp_user", config.mail.smtp_user.clone())];
    if config.mail.smtp_user.is_none() {
        config.mail.smtp_password = None;
        changes.push(cleared("smtp_password"));
        return Ok(Some(changes));
    }
    let kept = &mut config.mail.smtp_password;
    let Some(password) = secret(talk, "With which password?", "smtp_password", kept)? else {
        return Ok(None);
    };
    changes.extend(password);
    Ok(Some(changes))
}

fn mail_from(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let address = config.mail.smtp_user.clone().filter(|user| user.contains('@'));
    let usual = config.mail.mail_from.clone().or(address).unwrap_or_default();
    let question = "Whom are the e-mails from, such as bar@example.org?";
    let from = needed(talk, question, &[], &usual, |answer| {
        config.mail.mail_from = Some(answer.to_owned());
        words(config.sender().map_err(ConfigError::from))
    })?;
    Ok(from.map(|from| vec![Change::to("mail_from", Some(from))]))
}

fn sms(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let gateways = PRESETS.iter().map(|preset| Offer::new(preset.name, preset.name));
    let mut offers: Vec<_> = gateways.collect();
    offers.push(Offer::new(PROGRAM, format!("{PROGRAM}: one of your own")));
    let usual = config.sms.sms_preset.clone().unwrap_or_default();
    let question = "Which gateway sends the codes? Any other is told with the flag --sms-url.";
    let chosen = needed(talk, question, &offers, &usual, |answer| {
        let is_offered = answer == PROGRAM || preset(answer).is_some();
        if is_offered { Ok(()) } else { Err("Choose one of these.".to_owned()) }
    })?;
    let Some(name) = chosen else { return Ok(None) };
    let Some(preset) = preset(&name) else { return code_command(talk, config) };
    config.code_command = None;
    config.sms.sms_preset = Some(name.clone());
    let mut changes = vec![cleared("code_command"), Change::to("sms_preset", Some(name))];
    let Some(account) = account(talk, config, preset)? else { return Ok(None) };
    changes.extend(account);
    Ok(Some(changes))
}

/// Asks for what this gateway wants to be told, and for nothing else.
fn account(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
    preset: &Preset,
) -> Asked {
    let mut changes = Vec::new();
    if preset.url.is_none() {
        let question = "Where does it take messages, such as http://192.168.1.9:8080/message?";
        let url = field(talk, config, "sms_url", question, |sms| &mut sms.sms_url)?;
        let Some(url) = url else { return Ok(None) };
        changes.extend(url);
    } else {
        config.sms.sms_url = None;
        changes.push(cleared("sms_url"));
    }
    if wants(preset, &["{user}", "{basic}"]) {
        let question = "What is the account there called?";
        let user = field(talk, config, "sms_user", question, |sms| &mut sms.sms_user)?;
        let Some(user) = user else { return Ok(None) };
        changes.extend(user);
    }
    if wants(preset, &["{key}", "{basic}"]) {
        let kept = &mut config.sms.sms_key;
        let key = secret(talk, "What is the account's key?", "sms_key", kept)?;
        let Some(key) = key else { return Ok(None) };
        changes.extend(key);
    }
    if wants(preset, &["{from}"]) {
        let question = "Whom are the messages from: a number of yours, or a name?";
        let from = field(talk, config, "sms_from", question, |sms| &mut sms.sms_from)?;
        let Some(from) = from else { return Ok(None) };
        changes.extend(from);
    }
    Ok(Some(changes))
}

fn wants(preset: &Preset, placeholders: &[&str]) -> bool {
    let parts = [preset.url.unwrap_or_default(), preset.header.unwrap_or_default(), preset.body];
    parts.iter().any(|part| placeholders.iter().any(|placeholder| part.contains(placeholder)))
}

/// Asks for one thing that the gateway wants.
fn field(
    talk: &mut Talk<impl BufRead, impl Write>,
    config: &mut Config,
    key: &str,
    question: &str,
    place: fn(&mut SmsFlags) -> &mut Option<String>,
) -> Asked {
    let usual = place(&mut config.sms).clone().unwrap_or_default();
    let answer = needed(talk, question, &[], &usual, |answer| {
        *place(&mut config.sms) = Some(answer.to_owned());
        so_far(config)
    })?;
    Ok(answer.map(|answer| vec![Change::to(key, Some(answer))]))
}

fn code_command(talk: &mut Talk<impl BufRead, impl Write>, config: &mut Config) -> Asked {
    let question = "Which program sends the codes, such as msmtp?\nIt gets the recipient as its last \
                    argument and the message on its input.";
    let mut changes = instead_of_a_server(config);
    let usual = config.code_command.clone().unwrap_or_default();
    let command = needed(talk, question, &[], &usual, |answer| {
        config.code_command = Some(answer.to_owned());
        words(config.sender().map_err(ConfigError::from))
    })?;
    changes.push(Change::to("code_command", command.clone()));
    Ok(command.map(|_is_there| changes))
}

/// Takes away what a program stands in for: two ways at once are refused.
fn instead_of_a_server(config: &mut Config) -> Vec<Change> {
    if config.sign_in == SignInKind::Sms {
        config.sms.sms_preset = None;
        config.sms.sms_url = None;
        vec![cleared("sms_preset"), cleared("sms_url")]
    } else {
        config.mail.smtp = None;
        vec![cleared("smtp")]
    }
}

/// Asks for a password or a key. The one that is there is never shown, and Enter keeps it.
fn secret(
    talk: &mut Talk<impl BufRead, impl Write>,
    question: &str,
    key: &str,
    kept: &mut Option<Password>,
) -> Asked {
    let keeps = if kept.is_some() { " Enter keeps the one that is there." } else { "" };
    let question = format!(
        "{question} It shows as you type, and is written into the file, which is\nkept for its \
         owner alone (0600).{keeps} {NONE} goes back."
    );
    let answer = talk.ask(&question, &[], "", |_any| Ok(()))?;
    if answer.is_empty() && kept.is_some() {
        return Ok(Some(Vec::new()));
    }
    let Some(secret) = said(&answer) else { return Ok(None) };
    *kept = Some(Password::from(secret.clone()));
    Ok(Some(vec![Change::to(key, Some(secret))]))
}

/// Asks for what cannot be left out; there is no answer where somebody wants to go back.
fn needed(
    talk: &mut Talk<impl BufRead, impl Write>,
    question: &str,
    offers: &[Offer],
    usual: &str,
    mut take: impl FnMut(&str) -> Result<(), String>,
) -> Result<Option<String>, SetupError> {
    let question = format!("{question}\n{NONE} goes back to how guests sign in.");
    let answer = talk.ask(&question, offers, usual, |answer| match said(answer) {
        Some(answer) => take(&answer),
        None => Ok(()),
    })?;
    Ok(said(&answer))
}

/// An answer that says something.
fn said(answer: &str) -> Option<String> {
    Some(answer.to_owned()).filter(|answer| !answer.is_empty() && answer != NONE)
}

/// A setting that says nothing any more.
fn cleared(key: &str) -> Change {
    Change::to(key, None::<String>)
}

/// What can be said against the answers up to here: what is asked next may well be missing.
fn so_far(config: &Config) -> Result<(), String> {
    match config.sender() {
        Err(
            BadSending::NoFrom
            | BadSending::HalfLogin
            | BadSending::From(_)
            | BadSending::Gateway(BadGateway::Missing(..)),
        ) => Ok(()),
        checked => words(checked.map_err(ConfigError::from)),
    }
}
