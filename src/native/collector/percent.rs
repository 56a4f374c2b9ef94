//! Percent-encoding, read strictly: what is no UTF-8 or half a code is refused, where most readers put in "�".

/// What is meant by a text in which codes stand for bytes, and `+` for `plus`; `None` when it is no text.
pub fn decoded(text: &[u8], plus: u8) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        let mut digit = || char::from(*rest.next()?).to_digit(16);
        bytes.push(match byte {
            b'+' => plus,
            b'%' => u8::try_from(digit()? << 4 | digit()?).ok()?,
            other => *other,
        });
    }
    String::from_utf8(bytes).ok()
}
