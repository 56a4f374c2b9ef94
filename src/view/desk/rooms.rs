//! The rooms that come when somebody goes there, in a piece of their own. Their heading is there already.

use super::{
    Desk, Held,
    closing::ClosingRoom,
    erase::EraseRoom,
    fetch::{FetchRoom, Work},
    files::FilesRoom,
    folder::{FolderErrand, Standing},
    hall::HallRoom,
    idea::{IdeaRoom, Typed},
    join::{JoinRoom, Joining},
    list::ListRoom,
    overview::OverviewRoom,
    paper::PaperRoom,
    prepare::PrepareRoom,
    ready::ReadyRoom,
    remote::RemoteRoom,
    sending::{Round, SendRoom},
    sign::SignLine,
};
use crate::domain::{
    gathering::{GatheringId, Screen, Setting, Thing, Wall},
    log::ErasedWhy,
    room::Room,
};
use leptos::prelude::*;

/// What is done with files, with the printer and with the screen in the hall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Errand {
    /// To begin a gathering in which one only practises.
    Practise,
    /// To take away a gathering that was made by mistake.
    TakeAway(GatheringId),
    /// Everything in one file.
    BackUp,
    /// To put back what is in the file that was chosen.
    PutBack,
    /// Something with the folder that one works in.
    Folder(FolderErrand),
    /// The sheet of a gathering as a file.
    Mail(GatheringId),
    /// To erase words for good, for this reason.
    Erase(GatheringId, Thing, ErasedWhy),
    /// To copy the number by which the province finds what was erased here.
    CopyNumber(GatheringId, Thing),
    /// To print what is to be printed.
    Print,
    /// To send what can go.
    Send,
    /// To go on with that later.
    StopSending,
    /// To let the screen in the hall show this.
    Screen(GatheringId, Screen),
    /// To tell who steers it what is on the screen.
    Measure,
    /// To make the window as large as the screen, or not any more.
    Enlarge,
    /// To copy what the receiver with this number is to hear of.
    CopyPassed(usize),
    /// To keep that as a file.
    KeepPassed(usize),
    /// To keep what was heard outside a gathering.
    Hear,
    /// To take in the files that staff chose.
    Hand,
    /// To put the gatherings of this device in the work folder.
    HandOwn,
    /// To let a gathering count, or not.
    Decide(GatheringId, bool),
    /// To keep the work folder as a file.
    KeepFolder,
    /// To let go of the work folder.
    LeaveFolder,
    /// To stop what is being done with it.
    StopWork,
    /// To make a code with which a helper joins.
    Invite(GatheringId),
    /// To copy the address with which a helper joins.
    CopyLink,
    /// To join with the code in the address.
    Join,
}

/// What is known of a gathering, to be kept: of a new one where it has no id yet.
pub type Known = (Option<GatheringId>, Setting);

/// One of them. `screen` is what the hall is to see at this moment, and `wall` what is on its screen, where one is open; `awake`: whether the browser can keep that screen awake;
/// `folder`: how it stands with the folder that one works in; `work`: the work folder of staff; `typed`: what stands in the
/// fields of something heard; `invitation`: what a helper can join with; `joining`: what this device was invited with; `prepare` keeps what is
/// known of a gathering.
#[component]
pub fn RoomsView(
    desk: Desk,
    room: Room,
    round: RwSignal<Round>,
    screen: RwSignal<Screen>,
    wall: RwSignal<Option<Wall>>,
    awake: bool,
    folder: RwSignal<Standing>,
    work: RwSignal<Work>,
    typed: Typed,
    invitation: RwSignal<Option<(GatheringId, String)>>,
    joining: RwSignal<Joining>,
    errand: Callback<Errand>,
    prepare: Callback<Known>,
) -> impl IntoView {
    let known = Memo::new(move |_| desk.held.with(|held| matches!(held, Held::Read(_))));
    let body = move || match room {
        _ if !known.get() => ().into_any(),
        Room::Gatherings => view! { <ListRoom desk errand /> }.into_any(),
        Room::New => view! { <PrepareRoom desk id=None prepare errand /> }.into_any(),
        Room::Prepare(id) => view! { <PrepareRoom desk id=Some(id) prepare errand /> }.into_any(),
        Room::Ready(id) => view! { <ReadyRoom desk id invitation errand /> }.into_any(),
        Room::Close(id) => view! { <ClosingRoom desk id errand /> }.into_any(),
        Room::Send => view! { <SendRoom desk round errand /> }.into_any(),
        Room::Paper(id) => view! { <PaperRoom desk id errand /> }.into_any(),
        Room::Erase(id) => view! { <EraseRoom desk id errand /> }.into_any(),
        Room::Screen(id) => view! { <RemoteRoom desk id screen wall awake errand /> }.into_any(),
        Room::Hall(id) => view! { <HallRoom desk id screen errand /> }.into_any(),
        Room::Overview => view! { <OverviewRoom desk errand /> }.into_any(),
        Room::Files => view! { <FilesRoom desk folder errand /> }.into_any(),
        Room::Idea => view! { <IdeaRoom desk typed errand /> }.into_any(),
        Room::Join => view! { <JoinRoom desk joining errand /> }.into_any(),
        Room::Fetch => view! { <FetchRoom desk work errand /> }.into_any(),
        _ => ().into_any(),
    };
    view! {
        {body}
        <SignLine desk />
    }
}
