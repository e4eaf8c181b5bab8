//! Hostile input: whatever is read, from whomever it comes.
//!
//! | what is read | where it is tried |
//! | --- | --- |
//! | requests: routes, bodies, headers, cookies, forms, bytes that are none | `requests` |
//! | each kind of bad body by its code | `contract/bad_input` |
//! | whatever else a reader of `tests/readers` reads: what people type, JSON, files, feeds, keys, photos, databases, gateways | `pure`; with guidance `cargo xtask torture fuzz` |
//! | the API, by a judge that is not ours | `cargo xtask torture schemathesis` |
//! | menu files | `server/src/menu_file/tests.rs` |
//! | keys, touches and pastes on an ssh line | `server/src/boards/ssh/parser/tests.rs` |
//! | what baristas press and hear, in any order | `barista-tui/src/update/tests/random.rs` |
//! | cells of a spreadsheet | `server/src/report/csv/safe.rs` |

mod bent;
mod people;
mod pure;
mod requests;
mod socket;
