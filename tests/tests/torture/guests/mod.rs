//! Hostile guests: what one person can do to the others' evening, and what meets it.
//!
//! | what is tried | what meets it | where it is tried |
//! | --- | --- | --- |
//! | guessing codes | 20 wrong ones a session, 5,000 of all | `contract/bad_input` |
//! | one code for the whole hall, scanned at once | ten places | `storm` |
//! | one guest scans a hundred times | the same place each time | `storm` |
//! | one guest orders a hundred times | `limits` | here |
//! | ten made-up guests take all drinks and do not order | they lapse | here |
//! | somebody else's order, by its number | `404`, for each route | `contract/rights` |
//! | another site's page, another host's name | `403` | `contract/bad_input` |
//! | a session of one's own choosing, planted on a phone | never taken up | here |
//! | a token that nobody gave out, or that has ended | `401` | `contract/rights` |
//! | trying one-time codes out | three tries, one phone | `identity/proof` |
//! | messages to no end | five an hour; a share for strangers | `identity/limits` |
//! | trying pairing codes out | 300, then only long ones | `devices/pairing` |
//! | names and notes that are no words | `words` | here |
//! | formulas in a spreadsheet | an apostrophe | `server/src/report/csv/safe.rs` |
//! | connections that say nothing, or half | seats, and a reserve for staff | `server/src/http/listener/tests.rs` |
//! | a crowd of them, and feeds that nobody reads | `crowd` | here |

mod crowd;
mod eve;
mod limits;
mod tries;
mod words;
