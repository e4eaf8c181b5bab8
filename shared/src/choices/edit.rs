//! A file that keeps what its owner wrote, with another value for one setting.

use std::ops::Range;

use super::{Setting, Wrong, parsed};

/// The text with this value for a setting: in the setting's own line, in the line that stands there
/// for it and says nothing, or below all others. Without a value its line says nothing any more.
///
/// # Errors
/// Where the text is no TOML.
pub fn edited(
    text: &str,
    setting: &Setting<'_>,
    values: Option<&[String]>,
) -> Result<String, Wrong> {
    let key = setting.key();
    let line = values.map(|values| format!("{key} = {}", setting.toml(values)));
    let Some(own) = own_line(text, &key)? else {
        return Ok(line.map_or_else(|| text.to_owned(), |line| with_line(text, &key, &line)));
    };
    // A value may take several lines: none of them may stay.
    let silent = || text[own.clone()].split('\n').map(silenced).collect::<Vec<_>>().join("\n");
    Ok(replaced(text, own.clone(), &line.unwrap_or_else(silent)))
}

fn silenced(line: &str) -> String {
    format!("# {line}")
}

fn replaced(text: &str, range: Range<usize>, by: &str) -> String {
    format!("{}{by}{}", &text[..range.start], &text[range.end..])
}

/// Where key and value stand.
fn own_line(text: &str, key: &str) -> Result<Option<Range<usize>>, Wrong> {
    let table = parsed(text)?;
    let own = table.get_ref().iter().find(|(name, _)| name.get_ref().as_ref() == key);
    Ok(own.map(|(name, value)| name.span().start..value.span().end))
}

/// The text with a new line: in place of the one that says nothing yet, or at the end of what
/// comes before the first table.
fn with_line(text: &str, key: &str, line: &str) -> String {
    let mut start = 0;
    for written in text.split_inclusive('\n') {
        let range = start..start + written.trim_end().len();
        if is_silent(written, key) {
            return replaced(text, range, line);
        }
        if written.trim_start().starts_with('[') {
            return replaced(text, start..start, &format!("{line}\n\n"));
        }
        start += written.len();
    }
    let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    format!("{text}{gap}{line}\n")
}

/// Whether a line is this key's, but only stands there.
fn is_silent(line: &str, key: &str) -> bool {
    let said = line.strip_prefix('#').map(str::trim_start);
    let after = said.and_then(|said| said.strip_prefix(key));
    after.is_some_and(|after| after.trim_start().starts_with('='))
}
