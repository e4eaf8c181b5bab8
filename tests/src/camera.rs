//! A phone's camera, ten metres before a monitor.
//!
//! A panel of 55 inches is 1.2 m wide. A phone's camera sees 65° from side to side with 3840 pixels
//! (a 4K film, or a photo of 8 megapixels); so from 10 m it has 360 pixels for the whole panel, and
//! three or four for a module of the code. What it keeps is the part that a person frames: the code
//! and a little of what is around it.

use crate::Code;
use crate::grey::Grey;

/// How far away the phone is, and how long the panel's longer side, in metres.
const DISTANCE: f32 = 10.0;
const PANEL_METRES: f32 = 1.2;

/// What the camera sees from side to side, in degrees, and in how many pixels.
const SEES_DEGREES: f32 = 65.0;
const SEES_PIXELS: f32 = 3_840.0;

/// The hall around the panel, in parts of the panel's brightest light.
const HALL: f32 = 0.03;

/// How far the hand moves between two pictures of a film, in the camera's pixels: to the right and
/// down. A scanner reads one picture after another, and each falls on the pixels in another way.
const HAND: (f32, f32) = (0.37, 0.61);

/// What is kept of the photo on each side of the code and its quiet zone, in modules.
const AROUND: f32 = 6.0;

/// How somebody looks at the panel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// How far the panel is turned away around its upright axis, in degrees.
    pub turned: f32,
    /// How blurred the photo is: the deviation of a Gaussian blur, in modules of the code.
    pub blur: f32,
    /// Hundredths of the brightness.
    pub brightness: u16,
}

impl Camera {
    /// Straight, sharp and bright.
    pub const STRAIGHT: Self = Self { turned: 0.0, blur: 0.0, brightness: 100 };

    /// Films a code on its panel: so many pictures, from a hand that is never quite still.
    pub fn film(self, code: &Code, pictures: u8) -> impl Iterator<Item = Grey> {
        (0..pictures).map(move |nth| self.picture(code, f32::from(nth)))
    }

    fn picture(self, code: &Code, nth: f32) -> Grey {
        let mut scene = Scene::of(code, self.turned);
        scene.left += nth * HAND.0;
        scene.top += nth * HAND.1;
        let light = scene.light(&light_of(code.panel()));
        let shades = light.into_iter().map(shade).collect();
        let deviation = self.blur * real(code.module) * scene.pixels_per_pixel();
        let shades = blurred(shades, scene.width, deviation);
        let shades = shades.into_iter().map(nearest).collect();
        Grey { width: scene.width, height: scene.height, shades }.dimmed(self.brightness)
    }

    /// How many of the camera's pixels a module of a code takes, seen straight.
    pub fn pixels_of_a_module(code: &Code) -> f32 {
        real(code.module) * Scene::of(code, 0.0).pixels_per_pixel()
    }
}

/// A panel before a camera, turned around its upright axis. The lens looks at the panel's middle.
struct Scene {
    /// The panel's sides, in its pixels, and the length of one, in metres.
    panel: (f32, f32),
    metres_per_pixel: f32,
    /// The camera's pixels to a metre of a picture one metre behind the lens.
    focal: f32,
    sine: f32,
    cosine: f32,
    /// The photo's corner, counted from the lens's middle, and its sides.
    left: f32,
    top: f32,
    width: usize,
    height: usize,
}

impl Scene {
    fn of(code: &Code, turned: f32) -> Self {
        let (sine, cosine) = turned.to_radians().sin_cos();
        let panel = (real(code.panel().width), real(code.panel().height));
        let focal = SEES_PIXELS / 2.0 / (SEES_DEGREES / 2.0).to_radians().tan();
        let metres_per_pixel = PANEL_METRES / panel.0.max(panel.1);
        let (left, top, width, height) = (0.0, 0.0, 0, 0);
        let scene = Self { panel, metres_per_pixel, focal, sine, cosine, left, top, width, height };
        scene.framed(code)
    }

    /// The same, with the code in its frame.
    fn framed(mut self, code: &Code) -> Self {
        let (corner, side) = code.with_quiet_zone();
        let around = AROUND * real(code.module);
        let from = |corner: usize| real(corner) - around;
        let to = |corner: usize| real(corner + side) + around;
        let corners = [
            self.seen_as((from(corner.0), from(corner.1))),
            self.seen_as((to(corner.0), from(corner.1))),
            self.seen_as((from(corner.0), to(corner.1))),
            self.seen_as((to(corner.0), to(corner.1))),
        ];
        let least = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MAX, f32::min);
        let most = |of: fn(&(f32, f32)) -> f32| corners.iter().map(of).fold(f32::MIN, f32::max);
        (self.left, self.top) = (least(|place| place.0).floor(), least(|place| place.1).floor());
        self.width = whole(most(|place| place.0) - self.left);
        self.height = whole(most(|place| place.1) - self.top);
        self
    }

    /// Where a place on the panel falls behind the lens, in the camera's pixels.
    fn seen_as(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let u = (x - self.panel.0 / 2.0) * self.metres_per_pixel;
        let v = (y - self.panel.1 / 2.0) * self.metres_per_pixel;
        let away = DISTANCE + u * self.sine;
        (u * self.cosine / away * self.focal, v / away * self.focal)
    }

    /// The camera's pixels to one of the panel's, in the middle and seen straight.
    fn pixels_per_pixel(&self) -> f32 {
        self.metres_per_pixel * self.focal / DISTANCE
    }

    /// The light that falls on each of the camera's pixels: the mean over its area.
    fn light(&self, panel: &[f32]) -> Vec<f32> {
        let steps = whole(1.0 / self.pixels_per_pixel()).clamp(2, 8);
        let mut light = Vec::with_capacity(self.width * self.height);
        for y in 0..self.height {
            for x in 0..self.width {
                light.push(self.mean(panel, (x, y), steps));
            }
        }
        light
    }

    fn mean(&self, panel: &[f32], (x, y): (usize, usize), steps: usize) -> f32 {
        let within = |step: usize| (real(step) + 0.5) / real(steps);
        let mut sum = 0.0;
        for down in 0..steps {
            for across in 0..steps {
                let place = self.seen_at(real(x) + within(across), real(y) + within(down));
                sum += self.between(panel, place);
            }
        }
        sum / real(steps * steps)
    }

    /// Where the ray through a point of the photo meets the panel, in the panel's pixels.
    fn seen_at(&self, x: f32, y: f32) -> (f32, f32) {
        let (across, down) = ((self.left + x) / self.focal, (self.top + y) / self.focal);
        // The panel's point (u, v) stands at (u · cosine, v, DISTANCE + u · sine).
        let u = across * DISTANCE / (self.cosine - across * self.sine);
        let v = down * (DISTANCE + u * self.sine);
        (
            u / self.metres_per_pixel + self.panel.0 / 2.0,
            v / self.metres_per_pixel + self.panel.1 / 2.0,
        )
    }

    /// The panel's light at a place, mixed from the four pixels around it.
    fn between(&self, panel: &[f32], (x, y): (f32, f32)) -> f32 {
        let (x, y) = (x - 0.5, y - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_part, low_part) = (x - left, y - top);
        let at = |x: f32, y: f32| self.pixel(x, y).map_or(HALL, |place| panel[place]);
        let upper = at(left, top) * (1.0 - right_part) + at(left + 1.0, top) * right_part;
        let lower =
            at(left, top + 1.0) * (1.0 - right_part) + at(left + 1.0, top + 1.0) * right_part;
        upper * (1.0 - low_part) + lower * low_part
    }

    /// Which pixel of the panel this is; none beside it.
    fn pixel(&self, x: f32, y: f32) -> Option<usize> {
        let (width, height) = self.panel;
        let inside = x >= 0.0 && y >= 0.0 && x < width && y < height;
        inside.then(|| whole(y) * whole(width) + whole(x))
    }
}

/// A Gaussian blur, first along the rows, then along the columns.
fn blurred(light: Vec<f32>, width: usize, deviation: f32) -> Vec<f32> {
    if deviation <= 0.0 {
        return light;
    }
    let reach = whole(3.0 * deviation) + 1;
    let weight = |far: usize| (-real(far * far) / (2.0 * deviation * deviation)).exp();
    let weights: Vec<f32> = (0..=reach).map(weight).collect();
    let along_rows = spread(&light, width, &weights, 1);
    spread(&along_rows, width, &weights, width)
}

/// Mixes each pixel with those before and behind it, which are `step` apart.
fn spread(light: &[f32], width: usize, weights: &[f32], step: usize) -> Vec<f32> {
    let (mut mixed, height) = (Vec::with_capacity(light.len()), light.len() / width);
    for place in 0..light.len() {
        let (before, behind) = match step {
            1 => (place % width, width - 1 - place % width),
            _ => (place / width, height - 1 - place / width),
        };
        let (mut sum, mut whole) = (light[place] * weights[0], weights[0]);
        for (far, weight) in weights.iter().enumerate().skip(1) {
            // Beside the picture it goes on as at its edge.
            sum += weight * light[place - step * far.min(before)];
            sum += weight * light[place + step * far.min(behind)];
            whole += 2.0 * weight;
        }
        mixed.push(sum / whole);
    }
    mixed
}

/// What the pixels shine with.
fn light_of(panel: &Grey) -> Vec<f32> {
    let table: Vec<f32> = (0..=u8::MAX).map(|shade| (f32::from(shade) / 255.0).powf(2.2)).collect();
    panel.shades.iter().map(|shade| table[usize::from(*shade)]).collect()
}

/// The shade that a light is written as.
fn shade(light: f32) -> f32 {
    light.powf(1.0 / 2.2) * 255.0
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a shade is between 0 and 255, and `as` saturates"
)]
fn nearest(shade: f32) -> u8 {
    shade.round() as u8
}

#[expect(clippy::cast_precision_loss, reason = "sides of pictures are far below 2²³")]
fn real(pixels: usize) -> f32 {
    pixels as f32
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "places in a picture, and `as` saturates"
)]
fn whole(pixels: f32) -> usize {
    pixels as usize
}
