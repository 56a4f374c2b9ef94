//! What gatherings, the remarks in them, the points that they come to and the stops of a tour are called: random, so that
//! devices that know nothing of each other never give two things one name.

use crate::domain::log::id::{RANDOM, name};

name! {
    /// Names a gathering.
    GatheringId
}
impl GatheringId {
    /// How the name of a gathering begins in which one only practises. No device makes such a name by chance.
    const PRACTICE: [u8; 8] = [0; 8];

    /// The name of a gathering in which one only practises.
    pub fn practice([a, b, c, d, ..]: [u8; RANDOM]) -> Self {
        let mut name = [0; RANDOM];
        name[Self::PRACTICE.len()..].copy_from_slice(&[a, b, c, d]);
        Self(name)
    }

    /// Whether one only practises there. The name itself tells it, so whoever has a line of it knows.
    pub fn is_practice(self) -> bool {
        self.0.starts_with(&Self::PRACTICE)
    }
}

name! {
    /// Names a remark, whatever becomes of its words.
    RemarkId
}
name! {
    /// Names a point that a gathering came to, whatever becomes of its words.
    PointId
}

name! {
    /// Names a stop of a tour, whatever it is called.
    StopId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_gathering_tells_whether_one_only_practises() {
        let practised = GatheringId::practice([7; 12]);
        assert!(practised.is_practice() && !GatheringId::from([7; 12]).is_practice());
        assert_ne!(practised, GatheringId::practice([8; 12]));
        let read = GatheringId::try_from(practised.to_string().as_str());
        assert_eq!(read, Ok(practised));
    }
}
