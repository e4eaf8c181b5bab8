//! A file of texts as it is written, so that tests can hold the languages against each other.

use std::collections::{BTreeMap, BTreeSet};

/// Texts by their names (`NAME` or `NAME.ATTRIBUTE`), as they are written.
pub type Written = BTreeMap<String, String>;

/// Reads a file as far as it concerns who holds two of them together. Whether Fluent can read it,
/// saying all of it shows.
///
/// # Panics
///
/// Where a text has no name, or two have one.
pub fn read(source: &str) -> Written {
    let (mut file, mut message, mut current) = (Written::new(), String::new(), None);
    for line in source.lines().filter(|line| !line.starts_with('#')) {
        let attribute = line.trim_start().strip_prefix('.').filter(|_| line.starts_with(' '));
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, text) = line.split_once('=').expect("a text has a name");
            name.trim().clone_into(&mut message);
            current = Some(add(&mut file, message.clone(), text));
        } else if let Some((name, text)) = attribute.and_then(|rest| rest.split_once('=')) {
            current = Some(add(&mut file, format!("{message}.{}", name.trim()), text));
        } else if let Some(text) = current.as_ref().and_then(|name| file.get_mut(name)) {
            text.push('\n');
            text.push_str(line);
        }
    }
    file
}

fn add(file: &mut Written, name: String, text: &str) -> String {
    let known = file.insert(name.clone(), text.to_owned());
    assert_eq!(known, None, "{name} is there twice");
    name
}

/// The names of the values that a text is filled with.
pub fn values(text: &str) -> BTreeSet<&str> {
    let after = text.split('$').skip(1);
    after.filter_map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next()).collect()
}

/// Where a translation is not the same texts with the same values as the original, in words.
pub fn differences(original: &Written, translation: &Written) -> Vec<String> {
    let missing = original.keys().filter(|name| !translation.contains_key(*name));
    let missing = missing.map(|name| format!("{name} is missing"));
    let others = translation.iter().filter_map(|(name, text)| match original.get(name) {
        None => Some(format!("{name} is superfluous")),
        Some(meant) if values(meant) != values(text) => Some(format!("{name}: {text}")),
        Some(_) => None,
    });
    missing.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_translation_with_other_texts_or_values_is_told() {
        let original = read(
            "# Words\none = One { $cup }\n    .tip = Tip\nmany = { $n ->\n *[other] { $n }\n}\n",
        );
        assert_eq!(original.keys().collect::<Vec<_>>(), ["many", "one", "one.tip"]);
        assert_eq!(differences(&original, &original), Vec::<String>::new());
        let translation = read("one = Eins\nmany = { $n }\nmore = Mehr\n");
        let told = ["one.tip is missing", "more is superfluous", "one:  Eins"];
        assert_eq!(differences(&original, &translation), told);
    }
}
