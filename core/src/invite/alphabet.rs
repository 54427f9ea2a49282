//! Bytes in 41 letters: two bytes become three. All 41 are in QR's alphanumeric set and pass through a URL fragment as
//! they are. Left out: space and `%` (escaped in URLs), `.` and `*` (messengers take them for the end of a link, or for
//! bold type).

const LETTERS: &[u8; 41] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$+-:/";
const BASE: u32 = 41;

/// Ends every link, so that no letter that matters stands where messengers cut.
const END: char = 'E';

pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 3 / 2 + 3);
    let mut push = |value: u32| text.push(char::from(LETTERS[(value % BASE) as usize]));
    for pair in bytes.chunks(2) {
        match *pair {
            [high, low] => {
                let value = u32::from(high) << 8 | u32::from(low);
                [value, value / BASE, value / BASE / BASE].into_iter().for_each(&mut push);
            }
            [byte] => [u32::from(byte), u32::from(byte) / BASE].into_iter().for_each(&mut push),
            _ => {}
        }
    }
    text.push(END);
    text
}

pub(super) fn read(text: &str) -> Option<Vec<u8>> {
    let letters = text.strip_suffix(END)?.as_bytes();
    let mut bytes = Vec::with_capacity(letters.len() * 2 / 3);
    for group in letters.chunks(3) {
        let mut value = 0;
        for letter in group.iter().rev() {
            value = value * BASE + LETTERS.iter().position(|it| it == letter)? as u32;
        }
        match group.len() {
            3 => bytes.extend(u16::try_from(value).ok()?.to_be_bytes()),
            2 => bytes.push(u8::try_from(value).ok()?),
            _ => return None,
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    #[test]
    fn bytes_survive() {
        for length in 0..70_u8 {
            let bytes: Vec<u8> = (0..length).map(|it| it.wrapping_mul(37).wrapping_add(length)).collect();
            assert_eq!(super::read(&super::write(&bytes)), Some(bytes));
        }
    }
}
