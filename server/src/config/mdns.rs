//! Whether the network hears where the bar is.

/// Whether the server announces itself, as it was given.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct MdnsFlags {
    /// Announce the bar on the local network, so that devices find it without an address. A server
    /// that listens on this machine alone never does
    #[arg(long, value_name = "on|off", env = "DEMITASSE_MDNS", default_value = "on")]
    pub mdns: Mdns,
}

/// Whether the server announces itself by multicast DNS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Mdns {
    /// To everybody on the local network.
    #[default]
    On,
    /// To nobody.
    Off,
}
