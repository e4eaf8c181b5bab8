//! The picture in which codes are searched, with a measure on how much may be done to it.
//!
//! The search compares all corners of codes that it sees with each other, and copies the picture
//! for each three that could belong together. In a photo these are a few; in a picture that
//! somebody has drawn for the purpose they keep a processor busy for ages, and a thread cannot be
//! stopped from outside. So the picture itself counts, and breaks the search off.

use std::cell::Cell;
use std::panic::resume_unwind;
use std::rc::Rc;

use image::{GenericImage, GenericImageView, GrayImage, Luma};

/// How often each pixel may be looked at or painted, all copies together. A photo takes
/// about ten.
const TOUCHES_A_PIXEL: u64 = 40;

/// How many corners may be seen; a code has three.
const CORNERS: u32 = 300;

/// The value that the search paints the ring of a corner with.
const CORNER: u8 = 2;

/// The search was broken off.
struct TooMuch;

/// A grey picture that counts what is done to it. Copies count together.
pub(super) struct Canvas {
    picture: GrayImage,
    left: Rc<Cell<u64>>,
    corners: u32,
    painted: u8,
}

impl Canvas {
    pub(super) fn new(picture: GrayImage) -> Self {
        let left = Rc::new(Cell::new(pixels(&picture) * TOUCHES_A_PIXEL));
        Self { picture, left, corners: 0, painted: 0 }
    }

    fn spend(&self, touches: u64) {
        match self.left.get().checked_sub(touches) {
            Some(left) => self.left.set(left),
            // Unlike a panic, which is a fault of the program, this is not told to the log.
            None => resume_unwind(Box::new(TooMuch)),
        }
    }

    /// Each corner's ring is painted in one go.
    fn count_corner(&mut self, value: u8) {
        self.corners += u32::from(value == CORNER && self.painted != CORNER);
        self.painted = value;
        if self.corners > CORNERS {
            resume_unwind(Box::new(TooMuch));
        }
    }
}

fn pixels(picture: &GrayImage) -> u64 {
    u64::from(picture.width()) * u64::from(picture.height())
}

impl Clone for Canvas {
    fn clone(&self) -> Self {
        self.spend(pixels(&self.picture));
        Self { picture: self.picture.clone(), left: Rc::clone(&self.left), ..*self }
    }
}

impl GenericImageView for Canvas {
    type Pixel = Luma<u8>;

    fn dimensions(&self) -> (u32, u32) {
        self.picture.dimensions()
    }

    fn get_pixel(&self, x: u32, y: u32) -> Luma<u8> {
        self.spend(1);
        *self.picture.get_pixel(x, y)
    }
}

impl GenericImage for Canvas {
    fn get_pixel_mut(&mut self, x: u32, y: u32) -> &mut Luma<u8> {
        self.spend(1);
        self.picture.get_pixel_mut(x, y)
    }

    fn put_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        self.spend(1);
        self.count_corner(pixel.0[0]);
        self.picture.put_pixel(x, y, pixel);
    }

    fn blend_pixel(&mut self, x: u32, y: u32, pixel: Luma<u8>) {
        self.put_pixel(x, y, pixel);
    }
}
