//! What a venue decides before the bar opens.

mod backup;
mod mail;
mod mdns;
mod monitors;
mod password;
mod sending;
mod sms;
mod tls;

use std::fs;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

use demitasse_shared::api::SignInKind;
use demitasse_shared::client::data_dir;
use demitasse_shared::colour::Colour;
use demitasse_shared::menu::Menu;
use jiff::tz::TimeZone;

pub use self::backup::{BackupFlags, Every};
pub use self::mail::MailFlags;
pub use self::mdns::{Mdns, MdnsFlags};
pub use self::monitors::{BadMonitors, MonitorFlags};
pub use self::password::Password;
pub use self::sending::BadSending;
pub use self::sms::SmsFlags;
pub use self::tls::{BadTls, Tls, TlsFlags};
use crate::app::{self, Logo, Look, NoLogo, Venue};
use crate::menu_file::{self, Faults};

/// The menu that a bar opens with unless it is given another.
const DEFAULT_MENU: &str = include_str!("../../assets/menus/default.toml");

/// What the bar is called where the venue says nothing.
const DEFAULT_NAME: &str = "Demitasse";

/// Where ssh clients look for the board: the port that everybody takes beside the system's own.
const SSH_PORT: u16 = 2222;

/// A venue's decisions: each is a flag and an environment variable.
#[derive(Clone, Debug, clap::Args)]
pub struct Config {
    /// Where everything is kept
    #[arg(long, value_name = "DIR", env = "DEMITASSE_DATA", default_value_os_t = default_data())]
    pub data: PathBuf,

    /// The venue's name, as guests read it
    #[arg(
        long = "venue",
        value_name = "NAME",
        env = "DEMITASSE_VENUE",
        default_value = DEFAULT_NAME
    )]
    pub name: String,

    /// The address that phones reach, such as <http://192.168.1.7:8080>; found if not given
    #[arg(long, value_name = "URL", env = "DEMITASSE_PUBLIC_URL")]
    pub public_url: Option<String>,

    /// The venue's time zone, such as Europe/Lisbon; the machine's if not given
    #[arg(long, value_name = "ZONE", env = "DEMITASSE_ZONE")]
    pub zone: Option<String>,

    /// Tell guests who makes their drink
    #[arg(long, env = "DEMITASSE_BARISTA_NAMES")]
    pub barista_names: bool,

    /// Where guests fetch their drinks, such as "the counter by the stairs"
    #[arg(long, value_name = "PLACE", env = "DEMITASSE_COUNTER")]
    pub counter: Option<String>,

    /// The colour of what guests can tap, such as #0a7cff; it is moved to where it can be read
    #[arg(long, value_name = "COLOUR", env = "DEMITASSE_ACCENT")]
    pub accent: Option<Colour>,

    /// A drawing (SVG) or picture (PNG) of up to 30 kB, shown beside the venue's name
    #[arg(long, value_name = "FILE", env = "DEMITASSE_LOGO")]
    pub logo: Option<PathBuf>,

    /// What the monitors show besides.
    #[command(flatten)]
    pub monitors: MonitorFlags,

    /// Whether the bar serves https.
    #[command(flatten)]
    pub tls: TlsFlags,
    /// Backups that the server makes by itself.
    #[command(flatten)]
    pub backup: BackupFlags,

    /// By what guests sign in: name, email or sms (a one-time code is sent), or badge
    #[arg(long, value_name = "KIND", env = "DEMITASSE_SIGN_IN", default_value = "name")]
    pub sign_in: SignInKind,

    /// The program that sends one-time codes, such as "msmtp" or "/srv/bar/send-sms": it gets the
    /// recipient as its last argument and the message on its standard input
    #[arg(long, value_name = "COMMAND", env = "DEMITASSE_CODE_COMMAND")]
    pub code_command: Option<String>,

    /// By which server codes travel as e-mails.
    #[command(flatten)]
    pub mail: MailFlags,

    /// By which gateway they travel as short messages.
    #[command(flatten)]
    pub sms: SmsFlags,

    /// The attendees' codes, for --sign-in badge: a CSV file with the code in its first column. It is
    /// taken over where the bar has no list yet; `demitasse staff badges` takes another at any time
    #[arg(long, value_name = "FILE", env = "DEMITASSE_BADGES")]
    pub badges: Option<PathBuf>,

    /// A menu file to open with the first time; `demitasse menu import` takes one later
    #[arg(long, value_name = "FILE", env = "DEMITASSE_MENU")]
    pub menu: Option<PathBuf>,

    /// Serve the baristas' board to tablets that have nothing installed, by ssh and in a browser
    #[arg(long, value_name = "on|off", env = "DEMITASSE_BOARDS", default_value = "on")]
    pub boards: Boards,

    /// Where ssh clients find the board; port 2222 beside --listen if not given
    #[arg(long, value_name = "ADDRESS", env = "DEMITASSE_SSH")]
    pub ssh: Option<SocketAddr>,

    /// Whether the network hears where the bar is.
    #[command(flatten)]
    pub mdns: MdnsFlags,

    /// Let anybody read the figures at /metrics, and not only programs on this machine
    #[arg(long, env = "DEMITASSE_OPEN_METRICS")]
    pub open_metrics: bool,
}

/// Whether the server hosts the baristas' board for tablets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Boards {
    /// To any ssh client and any browser that is paired.
    #[default]
    On,
    /// To nobody.
    Off,
}

/// Why a configuration cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The zone is not known.
    #[error("{0:?} is no time zone: give one like Europe/Lisbon")]
    Zone(String),
    /// The public address is none.
    #[error("{0:?} is no address for phones: give one like http://192.168.1.7:8080")]
    PublicUrl(String),
    /// The logo cannot be read.
    #[error("cannot read the logo {path}: {source}")]
    LogoFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The logo cannot be shown.
    #[error("the logo {path} cannot be used: {source}")]
    Logo {
        /// The file.
        path: PathBuf,
        /// Why not.
        source: NoLogo,
    },
    /// The monitors cannot show that.
    #[error(transparent)]
    Monitors(#[from] BadMonitors),
    /// HTTPS cannot be served.
    #[error(transparent)]
    Tls(#[from] BadTls),
    /// Codes cannot be sent.
    #[error(transparent)]
    Sending(#[from] BadSending),
    /// The list of badges cannot be read.
    #[error("cannot read the badges {path}: {source}")]
    BadgesFile {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: csv::Error,
    },
    /// There are no badges.
    #[error(
        "--sign-in badge needs the attendees' codes: give a file with --badges, the code in its \
         first column"
    )]
    NoBadges,
    /// The menu cannot be read.
    #[error("cannot read the menu {path}: {source}")]
    MenuFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The menu cannot be used.
    #[error(transparent)]
    Menu(#[from] Faults),
}

/// What a venue has that decides nothing, as without any flag.
impl Default for Config {
    fn default() -> Self {
        Self {
            data: default_data(),
            name: DEFAULT_NAME.to_owned(),
            public_url: None,
            zone: None,
            barista_names: false,
            counter: None,
            accent: None,
            logo: None,
            monitors: MonitorFlags::default(),
            tls: TlsFlags::default(),
            backup: BackupFlags::default(),
            sign_in: SignInKind::default(),
            code_command: None,
            mail: MailFlags::default(),
            sms: SmsFlags::default(),
            badges: None,
            menu: None,
            boards: Boards::default(),
            ssh: None,
            mdns: MdnsFlags::default(),
            open_metrics: false,
        }
    }
}

impl Config {
    /// Where ssh clients find the board of a server that listens at this address.
    pub(crate) fn ssh(&self, address: SocketAddr) -> SocketAddr {
        self.ssh.unwrap_or(SocketAddr::new(address.ip(), SSH_PORT))
    }

    /// The same configuration for a server that was asked to listen at this address: where it
    /// takes any free port, so do ssh lines, unless they were given one.
    #[must_use]
    pub(crate) fn listening(mut self, asked: SocketAddr) -> Self {
        if asked.port() == 0 {
            self.ssh.get_or_insert(asked);
        }
        self
    }

    /// Looks at all that the server looks at when it starts, without starting it.
    ///
    /// # Errors
    /// The first thing that cannot be used.
    pub(crate) fn check(&self, listen: SocketAddr) -> Result<(), ConfigError> {
        self.venue(listen)?;
        self.sender()?;
        self.badges()?;
        self.menu()?;
        self.tls.pair(&self.data)?;
        Ok(())
    }

    /// The venue, on a server that listens at this address.
    pub(crate) fn venue(&self, address: SocketAddr) -> Result<Venue, ConfigError> {
        Ok(Venue {
            name: self.name.clone(),
            public_url: self.public_url(address)?,
            zone: self.zone()?,
            sign_in: self.sign_in,
            barista_names: self.barista_names,
            counter: self.counter.clone(),
            look: Look { accent: self.accent, logo: self.logo()? },
            monitors: self.monitors.monitors()?,
        })
    }

    fn logo(&self) -> Result<Option<Logo>, ConfigError> {
        let Some(path) = &self.logo else { return Ok(None) };
        let read = fs::read(path);
        let content =
            read.map_err(|source| ConfigError::LogoFile { path: path.clone(), source })?;
        let logo = Logo::new(content);
        logo.map(Some).map_err(|source| ConfigError::Logo { path: path.clone(), source })
    }

    /// The list of badges, where one is given.
    pub(crate) fn badges(&self) -> Result<Option<Vec<String>>, ConfigError> {
        let Some(path) = &self.badges else { return Ok(None) };
        let unread = |source: csv::Error| ConfigError::BadgesFile { path: path.clone(), source };
        let file = fs::read(path).map_err(|error| unread(error.into()))?;
        let badges = app::read_badges(&file).map_err(unread)?;
        if badges.is_empty() { Err(ConfigError::NoBadges) } else { Ok(Some(badges)) }
    }

    /// The venue's zone; this machine's where it says nothing.
    pub(crate) fn zone(&self) -> Result<TimeZone, ConfigError> {
        zone_named(self.zone.as_deref())
    }

    /// The address that phones reach.
    pub(crate) fn public_url(&self, address: SocketAddr) -> Result<String, ConfigError> {
        let Some(url) = &self.public_url else {
            return Ok(self.tls.public_url(address)?);
        };
        let url = url.trim_end_matches('/');
        let host = url.strip_prefix("http://").or_else(|| url.strip_prefix("https://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => {
                Ok(url.to_owned())
            }
            _ => Err(ConfigError::PublicUrl(url.to_owned())),
        }
    }

    /// The menu for the first start.
    pub(crate) fn menu(&self) -> Result<Menu, ConfigError> {
        let Some(path) = &self.menu else { return Ok(default_menu()) };
        let text = fs::read_to_string(path)
            .map_err(|source| ConfigError::MenuFile { path: path.clone(), source })?;
        let file = path.display().to_string();
        Ok(menu_file::read(&text).map_err(|faults| Faults { file, faults })?)
    }
}

/// A zone by its name; this machine's without one.
pub(crate) fn zone_named(name: Option<&str>) -> Result<TimeZone, ConfigError> {
    match name {
        Some(name) => TimeZone::get(name).map_err(|_unknown| ConfigError::Zone(name.to_owned())),
        None => Ok(TimeZone::system()),
    }
}

/// The menu that comes along; a test holds it to be a good one.
pub(crate) fn default_menu() -> Menu {
    toml::from_str(DEFAULT_MENU).unwrap_or_default()
}

/// The platform's data directory, or a folder here where it has none.
pub(crate) fn default_data() -> PathBuf {
    data_dir().unwrap_or_else(|| PathBuf::from("demitasse-data"))
}

/// Where programs on this machine reach a server that listens at this address.
pub(crate) fn loopback(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        ip if !ip.is_unspecified() => ip,
        IpAddr::V4(_) => IpAddr::V4(Ipv4Addr::LOCALHOST),
        IpAddr::V6(_) => IpAddr::V6(Ipv6Addr::LOCALHOST),
    };
    SocketAddr::new(ip, address.port())
}

/// Where phones reach a server that listens at this address: the machine's own address in the
/// venue's network where it listens everywhere.
pub(crate) fn reachable(address: SocketAddr) -> SocketAddr {
    if !address.ip().is_unspecified() {
        return address;
    }
    let own = own_addresses().into_iter().next();
    own.map_or_else(|| loopback(address), |(_, ip)| SocketAddr::new(ip, address.port()))
}

/// The machine's own addresses in its networks, with their interfaces' names: the one that phones
/// reach most likely first.
pub(crate) fn own_addresses() -> Vec<(String, IpAddr)> {
    let all = if_addrs::get_if_addrs().unwrap_or_default().into_iter();
    let lan = all.filter(|own| own.ip().is_ipv4() && !own.is_loopback());
    let mut lan: Vec<_> = lan.map(|own| (own.name.clone(), own.ip())).collect();
    lan.sort_by_key(|(_, ip)| !is_private(*ip));
    lan
}

fn is_private(ip: IpAddr) -> bool {
    matches!(ip, IpAddr::V4(ip) if ip.is_private())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        Config { zone: Some("Europe/Lisbon".to_owned()), ..Config::default() }
    }

    #[test]
    fn the_menu_that_comes_along_can_be_used() {
        let menu = menu_file::read(DEFAULT_MENU).expect("a good menu");
        assert!(menu.drinks.len() >= 8);
        assert_eq!(config().menu().expect("a menu"), menu);
    }

    #[test]
    fn what_cannot_be_used_is_named() {
        let address: SocketAddr = "127.0.0.1:80".parse().expect("an address");
        let zone = Config { zone: Some("Mars/Base".to_owned()), ..config() };
        assert!(zone.venue(address).is_err_and(|e| e.to_string().contains("Mars/Base")));
        for bad in ["bar.example", "ftp://bar", "http://", "http://bar/path"] {
            let url = Config { public_url: Some(bad.to_owned()), ..config() };
            assert!(url.venue(address).is_err_and(|e| e.to_string().contains("phones")), "{bad}");
        }
    }

    #[test]
    fn phones_never_get_the_address_that_means_everywhere() {
        let everywhere = "0.0.0.0:8080".parse().expect("an address");
        assert!(!reachable(everywhere).ip().is_unspecified());
        assert_eq!(loopback(everywhere).to_string(), "127.0.0.1:8080");
    }
}
