//! How a connection leaves HTTP: its answer's head is written, and the socket goes to somebody who
//! carries on with it.
//!
//! A live stream needs little of HTTP. The handler that answers with one finds [`MayLeave`] in a
//! request that came over plain HTTP/1.1, and puts [`Leaving`] into its response beside a body that
//! says its first words at once, and then never anything. hyper writes head and words together, which
//! is one packet on the air instead of two; once it has flushed them, and all that it had to say
//! before, the connection is taken apart. Whoever takes the socket over goes on with chunks (RFC 9112,
//! section 7.1), which is how hyper has announced a body of unknown length.
//!
//! hyper does not tell what it has still to write. But it flushes the line only when that is
//! nothing, so the line itself knows: that is what [`Tap`] is for.

use std::any::Any;
use std::fmt;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use axum::body::Body;
use axum::http::{Method, Request, Version};
use demitasse_shared::api::route;
use futures_util::StreamExt;
use socket2::SockRef;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// What the kernel keeps of events that are not acknowledged (Linux doubles it): they are short, and
/// thousands of phones may sleep.
const SEND_BUFFER_BYTES: usize = 16 * 1024;

/// In a request: its connection may leave HTTP with the answer.
#[derive(Clone, Copy, Debug)]
pub struct MayLeave;

/// Whether a connection may leave with the answer to this. Only with HTTP/1.1 a body of unknown
/// length comes in chunks, and only after a GET there is one at all.
pub(super) fn is_for_leaving<B>(request: &Request<B>) -> bool {
    request.uri().path() == route::LIVE
        && request.version() == Version::HTTP_11
        && request.method() == Method::GET
}

/// What carries on with a socket. It keeps the other thing for as long: the connection's seat.
type Taker = Box<dyn FnOnce(std::net::TcpStream, Box<dyn Any + Send>) -> io::Result<()> + Send>;

/// In a response: what takes the connection over once its head and its first words are written.
#[derive(Clone)]
pub struct Leaving(Arc<Mutex<Option<Taker>>>);

impl Leaving {
    /// Leaves to this once the answer's first words are written.
    pub fn to(
        taker: impl FnOnce(std::net::TcpStream, Box<dyn Any + Send>) -> io::Result<()> + Send + 'static,
    ) -> Self {
        Self(Arc::new(Mutex::new(Some(Box::new(taker)))))
    }

    /// Hands the socket over.
    pub(super) fn hand_over(&self, stream: TcpStream, seat: Box<dyn Any + Send>) -> io::Result<()> {
        let taker = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        SockRef::from(&stream).set_send_buffer_size(SEND_BUFFER_BYTES)?;
        match taker {
            Some(taker) => taker(stream.into_std()?, seat),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for Leaving {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Leaving").finish_non_exhaustive()
    }
}

/// Between an answer that leaves and the moment when it has been written.
#[derive(Clone, Debug, Default)]
pub(super) struct Departure(Arc<Stages>);

#[derive(Debug, Default)]
struct Stages {
    has_begun: AtomicBool,
    is_written: AtomicBool,
}

impl Departure {
    /// The body of the answer with which the connection leaves. Its first words are taken to be
    /// written, so whatever is flushed from then on has them in it, and the head before them.
    pub(super) fn after_first_words(&self, body: Body) -> Body {
        let stages = Arc::clone(&self.0);
        Body::from_stream(body.into_data_stream().inspect(move |_words| {
            stages.has_begun.store(true, Ordering::Release);
        }))
    }

    /// Whether that answer's head and first words are on the line.
    pub(super) fn is_due(&self) -> bool {
        self.0.is_written.load(Ordering::Acquire)
    }

    /// Nothing that is flushed before the answer has begun counts.
    fn flushed(&self) {
        if self.0.has_begun.load(Ordering::Acquire) {
            self.0.is_written.store(true, Ordering::Release);
        }
    }
}

/// A line that notices when all was written.
#[derive(Debug)]
pub(super) struct Tap<S> {
    stream: S,
    departure: Departure,
}

impl<S> Tap<S> {
    pub(super) fn new(stream: S, departure: Departure) -> Self {
        Self { stream, departure }
    }

    pub(super) fn into_inner(self) -> S {
        self.stream
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Tap<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Tap<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(cx, buf)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(cx, bufs)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.stream).poll_flush(cx);
        if matches!(flushed, Poll::Ready(Ok(()))) {
            self.departure.flushed();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}
