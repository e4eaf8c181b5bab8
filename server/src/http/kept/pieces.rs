//! A body in pieces: what is kept goes to the line as it is, beside the little that is made anew,
//! instead of being copied for each answer. The kernel takes all of them in one write.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::HttpBody;
use bytes::Bytes;
use hyper::body::{Frame, SizeHint};

/// What is left of a body to be sent.
#[derive(Clone, Debug)]
pub(super) struct Pieces(VecDeque<Bytes>);

impl Pieces {
    pub(super) fn of<const N: usize>(pieces: [Bytes; N]) -> Self {
        Self(pieces.into_iter().filter(|piece| !piece.is_empty()).collect())
    }
}

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let bytes: usize = self.0.iter().map(Bytes::len).sum();
        SizeHint::with_exact(u64::try_from(bytes).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
impl Pieces {
    /// All of it as text.
    pub(super) fn text(&self) -> String {
        let whole: Vec<u8> = self.0.iter().flatten().copied().collect();
        String::from_utf8(whole).expect("JSON is text")
    }

    /// Where its pieces lie.
    pub(super) fn places(&self) -> Vec<*const u8> {
        self.0.iter().map(|piece| piece.as_ptr()).collect()
    }
}
