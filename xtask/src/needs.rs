//! What the machine must have, by Debian's names, and why.

/// One package of the system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    /// Its name in Debian 12.
    pub(crate) package: &'static str,
    /// A program that comes with it. Where that is found, wherever it came from, the package is
    /// not missing. Libraries have none: they are loaded by name when a window opens.
    pub(crate) program: Option<&'static str>,
}

const fn program(package: &'static str, program: &'static str) -> Need {
    Need { package, program: Some(program) }
}

const fn library(package: &'static str) -> Need {
    Need { package, program: None }
}

/// A C compiler, for SQLite, and the linker that Rust itself needs.
pub(crate) const BUILD: &[Need] = &[program("gcc", "cc"), library("libc6-dev")];

/// What the monitor is linked to for its sound, and the program that finds it for the build.
pub(crate) const SOUND: &[Need] = &[library("libasound2-dev"), program("pkg-config", "pkg-config")];

/// What a window on X11 or Wayland loads when it opens; nothing of it is linked.
pub(crate) const WINDOW: &[Need] = &[
    // Drawing: EGL, and Mesa behind it (in software where there is no GPU).
    library("libegl1"),
    library("libgl1-mesa-dri"),
    // X11: connection, pointer, input, keyboard.
    library("libx11-6"),
    library("libx11-xcb1"),
    library("libxcursor1"),
    library("libxi6"),
    library("libxkbcommon-x11-0"),
    // Wayland: connection, surface, keyboard.
    library("libwayland-client0"),
    library("libwayland-egl1"),
    library("libxkbcommon0"),
];

/// What the tests look through: a screen, a phone, an ssh client and a QR reader that are not ours.
pub(crate) const TESTS: &[Need] = &[
    program("xvfb", "Xvfb"),
    program("openbox", "openbox"),
    // A screen with several outputs whose cables can be pulled.
    program("xserver-xorg-core", "Xorg"),
    library("xserver-xorg-video-dummy"),
    program("x11-xserver-utils", "xrandr"),
    program("imagemagick", "import"),
    program("zbar-tools", "zbarimg"),
    program("chromium", "chromium"),
    program("nodejs", "node"),
    program("npm", "npm"),
    program("openssh-client", "ssh"),
    // Who looks at https from outside: a client and the certificates' own tool.
    program("curl", "curl"),
    program("openssl", "openssl"),
    // Networks of a test's own.
    program("iproute2", "ip"),
    // A laptop's day at another time than now.
    library("libfaketime"),
    // A mail server.
    library("python3-aiosmtpd"),
    // What reads the packages' papers and units.
    program("fish", "fish"),
    program("man-db", "man"),
    program("systemd", "systemd-analyze"),
    program("zsh", "zsh"),
];

/// What the fuzzer itself is built with.
pub(crate) const FUZZ: &[Need] = &[program("g++", "c++")];

/// What another judge of the API is installed with.
pub(crate) const SCHEMATHESIS: &[Need] = &[library("python3-venv")];

/// What Debian's packages are made with.
pub(crate) const PACKAGES: &[Need] =
    &[program("binutils", "strip"), program("dpkg-dev", "dpkg-shlibdeps"), program("git", "git")];

/// What a clean Debian is made with, to try packages out in it.
pub(crate) const TRY: &[Need] = &[program("debootstrap", "debootstrap")];

/// What only the benches need: a browser that holds a hall full of phones.
pub(crate) const BENCHES: &[Need] =
    &[program("chromium-headless-shell", "chromium-headless-shell")];
