//! Audits of the guests' pages: can everybody use them, and do they come soon on a bad line.
//!
//! Every state of every page comes from the gallery, which the server's own samples fill; what
//! needs a life (signing in, a queue, a barista) goes through a real bar. One browser walks through
//! all pages of an audit. What they found is printed with the name of the page.

mod everybody;
mod findings;
mod keyboard;
mod lighthouse;
mod line;
mod wire;

use std::time::Duration;

/// For a whole walk: hundreds of looks in one browser, on two cores that also build something.
const PATIENCE: Duration = Duration::from_mins(5);
