//! Just enough of CSS: leaving out comments without harm to what only looks like one, and what a sheet declares.

/// What a rule says, and in what it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The selectors and at-rules around it, the outermost first.
    pub inside: Vec<String>,
    /// The property.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A sheet without its comments. `/*` in a text or an address, such as `url("data:…/*…")`, is none.
pub fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while !rest.is_empty() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
        } else {
            let (piece, more) = rest.split_at(piece(rest));
            out.push_str(piece);
            rest = more;
        }
    }
    out
}

/// What a sheet declares, in order.
pub fn declarations(css: &str) -> Vec<Declaration> {
    let css = without_comments(css);
    let (mut all, mut inside, mut text) = (Vec::new(), Vec::new(), String::new());
    let mut rest = css.as_str();
    let mut round = 0u32;
    while !rest.is_empty() {
        let (piece, more) = rest.split_at(piece(rest));
        match piece {
            "{" => inside.push(std::mem::take(&mut text).trim().to_owned()),
            "}" => {
                all.extend(declaration(&inside, &std::mem::take(&mut text)));
                inside.pop();
            }
            ";" if round == 0 => all.extend(declaration(&inside, &std::mem::take(&mut text))),
            _ => {
                match piece {
                    "(" => round += 1,
                    ")" => round = round.saturating_sub(1),
                    _ => {}
                }
                text.push_str(piece);
            }
        }
        rest = more;
    }
    all
}

fn declaration(inside: &[String], text: &str) -> Option<Declaration> {
    let (name, value) = text.split_once(':')?;
    let value = value.trim();
    let value = value.strip_suffix("!important").unwrap_or(value).trim_end();
    Some(Declaration { inside: inside.to_vec(), name: name.trim().to_owned(), value: value.to_owned() })
}

/// How long the text, address or character is that stands first.
fn piece(css: &str) -> usize {
    let first = css.chars().next().map_or(0, char::len_utf8);
    match css.as_bytes().first() {
        Some(mark @ (b'"' | b'\'')) => quoted(css, *mark),
        Some(b'u' | b'U') if css.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) => {
            match css[4..].trim_start().as_bytes().first() {
                // The text in it is a piece of its own.
                Some(b'"' | b'\'') => 4,
                _ => css.find(')').map_or(css.len(), |end| end + 1),
            }
        }
        _ => first,
    }
}

/// Up to the mark that ends a text; a text can't go on on the next line.
fn quoted(css: &str, mark: u8) -> usize {
    let mut escaped = false;
    for (at, byte) in css.bytes().enumerate().skip(1) {
        match byte {
            b'\n' if !escaped => return at,
            byte if byte == mark && !escaped => return at + 1,
            byte => escaped = byte == b'\\' && !escaped,
        }
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_comment_in_a_text_or_an_address_is_none() {
        for css in [
            "a { b: url(\"data:image/svg+xml,/*\"); }\n.c { d: e; }",
            "a { b: url(data:x,/*y); } .c { d: e; }",
            "a { b: url( 'x/*' ); } .c { d: '*/'; }",
            "a::before { content: \"\\\"/*\"; } .c { d: e; }",
        ] {
            assert_eq!(without_comments(css), css);
        }
        assert_eq!(without_comments("a /* \" */ b /* url( */ c"), "a  b  c");
        assert_eq!(without_comments("a /* open"), "a ");
        assert_eq!(without_comments("/*é*/é"), "é");
    }

    #[test]
    fn declarations_know_in_what_they_stand() {
        let css = "@media (prefers-color-scheme: dark) { :root { --a: light-dark(#fff, #000); --b: 'x;}' !important } }\n--c: 1;";
        let told: Vec<_> = declarations(css).into_iter().map(|d| (d.inside.len(), d.name, d.value)).collect();
        let is = |depth, name: &str, value: &str| (depth, name.to_owned(), value.to_owned());
        assert_eq!(told, [is(2, "--a", "light-dark(#fff, #000)"), is(2, "--b", "'x;}'"), is(0, "--c", "1")]);
    }
}
