//! What a venue makes the guests' pages look like.

use bytes::Bytes;
use demitasse_shared::colour::Colour;
use demitasse_shared::venue::LOGO_BYTES;
use sha2::{Digest, Sha256};

/// The route of the venue's logo.
pub const LOGO_ROUTE: &str = "/logo/{version}";

/// A venue's own look; what it says nothing about is the house's.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// The colour of what can be tapped. It is moved to where it can be read.
    pub accent: Option<Colour>,
    /// The sign beside the venue's name.
    pub logo: Option<Logo>,
}

/// A venue's sign.
#[derive(Clone, Debug)]
pub struct Logo {
    /// What kind of picture it is.
    pub kind: LogoKind,
    /// The picture.
    pub content: Bytes,
}

/// The kinds of pictures that every browser shows sharp and small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoKind {
    /// A drawing.
    Svg,
    /// A picture of pixels.
    Png,
}

/// Why a picture cannot be the logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoLogo {
    /// It would make every page slow.
    #[error("it has more than {LOGO_BYTES} bytes")]
    TooLarge,
    /// It is of another kind.
    #[error("it is neither SVG nor PNG")]
    OtherKind,
}

impl Logo {
    /// Takes a picture as the logo.
    ///
    /// # Errors
    /// Where it is too large, or of another kind.
    pub fn new(content: Vec<u8>) -> Result<Self, NoLogo> {
        if content.len() > LOGO_BYTES {
            return Err(NoLogo::TooLarge);
        }
        let kind = LogoKind::of(&content).ok_or(NoLogo::OtherKind)?;
        Ok(Self { kind, content: content.into() })
    }

    /// Where it is: the address names the content, so whoever has it may keep it.
    pub fn path(&self) -> String {
        LOGO_ROUTE.replace("{version}", &content_version(&self.content))
    }
}

/// The first 48 bits of a content's hash, as its address names it.
pub fn content_version(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    hash.iter().take(6).fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

impl LogoKind {
    fn of(content: &[u8]) -> Option<Self> {
        if content.starts_with(b"\x89PNG\r\n\x1a\n") {
            return Some(Self::Png);
        }
        let text = std::str::from_utf8(content).ok()?.trim_start_matches('\u{feff}').trim_start();
        let is_drawing = text.starts_with("<svg") || text.starts_with("<?xml");
        (is_drawing && text.contains("<svg")).then_some(Self::Svg)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logo_is_known_by_what_is_in_it() {
        let kind = |content: &[u8]| Logo::new(content.to_vec()).map(|logo| logo.kind);
        assert_eq!(kind(b"<svg xmlns='x'/>"), Ok(LogoKind::Svg));
        assert_eq!(kind(b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>"), Ok(LogoKind::Svg));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\nrest"), Ok(LogoKind::Png));
        assert_eq!(kind(b"<?xml version='1.0'?><html/>"), Err(NoLogo::OtherKind));
        assert_eq!(kind(b"\xff\xd8\xff"), Err(NoLogo::OtherKind));
        assert_eq!(kind(&vec![0; LOGO_BYTES + 1]), Err(NoLogo::TooLarge));
    }
}
