//! Names that are unique for ever: 12 random bytes, so that no clock stands in them, as 24 hexadecimal digits.

/// How many random bytes a name has.
pub const RANDOM: usize = 12;

/// The text is not a name of 24 lower-case hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAName;

/// `name! { /// doc  Name }` makes such a name of something.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $crate::domain::log::id::RANDOM]);

        impl From<[u8; $crate::domain::log::id::RANDOM]> for $name {
            fn from(random: [u8; $crate::domain::log::id::RANDOM]) -> Self {
                Self(random)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $crate::domain::log::id::NotAName;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                $crate::domain::digest::unhex(text).map(Self).ok_or($crate::domain::log::id::NotAName)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::domain::digest::hex(&self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        $crate::domain::from_json::text_serde!($name);
    };
}

pub(crate) use name;

name! {
    /// Names an entry of a log.
    EntryId
}
name! {
    /// Names a text that stands beside the log.
    TextId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_as_it_was_written() {
        let id = EntryId::from([0x0a, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xff]);
        assert_eq!(id.to_string(), "0a0102030405060708090aff");
        assert_eq!(EntryId::try_from("0a0102030405060708090aff"), Ok(id));
        for bad in ["", "0a", "0A0102030405060708090aff", "0a0102030405060708090aff0", "0g0102030405060708090aff"] {
            assert_eq!(TextId::try_from(bad), Err(NotAName), "{bad}");
        }
    }
}
