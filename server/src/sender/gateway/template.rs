//! Words with placeholders, and what takes their place: escaped by the kind of text they stand in,
//! so that nothing that a guest types can end a value and begin another.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::BadGateway;
use crate::sender::sms;

/// The placeholders, without their brackets.
pub(super) const PLACEHOLDERS: [&str; 8] =
    ["to", "digits", "text", "kind", "from", "user", "key", "basic"];

/// What takes the placeholders' places.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    /// `{to}`, the number with its `+`; `{digits}`, without it.
    pub(super) to: &'a str,
    /// `{text}`; `{kind}` is `text` where phones' own alphabet holds it, and `unicode` elsewhere.
    pub(super) text: &'a str,
    /// `{from}`.
    pub(super) from: Option<&'a str>,
    /// `{user}`.
    pub(super) user: Option<&'a str>,
    /// `{key}`; `{basic}` is user and key as HTTP's basic authentication writes them.
    pub(super) key: Option<&'a str>,
}

impl Values<'_> {
    /// What nobody may read, in each way in which it is written.
    pub(super) fn secrets(&self) -> Vec<String> {
        let given = [self.key, self.user].into_iter().flatten().map(str::to_owned);
        let plain = given.chain(self.of("basic").ok());
        plain.flat_map(|secret| [in_percents(&secret), secret]).collect()
    }

    /// What stands for a placeholder.
    fn of(&self, placeholder: &str) -> Result<String, BadGateway> {
        let given = |value: Option<&str>, flag| {
            value.map(str::to_owned).ok_or(BadGateway::Missing(placeholder.to_owned(), flag))
        };
        match placeholder {
            "to" => Ok(self.to.to_owned()),
            "digits" => Ok(self.to.trim_start_matches('+').to_owned()),
            "text" => Ok(self.text.to_owned()),
            "kind" => Ok(if sms::is_plain(self.text) { "text" } else { "unicode" }.to_owned()),
            "from" => given(self.from, "--sms-from"),
            "user" => given(self.user, "--sms-user"),
            "key" => given(self.key, "--sms-key"),
            "basic" => {
                let pair = (given(self.user, "--sms-user")?, given(self.key, "--sms-key")?);
                Ok(STANDARD.encode(format!("{}:{}", pair.0, pair.1)))
            }
            other => Err(BadGateway::Placeholder(other.to_owned())),
        }
    }
}

/// Fills a text in. Brackets around anything but small letters are the text's own.
pub(super) fn fill(
    template: &str,
    values: &Values<'_>,
    escape: fn(&str) -> String,
) -> Result<String, BadGateway> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        rest = after;
        if let Some((name, behind)) = after.split_once('}').filter(|(name, _)| is_name(name)) {
            filled.push_str(&escape(&values.of(name)?));
            rest = behind;
        } else {
            filled.push('{');
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Fills the texts of a JSON value in. As texts they are written anew, quotes and all.
pub(super) fn fill_json(template: &Value, values: &Values<'_>) -> Result<Value, BadGateway> {
    Ok(match template {
        Value::String(text) => Value::String(fill(text, values, as_it_is)?),
        Value::Array(items) => {
            items.iter().map(|item| fill_json(item, values)).collect::<Result<_, _>>()?
        }
        Value::Object(fields) => {
            let filled = |(name, value): (&String, _)| {
                Ok::<_, BadGateway>((name.clone(), fill_json(value, values)?))
            };
            Value::Object(fields.iter().map(filled).collect::<Result<_, _>>()?)
        }
        other => other.clone(),
    })
}

/// A value that stands for itself.
pub(super) fn as_it_is(value: &str) -> String {
    value.to_owned()
}

/// A value in an address or a form: all but letters and digits in percents (RFC 3986, section 2).
pub(super) fn in_percents(value: &str) -> String {
    let escaped = value.bytes().map(|byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    });
    escaped.collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const VALUES: Values<'_> = Values {
        to: "+351912345678",
        text: "1 & 2\"}",
        from: Some("Bar"),
        user: Some("AC1"),
        key: Some("s3cret"),
    };

    #[test]
    fn placeholders_are_filled_in_and_other_brackets_stay() {
        let check = |template, expected: &str| {
            assert_eq!(fill(template, &VALUES, as_it_is).as_deref(), Ok(expected), "{template}");
        };
        check("{to} {digits} {from}", "+351912345678 351912345678 Bar");
        check("Basic {basic}", "Basic QUMxOnMzY3JldA==");
        check("{kind} { to} {} {A} {", "text { to} {} {A} {");
        assert_eq!(
            fill("{nummer}", &VALUES, as_it_is),
            Err(BadGateway::Placeholder("nummer".to_owned()))
        );
        let keyless = Values { key: None, ..VALUES };
        let no = fill("{basic}", &keyless, as_it_is).expect_err("a key is needed").to_string();
        assert!(no.contains("--sms-key"), "{no}");
        for name in PLACEHOLDERS {
            assert!(VALUES.of(name).is_ok(), "{name}");
        }
    }

    #[test]
    fn nothing_ends_a_value_and_begins_another() {
        let form = fill("to={to}&text={text}", &VALUES, in_percents);
        assert_eq!(form.as_deref(), Ok("to=%2B351912345678&text=1%20%26%202%22%7D"));
        let filled = fill_json(&json!({ "body": ["{text}"], "n": 1 }), &VALUES);
        let written = filled.expect("it can be filled").to_string();
        assert_eq!(written, r#"{"body":["1 & 2\"}"],"n":1}"#);
        // What is typed is filled in once, and not looked into.
        let sly = Values { text: "{key}", ..VALUES };
        assert_eq!(fill("{text}", &sly, as_it_is).as_deref(), Ok("{key}"));
    }

    #[test]
    fn other_letters_are_told() {
        let kind = |text| fill("{kind}", &Values { text, ..VALUES }, as_it_is);
        assert_eq!(kind("Café").as_deref(), Ok("text"));
        assert_eq!(kind("رمزك").as_deref(), Ok("unicode"));
    }
}
