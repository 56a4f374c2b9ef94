//! The rooms of the desk and their addresses, behind the `#` of its page: one place that knows how they look.

use super::gathering::GatheringId;

/// A room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Room {
    /// What is here, what is not safe yet, what is not sent.
    Home,
    /// All gatherings.
    Gatherings,
    /// Preparing a new one.
    New,
    /// One gathering.
    Gathering(GatheringId),
    /// Changing what is known of it.
    Prepare(GatheringId),
    /// Getting it ready: what to see to, the stops of a tour, who helps.
    Ready(GatheringId),
    /// Noting what people say in it.
    Note(GatheringId),
    /// What it comes to, at the end of the evening.
    Close(GatheringId),
    /// What is printed for it.
    Paper(GatheringId),
    /// Erasing words of it for good.
    Erase(GatheringId),
    /// What steers the screen in the hall.
    Screen(GatheringId),
    /// That screen itself.
    Hall(GatheringId),
    /// Sending what was noted.
    Send,
    /// Everything in one file, and back from it.
    Files,
    /// The work folder of staff: what came in, and which gatherings count.
    Fetch,
    /// Questions that are being written.
    Drafts,
    /// One of them; the address goes on with its name.
    Draft,
    /// What is printed of one; the address has its name too.
    Handouts,
    /// The site itself: its name, where reactions go, how it looks.
    Site,
    /// Making the site of the work folder, and publishing that.
    Publish,
    /// Something that was heard outside a gathering.
    Idea,
    /// Joining a gathering with a code; the address goes on with it.
    Join,
    /// What was heard in all gatherings.
    Overview,
    /// There is none with this address.
    Nowhere,
}

impl Room {
    /// The room with this address: what stands behind the `#`. `None` if it is no address of a room at all, but names a
    /// place on the page. What is behind a question mark is for the room itself: to what in it one goes.
    pub fn at(fragment: &str) -> Option<Self> {
        if fragment.is_empty() {
            return Some(Room::Home);
        }
        let path = fragment.strip_prefix('/')?.split('?').next()?;
        let parts: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        let id = |text: &str| GatheringId::try_from(text).ok();
        let room = match parts[..] {
            [""] => Some(Room::Home),
            ["gesprekken"] => Some(Room::Gatherings),
            ["gesprekken", "nieuw"] => Some(Room::New),
            ["gesprekken", one] => id(one).map(Room::Gathering),
            ["gesprekken", one, "voorbereiden"] => id(one).map(Room::Prepare),
            ["gesprekken", one, "klaarzetten"] => id(one).map(Room::Ready),
            ["gesprekken", one, "noteren"] => id(one).map(Room::Note),
            ["gesprekken", one, "afsluiten"] => id(one).map(Room::Close),
            ["gesprekken", one, "papier"] => id(one).map(Room::Paper),
            ["gesprekken", one, "wissen"] => id(one).map(Room::Erase),
            ["gesprekken", one, "scherm"] => id(one).map(Room::Screen),
            ["versturen"] => Some(Room::Send),
            ["gesprekken", one, "scherm", "zaal"] => id(one).map(Room::Hall),
            ["bestanden"] => Some(Room::Files),
            ["mee"] | ["mee", _] => Some(Room::Join),
            ["overzicht"] => Some(Room::Overview),
            ["idee"] => Some(Room::Idea),
            ["ophalen"] => Some(Room::Fetch),
            ["opstellen"] => Some(Room::Drafts),
            ["opstellen", _] => Some(Room::Draft),
            ["opstellen", _, "drukwerk"] => Some(Room::Handouts),
            ["site"] => Some(Room::Site),
            ["publiceren"] => Some(Room::Publish),
            _ => None,
        };
        Some(room.unwrap_or(Room::Nowhere))
    }

    /// Its address, with the `#`.
    pub fn href(self) -> String {
        match self {
            Room::Home | Room::Nowhere => "#/".into(),
            Room::Gatherings => "#/gesprekken".into(),
            Room::New => "#/gesprekken/nieuw".into(),
            Room::Gathering(id) => format!("#/gesprekken/{id}"),
            Room::Prepare(id) => format!("#/gesprekken/{id}/voorbereiden"),
            Room::Ready(id) => format!("#/gesprekken/{id}/klaarzetten"),
            Room::Note(id) => format!("#/gesprekken/{id}/noteren"),
            Room::Close(id) => format!("#/gesprekken/{id}/afsluiten"),
            Room::Paper(id) => format!("#/gesprekken/{id}/papier"),
            Room::Erase(id) => format!("#/gesprekken/{id}/wissen"),
            Room::Screen(id) => format!("#/gesprekken/{id}/scherm"),
            Room::Send => "#/versturen".into(),
            Room::Hall(id) => format!("#/gesprekken/{id}/scherm/zaal"),
            Room::Files => "#/bestanden".into(),
            Room::Join => "#/mee".into(),
            Room::Overview => "#/overzicht".into(),
            Room::Fetch => "#/ophalen".into(),
            Room::Drafts | Room::Draft | Room::Handouts => "#/opstellen".into(),
            Room::Site => "#/site".into(),
            Room::Publish => "#/publiceren".into(),
            Room::Idea => "#/idee".into(),
        }
    }

    /// The gathering that it is about.
    pub fn gathering(self) -> Option<GatheringId> {
        match self {
            Room::Gathering(id) | Room::Prepare(id) | Room::Ready(id) | Room::Note(id) => Some(id),
            Room::Close(id) | Room::Paper(id) | Room::Erase(id) | Room::Screen(id) | Room::Hall(id) => Some(id),
            Room::Home | Room::Gatherings | Room::New | Room::Join | Room::Nowhere => None,
            Room::Send | Room::Files | Room::Fetch | Room::Idea | Room::Overview => None,
            Room::Drafts | Room::Draft | Room::Handouts | Room::Site | Room::Publish => None,
        }
    }

    /// The piece that it comes in, when somebody goes there; `None` if it is there from the beginning.
    pub fn piece(self) -> Option<Piece> {
        match self {
            Room::Home | Room::Gathering(_) | Room::Note(_) | Room::Nowhere => None,
            Room::Drafts | Room::Draft | Room::Handouts | Room::Site | Room::Publish => Some(Piece::Staff),
            _ => Some(Piece::Rooms),
        }
    }
}

/// A part of the desk that comes when somebody goes to a room in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// What hosts do in an evening, before it and after it.
    Rooms,
    /// Writing questions, and publishing.
    Staff,
}

impl Piece {
    /// All of them.
    pub const ALL: [Piece; 2] = [Piece::Rooms, Piece::Staff];

    /// The event by which the page asks for it.
    pub fn call(self) -> &'static str {
        match self {
            Piece::Rooms => "desk-rooms",
            Piece::Staff => "desk-staff",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_room_is_found_at_its_own_address() {
        let id = GatheringId::from([7; 12]);
        let of_one = [
            Room::Gathering,
            Room::Prepare,
            Room::Ready,
            Room::Note,
            Room::Close,
            Room::Paper,
            Room::Erase,
            Room::Screen,
            Room::Hall,
        ];
        for room in [
            Room::Home,
            Room::Gatherings,
            Room::New,
            Room::Send,
            Room::Files,
            Room::Fetch,
            Room::Drafts,
            Room::Site,
            Room::Publish,
            Room::Idea,
            Room::Join,
            Room::Overview,
        ]
        .into_iter()
        .chain(of_one.map(|room| room(id)))
        {
            assert_eq!(Room::at(room.href().trim_start_matches('#')), Some(room));
        }
        assert_eq!(Room::at("/mee/eJyr_-"), Some(Room::Join));
        assert_eq!(Room::at("/opstellen/bus"), Some(Room::Draft));
        assert_eq!(Room::at(&format!("{}?iets", Room::Prepare(id).href())[1..]), Some(Room::Prepare(id)));
        assert_eq!(Room::at("/opstellen/bus/drukwerk"), Some(Room::Handouts));
        assert_eq!(Room::at(""), Some(Room::Home));
        assert_eq!(Room::at("/gesprekken/"), Some(Room::Gatherings));
        for typo in ["/gesprek", "/gesprekken/x", "/gesprekken/070707070707070707070707/x"] {
            assert_eq!(Room::at(typo), Some(Room::Nowhere), "{typo}");
        }
        assert_eq!(Room::at("main"), None, "a place on the page is no room");
    }
}
