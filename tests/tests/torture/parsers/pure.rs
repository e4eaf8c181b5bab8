//! What reads text and bytes, without a line: nothing breaks, and what is understood is understood in
//! one way. The readers and what each promises stand in `tests/readers`.

use demitasse_readers::{READERS, forgive_what_is_caught};
use demitasse_tests::{Ordeal, source};

use super::bent::Bender;

#[test]
fn whatever_is_read_breaks_no_reader() {
    forgive_what_is_caught();
    let mut read = 0;
    for seed in Ordeal::of("parsers", 1).seeds() {
        let mut bender = Bender::new(seed);
        for reader in READERS {
            println!("{}", reader.name);
            let good = reader.good();
            let good: Vec<_> = good.iter().map(Vec::as_slice).collect();
            for good in &good {
                reader.read(good);
            }
            for _ in 0..reader.share {
                let one = bender.pick(&good);
                let bent = bender.bend(one, &good);
                reader.read(&bent);
            }
            read += good.len() + usize::try_from(reader.share).expect("a few thousand");
        }
    }
    println!("{read} inputs");
}

#[test]
fn every_reader_is_fuzzed_and_nothing_else() {
    let mut readers: Vec<_> = READERS.iter().map(|reader| reader.name.to_owned()).collect();
    readers.sort();
    let targets = source::files("fuzz/fuzz_targets", &[".rs"]);
    let name =
        |path: &String| path.rsplit('/').next().map(|file| file.trim_end_matches(".rs").to_owned());
    let targets: Vec<_> = targets.iter().filter_map(name).collect();
    assert_eq!(targets, readers);
}
