//! The code, read by readers that are not ours, as phones see it.

use std::fmt::Write;

use demitasse_shared::monitor::sample::Sample;
use demitasse_tests::{Camera, Code, Decoder, Grey, Kiosk, Panel};

use demitasse_tests::sample::{codes, screen};

/// The least that a code with its quiet zone takes, in hundredths of the panel's shorter side.
const LARGE: usize = 55;

/// A panel that is dimmed, in hundredths, and a person who stands aside, in degrees.
const DIMMED: u16 = 40;
const ASIDE: f32 = 30.0;

/// A lens that is not quite sharp, and one that is far from it: the deviation of a Gaussian blur, in
/// modules. From ten metres away the first is two thirds of the camera's own pixel.
const BLUR: f32 = 0.2;
const STRONG_BLUR: f32 = 0.3;

/// So many pictures of a film a scanner reads before it is given up.
const PICTURES: u8 = 4;

/// A film from ten metres away, and who must be able to read some picture of it.
struct Afar {
    name: &'static str,
    camera: Camera,
    readers: &'static [Decoder],
}

const AFAR: [Afar; 6] = [
    afar("10 m", Camera::STRAIGHT),
    afar("10 m, dimmed", Camera { brightness: DIMMED, ..Camera::STRAIGHT }),
    afar("10 m, turned", Camera { turned: ASIDE, ..Camera::STRAIGHT }),
    afar("10 m, blurred", Camera { blur: BLUR, ..Camera::STRAIGHT }),
    afar("10 m, all three", Camera { turned: ASIDE, blur: BLUR, brightness: DIMMED }),
    // rqrr needs more pixels for that than ten metres leave, zbar does not.
    strong(
        "10 m, all, much blurred",
        Camera { turned: ASIDE, blur: STRONG_BLUR, brightness: DIMMED },
    ),
];

const fn afar(name: &'static str, camera: Camera) -> Afar {
    Afar { name, camera, readers: &Decoder::ALL }
}

const fn strong(name: &'static str, camera: Camera) -> Afar {
    Afar { name, camera, readers: &[Decoder::Zbar] }
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_from_1080p() {
    check(Panel::FULL_HD, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_from_4k() {
    check(Panel::UHD, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_from_a_panel_on_its_side() {
    check(Panel::PORTRAIT, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_from_a_wide_panel() {
    check(Panel::WIDE, &[]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn reads_from_a_light_panel() {
    check(Panel::FULL_HD, &["--theme", "light"]).await;
}

/// Looks at the open face's code in every way.
async fn check(panel: Panel, more: &[&str]) {
    let said = codes(&screen(Sample::Open));
    let mut kiosk = Kiosk::preview(panel, Sample::Open, more).await;
    let what = "the code, each module a square of whole pixels, and the quiet zone light";
    let is_sharp = |code: &Code| said == [code.text.as_str()] && code.is_exact();
    let code = kiosk.rests(what, |panel| Code::on(panel).filter(is_sharp)).await;

    assert!(code.is_smallest_alphanumeric(), "{} in the fewest modules", code.text);
    let share = code.hundredths();
    assert!(share >= LARGE, "the code takes {share} hundredths of the shorter side");

    let mut table = Table::of(panel, &code, said);
    table.row("near", &[code.panel().clone()], &Decoder::ALL).await;
    table.row("near, dimmed", &[code.panel().dimmed(DIMMED)], &Decoder::ALL).await;
    for Afar { name, camera, readers } in AFAR {
        let film: Vec<_> = camera.film(&code, PICTURES).collect();
        table.row(name, &film, readers).await;
    }
    table.close();
}

/// Who reads which photo.
struct Table {
    text: String,
    said: Vec<String>,
    all_read: bool,
}

impl Table {
    fn of(panel: Panel, code: &Code, said: Vec<String>) -> Self {
        let (module, share) = (code.module, code.hundredths());
        let afar = Camera::pixels_of_a_module(code);
        let text = format!(
            "{panel}: {share} % of the shorter side; a module has {module} pixels, and {afar:.1} \
             of a camera's from 10 m\n"
        );
        Self { text, said, all_read: true }
    }

    /// Has both decoders read a film. Those that must fail the test where they cannot read any of it.
    async fn row(&mut self, name: &str, film: &[Grey], must: &[Decoder]) {
        write!(self.text, "  {name:24}").expect("a text has room");
        for decoder in Decoder::ALL {
            let mut read = 0;
            for picture in film {
                read += u8::from(decoder.read(picture).await == self.said);
            }
            self.all_read &= read > 0 || !must.contains(&decoder);
            write!(self.text, "  {decoder:?} {read} of {}", film.len()).expect("a text has room");
        }
        writeln!(self.text).expect("a text has room");
    }

    /// Says which decoder read what; to be seen with `--no-capture`.
    #[expect(clippy::print_stdout, reason = "what was read is a finding, also where all was")]
    fn close(self) {
        println!("{}", self.text);
        assert!(self.all_read, "{}", self.text);
    }
}
