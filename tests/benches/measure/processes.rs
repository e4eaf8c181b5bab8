//! What a running program takes of the machine, as Linux tells it.

use std::fs;

/// A process, by its id.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Process(u32);

/// Bytes in memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Memory {
    /// All that is there, shared files included.
    pub(crate) resident: u64,
    /// What no file backs: the program's own.
    pub(crate) own: u64,
}

impl Process {
    /// The process with this id.
    pub(crate) fn of(id: u32) -> Self {
        Self(id)
    }

    pub(crate) fn memory(self) -> Memory {
        let rollup = self.read("smaps_rollup");
        let bytes = |name| {
            let line = rollup.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().next()).map_or(0, number) * 1_024
        };
        Memory { resident: bytes("Rss:"), own: bytes("Anonymous:") }
    }

    /// What Linux tells about it in one of its files.
    pub(crate) fn read(self, file: &str) -> String {
        let path = self.path(file);
        fs::read_to_string(&path).unwrap_or_else(|why| panic!("cannot read {path}: {why}"))
    }

    /// Where Linux tells it.
    pub(crate) fn path(self, file: &str) -> String {
        format!("/proc/{}/{file}", self.0)
    }
}

pub(crate) fn number(text: &str) -> u64 {
    text.parse().expect("a number")
}
