//! The two lines before the writer: staff's requests go before everybody else's. A barista's key
//! must not wait behind a thousand guests who scan the same code. Between two commits of staff's
//! there is one guest all the same: devices that ask in turns would keep everybody else out.

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};
use tokio::sync::mpsc;
use tokio::time::error::Elapsed;
use tokio::time::timeout;

use super::StorageError;

/// Requests that may wait in each line; more than that wait for a place.
const PLACES: usize = 1_024;

/// Whose request it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// A person at the counter's, or what time has made due.
    First,
    /// A guest's.
    Usual,
}

/// Where requests come in. Clones are the same two lines; they end when the last one is dropped.
pub(super) struct Entrance<T> {
    first: mpsc::Sender<T>,
    usual: mpsc::Sender<T>,
}

/// Where the writer takes them out.
pub(super) struct Line<T> {
    first: mpsc::Receiver<T>,
    usual: mpsc::Receiver<T>,
    /// Whether the last commit began with staff's.
    was_staffs: bool,
    /// Waits for both lines at once, on the writer's own thread.
    runtime: Runtime,
}

/// Both ends.
pub(super) fn line<T>() -> Result<(Entrance<T>, Line<T>), StorageError> {
    let runtime =
        Builder::new_current_thread().enable_time().build().map_err(StorageError::Thread)?;
    let (first, firsts) = mpsc::channel(PLACES);
    let (usual, usuals) = mpsc::channel(PLACES);
    let line = Line { first: firsts, usual: usuals, was_staffs: false, runtime };
    Ok((Entrance { first, usual }, line))
}

impl<T> Clone for Entrance<T> {
    fn clone(&self) -> Self {
        Self { first: self.first.clone(), usual: self.usual.clone() }
    }
}

impl<T> Entrance<T> {
    /// Waits for a place in the line, and takes it.
    pub(super) async fn join(&self, turn: Turn, request: T) -> Result<(), StorageError> {
        let line = match turn {
            Turn::First => &self.first,
            Turn::Usual => &self.usual,
        };
        line.send(request).await.map_err(|_closed| StorageError::Stopped)
    }
}

impl<T> Line<T> {
    /// Waits for the request that the next commit begins with; nothing once nobody can come any
    /// more.
    pub(super) fn wait(&mut self) -> Option<(Turn, T)> {
        let next = self.guest_in_turn().or_else(|| {
            let Self { first, usual, runtime, .. } = self;
            runtime.block_on(any(first, usual))
        });
        self.note(next)
    }

    /// The same, for so long at most.
    ///
    /// # Errors
    /// Where nobody has come by then.
    pub(super) fn wait_for(&mut self, pause: Duration) -> Result<Option<(Turn, T)>, Elapsed> {
        let next = match self.guest_in_turn() {
            None => {
                let Self { first, usual, runtime, .. } = self;
                runtime.block_on(async { timeout(pause, any(first, usual)).await })?
            }
            guest => guest,
        };
        Ok(self.note(next))
    }

    /// The guest who comes between two of staff's commits, where one waits.
    fn guest_in_turn(&mut self) -> Option<(Turn, T)> {
        let guest = self.was_staffs.then(|| self.usual.try_recv().ok()).flatten();
        guest.map(|request| (Turn::Usual, request))
    }

    fn note(&mut self, next: Option<(Turn, T)>) -> Option<(Turn, T)> {
        self.was_staffs = matches!(next, Some((Turn::First, _)));
        next
    }

    /// The next request to share a commit with one of this turn, where somebody is there. After
    /// staff's only staff's: the commit is not held up by those who come later.
    pub(super) fn next_after(&mut self, turn: Turn) -> Option<(Turn, T)> {
        if let Ok(request) = self.first.try_recv() {
            return Some((Turn::First, request));
        }
        match turn {
            Turn::First => None,
            Turn::Usual => Some((Turn::Usual, self.usual.try_recv().ok()?)),
        }
    }
}

/// The next of staff's, or else of everybody's; nothing once nobody can come any more.
async fn any<T>(first: &mut mpsc::Receiver<T>, usual: &mut mpsc::Receiver<T>) -> Option<(Turn, T)> {
    tokio::select! {
        biased;
        Some(request) = first.recv() => Some((Turn::First, request)),
        Some(request) = usual.recv() => Some((Turn::Usual, request)),
        else => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines in which these wait, in the order in which they came.
    async fn waiting(came: &[(Turn, u32)]) -> (Entrance<u32>, Line<u32>) {
        let (entrance, line) = line().expect("two lines");
        for (turn, request) in came {
            entrance.join(*turn, *request).await.expect("there is a place");
        }
        (entrance, line)
    }

    /// What shares each commit, until nobody waits.
    fn commits(mut line: Line<u32>) -> Vec<Vec<u32>> {
        let mut commits = Vec::new();
        while let Some((mut turn, request)) = line.wait() {
            let mut commit = vec![request];
            while let Some((next, request)) = line.next_after(turn) {
                (turn, commit) = (next, [commit, vec![request]].concat());
            }
            commits.push(commit);
        }
        commits
    }

    /// The line waits by itself, as on the writer's thread.
    async fn on_its_own_thread(entrance: Entrance<u32>, line: Line<u32>) -> Vec<Vec<u32>> {
        drop(entrance);
        let writer = std::thread::spawn(move || commits(line));
        tokio::task::spawn_blocking(move || writer.join()).await.expect("it ran").expect("it ended")
    }

    #[tokio::test]
    async fn staff_go_first_and_their_commit_waits_for_no_guest() {
        use Turn::{First, Usual};
        let (entrance, line) =
            waiting(&[(Usual, 1), (Usual, 2), (First, 3), (Usual, 4), (First, 5)]).await;
        assert_eq!(on_its_own_thread(entrance, line).await, [vec![3, 5], vec![1, 2, 4]]);
    }

    #[tokio::test]
    async fn staff_who_come_while_guests_are_served_are_next() {
        let (entrance, mut line) = waiting(&[(Turn::Usual, 1), (Turn::Usual, 2)]).await;
        assert_eq!(line.next_after(Turn::Usual), Some((Turn::Usual, 1)));
        entrance.join(Turn::First, 3).await.expect("there is a place");
        assert_eq!(line.next_after(Turn::Usual), Some((Turn::First, 3)));
        assert_eq!(line.next_after(Turn::First), None, "the commit is staff's now");
        assert_eq!(on_its_own_thread(entrance, line).await, [vec![2]]);
    }

    #[test]
    fn staff_who_never_stop_coming_keep_no_guest_out() {
        use Turn::{First, Usual};
        let (entrance, mut line) = line().expect("two lines");
        entrance.usual.try_send(1).expect("there is a place");
        entrance.first.try_send(2).expect("there is a place");
        assert_eq!(line.wait(), Some((First, 2)));
        // Another one of them has come while that was written to the disk.
        entrance.first.try_send(3).expect("there is a place");
        assert_eq!(line.wait(), Some((Usual, 1)));
        assert_eq!(line.next_after(Usual), Some((First, 3)), "in the same commit");
        assert_eq!(line.next_after(First), None);
    }
}
