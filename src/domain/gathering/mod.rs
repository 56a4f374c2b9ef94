//! A gathering: people in a village hall, at a kitchen table or along a road, and what they say there.
//!
//! - [`id`]: what gatherings and remarks are called.
//! - [`words`]: words that somebody typed, once they were checked.
//! - [`setting`], [`noted`]: what is to be known before it begins, and a remark, as they were typed and once they were checked.
//! - [`days`], [`hour`], [`draft`]: which days can be meant, a time of the day, and what is half typed.
//! - [`deed`], [`place`], [`kind`]: what hosts can do, as it stands in the log; where they write; what sorts of points there are.
//! - [`standing`]: what is heard outside a gathering.
//! - [`notebook`]: the log, and the texts beside it.
//! - [`state`], [`point`]: from there to what holds: what was said, and what it came to.
//! - [`stop`]: the stops of a tour.
//! - [`task`]: what hosts see to beforehand.
//! - [`setup`]: what another device needs to join.
//! - [`practice`]: a gathering in which one only practises.
//! - [`mistake`]: one that was made by mistake, which can go.
//! - [`book`]: a notebook and what holds in it, worked out once for each change.
//! - [`screen`]: what the screen in the hall shows at this moment.
//! - [`step`]: what somebody wants to do, as the deeds and texts that it takes.
//! - [`part`]: to which room a step belongs, so that undoing there takes back what shows there.
//! - [`erasable`]: what can be erased for good.
//! - [`on_sheet`]: what on its sheet looks like personal data.
//! - [`passing`]: what somebody else is to hear of; [`region`]: in which municipality it was.
//! - [`offered`]: the questions of the site that it can be about.

pub mod book;
pub mod days;
pub mod deed;
pub mod draft;
pub mod erasable;
pub mod hour;
pub mod id;
pub mod kind;
pub mod mistake;
pub mod notebook;
pub mod noted;
pub mod offered;
pub mod on_sheet;
pub mod part;
pub mod passing;
pub mod place;
pub mod point;
pub mod practice;
pub mod region;
pub mod screen;
pub mod setting;
pub mod setup;
pub mod standing;
pub mod state;
pub mod step;
pub mod stop;
pub mod task;
pub mod words;

pub use super::kind::Kind;
pub use book::Book;
pub use days::{DayDoubt, DayFault};
pub use deed::Deed;
pub use draft::{Draft, Kept};
pub use erasable::{Erasable, Gone, Thing};
pub use hour::Hour;
pub use id::{GatheringId, PointId, RemarkId, StopId};
pub use kind::{Nature, Sense, Sort};
pub use mistake::is_mistake;
pub use notebook::{Notebook, TextLine};
pub use noted::{Noted, RemarkFault, TypedRemark};
pub use offered::{Offer, Offered, OfferedRegion, OfferedTouchstone, OpenQuestion};
pub use part::Part;
pub use passing::{Package, Piece};
pub use place::About;
pub use point::{Point, PointFault, PointWords, TypedPoint};
pub use region::Regions;
pub use screen::{Screen, Stands, Told, Wall};
pub use setting::{Setting, SettingFault, TypedSetting};
pub use standing::Standing;
pub use state::{Gathering, Remark, TakenBack};
pub use step::{Names, Written};
pub use stop::{Stop, StopFault, StopWords, TypedStop};
pub use task::Task;
pub use words::{Words, WordsFault};

#[cfg(test)]
mod tests;
