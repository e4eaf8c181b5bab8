//! Hostile guests: what one person can do to the others' evening, and what meets it.
//!
//! | what is tried | what meets it | where it is tried |
//! | --- | --- | --- |
//! | guessing codes, one by one | 20 wrong ones a session | `contract/bad_input` |
//! | the same, hundreds in one instant | still 20 | `tries` |
//! | the same under ever new names | 5,000 of all together; the code on show counts, and in its grace the one before | `tries` |
//! | codes whose time is over, replayed | `old_code`; no guess, nothing written | `forged` |
//! | one code for the whole hall, scanned at once | ten places | `storm` |
//! | one guest scans a hundred times | the same place each time | `storm` |
//! | one guest orders a hundred times | one order | `limits` |
//! | ten made-up guests take all drinks and do not order | the places lapse, and the next code brings ten more | `limits` |
//! | places taken and given back without end | a place that comes back goes to one other guest | `storm`, `nat` |
//! | somebody else's order, by its number | `404`, for each route | `contract/rights`, `nat` |
//! | another site's page, another host's name | `403` | `contract/bad_input`, `forged` |
//! | heads that name another sender, host, path or method | nothing reads them | `forged` |
//! | a session of one's own making, planted on a phone | never taken up | `limits` |
//! | a token that nobody gave out, or that has ended | `401` | `contract/rights` |
//! | a token in another's place, spoilt, cut or with more to it | `401` | `forged` |
//! | trying one-time codes out, a hundred in one instant | three tries, one phone | `tries`, `identity/proof` |
//! | messages to no end, or all in one instant | five an hour; a share for strangers | `tries`, `identity/limits` |
//! | a message to somebody else besides | an address is one address | `words` |
//! | trying badges out, a thousand in one instant | 1,000 from strangers, 300 from a code | `tries`, `identity/badges` |
//! | trying pairing codes out, hundreds in one instant | 300, then only long ones | `tries`, `devices/pairing` |
//! | any of these from the address of the whole hall | no limit follows an address | `nat` |
//! | names, notes, reasons and labels that are no words | kept as words, and shown as such | `words`, `sinks` |
//! | formulas in a spreadsheet | an apostrophe | `sinks`, `server/src/report/csv/safe.rs` |
//! | a line of one's own in the log | quoted | `sinks` |
//! | names on a monitor, markup in staff's line on one in a browser | there are none; escaped | `sinks` |
//! | connections that say nothing, or half | seats, and a reserve for staff | `server/src/http/listener/tests.rs` |
//! | a crowd of them, and feeds that nobody reads | ended after seconds, or cut off | `crowd`; by the clock `tests/benches/measure/hostile.rs` |
//!
//! Not met: whoever plants a session of their own on another's phone is that guest, where a name is
//! all that a guest needs; and there such names without end cost room on the disk: a hall that
//! arrives within a second looks the same.

mod crowd;
mod eve;
mod forged;
mod limits;
mod loud;
mod nat;
mod plain;
mod post;
mod sinks;
mod tries;
mod words;
