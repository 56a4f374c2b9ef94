//! What stands on and around the signpost.

use super::feedback::{counted_themes, grouped, reactions, status};
use crate::domain::{
    language::{
        Language::{self, En, Nl},
        Localised,
    },
    signpost::{Arm, Signpost},
};

say! {
    /// The arms that point to the right.
    ours: "Dit doen wij", "What we do";
    /// The arms that point to the left.
    others: "Dit doen wij niet, of een ander doet het", "What we do not do, or somebody else does";
    /// The arms that point nowhere.
    open: "Dit is nog niet beslist", "What is not decided yet";
    /// Over how to read it, folded away.
    how: "Zo leest u de wegwijzer", "How to read the signpost";
    /// Over the second picture.
    flow: "Zo gingen alle reacties erdoorheen", "How all responses went through";
    /// What it shows.
    flow_lead: "Hoe dikker de lijn, hoe meer reacties. Links kwamen ze binnen, rechts ziet u wat ermee gebeurt.", "The thicker the line, the more responses. They came in on the left; on the right you see what happens with them.";
    /// Of a theme that stands in the picture once more.
    again: "ook hierboven", "also above";
    /// Over the table.
    table: "Hetzelfde als tabel", "The same as a table";
    /// Column.
    col_theme: "Thema", "Theme";
    /// Column.
    col_reactions: "Reacties", "Responses";
    /// Column.
    col_landing: "Wat ermee gebeurt", "What happens with it";
    /// Row: what the counts of all themes come to.
    all_themes: "Alle thema’s opgeteld", "All themes added up";
    /// Row.
    set_aside: "Niet gebruikt", "Not used";
    /// Row.
    pending: "Nog te lezen", "Still to be read";
}

/// On an arm: how many themes are folded away.
pub fn more(language: Language, themes: usize) -> String {
    match language {
        Nl => format!("en nog {}", counted_themes(language, themes)),
        En => format!("and {} more", counted_themes(language, themes)),
    }
}

/// How to read the finger-post.
pub fn legend(language: Language, received: u32) -> String {
    let received = reactions(language, received);
    match language {
        Nl => format!(
            "Rechts: dat doen wij. Links: dat doen wij niet, of een ander doet het. De balk op een bord laat zien hoeveel reacties het zijn; een volle balk is {received}."
        ),
        En => format!(
            "Right: we do that. Left: we do not do that, or somebody else does. The bar on a board shows how many responses there are; a full bar is {received}."
        ),
    }
}

/// Which way a mind was changed: such an arm stands among what we do.
pub fn changed(language: Language) -> &'static str {
    match language {
        Nl => "Van mening veranderd: eerst deden wij het niet, nu wel.",
        En => "We changed our mind: first we did not do it, now we do.",
    }
}

/// Why the numbers on the arms add up to more than there are reactions, in a line, and worked out for every arm; nothing
/// where they do not.
pub fn overlap(language: Language, signpost: &Signpost) -> (Option<&'static str>, Option<String>) {
    let shared = signpost.spread().iter().any(|(themes, _)| *themes > 1);
    let once = shared.then_some(match language {
        Nl => "Een reactie over meer thema’s telt op een bord één keer.",
        En => "A response about several themes counts once on a board.",
    });
    let worked = signpost.arms().iter().filter_map(|arm| sum(language, signpost, arm)).collect::<Vec<_>>();
    let worked = worked.into_iter().chain(several(language, signpost)).reduce(|all, one| all + " " + &one);
    (once, worked)
}

/// The most themes whose counts are written out in a sum.
const TERMS: usize = 4;

/// How the number on an arm follows from those of its themes, where these share reactions.
fn sum(language: Language, signpost: &Signpost, arm: &Arm) -> Option<String> {
    let counts: Vec<_> = arm.themes.iter().map(|at| signpost.themes[*at].count).collect();
    let all = counts.iter().fold(0u32, |sum, count| sum.saturating_add(*count));
    let both = all.checked_sub(arm.count).filter(|both| *both > 0)?;
    let written = |count: u32| grouped(language, count);
    let terms = match counts.len() {
        0..=TERMS => counts.into_iter().map(written).collect::<Vec<_>>().join(" + "),
        _ => written(all),
    };
    let (name, both, arm) = (status(language, arm.status), written(both), written(arm.count));
    Some(match language {
        Nl => format!("‘{name}’: {terms} − {both} dubbele = {arm}."),
        En => format!("‘{name}’: {terms} − {both} counted twice = {arm}."),
    })
}

/// Which themes stand on more than one arm.
fn several(language: Language, signpost: &Signpost) -> Option<String> {
    let names: Vec<_> =
        signpost.on_several_arms().into_iter().map(|at| title(&signpost.themes[at].title, language)).collect();
    Some(match (language, names.as_slice()) {
        (_, []) => return None,
        (Nl, [name]) => format!("‘{name}’ staat op meer dan één bord."),
        (En, [name]) => format!("‘{name}’ stands on more than one board."),
        (Nl, names) => format!("{} staan op meer dan één bord.", counted_themes(language, names.len())),
        (En, names) => format!("{} stand on more than one board.", counted_themes(language, names.len())),
    })
}

fn title(text: &Localised, language: Language) -> &str {
    text.get(language)
}

/// Under the table: how the counts of themes follow from those of reactions, for who wants to check it.
pub fn spread(language: Language, signpost: &Signpost) -> Option<String> {
    let spread = signpost.spread();
    if spread.iter().all(|(themes, _)| *themes < 2) {
        return None;
    }
    let times = |(themes, count): &(usize, u32)| match themes {
        1 => grouped(language, *count),
        themes => format!("{themes} × {}", grouped(language, *count)),
    };
    let sum =
        spread.iter().fold(0u32, |sum, (themes, count)| sum.saturating_add((*themes as u32).saturating_mul(*count)));
    let sum = format!("{} = {}", spread.iter().map(times).collect::<Vec<_>>().join(" + "), grouped(language, sum));
    let about = |(themes, count): &(usize, u32)| match language {
        Nl => format!("{} over {}", reactions(language, *count), counted_themes(language, *themes)),
        En => format!("{} about {}", reactions(language, *count), counted_themes(language, *themes)),
    };
    let about = spread.iter().map(about).collect::<Vec<_>>().join(", ");
    Some(match language {
        Nl => format!("Een reactie over twee thema’s telt bij allebei: {about}. Opgeteld: {sum}."),
        En => format!("A response about two themes counts in both: {about}. Added up: {sum}."),
    })
}
