//! Numbers that look random and are the same on every device for the same seed. Integers only.

/// A generator of the family "splitmix": a counter whose bits are mixed.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice that always fall in the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn bits(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed >> 32) as u32
    }

    /// A number below `sides`; 0 when there is none.
    pub fn below(&mut self, sides: usize) -> usize {
        ((u64::from(self.bits()) * sides as u64) >> 32) as usize
    }

    /// By how much a change may make things worse to be accepted at a temperature: never less than nothing, and more
    /// than n temperatures with a chance of about 2 to the power of -n.
    pub fn patience(&mut self, temperature: i64) -> i64 {
        let bits = self.bits();
        // The logarithm of a random fraction, in sixteenths: its leading zeros, and four bits for what lies between.
        let zeros = bits.leading_zeros();
        let between = (u64::from(bits) << (zeros + 1) >> 28) & 15;
        temperature * (i64::from(zeros) * 16 + 15 - between as i64) / 16
    }
}
