//! A question, an answer, and the question again where the answer will not do.

use std::io::{BufRead, Write};

use super::SetupError;

/// What clears an answer that may be left out.
pub(super) const NONE: &str = "-";

/// Somebody who answers, line by line.
#[derive(Debug)]
pub(super) struct Talk<R, W> {
    answers: R,
    words: W,
}

/// One of the answers that are offered, by its number.
#[derive(Clone, Debug)]
pub(super) struct Offer {
    /// The answer.
    pub(super) value: String,
    /// What stands beside its number.
    pub(super) label: String,
}

impl Offer {
    pub(super) fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into() }
    }
}

impl<R: BufRead, W: Write> Talk<R, W> {
    pub(super) fn new(answers: R, words: W) -> Self {
        Self { answers, words }
    }

    /// Says a line.
    pub(super) fn say(&mut self, line: &str) -> Result<(), SetupError> {
        Ok(writeln!(self.words, "{line}")?)
    }

    /// Asks until `take` has nothing to say against the answer. Enter means `usual`; a number is
    /// the offer that has it.
    pub(super) fn ask(
        &mut self,
        question: &str,
        offers: &[Offer],
        usual: &str,
        mut take: impl FnMut(&str) -> Result<(), String>,
    ) -> Result<String, SetupError> {
        self.say(&format!("\n{question}"))?;
        for (number, offer) in (1..).zip(offers) {
            self.say(&format!("  {number}  {}", offer.label))?;
        }
        loop {
            let typed = self.line(usual)?;
            let number = typed.parse().ok().and_then(|number: usize| number.checked_sub(1));
            let offered = number.and_then(|number| offers.get(number));
            let answer = match offered {
                Some(offer) => offer.value.clone(),
                None if typed.is_empty() => usual.to_owned(),
                None => typed,
            };
            match take(&answer) {
                Ok(()) => return Ok(answer),
                Err(words) => self.say(&format!("  {words}"))?,
            }
        }
    }

    /// Shows what Enter takes, and reads a line.
    fn line(&mut self, usual: &str) -> Result<String, SetupError> {
        match usual {
            "" => write!(self.words, "> ")?,
            usual => write!(self.words, "[{usual}] > ")?,
        }
        self.words.flush()?;
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            self.say("")?;
            return Err(SetupError::Left);
        }
        Ok(line.trim().to_owned())
    }
}
