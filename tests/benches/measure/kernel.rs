//! What the kernel holds of memory: what stands for sockets, and what waits in their buffers.

use std::fs;

use crate::processes::number;

/// The kernel's memory at a moment, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Kernel {
    /// Its own objects: sockets, files, who waits for them.
    objects: u64,
    /// What has been sent and not read.
    buffers: u64,
}

impl Kernel {
    pub(crate) fn now() -> Self {
        let memory = fs::read_to_string("/proc/meminfo").expect("Linux tells");
        let sockets = fs::read_to_string("/proc/net/sockstat").expect("Linux tells");
        let kilobytes = word_after(&memory, "Slab:");
        let own = fs::read_to_string("/proc/self/smaps").expect("Linux tells");
        let tcp = sockets.lines().find(|line| line.starts_with("TCP:")).expect("it speaks TCP");
        let pages = word_after(tcp, "mem");
        let page = word_after(&own, "KernelPageSize:");
        Self { objects: kilobytes * 1_024, buffers: pages * page * 1_024 }
    }

    /// What more there is of objects, and of buffers.
    pub(crate) fn since(self, before: Self) -> [u64; 2] {
        let objects = self.objects.saturating_sub(before.objects);
        [objects, self.buffers.saturating_sub(before.buffers)]
    }
}

fn word_after(text: &str, name: &str) -> u64 {
    let mut words = text.split_whitespace().skip_while(|word| *word != name);
    words.nth(1).map(number).expect("it is told")
}
