//! A program of the venue's that sends: sendmail, msmtp, a script for the modem. It gets the
//! recipient as its last argument and the message on its standard input, and ends with 0 once the
//! message is taken. No shell stands between.

use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{ChildStderr, ChildStdin, Command as Process};
use tokio::sync::Semaphore;

use super::{Medium, Message, SendError, mail};

/// Programs that may run at once; further messages wait for their turn.
const AT_ONCE: usize = 8;

/// The most that is read of what a program says, in bytes.
const SAID_BYTES: u64 = 4_096;

/// A command line that cannot be run.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCommand {
    /// It is none.
    #[error("{0:?} is no command: give a program and its arguments, such as \"msmtp -a bar\"")]
    Unreadable(String),
    /// The program is nowhere.
    #[error("there is no program {0:?}; give its whole path")]
    NoProgram(String),
}

/// A program that sends one message each time it is run.
#[derive(Clone, Debug)]
pub struct Command {
    program: String,
    args: Vec<String>,
    turns: Arc<Semaphore>,
}

impl std::str::FromStr for Command {
    type Err = BadCommand;

    /// Splits a command line as a shell would, quotes included, and nothing else.
    fn from_str(line: &str) -> Result<Self, BadCommand> {
        let words = shlex::split(line).ok_or_else(|| BadCommand::Unreadable(line.to_owned()))?;
        let mut words = words.into_iter();
        let program = words.next().ok_or_else(|| BadCommand::Unreadable(line.to_owned()))?;
        Ok(Self { program, args: words.collect(), turns: Arc::new(Semaphore::new(AT_ONCE)) })
    }
}

impl Command {
    /// Whether the program is there: better said before the bar opens than to its first guest.
    ///
    /// # Errors
    /// [`BadCommand::NoProgram`] where it is not.
    pub fn check(&self) -> Result<(), BadCommand> {
        let program = Path::new(&self.program);
        let there = if program.components().count() > 1 {
            program.is_file()
        } else {
            let path = std::env::var_os("PATH").unwrap_or_default();
            std::env::split_paths(&path).any(|folder| folder.join(program).is_file())
        };
        if there { Ok(()) } else { Err(BadCommand::NoProgram(self.program.clone())) }
    }

    pub(super) async fn send(&self, message: &Message) -> Result<(), SendError> {
        let _turn = self
            .turns
            .acquire()
            .await
            .map_err(|closed| SendError::Program(std::io::Error::other(closed)))?;
        let mut child = Process::new(&self.program)
            .args(&self.args)
            .arg(&message.to)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(SendError::Program)?;
        let text = match message.medium {
            Medium::Email => mail::write(message),
            Medium::Sms => message.text.clone(),
        };
        let hearing = tokio::spawn(hear(child.stderr.take()));
        let ((), status) = tokio::join!(tell(child.stdin.take(), &text), child.wait());
        let status = status.map_err(SendError::Program)?;
        if status.success() {
            return Ok(());
        }
        let said = discreet(&hearing.await.unwrap_or_default(), message);
        Err(SendError::Failed { status: status.to_string(), said })
    }
}

/// Hands the message over. A program that does not read to the end says by its exit status whether
/// that is as it should be.
async fn tell(stdin: Option<ChildStdin>, text: &str) {
    if let Some(mut stdin) = stdin
        && let Err(error) = stdin.write_all(text.as_bytes()).await
    {
        tracing::debug!(%error, "the program that sends codes did not read its input");
    }
}

/// Hears what a program says: the beginning of it, while the rest goes nowhere.
async fn hear(stderr: Option<ChildStderr>) -> Vec<u8> {
    let mut said = Vec::new();
    let Some(mut stderr) = stderr else { return said };
    let heard = async {
        (&mut stderr).take(SAID_BYTES).read_to_end(&mut said).await?;
        tokio::io::copy(&mut stderr, &mut tokio::io::sink()).await
    };
    if let Err(error) = heard.await {
        tracing::debug!(%error, "the program that sends codes cannot be heard");
    }
    said
}

/// What a program said, without the code and without the address.
fn discreet(said: &[u8], message: &Message) -> String {
    let said = String::from_utf8_lossy(said).replace(&message.code, "(the code)");
    said.replace(&message.to, "(the address)").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_is_a_program_and_its_arguments() {
        let command: Command = "msmtp -a 'the bar' --".parse().expect("a command");
        assert_eq!(
            (command.program.as_str(), command.args),
            ("msmtp", vec!["-a".to_owned(), "the bar".to_owned(), "--".to_owned()])
        );
        for none in ["", "  ", "msmtp 'half"] {
            assert!(none.parse::<Command>().is_err(), "{none:?}");
        }
    }
}
