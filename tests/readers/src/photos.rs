//! Photos of the code.

use demitasse::photo;
use demitasse_shared::code::normalize;

use crate::Reader;

/// Photos: small ones lie in the corpus.
pub(crate) const PHOTOS: Reader = Reader { name: "photos", share: 40, good: Vec::new, read };

/// What is seen in a photo is a bar's code, or a refusal in words.
fn read(input: &[u8]) {
    match photo::read(input) {
        Ok(code) => assert_eq!(normalize(&code), Some(code)),
        Err(refusal) => assert!(!refusal.detail.is_empty()),
    }
}
