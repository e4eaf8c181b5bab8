//! How guests sign in, whether codes can be sent, and whether the last one was.

use demitasse_shared::Timestamp;
use demitasse_shared::api::SignInKind;
use demitasse_shared::doctor::Finding;

use super::Patient;
use crate::app::Facts;

const CHECK: &str = "sign_in";

/// A message, as it is judged.
#[derive(Clone, Copy, Debug)]
struct Seen<'a> {
    at: Timestamp,
    /// Why it was not taken; nothing where it was.
    refused: Option<&'a str>,
}

pub(super) fn check(patient: &Patient, facts: Option<&Facts>) -> Finding {
    let says = match patient.config.sign_in {
        SignInKind::Name => "Guests sign in with a first name.",
        SignInKind::Badge => "Guests sign in with the code on their badge.",
        SignInKind::Email => "Guests sign in with a code that comes by e-mail.",
        SignInKind::Sms => "Guests sign in with a code that comes to their phone.",
    };
    match patient.config.sender() {
        Ok(None) => Finding::green(CHECK, says),
        Ok(Some(_sender)) => {
            let sent = facts.and_then(|facts| facts.sent.as_ref());
            let seen = sent.map(|sent| Seen { at: sent.at, refused: sent.refused.as_deref() });
            judge(says, seen, patient.clock.now())
        }
        Err(refused) => Finding::red(
            CHECK,
            format!("{says} But {refused}."),
            "Say what sends them, or choose --sign-in name.",
        ),
    }
}

/// Judges the way that codes take by the last message that went it: settings that can be read may
/// still hold a wrong password.
fn judge(says: &str, seen: Option<Seen<'_>>, now: Timestamp) -> Finding {
    let Some(Seen { at, refused }) = seen else {
        return Finding::amber(
            CHECK,
            format!("{says} Since the bar was started nobody has tested it."),
            "Test it while the bar runs: `demitasse doctor --send-test ADDRESS`.",
        );
    };
    let minutes = now.duration_since(at).as_mins().max(0);
    match refused {
        None => {
            Finding::green(CHECK, format!("{says} The last message was taken {minutes} min ago."))
        }
        Some(why) => Finding::red(
            CHECK,
            format!("{says} But the last message, {minutes} min ago, could not be sent: {why}."),
            "Change what it says, start the bar again, and test it: `demitasse doctor --send-test \
             ADDRESS`.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use demitasse_shared::doctor::Light;

    use super::*;

    const NOW: Timestamp = Timestamp::constant(1_800_000_000, 0);

    #[test]
    fn the_last_message_tells_whether_codes_can_be_sent() {
        let found = |seen| judge("By e-mail.", seen, NOW);
        let untested = found(None);
        assert_eq!(untested.light, Light::Amber);
        assert!(untested.todo.is_some_and(|todo| todo.contains("--send-test")));
        assert_eq!(found(Some(Seen { at: NOW, refused: None })).light, Light::Green);
        let failed = found(Some(Seen { at: NOW, refused: Some("no such user") }));
        assert!(failed.light == Light::Red && failed.says.contains("no such user"), "{failed:?}");
    }
}
