//! The overhead monitor as its people see it: every face in the real window, on panels of every
//! kind, from ten metres away.

mod code;
mod faces;
