//! What else a file of pixels holds: cameras write in it where, when and with what it was made.

/// Whether a WebP, JPEG or PNG holds anything that is no picture. What we make has nothing of the kind.
pub fn tells(bytes: &[u8]) -> bool {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => {
            parts(rest, webp_part).any(|(name, _)| !matches!(name, b"VP8 " | b"VP8L" | b"VP8X" | b"ALPH"))
        }
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', rest @ ..] => parts(rest, |rest| {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
            Some((rest.get(4..8)?, 12 + length as usize))
        })
        .any(|(name, _)| {
            !matches!(name, b"IHDR" | b"PLTE" | b"IDAT" | b"IEND" | b"tRNS" | b"sRGB" | b"gAMA" | b"pHYs")
        }),
        [0xff, 0xd8, rest @ ..] => parts(rest, jpeg_part)
            // APP0 is what makes it a JFIF; every other one, and a comment, is somebody's words.
            .any(|(marker, _)| matches!(marker, [0xff, 0xe1..=0xef | 0xfe])),
        _ => true,
    }
}

/// The same file without anything that is no picture, such as the colours of the screen that a browser notes in it. What is of
/// another kind stays as it is.
pub fn bare(bytes: &[u8]) -> Vec<u8> {
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', rest @ ..] => {
            let mut kept = Vec::with_capacity(bytes.len());
            for (name, part) in parts(rest, webp_part) {
                match name {
                    // Its first byte says what else there would be.
                    b"VP8X" => {
                        kept.extend(part.iter().enumerate().map(|(n, b)| if n == 8 { b & 0b0001_0010 } else { *b }))
                    }
                    b"VP8 " | b"VP8L" | b"ALPH" => kept.extend_from_slice(part),
                    _ => {}
                }
            }
            let length = u32::try_from(kept.len() + 4).unwrap_or(u32::MAX).to_le_bytes();
            [b"RIFF", &length[..], b"WEBP", &kept].concat()
        }
        [0xff, 0xd8, rest @ ..] => {
            let mut kept = vec![0xff, 0xd8];
            let mut read = 0;
            for (marker, part) in parts(rest, jpeg_part) {
                read += part.len();
                if !matches!(marker, [0xff, 0xe1..=0xef | 0xfe]) {
                    kept.extend_from_slice(part);
                }
            }
            kept.extend_from_slice(rest.get(read..).unwrap_or_default());
            kept
        }
        _ => bytes.to_vec(),
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

fn webp_part(rest: &[u8]) -> Option<(&[u8], usize)> {
    let (name, length) = (rest.get(..4)?, u32::from_le_bytes(rest.get(4..8)?.try_into().ok()?));
    Some((name, 8 + length.next_multiple_of(2) as usize))
}

fn jpeg_part(rest: &[u8]) -> Option<(&[u8], usize)> {
    match rest.get(..2)? {
        // From here on there are only pixels.
        [0xff, 0xda] => None,
        marker => Some((marker, 2 + usize::from(u16::from_be_bytes(rest.get(2..4)?.try_into().ok()?)))),
    }
}

/// The parts of a file, each with its name, one after the other; `part` gives the name and length of the first.
fn parts<'a>(
    mut rest: &'a [u8],
    part: impl Fn(&'a [u8]) -> Option<(&'a [u8], usize)>,
) -> impl Iterator<Item = (&'a [u8], &'a [u8])> {
    std::iter::from_fn(move || {
        let (name, length) = part(rest)?;
        let (whole, more) = rest.split_at(length.min(rest.len()));
        rest = more;
        Some((name, whole))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_is_left_out_and_the_picture_stays() {
        let webp = b"RIFF\x28\0\0\0WEBPVP8X\x0a\0\0\0\x20\0\0\0\0\0\0\0\0\0ICCP\x02\0\0\0xyVP8 \x03\0\0\0abc\0";
        let bared = bare(webp);
        assert!(tells(webp) && !tells(&bared) && is_whole(&bared));
        assert!(bared.ends_with(b"VP8 \x03\0\0\0abc\0"), "{bared:?}");
        assert_eq!(bared[20], 0, "it does not promise what is gone");
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xe2\0\x03x\xff\xda\0\x02pixels\xff\xd9";
        assert_eq!(bare(jpeg), b"\xff\xd8\xff\xe0\0\x04ab\xff\xda\0\x02pixels\xff\xd9");
        assert_eq!(bare(b"other"), b"other");
    }

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
