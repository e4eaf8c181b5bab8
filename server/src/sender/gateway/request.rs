//! The request that carries one short message, still with its placeholders.

use reqwest::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use reqwest::{Method, Url};
use serde_json::Value;

use super::BadGateway;
use super::template::{Values, as_it_is, fill, fill_json, in_percents};

/// A request to be filled in.
#[derive(Clone)]
pub(super) struct Request {
    method: Method,
    url: String,
    headers: Vec<(HeaderName, String)>,
    body: Body,
}

/// What a request carries, by how its values are escaped.
#[derive(Clone)]
enum Body {
    None,
    Json(Value),
    Form(String),
}

impl Request {
    pub(super) fn new(
        url: &str,
        method: Option<&str>,
        headers: &[String],
        body: Option<&str>,
    ) -> Result<Self, BadGateway> {
        let headers = headers.iter().map(|header| read_header(header));
        let headers = headers.collect::<Result<Vec<_>, _>>()?;
        let media = headers.iter().find(|(name, _)| name == CONTENT_TYPE);
        let body = read_body(body, media.map(|(_, media)| media.as_str()))?;
        let method = match method.unwrap_or("POST").to_ascii_uppercase().as_str() {
            "POST" => Method::POST,
            "PUT" => Method::PUT,
            "GET" => Method::GET,
            other => return Err(BadGateway::Method(other.to_owned())),
        };
        if host(url).is_none_or(|host| host.is_empty() || host.contains(['{', '@'])) {
            return Err(BadGateway::Url);
        }
        Ok(Self { method, url: url.to_owned(), headers, body })
    }

    /// Whether it can be filled in, and holds the message at all.
    pub(super) fn check(
        &self,
        http: &reqwest::Client,
        values: &Values<'_>,
    ) -> Result<(), BadGateway> {
        self.fill(http, values)?;
        let body = match &self.body {
            Body::None => String::new(),
            Body::Json(body) => body.to_string(),
            Body::Form(body) => body.clone(),
        };
        let whole = format!("{}{body}", self.url);
        let has = |word: &str| whole.contains(word);
        if has("{text}") && (has("{to}") || has("{digits}")) {
            Ok(())
        } else {
            Err(BadGateway::NoMessage)
        }
    }

    pub(super) fn fill(
        &self,
        http: &reqwest::Client,
        values: &Values<'_>,
    ) -> Result<reqwest::Request, BadGateway> {
        let url = fill(&self.url, values, in_percents)?;
        let url = Url::parse(&url).map_err(|_bad| BadGateway::Url)?;
        let mut request = http.request(self.method.clone(), url);
        request = match &self.body {
            Body::None => request,
            Body::Json(body) => request.json(&fill_json(body, values)?),
            Body::Form(body) => request
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(fill(body, values, in_percents)?),
        };
        let mut request = request.build().map_err(|_bad| BadGateway::Url)?;
        for (name, value) in &self.headers {
            let value = HeaderValue::from_str(&fill(value, values, as_it_is)?);
            let mut value = value.map_err(|_bad| BadGateway::Header(name.to_string()))?;
            value.set_sensitive(true);
            request.headers_mut().insert(name, value);
        }
        Ok(request)
    }

    /// What stands in its headers, filled in, and the same without a word like `Basic` before it:
    /// a key may be in any of them.
    pub(super) fn header_values(&self, values: &Values<'_>) -> Vec<String> {
        let filled =
            self.headers.iter().filter_map(|(_, value)| fill(value, values, as_it_is).ok());
        let both = filled.flat_map(|value| {
            let behind = value.split_once(' ').map(|(_, behind)| behind.to_owned());
            behind.into_iter().chain([value])
        });
        both.collect()
    }
}

/// The part of an address that says where it leads. No placeholder may change that.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    rest.split(['/', '?', '#']).next()
}

fn read_header(header: &str) -> Result<(HeaderName, String), BadGateway> {
    let bad = || BadGateway::Header(header.split(':').next().unwrap_or_default().to_owned());
    let (name, value) = header.split_once(':').ok_or_else(bad)?;
    let name = HeaderName::from_bytes(name.trim().as_bytes()).map_err(|_bad| bad())?;
    Ok((name, value.trim().to_owned()))
}

fn read_body(body: Option<&str>, media: Option<&str>) -> Result<Body, BadGateway> {
    let Some(body) = body.map(str::trim).filter(|body| !body.is_empty()) else {
        return Ok(Body::None);
    };
    let is_json = match media {
        Some(media) => media.contains("json"),
        None => body.starts_with(['{', '[']),
    };
    if is_json {
        return serde_json::from_str(body).map(Body::Json).map_err(|_bad| BadGateway::Json);
    }
    let is_form = media.is_none_or(|media| media.contains("x-www-form-urlencoded"));
    if is_form { Ok(Body::Form(body.to_owned())) } else { Err(BadGateway::Media) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, headers: &[&str], body: &str) -> Result<(), BadGateway> {
        let headers: Vec<_> = headers.iter().map(|&header| header.to_owned()).collect();
        let values = Values { to: "+1", text: "é\n", from: None, user: None, key: Some("k") };
        let http = super::super::client(None)?;
        Request::new(url, None, &headers, Some(body))?.check(&http, &values)
    }

    #[test]
    fn what_cannot_be_sent_is_found_before_it_must_be() {
        let url = "https://gateway.example/send";
        assert_eq!(read(url, &["x-key: {key}"], "to={to}&text={text}"), Ok(()));
        assert_eq!(read("http://10.0.0.2/?t={text}&n={digits}", &[], ""), Ok(()));
        for (url, headers, body, no) in [
            ("ftp://gateway.example", &[][..], "n={to}&t={text}", BadGateway::Url),
            ("https://{user}.example/", &[], "n={to}&t={text}", BadGateway::Url),
            ("https://key@gateway.example/", &[], "n={to}&t={text}", BadGateway::Url),
            (url, &["no header"], "n={to}&t={text}", BadGateway::Header("no header".to_owned())),
            (url, &["x-text: {text}"], "n={to}&t={text}", BadGateway::Header("x-text".to_owned())),
            (url, &["content-type: application/json"], "n={to}&t={text}", BadGateway::Json),
            (url, &["content-type: text/xml"], "<to>{to}</to>", BadGateway::Media),
            (url, &[], r#"{"to":{to},"text":"{text}"}"#, BadGateway::Json),
            (url, &[], "to={to}", BadGateway::NoMessage),
        ] {
            assert_eq!(read(url, headers, body), Err(no), "{url} {headers:?} {body}");
        }
    }
}
