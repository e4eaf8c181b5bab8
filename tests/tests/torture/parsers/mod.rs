//! Hostile input: whatever is read, from whomever it comes.
//!
//! | what is read | where it is tried |
//! | --- | --- |
//! | requests: routes, bodies, headers, cookies, forms, bytes that are none | `requests` |
//! | each kind of bad body by its code | `contract/bad_input` |
//! | codes, names, notes, addresses, badges, one-time codes | `pure` |
//! | menu files, settings files, lists of badges | `pure`; `server/src/menu_file/tests.rs` |
//! | the live feed, as screens read and fold it | `pure` |
//! | keys, touches and pastes on an ssh line | `server/src/boards/ssh/parser/tests.rs` |
//! | what baristas press and hear, in any order | `barista-tui/src/update/tests/random.rs` |
//! | cells of a spreadsheet | `server/src/report/csv/safe.rs` |

mod bent;
mod people;
mod pure;
mod requests;
mod socket;
