//! “je” and its like, where the house says “u”. In a quote somebody else speaks.

use super::token::Token;

/// Each with what the house says.
const INFORMAL: [(&str, &str); 6] =
    [("je", "u, uw"), ("jij", "u"), ("jou", "u"), ("jouw", "uw"), ("jullie", "u, uw"), ("jezelf", "uzelf")];

/// Every such word in a line, but for quotes, with what the house says.
pub(super) fn find(line: &[Token]) -> Vec<(usize, &'static str)> {
    let mut quoted = false;
    let mut found = Vec::new();
    for (at, token) in line.iter().enumerate() {
        match token.text {
            "‘" | "“" | "„" | "«" => quoted = true,
            "’" | "”" | "»" => quoted = false,
            "\"" => quoted = !quoted,
            _ if quoted => {}
            _ => {
                found.extend(INFORMAL.iter().find(|(word, _)| *word == token.small).map(|(_, instead)| (at, *instead)))
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{super::token::tokens, *};

    #[test]
    fn je_is_found_but_not_in_a_quote_or_another_word() {
        let count = |text| find(&tokens(text)).len();
        assert_eq!(count("Vul je naam in, dan bellen wij jou."), 2);
        assert_eq!(count("Zij zei: ‘Wat wil jij?’ En jullie dan?"), 1);
        assert_eq!(count("U neemt een meisje en jong bier mee."), 0);
    }
}
