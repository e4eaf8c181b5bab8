//! The rule by which every monitor makes its codes.

use qrcode::{EcLevel, QrCode};

/// A code that says a text: the smallest version that holds it, so that its modules are as large
/// as they can be, with as much error correction as that version has room for; nothing where it is
/// longer than any QR code holds.
///
/// The encoder chooses its modes: a text in the alphanumeric set is written in that mode.
pub fn encode(text: &str) -> Option<QrCode> {
    let smallest = QrCode::with_error_correction_level(text, EcLevel::L).ok()?;
    let version = smallest.version();
    let code = [EcLevel::H, EcLevel::Q, EcLevel::M]
        .into_iter()
        .find_map(|level| QrCode::with_version(text, version, level).ok());
    Some(code.unwrap_or(smallest))
}
