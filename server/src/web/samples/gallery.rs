//! The pages as files to look at.

use std::fs;
use std::path::Path;

use super::super::language::Language;
use super::every_page;

/// Writes the pages to look at, `LANGUAGE/NAME.html`; where nobody asked for them it only renders
/// them. `DEMITASSE_GALLERY_LANGUAGES` names others than English, German and Arabic.
#[test]
fn the_gallery_holds_every_page_under_a_name_of_its_own() {
    let pages = every_page("en");
    let mut names: Vec<_> = pages.iter().map(|(name, _)| name).collect();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), pages.len());
    let Some(folder) = std::env::var_os("DEMITASSE_GALLERY") else { return };
    let asked = std::env::var("DEMITASSE_GALLERY_LANGUAGES");
    let asked = asked.unwrap_or_else(|_unset| "en de ar".to_owned());
    for tag in asked.split_whitespace() {
        let language = Language::tagged(tag).unwrap_or_else(|| panic!("{tag} is not spoken here"));
        let folder = Path::new(&folder).join(tag);
        fs::create_dir_all(&folder).expect("the gallery's folder can be made");
        for (name, page) in every_page(language.tag) {
            let path = folder.join(format!("{name}.html"));
            fs::write(path, page).expect("the gallery's folder can be written");
        }
    }
}
