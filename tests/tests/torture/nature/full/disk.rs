//! A small disk, in memory, that only this test's programs see.

#![expect(clippy::print_stdout, reason = "where there is no such disk, somebody should know")]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{ExitStatus, Stdio};

use demitasse_tests::{Server, alone, program, within};
use rustix::fs::statvfs;
use rustix::process::getuid;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// More than the bar's doctor asks for before it is content with a disk.
const SIZE: &str = "size=140m";

/// At once so much is written: no more than anybody notices in the machine's memory.
const PIECE: usize = 16_384;

/// A disk under a bar's folder, in a mount namespace. It goes when its keeper ends, and that ends
/// with the test: its input is a pipe from here.
#[derive(Debug)]
pub(super) struct SmallDisk {
    keeper: Child,
    folder: TempDir,
}

impl SmallDisk {
    /// Makes one, as root or as nobody in particular. Nothing where this machine lets nobody.
    pub(super) async fn make() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder");
        let script = format!("mount -t tmpfs -o {SIZE} tmpfs \"$0\" && echo made && exec cat");
        let mut keeper = Command::new("unshare");
        keeper.args(own_user("--map-root-user")).args(["--mount", "sh", "-c", &script]);
        keeper.arg(folder.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut keeper = keeper.spawn().ok()?;
        let out = keeper.stdout.take().expect("it is piped");
        let made = within("the disk", BufReader::new(out).lines().next_line()).await;
        if made.ok().flatten().is_none() {
            println!("no small disk here: that needs a mount namespace");
            return None;
        }
        Some(Self { keeper, folder })
    }

    /// The bar's folder, as it is seen from outside.
    pub(super) fn seen(&self) -> PathBuf {
        let inside = self.folder.path().strip_prefix("/").expect("temporary folders have a root");
        PathBuf::from(format!("/proc/{}/root", self.id())).join(inside)
    }

    /// `demitasse` with a subcommand, on this disk.
    pub(super) fn demitasse<'a>(&self, args: impl IntoIterator<Item = &'a str>) -> Command {
        let mut command = Command::new("nsenter");
        alone(command.as_std_mut());
        command.arg(format!("--target={}", self.id())).arg("--mount");
        command.args(own_user("--user")).args(own_user("--preserve-credentials"));
        command.arg("--").arg(program("demitasse")).args(args.into_iter().map(OsStr::new));
        command.arg("--data").arg(self.folder.path());
        command.stdin(Stdio::null()).kill_on_drop(true);
        command
    }

    /// What serves the bar there.
    pub(super) fn command(&self, listen: SocketAddr) -> Command {
        let listen = listen.to_string();
        self.demitasse(["serve", "--listen", &listen, "--ssh", "127.0.0.1:0", "--zone", "UTC"])
    }

    /// Serves it.
    pub(super) async fn serve(&self, listen: SocketAddr) -> Result<Server, ExitStatus> {
        Server::begin(self.command(listen), &self.seen()).await
    }

    /// Fills the disk but for so many bytes.
    pub(super) fn leave(&self, bytes: u64) {
        let mut ballast = File::create(self.ballast()).expect("there is room for a name");
        let room = statvfs(self.seen()).expect("it is there");
        let mut fill = (room.f_bavail * room.f_bsize).saturating_sub(bytes);
        while fill > 0 {
            let piece = usize::try_from(fill).map_or(PIECE, |fill| fill.min(PIECE));
            let taken = ballast.write(&[0; PIECE][..piece]).expect("so much was free");
            fill -= u64::try_from(taken).expect("it is small");
        }
    }

    /// Gives the room back.
    pub(super) fn make_room(&self) {
        fs::remove_file(self.ballast()).ok();
    }

    fn ballast(&self) -> PathBuf {
        self.seen().join("photos-of-the-party")
    }

    fn id(&self) -> u32 {
        self.keeper.id().expect("it waits for its input to end")
    }
}

/// A flag that only somebody who is not root needs: they are root in a user namespace of their own.
fn own_user(flag: &'static str) -> Option<&'static str> {
    (!getuid().is_root()).then_some(flag)
}
