//! A request as text.

use axum::body::Body;
use axum::http::Request;

use super::house::House;

/// What browsers and programs say of the kinds of bodies in the corpus.
const KINDS: [(&str, &str); 4] = [
    ("json", "application/json"),
    ("form", "application/x-www-form-urlencoded"),
    ("photo", "multipart/form-data; boundary=cut"),
    ("text", "text/csv"),
];

/// A request that can be sent.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) method: String,
    pub(super) path: String,
    headers: Vec<(String, Vec<u8>)>,
    body: Vec<u8>,
}

/// A line of the corpus as an input.
pub(super) fn written(line: &str) -> String {
    let mut cells = line.splitn(4, '|').map(str::trim);
    let mut cell = || cells.next().unwrap_or_default();
    let (who, asked, kind) = (cell(), cell(), cell());
    let body = cell().replace("\\r", "\r").replace("\\n", "\n");
    let media = KINDS.iter().find(|(name, _)| *name == kind);
    let media = media.map_or_else(String::new, |(_, media)| format!("content-type: {media}\n"));
    format!("{who} {asked}\n{media}\n{body}")
}

impl Asked {
    /// Reads an input; nothing where no HTTP client could send it.
    pub(super) fn read(input: &[u8], house: &House) -> Option<Self> {
        let end = input.windows(2).position(|pair| pair == b"\n\n");
        let (head, body) = input.split_at(end.unwrap_or(input.len()));
        let (head, body) = (house.meant(head), house.meant(body.get(2..).unwrap_or_default()));
        let mut lines = head.split(|byte| *byte == b'\n');
        let first = std::str::from_utf8(lines.next()?).ok()?;
        let [who, method, path] = first.splitn(3, ' ').collect::<Vec<_>>()[..] else { return None };
        let (method, path) = (method.to_owned(), path.to_owned());
        let own = house.credential(who).into_iter();
        let own = own.map(|(name, value)| (name.to_owned(), value.as_bytes().to_vec()));
        let headers = own.chain(lines.filter_map(header)).collect();
        let asked = Self { method, path, headers, body };
        asked.request().map(|_| asked)
    }

    /// As the server gets it from its line; nothing where there is no such request.
    pub(super) fn request(&self) -> Option<Request<Body>> {
        let host = self.headers.iter().all(|(name, _)| !name.eq_ignore_ascii_case("host"));
        let mut request = Request::builder().method(&*self.method).uri(&*self.path);
        if host {
            request = request.header("host", "127.0.0.1");
        }
        for (name, value) in &self.headers {
            request = request.header(name, &**value);
        }
        let request = request.body(Body::from(self.body.clone())).ok()?;
        request.uri().path().starts_with('/').then_some(request)
    }
}

fn header(line: &[u8]) -> Option<(String, Vec<u8>)> {
    let colon = line.iter().position(|byte| *byte == b':')?;
    let name = std::str::from_utf8(&line[..colon]).ok()?;
    Some((name.to_owned(), line[colon + 1..].trim_ascii().to_vec()))
}
