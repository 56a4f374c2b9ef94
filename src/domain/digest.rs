//! SHA-256 of what is sent, as the acknowledgement names it.

use sha2::{Digest as _, Sha256};

/// Lower-case hexadecimal text of `bytes`.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|b| [DIGITS[usize::from(b >> 4)] as char, DIGITS[usize::from(b & 15)] as char]).collect()
}

/// The bytes of lower-case hexadecimal text, if it is that of so many.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let mut bytes = [0; N];
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

/// SHA-256 of `body` as 64 lower-case hexadecimal characters.
pub fn sha256(body: &[u8]) -> String {
    hex(&Sha256::digest(body))
}

#[cfg(test)]
mod tests {
    #[test]
    fn bytes_are_read_as_they_were_written() {
        assert_eq!(super::unhex(&super::hex(&[0, 10, 255])), Some([0, 10, 255]));
        for bad in ["", "00", "000aff0", "000aff00", "000AFF", "000a0g", "é0af"] {
            assert_eq!(super::unhex::<3>(bad), None, "{bad}");
        }
    }

    #[test]
    fn agrees_with_the_standard() {
        // FIPS 180-2, appendix B.1.
        assert_eq!(super::sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
