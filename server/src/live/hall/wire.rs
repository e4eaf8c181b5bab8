//! A phone's line.

use std::any::Any;
use std::collections::VecDeque;
use std::fmt;
use std::io::{self, Read, Write};
use std::net::Shutdown;

use bytes::{Buf, BufMut, Bytes, BytesMut};
use mio::net::TcpStream;
use mio::{Interest, Registry, Token};
use socket2::SockRef;
use tokio::sync::mpsc;

use super::floor::{Gone, Line};

/// What is kept of events that a phone's line does not take. The kernel's own buffer comes before
/// it, so whoever fills this has been gone for a while.
pub(in crate::live) const LEFT_BYTES: usize = 16 * 1024;

/// How much is heard of a phone that speaks while it listens, in bytes, for as long as it stands here.
/// It has nothing to say: whoever goes on is cut off.
const HEARD_BYTES: usize = 4 * 1024;

/// The last chunk of an answer (RFC 9112, section 7.1): nothing follows.
const END: &[u8] = b"0\r\n\r\n";

/// Events, together as one write: framed once as a chunk of an answer (RFC 9112, section 7.1),
/// whoever they are for.
#[derive(Clone, Debug)]
pub(in crate::live) struct Said {
    chunk: Bytes,
    head: usize,
}

impl Said {
    pub(in crate::live) fn of(events: &[Bytes]) -> Self {
        let length: usize = events.iter().map(Bytes::len).sum();
        let head = format!("{length:x}\r\n");
        let mut chunk = BytesMut::with_capacity(head.len() + length + 2);
        chunk.put_slice(head.as_bytes());
        for event in events {
            chunk.put_slice(event);
        }
        chunk.put_slice(b"\r\n");
        Self { chunk: chunk.freeze(), head: head.len() }
    }

    /// The events alone.
    pub(in crate::live) fn events(&self) -> Bytes {
        self.chunk.slice(self.head..self.chunk.len() - 2)
    }
}

/// A phone's line: its socket, or the body of an ordinary answer.
pub(in crate::live) enum Wire {
    Socket {
        stream: TcpStream,
        /// What it would not take yet.
        left: VecDeque<Bytes>,
        /// How much the phone has said itself, in bytes.
        heard: usize,
        #[expect(dead_code, reason = "held, not read: dropping it frees the phone's seat")]
        held: Box<dyn Any + Send>,
    },
    Body(mpsc::Sender<Bytes>),
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Socket { .. } => "Socket",
            Self::Body(_) => "Body",
        })
    }
}

impl Wire {
    pub(in crate::live) fn socket(
        stream: std::net::TcpStream,
        held: Box<dyn Any + Send>,
    ) -> io::Result<Self> {
        stream.set_nonblocking(true)?;
        let (stream, left) = (TcpStream::from_std(stream), VecDeque::new());
        Ok(Self::Socket { stream, left, heard: 0, held })
    }

    pub(in crate::live) fn body(events: mpsc::Sender<Bytes>) -> Self {
        Self::Body(events)
    }

    /// Begins to hear when the socket takes more, or hangs up. Whatever has happened to it before is
    /// told at once.
    pub(in crate::live) fn watch(&mut self, registry: &Registry, token: Token) -> io::Result<()> {
        match self {
            Self::Socket { stream, .. } => {
                registry.register(stream, token, Interest::READABLE | Interest::WRITABLE)
            }
            Self::Body(_) => Ok(()),
        }
    }

    /// Ends to hear from the socket, which is about to be closed.
    pub(in crate::live) fn unwatch(&mut self, registry: &Registry) {
        if let Self::Socket { stream, .. } = self
            && let Err(error) = registry.deregister(stream)
        {
            tracing::debug!(%error, "a phone's socket was not known any more");
        }
    }

    /// Hears a phone out. It has nothing to say; only its leaving counts.
    pub(in crate::live) fn hear(&mut self) -> Result<(), Gone> {
        let Self::Socket { stream, heard, .. } = self else { return Ok(()) };
        let mut words = [0; 1024];
        while *heard < HEARD_BYTES {
            match stream.read(&mut words) {
                Ok(0) => return Err(Gone),
                Ok(read) => *heard += read,
                Err(error) if is_for_later(&error) => return Ok(()),
                Err(_) => return Err(Gone),
            }
        }
        Err(Gone)
    }

    /// Writes what was left, as far as the line takes it.
    pub(in crate::live) fn flush(&mut self) -> Result<(), Gone> {
        let Self::Socket { stream, left, .. } = self else { return Ok(()) };
        while let Some(first) = left.front_mut() {
            let written = write(stream, first)?;
            first.advance(written);
            if !first.is_empty() {
                return Ok(());
            }
            left.pop_front();
        }
        // Memory that one bad moment took is given back.
        *left = VecDeque::new();
        Ok(())
    }

    /// Says that no more will come.
    pub(in crate::live) fn end(mut self) {
        if let Self::Socket { stream, left, .. } = &mut self
            && left.is_empty()
        {
            // The line is closed in any case.
            write(stream, END).unwrap_or_default();
        }
    }
}

impl Line for Wire {
    fn say(&mut self, said: &Said) -> Result<(), Gone> {
        match self {
            Self::Body(events) => events.try_send(said.events()).map_err(|_full_or_closed| Gone),
            Self::Socket { stream, left, .. } => {
                let written = if left.is_empty() { write(stream, &said.chunk)? } else { 0 };
                if written < said.chunk.len() {
                    let waiting: usize = left.iter().map(Bytes::len).sum();
                    // One is always taken: a guest's opening may be longer than that.
                    if waiting > 0 && waiting + said.chunk.len() > LEFT_BYTES {
                        return Err(Gone);
                    }
                    left.push_back(said.chunk.slice(written..));
                }
                Ok(())
            }
        }
    }

    fn say_last(&mut self, said: &Said) {
        let ended = match self {
            Self::Socket { stream, left, .. } if left.is_empty() => end_with(stream, said),
            _ => self.say(said).map_err(|Gone| io::ErrorKind::ConnectionAborted.into()),
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a phone was gone before its last word");
        }
    }
}

/// Writes these events, the end of the answer and the end of the line, together: one packet instead of
/// two, and the phone's own goodbye carries its acknowledgement.
fn end_with(stream: &mut TcpStream, said: &Said) -> io::Result<()> {
    let line = SockRef::from(&*stream);
    #[cfg(target_os = "linux")]
    line.set_tcp_cork(true)?;
    line.send(&[&said.chunk[..], END].concat())?;
    line.shutdown(Shutdown::Write)
}

/// Writes what the line takes just now.
fn write(stream: &mut TcpStream, bytes: &[u8]) -> Result<usize, Gone> {
    match stream.write(bytes) {
        Ok(0) => Err(Gone),
        Ok(written) => Ok(written),
        Err(error) if is_for_later(&error) => Ok(0),
        Err(_) => Err(Gone),
    }
}

fn is_for_later(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted)
}
