//! What happens when the process may open no more files, for real: the test runs itself again in a
//! process that may open few.

use std::env;
use std::io::{self, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use std::sync::{Arc, Mutex};

use tokio::sync::Notify;
use tokio::time::timeout;
use tracing_subscriber::fmt::MakeWriter;

use super::phone::{PATIENCE, Phone};
use super::{Bar, patient, router};

const FEW: &str = "DEMITASSE_TEST_HAS_FEW_FILES";
const MODULE: &str = module_path!();

#[test]
fn the_loop_comes_back_when_the_files_ran_out() {
    if env::var_os(FEW).is_some() {
        return run_out_of_files();
    }
    let (_crate, module) = MODULE.split_once("::").expect("a module in a crate");
    let own = Command::new("sh")
        .args(["-c", r#"ulimit -n 64 && exec "$0" "$@""#])
        .arg(env::current_exe().expect("the test's own program"))
        .arg(format!("{module}::the_loop_comes_back_when_the_files_ran_out"))
        .args(["--exact", "--nocapture"])
        .env(FEW, "1")
        .output()
        .expect("a shell");
    let said = String::from_utf8_lossy(&own.stdout);
    let complaint = String::from_utf8_lossy(&own.stderr);
    assert!(own.status.success() && said.contains("1 passed"), "{said}{complaint}");
}

/// One thread, so that the crowd is there before the server looks.
#[tokio::main(flavor = "current_thread")]
async fn run_out_of_files() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_writer(log.clone()).finish();
    let _logging = tracing::subscriber::set_default(subscriber);
    let bar = Bar::open(router(), patient()).await;

    let crowd = fill_up(bar.address);
    log.said("no room for another connection").await;
    drop(crowd);
    let answer = Phone::connect(bar.address).await.get("/", "").await;
    assert_eq!(answer.body, "flat white");
}

/// Connects until there are no more files.
fn fill_up(address: SocketAddr) -> Vec<TcpStream> {
    let mut crowd = Vec::new();
    while let Ok(phone) = TcpStream::connect(address) {
        crowd.push(phone);
    }
    crowd
}

/// The log, and a sign whenever it grows.
#[derive(Clone, Default)]
struct Log {
    text: Arc<Mutex<Vec<u8>>>,
    grew: Arc<Notify>,
}

impl Log {
    fn text(&self) -> String {
        let bytes = self.text.lock().expect("nobody panicked").clone();
        String::from_utf8(bytes).expect("text")
    }

    async fn said(&self, words: &str) {
        while !self.text().contains(words) {
            timeout(PATIENCE, self.grew.notified()).await.expect("a word in time");
        }
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.text.lock().expect("nobody panicked").extend_from_slice(bytes);
        self.grew.notify_one();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Log {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
