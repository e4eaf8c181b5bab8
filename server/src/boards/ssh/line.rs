//! One person's line: keys come in, pictures go out, until one side has enough.

use std::fmt;
use std::future::pending;
use std::time::Duration;

use bytes::Bytes;
use crossterm::event::Event;
use demitasse_barista::Ear;
use ratatui::layout::Size;
use russh::server::{Handle, Msg};
use russh::{Channel, ChannelId, ChannelMsg, ChannelReadHalf, ChannelWriteHalf};
use tokio::time::{sleep, timeout};

use super::ink;
use super::parser::Parser;
use super::surroundings::Surroundings;
use crate::boards::Boards;
use crate::boards::canvas::Viewer;
use crate::boards::host::{self, End};
use crate::storage::devices::Device;

/// How long an Esc may stand alone before it is a key of its own. The rest of an arrow's sequence
/// comes in the same packet, or right after it.
const ESC_ALONE: Duration = Duration::from_millis(40);

/// How long a client may take to ask for its terminal and its board.
const ASK_WITHIN: Duration = Duration::from_secs(10);

/// How long a client may take to leave once its board has ended.
const LEAVE_WITHIN: Duration = Duration::from_secs(1);

/// For whoever has no terminal.
const NO_TERMINAL: &str = "This is a board for a terminal: try it with ssh -t.\r\n";

/// Exit codes of what a signal ended are this plus the signal's number; Ctrl-C is the second.
const INTERRUPTED: u32 = 130;

/// What a client asked for.
struct Asked {
    size: Size,
    surroundings: Surroundings,
}

/// Serves a client's channel to its end.
pub(super) async fn attend(channel: Channel<Msg>, handle: Handle, device: Device, boards: Boards) {
    let id = channel.id();
    let (mut keys, screen) = channel.split();
    let asked = timeout(ASK_WITHIN, asked(&mut keys, &Replies { handle: &handle, id })).await;
    let code = match asked {
        Ok(Some(Ok(asked))) => Some(board(keys, &screen, &handle, asked, &device, &boards).await),
        Ok(Some(Err(words))) => {
            tell(&screen, words).await;
            Some(1)
        }
        Ok(None) | Err(_) => None,
    };
    // Whoever is gone hears none of it.
    if let Some(code) = code {
        drop(screen.exit_status(code).await);
    }
    drop(screen.eof().await);
    drop(screen.close().await);
    // Clients leave by themselves, and say so if they are told to.
    sleep(LEAVE_WITHIN).await;
    drop(handle.disconnect(russh::Disconnect::ByApplication, String::new(), String::new()).await);
}

/// Answers a channel's requests.
struct Replies<'a> {
    handle: &'a Handle,
    id: ChannelId,
}

impl Replies<'_> {
    async fn answer(&self, wanted: bool, granted: bool) {
        if !wanted {
            return;
        }
        let answered = if granted {
            self.handle.channel_success(self.id).await
        } else {
            self.handle.channel_failure(self.id).await
        };
        if answered.is_err() {
            tracing::trace!("the line is gone");
        }
    }
}

/// Hears what the client asks for, until it asks for its board. Whoever asks for anything else is
/// refused it, and whoever has no terminal is told so.
async fn asked(
    keys: &mut ChannelReadHalf,
    replies: &Replies<'_>,
) -> Option<Result<Asked, &'static str>> {
    let mut surroundings = Surroundings::default();
    let mut size = None;
    loop {
        match keys.wait().await? {
            ChannelMsg::RequestPty { want_reply, term, col_width, row_height, .. } => {
                surroundings.set("TERM", term);
                size = Some(size_of(col_width, row_height));
                replies.answer(want_reply, true).await;
            }
            ChannelMsg::SetEnv { want_reply, variable_name, variable_value } => {
                let taken = surroundings.set(&variable_name, variable_value);
                replies.answer(want_reply, taken).await;
            }
            ChannelMsg::WindowChange { col_width, row_height, .. } => {
                size = size.map(|_| size_of(col_width, row_height));
            }
            ChannelMsg::RequestShell { want_reply } => {
                replies.answer(want_reply, true).await;
                let asked = size.map(|size| Asked { size, surroundings });
                return Some(asked.ok_or(NO_TERMINAL));
            }
            ChannelMsg::Exec { want_reply, .. }
            | ChannelMsg::RequestSubsystem { want_reply, .. } => {
                replies.answer(want_reply, false).await;
                return None;
            }
            ChannelMsg::RequestX11 { want_reply, .. } | ChannelMsg::AgentForward { want_reply } => {
                replies.answer(want_reply, false).await;
            }
            ChannelMsg::Eof | ChannelMsg::Close => return None,
            _ => {}
        }
    }
}

/// Shows a board until it ends, and says with which exit code.
async fn board(
    keys: ChannelReadHalf,
    screen: &ChannelWriteHalf<Msg>,
    handle: &Handle,
    asked: Asked,
    device: &Device,
    boards: &Boards,
) -> u32 {
    let hosted = match boards.open(device, asked.surroundings.manner(), asked.size) {
        Ok(hosted) => hosted,
        Err(why) => {
            tell(screen, why).await;
            return 1;
        }
    };
    tell(screen, ink::BEGIN).await;
    let replies = Replies { handle, id: screen.id() };
    tokio::select! {
        () = show(hosted.viewer, screen) => {}
        () = hear(keys, &hosted.ear, &replies) => drop(hosted.ear.hang_up().await),
    }
    let end = host::end(hosted.end).await;
    tell(screen, ink::END).await;
    tell(screen, last_words(end)).await;
    match end {
        End::Quit | End::HungUp | End::Closed => 0,
        End::Interrupted => INTERRUPTED,
        End::Revoked | End::Failed => 1,
    }
}

fn last_words(end: End) -> &'static str {
    match end {
        End::Quit | End::Interrupted | End::HungUp => "",
        End::Revoked => "This device is not paired any more.\r\n",
        End::Closed => "The bar's server has closed.\r\n",
        End::Failed => "The board could not go on. Come in again.\r\n",
    }
}

/// Sends pictures, each once the line has taken the one before.
async fn show(mut viewer: Viewer, screen: &ChannelWriteHalf<Msg>) {
    while let Some(change) = viewer.next().await {
        let Ok(bytes) = ink::written(&change) else { return };
        if !bytes.is_empty() && screen.data_bytes(Bytes::from(bytes)).await.is_err() {
            return pending().await;
        }
    }
}

/// Hands keys on until the client hangs up.
async fn hear(mut keys: ChannelReadHalf, ear: &Ear, replies: &Replies<'_>) {
    let mut parser = Parser::default();
    loop {
        let message = if parser.is_waiting() {
            timeout(ESC_ALONE, keys.wait()).await
        } else {
            Ok(keys.wait().await)
        };
        let events = match message {
            Err(_quiet) => parser.quiet(),
            Ok(Some(ChannelMsg::Data { data })) => parser.feed(&data),
            Ok(Some(ChannelMsg::WindowChange { col_width, row_height, .. })) => {
                let size = size_of(col_width, row_height);
                vec![Event::Resize(size.width, size.height)]
            }
            Ok(None | Some(ChannelMsg::Eof | ChannelMsg::Close)) => return,
            Ok(Some(message)) => {
                refuse(&message, replies).await;
                continue;
            }
        };
        for event in events {
            if ear.event(event).await.is_err() {
                // The board has ended; its last picture says so.
                return pending().await;
            }
        }
    }
}

/// Refuses what comes too late, or is never there.
async fn refuse(message: &ChannelMsg, replies: &Replies<'_>) {
    let want_reply = match message {
        ChannelMsg::RequestPty { want_reply, .. }
        | ChannelMsg::SetEnv { want_reply, .. }
        | ChannelMsg::RequestShell { want_reply }
        | ChannelMsg::Exec { want_reply, .. }
        | ChannelMsg::RequestSubsystem { want_reply, .. }
        | ChannelMsg::RequestX11 { want_reply, .. }
        | ChannelMsg::AgentForward { want_reply } => *want_reply,
        _ => false,
    };
    replies.answer(want_reply, false).await;
}

fn size_of(columns: u32, rows: u32) -> Size {
    let fit = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    Size::new(fit(columns), fit(rows))
}

/// Writes words; whoever is gone does not hear them.
async fn tell(screen: &ChannelWriteHalf<Msg>, words: impl fmt::Display) {
    let words = words.to_string();
    if !words.is_empty() {
        drop(screen.data_bytes(Bytes::from(words)).await);
    }
}
