//! What two people made of one field is settled, and earlier versions are kept, compared and put back.

use super::{does, keep, later, shown, with};
use crate::{
    browser::{
        desk::{device, opened::Opened},
        element,
        storage::StorageError,
    },
    files::content::manuscript::{
        Manuscript,
        matter::Matter,
        merge::{Both, read_out},
        path::get,
        spots,
        versions::Version,
    },
    texts::{fields, together as t},
    view::desk::{
        Desk, Sign,
        write::{page::HEADING, together::Twice},
    },
};
use leptos::prelude::Set;
use serde_json::{Value, json};

/// Before the name of a draft: under which the device keeps what two people made of one field of it.
const BOTH: &str = "both/";

/// As notes of the work folder.
pub fn notes(matter: &Matter, both: &[Both]) -> Vec<(String, String)> {
    let note = |one: &Both| {
        let theirs = one.theirs.as_ref().map_or_else(|| json!({}), |theirs| json!({ "theirs": theirs }));
        (format!("{BOTH}{}/{}", matter.name(), one.at), theirs.to_string())
    };
    both.iter().map(note).collect()
}

/// Read back.
pub async fn read(opened: &Opened, matter: &Matter) -> Result<Vec<Both>, StorageError> {
    let begin = format!("{BOTH}{}/", matter.name());
    let one = |(name, text): (String, String)| {
        let json: Value = serde_json::from_str(&text).unwrap_or_default();
        Some(Both { at: name.strip_prefix(&begin)?.to_owned(), theirs: json.get("theirs").cloned() })
    };
    Ok(opened.notes(&begin).await?.into_iter().filter_map(one).collect())
}

/// What shows of them.
pub fn twice(desk: Desk, root: &Value, both: &[Both]) -> Vec<Twice> {
    let language = desk.language;
    let spots = spots::spots(root);
    let several = spots::languages(root).len() > 1;
    let one = |one: &Both| {
        let place = one.place(root).unwrap_or_else(|| one.list().to_owned());
        let inside = |spot: &&spots::Spot| spot.path.starts_with(&place) || place.starts_with(&spot.path);
        let spot = spots.iter().find(|spot| spot.path == place).or_else(|| spots.iter().find(inside));
        let ours = one.place(root).and_then(|place| get(root, &place));
        Twice {
            at: one.at.clone(),
            way: spot.map_or_else(|| one.at.clone(), |spot| fields::way(language, spot, several)),
            ours: ours.map(read_out).unwrap_or_default(),
            theirs: one.words(),
        }
    };
    both.iter().map(one).collect()
}

/// Leaves a field as it stands, or takes what the other made of it.
pub async fn settle(desk: Desk, at: String, takes: bool) {
    let found = with(|writing| {
        let place = writing.both.iter().position(|one| one.at == at)?;
        Some((writing.matter.clone(), writing.both.remove(place)))
    });
    let Some((matter, both)) = found.flatten() else { return };
    if takes {
        does(desk, "", |writing| both.taken(writing.manuscript.root()).into_iter().collect());
    }
    shown::render(desk, Some(HEADING));
    if !keep(desk).await {
        return;
    }
    let names: Vec<_> = notes(&matter, &[both]).into_iter().map(|(name, _)| name).collect();
    let gone = async { Opened::open().await?.keep_without(&[], &[], &names).await };
    desk.sign.set(match gone.await {
        Ok(()) => Sign::Said(if takes { t::taken(desk.language) } else { t::left(desk.language) }),
        Err(error) => Sign::Cannot(error.into()),
    });
}

/// Keeps how it stands as a version, if that was not done.
pub async fn keep_version(desk: Desk) {
    if !keep(desk).await {
        return;
    }
    let new = match add(&device::stamp()).await {
        Ok(new) => new,
        Err(error) => return desk.sign.set(Sign::Cannot(error.into())),
    };
    shown::render(desk, Some("versions"));
    desk.sign.set(Sign::Said(if new { t::kept(desk.language) } else { t::kept_before(desk.language) }));
}

/// Keeps how it stands as a version; whether that was new.
pub async fn add(stamp: &str) -> Result<bool, StorageError> {
    let wanted = with(|writing| {
        let text = writing.manuscript.text();
        let version = Version::new(stamp, &text);
        let is_new = writing.raw.is_none() && writing.versions.iter().all(|one| one.sum != version.sum);
        let path = format!("{}{}", writing.around.root, version.path(writing.matter.name()));
        is_new.then_some((version, path, text))
    });
    let Some((version, path, text)) = wanted.flatten() else { return Ok(false) };
    Opened::open().await?.keep(&[(&path, &text.into_bytes())]).await?;
    with(|writing| writing.versions.push(version));
    Ok(true)
}

/// Compares a version with how it stands now; once more, and it is folded away.
pub async fn look(desk: Desk, sum: String) {
    let open = with(|writing| writing.looked.as_ref().is_some_and(|(looked, _)| looked.sum == sum));
    let looked = match open {
        Some(false) => read_version(&sum).await,
        _ => Ok(None),
    };
    match looked {
        Ok(looked) => with(|writing| writing.looked = looked),
        Err(error) => return desk.sign.set(Sign::Cannot(error.into())),
    };
    shown::render(desk, Some(&format!("version-look {sum}")));
    if let Some(found) = element("write-looked") {
        // Focusing an element in the page can't fail.
        let _ = found.focus();
    }
}

async fn read_version(sum: &str) -> Result<Option<(Version, Manuscript)>, StorageError> {
    let wanted = with(|writing| {
        let version = writing.versions.iter().find(|one| one.sum == sum)?.clone();
        let path = format!("{}{}", writing.around.root, version.path(writing.matter.name()));
        Some((version, path))
    });
    let Some((version, path)) = wanted.flatten() else { return Ok(None) };
    let read = Manuscript::read(&Opened::open().await?.file(&path).await?);
    Ok(read.ok().map(|read| (version, read)))
}

/// Puts the version that is compared in the place of how it stands.
pub async fn put_back(desk: Desk) {
    // What stands there now is in no version perhaps.
    if let Err(error) = add(&device::stamp()).await {
        return desk.sign.set(Sign::Cannot(error.into()));
    }
    with(|writing| {
        let Some((_, then)) = writing.looked.take() else { return };
        let super::Writing { manuscript, history, .. } = writing;
        history.replaced(manuscript.root_mut(), then.root());
    });
    later(desk);
    shown::render(desk, Some(HEADING));
    if keep(desk).await {
        desk.sign.set(Sign::Said(t::is_back(desk.language)));
    }
}

/// What is said where another window worked on it as well.
pub fn elsewhere(desk: Desk) -> &'static str {
    match with(|writing| writing.both.is_empty()) {
        Some(false) => t::elsewhere_both(desk.language),
        _ => t::elsewhere(desk.language),
    }
}
