//! How guests sign in, and whether codes can be sent.

use demitasse_shared::api::SignInKind;
use demitasse_shared::doctor::Finding;

use crate::config::Config;

const CHECK: &str = "sign_in";

pub(super) fn check(config: &Config) -> Finding {
    let says = match config.sign_in {
        SignInKind::Name => "Guests sign in with a first name.",
        SignInKind::Badge => "Guests sign in with the code on their badge.",
        SignInKind::Email => "Guests sign in with a code that comes by e-mail.",
        SignInKind::Sms => "Guests sign in with a code that comes to their phone.",
    };
    match config.sender() {
        Ok(_) => Finding::green(CHECK, says),
        Err(refused) => Finding::red(
            CHECK,
            format!("{says} But {refused}."),
            "Say what sends them, or choose --sign-in name.",
        ),
    }
}
