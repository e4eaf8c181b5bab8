//! Settings as lines of a configuration file that explains itself, made from the flags.

use toml::Value;

use super::Setting;

/// The longest line of an explanation.
const COLUMNS: usize = 100;

/// What is said of a setting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Somebody chose this.
    Chosen(Vec<String>),
    /// Nobody did: the line stands there, but says nothing.
    Usual,
    /// Somebody did, and it is for nobody's eyes.
    Hidden,
}

/// A setting with what it means and what is said of it.
pub fn written(setting: &Setting<'_>, said: &Said) -> String {
    let mut text = commented(&setting.about());
    let words = setting.words();
    if !words.is_empty() {
        text += &commented(&format!("One of: {}", words.join(", ")));
    }
    text + &said.line(setting) + "\n"
}

impl Said {
    /// The line itself.
    fn line(&self, setting: &Setting<'_>) -> String {
        let key = setting.key();
        match self {
            Self::Chosen(values) => format!("{key} = {}", setting.toml(values)),
            Self::Usual => format!("# {key} = {}", setting.example()),
            Self::Hidden => format!("# {key} is set, and not shown here"),
        }
    }
}

impl Setting<'_> {
    /// Values as they stand in a file.
    pub fn toml(&self, values: &[String]) -> String {
        let strings = || values.iter().cloned().map(Value::String);
        let value = match (self.is_switch(), values) {
            (true, _) => Value::Boolean(values.iter().any(|value| value == "true")),
            (false, [one]) => self.number(one).unwrap_or_else(|| Value::String(one.clone())),
            (false, _) => Value::Array(strings().collect()),
        };
        value.to_string()
    }

    /// A number, where the setting's own value without a choice is one.
    fn number(&self, value: &str) -> Option<Value> {
        let usual = self.usual();
        let is_number = matches!(&*usual, [usual] if usual.parse::<i64>().is_ok());
        value.parse().ok().filter(|_| is_number).map(Value::Integer)
    }

    /// What could stand there: what counts anyway, or what kind of thing it is.
    fn example(&self) -> String {
        let usual = self.usual();
        match (self.is_switch(), &*usual) {
            (true, _) => false.to_string(),
            (false, []) => Value::String(self.kind()).to_string(),
            (false, usual) => self.toml(usual),
        }
    }
}

/// A text as comments, its lines no longer than a screen is wide.
fn commented(text: &str) -> String {
    if text.trim().is_empty() {
        return String::new();
    }
    let mut lines = vec!["#".to_owned()];
    for word in text.split_whitespace() {
        let fits = |line: &String| line.chars().count() + 1 + word.chars().count() <= COLUMNS;
        match lines.last_mut().filter(|line| line.len() == 1 || fits(line)) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(format!("# {word}")),
        }
    }
    lines.join("\n") + "\n"
}
