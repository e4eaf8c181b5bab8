use demitasse_shared::api::{NewPairing, Role};
use demitasse_tests::{OpenBar, Terminal, within};
use tokio::net::TcpStream;
use tokio::process::Command;

use crate::{Client, DRINKS, holds, ssh};

/// More than there is room for at the door.
const STRANGERS: usize = 40;

const ASKS: &str = "Pairing code:";

#[tokio::test(flavor = "multi_thread")]
async fn a_code_lets_a_client_in_once_and_then_its_key_does() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    bar.queue(2).await;
    let client = Client::new().await;
    let mut line = client.comes_to(&bar).sized(100, 30).start();
    asks(&mut line, 1).await;
    line.press(&format!("{}\r", bar.staff().code("Ana").await));
    line.shows("the queue", |screen| holds(screen, [2, 0, 0])).await;
    line.press("\r");
    line.shows("one in hand", |screen| holds(screen, [1, 1, 0])).await;

    line.resize(50, 16);
    line.shows("it all the same", |screen| screen.contains("Making 1")).await;
    line.press("q");
    assert_eq!(line.end().await, 0, "{}", line.text());
    line.looks("the screen given back", |screen| {
        !screen.alternate_screen() && !screen.hide_cursor()
    })
    .await;

    let mut again = client.comes_to(&bar).sized(100, 30).start();
    again.shows("the same board, unasked", |screen| holds(screen, [1, 1, 0])).await;
    again.shows("whose it is", |screen| screen.contains("Ana")).await;
    again.press("\x03");
    assert_eq!(again.ended().await, 130, "as Ctrl-C ends a program");
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_codes_are_refused_three_times_and_a_monitors_code_stays_good() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let new = NewPairing { role: Role::Display, name: "Monitor".to_owned() };
    let monitors = bar.staff().manager.pair(&new).await.expect("a manager may pair").code;
    let mut line = Client::new().await.comes_to(&bar).start();
    for (tries, code) in [(1, "0000-0000"), (2, monitors.as_str()), (3, "COFFEE")] {
        asks(&mut line, tries).await;
        line.press(&format!("{code}\r"));
    }
    assert_eq!(line.end().await, 255);
    let text = line.text();
    assert!(text.contains("This pairing code is not good"), "{text}");
    assert!(text.contains("This pairing code is for a monitor."), "{text}");

    let claim = demitasse_shared::api::Claim { code: monitors, device: "A test".to_owned() };
    bar.staff().nobody().claim(&claim).await.expect("nobody has used it up");
}

#[tokio::test(flavor = "multi_thread")]
async fn there_is_nothing_behind_the_line_but_the_board() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let client = Client::new().await;
    let mut line = client.comes_to(&bar).start();
    asks(&mut line, 1).await;
    line.press(&format!("{}\r", bar.staff().code("Ana").await));
    line.shows("the board", |screen| screen.contains("● live")).await;
    line.press("q");
    assert_eq!(line.ended().await, 0);

    let refused = [
        (vec!["ls"], "exec request failed"),
        (vec!["-s", "sftp"], "subsystem request failed"),
        (vec!["-T"], "This is a board for a terminal"),
        (
            vec!["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:9"],
            "remote port forwarding failed",
        ),
        (vec!["-W", "127.0.0.1:9"], "stdio forwarding failed"),
    ];
    for (asked, answer) in refused {
        let mut args = client.args(bar.data());
        let to = args.pop().expect("the bar");
        let (options, command): (Vec<_>, Vec<_>) = match asked.as_slice() {
            ["ls"] => (vec![], asked.clone()),
            ["-s", rest @ ..] => (vec!["-s"], rest.to_vec()),
            options => (options.to_vec(), vec![]),
        };
        let mut ssh = Command::new(ssh());
        ssh.args(args).arg("-oBatchMode=yes").args(options).arg(to).args(command);
        let ended = within("ssh to be refused", ssh.output()).await.expect("it can be started");
        let said = [ended.stdout, ended.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert!(!ended.status.success() && said.contains(answer), "{asked:?}: {said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bar_that_closes_says_so_and_is_known_again() {
    let mut bar = OpenBar::with_drinks(DRINKS).await;
    let client = Client::new().await;
    let mut line = client.comes_to(&bar).start();
    asks(&mut line, 1).await;
    line.press(&format!("{}\r", bar.staff().code("Ana").await));
    line.shows("the board", |screen| screen.contains("● live")).await;
    bar.pull_the_plug(async || {}).await;
    assert_eq!(line.ended().await, 255, "the line is lost");

    // The bar's key is the same: the client would refuse another one.
    let known = std::fs::read_to_string(client.home.path().join("known")).expect("it was kept");
    let port = |data| demitasse_shared::client::LocalServer::read(data).ok()?.ssh;
    let port = port(bar.data()).expect("boards are on").port();
    let key = known.split_once(' ').expect("a line").1;
    let file = client.home.path().join("known");
    std::fs::write(file, format!("[127.0.0.1]:{port} {key}")).expect("it can be written");
    let mut again = client.comes_to(&bar).start();
    again.shows("the board, unasked", |screen| screen.contains("● live")).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_who_only_stand_there_keep_no_known_key_out_until_it_is_revoked() {
    let bar = OpenBar::with_drinks(DRINKS).await;
    let client = Client::new().await;
    let mut line = client.comes_to(&bar).start();
    asks(&mut line, 1).await;
    line.press(&format!("{}\r", bar.staff().code("Ana").await));
    line.shows("the board", |screen| screen.contains("● live")).await;
    line.press("q");
    assert_eq!(line.ended().await, 0);

    let word = demitasse_shared::client::LocalServer::read(bar.data()).expect("it runs");
    let address = word.ssh.expect("boards are on");
    let mut strangers = Vec::new();
    for _ in 0..STRANGERS {
        let stranger = within("a connection", TcpStream::connect(address)).await;
        strangers.push(stranger.expect("the door is open"));
    }
    let mut again = client.comes_to(&bar).start();
    again.shows("the board, unasked", |screen| screen.contains("● live")).await;
    drop(strangers);

    let devices = bar.staff().manager.devices().await.expect("a manager sees them");
    let ana = devices.iter().find(|device| device.name == "Ana").expect("it is listed");
    assert!(ana.connected && ana.device == "An ssh client", "{ana:?}");
    bar.staff().manager.revoke_device(ana.id).await.expect("a manager may");
    assert_eq!(again.end().await, 1);
    let text = again.text();
    assert!(text.contains("This device is not paired any more."), "{text}");
    let mut stranger = client.comes_to(&bar).start();
    asks(&mut stranger, 1).await;
}

/// Waits until the client asks for a code for the so many-th time.
async fn asks(line: &mut Terminal, times: usize) {
    line.shows("the question", |screen| screen.matches(ASKS).count() == times).await;
}
