//! A gateway for short messages that takes each: what it would deliver, the story knows already.

use axum::Router;
use demitasse::config::{Config, SmsFlags};
use demitasse::http::listener::{self, Limits};
use demitasse_shared::api::SignInKind;
use tokio::net::TcpListener;

/// Starts it, and lets a venue send by it.
pub(super) async fn open(config: &mut Config) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it has one");
    let router = Router::new().fallback(|| async { "taken" });
    let limits = Limits::new(|_headers| false);
    tokio::spawn(listener::serve(listener, router, limits, None, std::future::pending()));
    config.sign_in = SignInKind::Sms;
    config.sms = SmsFlags {
        sms_url: Some(format!("http://{address}/send")),
        sms_body: Some(r#"{"to": "{to}", "text": "{text}"}"#.to_owned()),
        ..SmsFlags::default()
    };
}
