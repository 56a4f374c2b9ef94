//! The signpost (wegwijzer): a finger-post of what is done, and, for who wants to see that nothing got lost, how
//! everything went there. A table says the same. Somebody's own themes can be marked on the post.
//!
//! - [`post`]: the finger-post.
//! - [`flow`]: from what came in, through themes, to where it landed.
//! - [`table`]: the same in numbers.
//! - [`mark`]: the sign of each status, so that colour is never the only one.

pub mod flow;
pub mod mark;
pub mod post;
pub mod table;

/// What is marked as the reader's own: places in [`Signpost::themes`](crate::domain::signpost::Signpost::themes).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own(pub Option<Vec<usize>>);

impl Own {
    /// The class of what holds these themes: marked, stepped back, or neither.
    pub fn class(&self, base: &str, themes: &[usize]) -> String {
        match &self.0 {
            Some(_) if themes.iter().any(|theme| self.has(*theme)) => format!("{base} {base}--own"),
            Some(_) => format!("{base} {base}--other"),
            None => base.to_owned(),
        }
    }

    /// Whether this theme is the reader's.
    pub fn has(&self, theme: usize) -> bool {
        self.0.as_ref().is_some_and(|own| own.contains(&theme))
    }
}

/// Where on the page a theme is told in full.
pub fn theme_anchor(id: &str) -> String {
    format!("thema-{id}")
}

#[cfg(test)]
mod tests;
