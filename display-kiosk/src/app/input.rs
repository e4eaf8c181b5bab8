//! Standard input, where another program holds its end: the monitor must not outlive that program.

use std::{io, process, thread};

/// Ends the monitor when its standard input ends. The system closes it for a program that was killed.
pub(super) fn end_with_it() -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(|| {
        // What comes is for nobody, and a line that breaks is an end, too.
        drop(io::copy(&mut io::stdin(), &mut io::sink()));
        process::exit(0);
    })?;
    Ok(())
}
