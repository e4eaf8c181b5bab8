//! The baristas' board: the real program in a pseudo-terminal, against the real server.

mod command;
mod line;
mod race;
mod restored;
mod size;

/// More drinks than any story needs.
const DRINKS: u32 = 1_000;

/// Whether what shows is current.
fn is_live(screen: &str) -> bool {
    screen.contains("● live")
}

/// Whether the columns hold so many: waiting, making, ready.
fn holds(screen: &str, [waiting, making, ready]: [u32; 3]) -> bool {
    let heads =
        [format!("Waiting {waiting} "), format!("Making {making} "), format!("Ready {ready} ")];
    heads.iter().all(|head| screen.contains(head))
}
