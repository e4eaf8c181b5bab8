//! Shorter names for what the guests' script declares, and no air between its words: a tenth of what
//! every phone fetches.
//!
//! A name is replaced wherever it stands, by one that stands nowhere, so whatever it means it means
//! afterwards. Only names that modules declare are replaced, and of those none that is anywhere
//! else's, too: a property, a key, a word in a text. When in doubt a name stays.

use std::collections::{BTreeMap, BTreeSet};

/// What must not become a name.
const RESERVED: [&str; 5] = ["as", "do", "if", "in", "of"];

/// A name of so few letters is short already.
const SHORT: usize = 2;

/// A word of the script, and whether it may be something else than a name of its own.
struct Word<'a> {
    at: usize,
    text: &'a str,
    is_foreign: bool,
}

/// The same script, with shorter names for these.
pub(super) fn shortened<'a>(
    script: &'a str,
    declared: impl IntoIterator<Item = &'a str>,
) -> String {
    let words = words(script);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    let mut foreign = BTreeSet::new();
    for word in &words {
        *times.entry(word.text).or_default() += 1;
        if word.is_foreign {
            foreign.insert(word.text);
        }
    }
    let is_ours = |name: &&str| name.len() > SHORT && !foreign.contains(name);
    let mut ours: Vec<_> = declared.into_iter().filter(is_ours).collect();
    // What stands there most often gets the shortest; the order is the same at every start.
    ours.sort_by_key(|name| (usize::MAX - times.get(name).copied().unwrap_or_default(), *name));
    ours.dedup();
    let free = fresh().filter(|name| !times.contains_key(name.as_str()));
    let short: BTreeMap<_, _> = ours.into_iter().zip(free).collect();
    dense(&replaced(script, &words, &short))
}

/// Without the blanks that part nothing: those beside a sign, but for `a + +b` and texts.
fn dense(script: &str) -> String {
    let (mut text, mut text_until) = (String::with_capacity(script.len()), None);
    for (at, letter) in script.char_indices() {
        let parts = || {
            let (before, after) = (text.chars().next_back(), script[at + 1..].chars().next());
            let sign = |c: &char| !is_of_word(*c);
            before == after || !(before.iter().any(sign) || after.iter().any(sign))
        };
        if letter != ' ' || text_until.is_some() || parts() {
            text.push(letter);
        }
        text_until = until(text_until, &script[at..], letter);
    }
    text
}

/// By which letter the text ends that goes on behind this one.
fn until(end: Option<char>, rest: &str, letter: char) -> Option<char> {
    match end {
        Some(end) => (letter != end).then_some(end),
        None => begins_text(rest).then_some(letter),
    }
}

fn replaced(script: &str, words: &[Word<'_>], short: &BTreeMap<&str, String>) -> String {
    let mut text = String::with_capacity(script.len());
    let mut done = 0;
    for word in words {
        text += &script[done..word.at];
        text += short.get(word.text).map_or(word.text, String::as_str);
        done = word.at + word.text.len();
    }
    text + &script[done..]
}

/// Names of one letter, then of two.
fn fresh() -> impl Iterator<Item = String> {
    let letters = || ('a'..='z').chain('A'..='Z');
    let pairs = letters().flat_map(move |one| letters().map(move |two| format!("{one}{two}")));
    let names = letters().map(String::from).chain(pairs);
    names.filter(|name| !RESERVED.contains(&name.as_str()))
}

/// All words, also those in texts.
fn words(script: &str) -> Vec<Word<'_>> {
    let (mut words, mut text_until, mut rest) = (Vec::new(), None, 0);
    for (at, letter) in script.char_indices() {
        if at < rest {
            continue;
        }
        if is_of_word(letter) {
            let length = script[at..].find(|c| !is_of_word(c)).unwrap_or(script.len() - at);
            rest = at + length;
            let around = (script[..at].trim_end(), script[rest..].trim_start());
            let is_foreign = text_until.is_some() || is_key(around.0, around.1);
            words.push(Word { at, text: &script[at..rest], is_foreign });
        } else {
            text_until = until(text_until, &script[at..], letter);
        }
    }
    words
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// A quote, or a slash that does not divide: that has air behind it.
fn begins_text(rest: &str) -> bool {
    rest.starts_with(['"', '`']) || (rest.starts_with('/') && !rest.starts_with("/ "))
}

/// Whether a word with this around it may be a property or a key, written out or not.
fn is_key(before: &str, after: &str) -> bool {
    let is_property = before.ends_with('.') && !before.ends_with("...");
    let is_listed = before.ends_with(['{', ',']) && after.starts_with([',', '}', '=']);
    is_property || is_listed || after.starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_shorter_wherever_it_stands() {
        let script = "let last;function look(a){return last=a+beats / 2}look(beats);";
        let expected = "let c;function d(a){return c=a+b/2}d(b);";
        assert_eq!(shortened(script, ["beats", "look", "last"]), expected);
    }

    #[test]
    fn what_may_be_a_key_or_a_word_in_a_text_keeps_its_name() {
        for script in [
            "let order;form.order=order;",
            "let order;say({ order });",
            "let order;say({ id, order });",
            "let order;say({ order: 5 });",
            "let order;say({ order = 5 });",
            "let order;say(\"the order\");",
            "let order;say(`${order}`);",
            "let order;say(/order|drink/.test(a));",
        ] {
            let air = |text: &str| text.replace("({ ", "({").replace(" })", "})");
            let dense = air(script).replace(", order", ",order").replace(": 5", ":5");
            assert_eq!(shortened(script, ["order"]), dense.replace(" = 5", "=5"));
        }
        assert_eq!(shortened("let order;say(...order);", ["order"]), "let a;say(...a);");
    }

    #[test]
    fn air_goes_where_it_parts_nothing() {
        for (script, expected) in [
            ("if (a) return b ? \"c d\" : `e ${f} g`;", "if(a)return b?\"c d\":`e ${f} g`;"),
            ("a = b - -c + +d / 2 + e;", "a=b- -c+ +d/2+e;"),
            ("const [a, b] = c;", "const[a,b]=c;"),
        ] {
            assert_eq!(dense(script), expected);
        }
    }
}
