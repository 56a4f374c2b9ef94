//! Characters that turn the direction in which text is read, and that one can't see: what comes behind them may stand on
//! a screen in another order than it was typed.

/// Whether a character is one of them.
pub fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
