//! A zip file, as Word and PowerPoint files are: written in memory, the same bytes for the same files. No clock is
//! read, so every file in it is of the first day that the format knows.

use miniz_oxide::deflate::compress_to_vec;

/// At most this many files fit: the format has 16 bits for their number.
pub const MOST_FILES: usize = 65_535;
/// The usual middle between time and size.
const LEVEL: u8 = 6;
/// What a reader has to know: deflate.
const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const MIDNIGHT: u16 = 0;
/// 1 January 1980: years since then, the month, the day.
const FIRST_DAY: u16 = (1 << 5) | 1;

/// A zip file in the making.
#[derive(Clone, Debug, Default)]
pub struct Zip {
    out: Vec<u8>,
    /// The list at the end of the file, which names every file once more and where it begins.
    list: Vec<u8>,
    count: u16,
}

impl Zip {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file under a path with `/`. Says whether it did: not when there are [`MOST_FILES`] already, or when the
    /// whole would pass four gigabytes.
    #[must_use]
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> bool {
        let deflated = compress_to_vec(bytes, LEVEL);
        let (method, data) = if deflated.len() < bytes.len() { (DEFLATED, &*deflated) } else { (STORED, bytes) };
        // A file has some 80 bytes around it, and its path twice.
        let whole = self.out.len() + self.list.len() + data.len() + bytes.len() + 2 * path.len() + 200;
        let (Ok(name), Ok(at), true) =
            (u16::try_from(path.len()), u32::try_from(self.out.len()), u32::try_from(whole).is_ok())
        else {
            return false;
        };
        let Some(count) = self.count.checked_add(1) else { return false };
        self.count = count;
        let about = [
            &FLAGS.to_le_bytes()[..],
            &method.to_le_bytes(),
            &MIDNIGHT.to_le_bytes(),
            &FIRST_DAY.to_le_bytes(),
            &crc32(bytes).to_le_bytes(),
            &size(data).to_le_bytes(),
            &size(bytes).to_le_bytes(),
            &name.to_le_bytes(),
            // No extra field.
            &[0; 2],
        ]
        .concat();
        self.out.extend_from_slice(b"PK\x03\x04");
        self.out.extend(VERSION.to_le_bytes());
        self.out.extend_from_slice(&about);
        self.out.extend_from_slice(path.as_bytes());
        self.out.extend_from_slice(data);
        self.list.extend_from_slice(b"PK\x01\x02");
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend(VERSION.to_le_bytes());
        self.list.extend_from_slice(&about);
        // No comment, on the first disk, no attributes.
        self.list.extend_from_slice(&[0; 10]);
        self.list.extend(at.to_le_bytes());
        self.list.extend_from_slice(path.as_bytes());
        true
    }

    /// The bytes of the whole file.
    pub fn finish(self) -> Vec<u8> {
        let Self { mut out, list, count } = self;
        let at = size(&out);
        out.extend_from_slice(&list);
        out.extend_from_slice(b"PK\x05\x06");
        // One disk.
        out.extend_from_slice(&[0; 4]);
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(size(&list).to_le_bytes());
        out.extend(at.to_le_bytes());
        // No comment.
        out.extend_from_slice(&[0; 2]);
        out
    }
}

/// The length, which [`Zip::add`] keeps within 32 bits.
fn size(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).unwrap_or(u32::MAX)
}

/// The checksum of the format (CRC-32 with the polynomial 0x04C11DB7, reflected).
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = {
        let mut table = [0; 256];
        let mut at = 0;
        while at < 256 {
            let (mut value, mut bit) = (at as u32, 0);
            while bit < 8 {
                value = if value & 1 == 1 { 0xEDB8_8320 ^ (value >> 1) } else { value >> 1 };
                bit += 1;
            }
            table[at] = value;
            at += 1;
        }
        table
    };
    !bytes.iter().fold(u32::MAX, |crc, byte| TABLE[((crc ^ u32::from(*byte)) & 0xFF) as usize] ^ (crc >> 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_the_one_of_the_format() {
        assert_eq!(crc32(b""), 0);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn an_empty_one_is_only_its_end() {
        assert_eq!(Zip::new().finish(), [&b"PK\x05\x06"[..], &[0; 18]].concat());
    }

    #[test]
    fn more_files_than_the_format_counts_are_refused() {
        let mut zip = Zip { count: u16::MAX - 1, ..Zip::new() };
        assert!(zip.add("a", b""));
        assert_eq!(usize::from(zip.count), MOST_FILES);
        assert!(!zip.add("a", b""));
        assert!(!Zip::new().add(&"a".repeat(70_000), b""));
    }
}
