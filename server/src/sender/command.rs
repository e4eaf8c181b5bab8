//! A program of the venue's that sends: sendmail, msmtp, a script for the modem. It gets the
//! recipient as its last argument and the message on its standard input, and ends with 0 once the
//! message is taken. No shell stands between.

use std::path::Path;
use std::process::Stdio;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{ChildStderr, ChildStdin, Command as Process};

use super::{HandOver, MailFault, MailFrom, Medium, Message, SendError, discreet, letter};

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
    from: Option<MailFrom>,
}

impl std::str::FromStr for Command {
    type Err = BadCommand;

    /// Splits a command line as a shell would, quotes included, and nothing else.
    fn from_str(line: &str) -> Result<Self, BadCommand> {
        let words = shlex::split(line).ok_or_else(|| BadCommand::Unreadable(line.to_owned()))?;
        let mut words = words.into_iter();
        let program = words.next().ok_or_else(|| BadCommand::Unreadable(line.to_owned()))?;
        Ok(Self { program, args: words.collect(), from: None })
    }
}

impl Command {
    /// The same program, for e-mails from this address instead of the program's own.
    #[must_use]
    pub fn with_from(self, from: Option<MailFrom>) -> Self {
        Self { from, ..self }
    }

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

    pub(super) async fn send(
        &self,
        message: &Message,
        hand_over: &HandOver,
    ) -> Result<(), SendError> {
        let text = match message.medium {
            Medium::Email => self.letter(message)?,
            Medium::Sms => message.text.clone(),
        };
        let mut child = Process::new(&self.program)
            .args(&self.args)
            .arg(&message.to)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .map_err(SendError::Program)?;
        hand_over.begin();
        let hearing = tokio::spawn(hear(child.stderr.take()));
        let ((), status) = tokio::join!(tell(child.stdin.take(), &text), child.wait());
        let status = status.map_err(|error| SendError::Stopped(error.to_string()))?;
        if status.success() {
            return Ok(());
        }
        // Whoever was killed has said nothing, and may have sent the message before.
        if status.code().is_none() {
            return Err(SendError::Stopped(status.to_string()));
        }
        let said = hearing.await.unwrap_or_default();
        let said = discreet(&String::from_utf8_lossy(&said), message, &[]);
        Err(SendError::Failed { status: status.to_string(), said })
    }

    /// An e-mail as programs read it from their input: with the line ends of this system.
    fn letter(&self, message: &Message) -> Result<String, MailFault> {
        let letter = letter::write(message, self.from.as_ref())?.formatted();
        Ok(String::from_utf8_lossy(&letter).replace("\r\n", "\n"))
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

    #[test]
    fn a_program_that_is_nowhere_is_found_missing_before_it_is_needed() {
        let check = |line: &str| line.parse::<Command>().expect("a command").check();
        assert_eq!(check("sh -c true"), Ok(()));
        assert_eq!(check("/bin/sh"), Ok(()));
        for nowhere in ["demitasse-no-such-program", "/nowhere/sendmail -t"] {
            assert!(check(nowhere).is_err_and(|bad| bad.to_string().contains("whole path")));
        }
    }
}
