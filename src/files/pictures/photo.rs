//! What else a file of pixels holds: cameras write in it where, when and with what it was made.

/// Whether a WebP, JPEG or PNG holds anything that is no picture. What we make has nothing of the kind.
pub fn tells(bytes: &[u8]) -> bool {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => names(rest, |rest| {
            let (name, length) = (rest.get(..4)?, u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?));
            Some((name, 8 + length.next_multiple_of(2) as usize))
        })
        .any(|name| !matches!(name, b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH")),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', rest @ ..] => names(rest, |rest| {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
            Some((rest.get(4..8)?, 12 + length as usize))
        })
        .any(|name| !matches!(name, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"sRGB" | b"gAMA" | b"pHYs")),
        [0xff, 0xd8, rest @ ..] => names(rest, |rest| match rest.get(..2)? {
            // From here on there are only pixels.
            [0xff, 0xda] => None,
            marker => Some((marker, 2 + usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?)))),
        })
        // APP0 is what makes it a JFIF; every other one, and a comment, is somebody's words.
        .any(|marker| matches!(marker, [0xff, 0xe1..=0xef | 0xfe])),
        _ => true,
    }
}

/// Whether a file has an end, so that nothing of it got lost on the way.
pub fn is_whole(bytes: &[u8]) -> bool {
    match bytes {
        [b'R', b'I', b'F', b'F', a, b, c, d, ..] => u32::from_le_bytes([*a, *b, *c, *d]) as usize + 8 == bytes.len(),
        [0x89, b'P', b'N', b'G', ..] => {
            bytes.get(bytes.len().saturating_sub(8)..).is_some_and(|end| end.starts_with(b"IEND"))
        }
        _ => bytes.ends_with(b"\xff\xd9"),
    }
}

/// The names of the parts of a file, one after the other; `part` gives the name and length of the first.
fn names<'a>(
    mut rest: &'a [u8],
    part: impl Fn(&'a [u8]) -> Option<(&'a [u8], usize)>,
) -> impl Iterator<Item = &'a [u8]> {
    std::iter::from_fn(move || {
        let (name, length) = part(rest)?;
        rest = rest.get(length..).unwrap_or_default();
        Some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_camera_writes_is_seen_in_each_kind() {
        let webp = |name: &[u8]| [b"RIFF\0\0\0\0WEBPVP8 \x03\0\0\0abc\0", name, b"\x02\0\0\0xy"].concat();
        assert!(tells(&webp(b"EXIF")) && tells(&webp(b"XMP ")) && !tells(&webp(b"ALPH")));
        let png = |name: &[u8]| [b"\x89PNG\r\n\x1a\n\0\0\0\x01", name, b"x1234"].concat();
        assert!(tells(&png(b"eXIf")) && tells(&png(b"tEXt")) && !tells(&png(b"IDAT")));
        let jpeg =
            |marker: u8| [b"\xff\xd8\xff\xe0\0\x04ab\xff", &[marker][..], b"\0\x03x\xff\xda\0\x02\xff\xe1"].concat();
        assert!(tells(&jpeg(0xe1)) && tells(&jpeg(0xfe)) && !tells(&jpeg(0xdb)));
        assert!(is_whole(b"RIFF\x04\0\0\0WEBP") && !is_whole(b"RIFF\x05\0\0\0WEBP"));
        assert!(is_whole(b"\x89PNG\r\n\x1a\n\0\0\0\0IENDabcd") && !is_whole(b"\x89PNG\r\n\x1a\n\0\0\0\0IDATabcd"));
        assert!(tells(b"GIF89a"), "what is not known may tell anything");
    }
}
