//! Files that are no UTF-8, or no text at all: a document of a word processor with the name of a JSON file, or a text
//! in an older encoding.

use super::{Foreign, What};

/// The first bytes by which files of other kinds are known.
const MARKS: &[(&[u8], Foreign)] = &[
    (b"PK\x03\x04", Foreign::Zip),
    (b"\xd0\xcf\x11\xe0", Foreign::Office),
    (b"{\\rtf", Foreign::Rtf),
    (b"%PDF", Foreign::Pdf),
    (b"\x89PNG", Foreign::Picture),
    (b"\xff\xd8\xff", Foreign::Picture),
    (b"GIF8", Foreign::Picture),
    (b"\x1f\x8b", Foreign::Binary),
];

/// What kind of file it is, when it is no UTF-8 text, and the byte from which that shows.
pub fn foreign(file: &[u8]) -> Option<(usize, What)> {
    if let Some((_, kind)) = MARKS.iter().find(|(mark, _)| file.starts_with(mark)) {
        return Some((0, What::Foreign(*kind)));
    }
    let unmarked = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file).trim_ascii_start();
    if unmarked.first() == Some(&b'<') && !unmarked.starts_with(b"<!--") {
        return Some((0, What::Foreign(Foreign::Markup)));
    }
    if file.starts_with(b"\xff\xfe") || file.starts_with(b"\xfe\xff") || every_second_is_zero(file) {
        return Some((0, What::Utf16));
    }
    let at = std::str::from_utf8(file).err()?.valid_up_to();
    Some((at, file.get(at).map_or(What::Empty, |byte| windows(*byte))))
}

/// How UTF-16 without a mark looks, as JSON is nearly all plain letters.
fn every_second_is_zero(file: &[u8]) -> bool {
    let start = &file[..file.len().min(64)];
    let zeros = |from: usize| start.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    start.len() >= 4 && (zeros(0) * 4 > start.len() || zeros(1) * 4 > start.len())
}

/// The character that a byte is in Windows-1252, which Dutch Windows calls ANSI.
fn windows(byte: u8) -> What {
    const HIGH: [char; 32] = [
        '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”',
        '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => match HIGH[usize::from(byte - 0x80)] {
            '\0' => What::Foreign(Foreign::Binary),
            c => What::NotUtf8(c),
        },
        _ => What::NotUtf8(char::from(byte)),
    }
}
