//! The QR code of a link.

use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// A QR code at error correction level M.
pub struct Qr(QrCode);

impl Qr {
    /// The quiet zone that readers need around a code, in modules (ISO/IEC 18004).
    pub const QUIET: i32 = 4;

    /// The code of an address (as bytes) followed by the letters of an invitation (in the alphanumeric mode, 5.5 bits a
    /// letter). `None` when it does not fit the largest code.
    pub fn new(address: &str, letters: &str) -> Option<Self> {
        let mut segments = vec![QrSegment::make_bytes(address.as_bytes())];
        if QrSegment::is_alphanumeric(letters) {
            segments.push(QrSegment::make_alphanumeric(letters));
        } else {
            segments.push(QrSegment::make_bytes(letters.as_bytes()));
        }
        // One mask fits all: choosing the best of eight takes ten times as long and readers manage with any.
        let mask = Some(Mask::new(2));
        QrCode::encode_segments_advanced(&segments, QrCodeEcc::Medium, Version::MIN, Version::MAX, mask, false)
            .ok()
            .map(Self)
    }

    /// The version, from 1 to 40: the code has 17 + 4 times as many modules a side.
    pub fn version(&self) -> u8 {
        self.0.version().value()
    }

    /// Modules a side, with the quiet zone.
    pub fn side(&self) -> i32 {
        self.0.size() + 2 * Self::QUIET
    }

    /// The dark modules as the path of an SVG whose view box is as wide as [`Qr::side`]: a bar for each run in a row.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for y in 0..self.0.size() {
            let mut x = 0;
            while x < self.0.size() {
                let run = (x..self.0.size()).take_while(|&x| self.0.get_module(x, y)).count() as i32;
                if run > 0 {
                    path.push_str(&format!("M{},{}h{run}v1h-{run}z", x + Self::QUIET, y + Self::QUIET));
                }
                x += run.max(1);
            }
        }
        path
    }
}
