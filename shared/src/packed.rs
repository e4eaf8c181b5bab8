//! What programs carry along packed: texts, typefaces and the API's document. All of it is long, and
//! wanted once or seldom. `build/pack.rs` packs it.

use std::fmt;
use std::io::Read;

use flate2::read::DeflateDecoder;

/// Every packed file with its path below `assets/`.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/packed.rs"));

/// A file, packed.
#[derive(Clone, Copy)]
pub struct Packed(&'static [u8]);

impl Packed {
    /// A file by its path below `assets/`. Ask in a constant: then a file that is missing is found
    /// when the program is built, and a program holds no file but those that it names.
    ///
    /// # Panics
    ///
    /// Where there is no such file.
    #[must_use]
    pub const fn file(path: &str) -> Self {
        let mut at = 0;
        while at < FILES.len() {
            let (name, content) = FILES[at];
            if is_same(name.as_bytes(), path.as_bytes()) {
                return Self(content);
            }
            at += 1;
        }
        panic!("this file is not packed")
    }

    /// The file as it was.
    ///
    /// # Panics
    ///
    /// Never: a test unpacks all that there are.
    #[must_use]
    pub fn bytes(self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let read = DeflateDecoder::new(self.0).read_to_end(&mut bytes);
        read.expect("what the build packed can be unpacked");
        bytes
    }

    /// The same, as text.
    ///
    /// # Panics
    ///
    /// Where the file is no text.
    #[must_use]
    pub fn text(self) -> String {
        String::from_utf8(self.bytes()).expect("a text is UTF-8")
    }
}

impl fmt::Debug for Packed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Packed({} bytes)", self.0.len())
    }
}

/// Constants cannot compare slices by themselves.
const fn is_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while at < one.len() {
        if one[at] != other[at] {
            return false;
        }
        at += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{FILES, Packed};

    const ASSETS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../assets/");

    #[test]
    fn every_file_comes_back_as_it_was() {
        assert!(FILES.len() > 30, "only {} files", FILES.len());
        for &(path, content) in FILES {
            let original = fs::read(format!("{ASSETS}{path}")).expect("the file is there");
            assert!(Packed::file(path).bytes() == original, "{path} came back changed");
            assert!(content.len() < original.len(), "{path} is no smaller packed");
        }
    }

    #[test]
    #[should_panic(expected = "not packed")]
    fn a_file_that_is_not_there_is_found_out() {
        let _missing = Packed::file("texts/xx.ftl");
    }
}
