//! The API's route table: one list of handlers, and what is made of it. Each handler carries its
//! method, its path and what the document says of it.
//!
//! The router is made when the server starts; the document is not: it is `assets/openapi.json`, which
//! a test holds to the handlers. What would only write the same text at each start, schemas and all,
//! is no part of the program.

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::{MethodFilter, on};
use utoipa::Path;
use utoipa::openapi::HttpMethod;

use super::{
    Http, backups, counter, devices, doctor, guests, ledger, live, menu, metrics, public, screens,
    senders, session, staff,
};

/// Makes the router, and where the document is checked the document, from the list of handlers. A
/// body may be longer than others are where its handler says `up_to` how many bytes.
macro_rules! table {
    ($($module:ident::$handler:ident $(up_to $bytes:expr)?,)+) => {
        /// Every handler under its method and path.
        pub(super) fn routes() -> Router<Http> {
            Router::new()$(.merge(
                pastey::paste!(under::<$module::[<__path_ $handler>], _, _>(&$module::$handler))
                    $(.layer(DefaultBodyLimit::max($bytes)))?
            ))+
        }

        #[cfg(test)]
        #[derive(utoipa::OpenApi)]
        #[openapi(
            info(
                title = "Demitasse",
                description = "A whole pop-up espresso bar on one laptop. Every refusal is answered with \
                               problem details (RFC 9457) whose `code` is stable.",
            ),
            paths($($module::$handler),+),
            modifiers(&InProblemDetails),
        )]
        struct Document;
    };
}

table! {
    // Anyone.
    public::shop,
    staff::set_shop,
    menu::menu,
    menu::set_menu up_to menu::BYTES,
    public::health,
    doctor::ready,
    metrics::metrics,
    staff::claim,
    live::live,
    // Guests.
    session::sign_in,
    session::sign_out,
    session::verify,
    session::forget,
    guests::redeem,
    guests::submit,
    guests::orders,
    staff::walk_up,
    guests::order,
    guests::journey,
    guests::cancel,
    // Staff.
    staff::make,
    staff::unmake,
    staff::complete,
    staff::recall,
    staff::collect,
    counter::mark_drink,
    counter::mark_choice,
    counter::mark_ingredient,
    counter::announce,
    counter::take_down,
    staff::settings,
    staff::set_settings,
    ledger::journal,
    ledger::report,
    devices::list,
    devices::rename,
    devices::revoke,
    senders::badges,
    senders::test,
    ledger::report_days,
    ledger::report_orders,
    doctor::doctor,
    staff::pair,
    backups::backups,
    backups::back_up,
    // Screens.
    screens::board,
    screens::venue,
    screens::device,
}

/// Refusals have a kind of content of their own (RFC 9457, section 3), which each handler would have
/// to say again.
#[cfg(test)]
struct InProblemDetails;

#[cfg(test)]
impl utoipa::Modify for InProblemDetails {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        use utoipa::openapi::RefOr;
        let operations = document.paths.paths.values_mut().flat_map(|path| {
            [&mut path.get, &mut path.put, &mut path.post, &mut path.patch, &mut path.delete]
        });
        for operation in operations.flatten() {
            let refused = operation.responses.responses.get_mut("4XX");
            let Some(RefOr::T(refused)) = refused else { continue };
            let content = std::mem::take(&mut refused.content);
            let named = |(_, content)| ("application/problem+json".to_owned(), content);
            refused.content = content.into_iter().map(named).collect();
        }
    }
}

/// A handler under the methods and the path that `P` names.
fn under<P: Path, H: Handler<T, Http>, T: 'static>(handler: &H) -> Router<Http> {
    P::methods().iter().fold(Router::new(), |router, method| {
        router.route(&P::path(), on(filter(method), handler.clone()))
    })
}

fn filter(method: &HttpMethod) -> MethodFilter {
    match method {
        HttpMethod::Get => MethodFilter::GET,
        HttpMethod::Post => MethodFilter::POST,
        HttpMethod::Put => MethodFilter::PUT,
        HttpMethod::Delete => MethodFilter::DELETE,
        HttpMethod::Options => MethodFilter::OPTIONS,
        HttpMethod::Head => MethodFilter::HEAD,
        HttpMethod::Patch => MethodFilter::PATCH,
        HttpMethod::Trace => MethodFilter::TRACE,
    }
}

#[cfg(test)]
mod tests {
    use std::{env, fs};

    use utoipa::OpenApi;

    use super::Document;

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/openapi.json");

    /// Set to `write`, the document is written anew.
    const WRITE: &str = "DEMITASSE_DOCUMENT";

    #[test]
    fn the_document_says_what_the_handlers_say() {
        let mut document = Document::openapi();
        env!("CARGO_PKG_VERSION").clone_into(&mut document.info.version);
        let text = document.to_pretty_json().expect("plain data") + "\n";
        if env::var(WRITE).is_ok_and(|how| how == "write") {
            fs::write(FILE, &text).expect("the document can be written");
        }
        let kept = fs::read_to_string(FILE).expect("the document is there");
        assert!(
            kept == text,
            "assets/openapi.json is not what the handlers say: \
             DEMITASSE_DOCUMENT=write cargo nextest run -p demitasse document"
        );
    }
}
