//! Packs what programs carry along: `src/packed.rs` unpacks it.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::{env, fs};

use flate2::Compression;
use flate2::write::DeflateEncoder;

/// Files and folders of `assets/` that are packed. Scripts, styles and icons are not: the server joins
/// and shortens them when it starts.
const PACKED: [&str; 3] = ["fonts", "openapi.json", "texts"];

/// Packs the files, and lists them for `packed.rs`.
pub(crate) fn files() -> io::Result<()> {
    let assets = Path::new(&variable("CARGO_MANIFEST_DIR")?).join("../assets");
    let out = PathBuf::from(variable("OUT_DIR")?);
    let mut list = String::from("&[");
    for path in PACKED {
        println!("cargo:rerun-if-changed={}", assets.join(path).display());
        for file in below(&assets.join(path))? {
            let name = file.strip_prefix(&assets).map_err(io::Error::other)?;
            let name = name.to_string_lossy().replace('\\', "/");
            let to = out.join(name.replace('/', "-"));
            fs::write(&to, pack(&fs::read(&file)?)?)?;
            let to = to.to_string_lossy();
            let entry = write!(list, "({name:?}, include_bytes!({to:?})),");
            entry.map_err(io::Error::other)?;
        }
    }
    fs::write(out.join("packed.rs"), list + "]")
}

/// A file itself, or all files below a folder, in order.
fn below(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries: io::Result<Vec<_>> = fs::read_dir(path)?.collect();
    let mut paths: Vec<_> = entries?.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    let files: io::Result<Vec<_>> = paths.iter().map(|path| below(path)).collect();
    Ok(files?.concat())
}

fn pack(content: &[u8]) -> io::Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    encoder.finish()
}

fn variable(name: &str) -> io::Result<String> {
    env::var(name).map_err(io::Error::other)
}
