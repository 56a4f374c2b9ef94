//! A folder on the device, as browsers give one. A file is read as it stands, and written whole or not at all.

use super::handle::{Handle, Writable};
use crate::view::desk::folder::Trouble;
use js_sys::{Array, Function, IteratorNext, Object, Promise, Reflect, Uint8Array};
use leptos::{prelude::window, web_sys::File};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// By what one sees that a file changed: how large it is, and when it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stamp(f64, f64);

/// A folder that somebody chose.
#[derive(Clone)]
pub struct Directory(Handle);

/// What stands in a folder.
pub struct Child {
    /// What it is called.
    pub name: String,
    handle: Handle,
}

impl Child {
    /// Whether it is a folder.
    pub fn is_folder(&self) -> bool {
        self.handle.kind() == "directory"
    }

    /// It as a folder.
    pub fn folder(self) -> Directory {
        Directory(self.handle)
    }

    /// By what one sees that it changed, without reading it.
    pub async fn stamp(&self) -> Result<Stamp, Trouble> {
        Ok(stamp(&content(&self.handle).await?))
    }

    /// What is in it, as it stands at one moment.
    pub async fn read(&self) -> Result<(Stamp, Vec<u8>), Trouble> {
        let file = content(&self.handle).await?;
        let buffer = JsFuture::from(file.array_buffer()).await.map_err(trouble)?;
        Ok((stamp(&file), Uint8Array::new(&buffer).to_vec()))
    }
}

impl Directory {
    /// Whether this browser lets one choose a folder.
    pub fn can_be_chosen() -> bool {
        picker().is_some()
    }

    /// Lets somebody choose one; nothing where they changed their mind.
    pub async fn choose() -> Result<Option<Self>, Trouble> {
        let Some(picker) = picker() else { return Err(Trouble::Refused) };
        let options = writing()?;
        Reflect::set(&options, &"id".into(), &"beginspraak".into()).map_err(trouble)?;
        let asked = picker.call1(&window(), &options).map_err(trouble)?;
        match JsFuture::from(asked.unchecked_into::<Promise>()).await {
            Ok(chosen) => Ok(Some(Self(chosen.unchecked_into()))),
            Err(error) if name_of(&error) == "AbortError" => Ok(None),
            Err(error) => Err(trouble(error)),
        }
    }

    /// One that was chosen before, as it was kept.
    pub fn kept(kept: JsValue) -> Option<Self> {
        kept.is_object().then(|| Self(kept.unchecked_into()))
    }

    /// It, to be kept.
    pub fn to_keep(&self) -> &JsValue {
        self.0.unchecked_ref()
    }

    /// What it is called.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Whether we may read and write in it; with `ask` the browser asks, which it does only after a tap.
    pub async fn may(&self, ask: bool) -> Result<bool, Trouble> {
        let options = writing()?;
        let asked = if ask { self.0.request_permission(&options) } else { self.0.query_permission(&options) };
        let answer = JsFuture::from(asked.map_err(trouble)?).await.map_err(trouble)?;
        Ok(answer.as_string().as_deref() == Some("granted"))
    }

    /// What stands in it.
    pub async fn children(&self) -> Result<Vec<Child>, Trouble> {
        let all = self.0.values().map_err(trouble)?;
        let mut children = Vec::new();
        loop {
            let next = JsFuture::from(all.next().map_err(trouble)?).await.map_err(trouble)?;
            let next: IteratorNext = next.unchecked_into();
            if next.done() {
                return Ok(children);
            }
            let handle: Handle = next.value().unchecked_into();
            children.push(Child { name: handle.name(), handle });
        }
    }

    /// What of this name stands in it.
    pub async fn child(&self, name: &str) -> Result<Option<Child>, Trouble> {
        Ok(self.children().await?.into_iter().find(|child| child.name == name))
    }

    /// The file at a path; nothing where there is none. What is no file there is in the way.
    pub async fn file(&self, path: &str) -> Result<Option<Child>, Trouble> {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let found = match self.within(folders, false).await {
            Ok(folder) => found(folder.file(name, &making(false)?)).await,
            Err(trouble) => Err(trouble),
        };
        match found {
            Ok(handle) => Ok(Some(Child { name: name.to_owned(), handle: handle.unchecked_into() })),
            Err(Trouble::Gone) => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// The folder at a path, which may be made.
    async fn within(&self, path: &str, make: bool) -> Result<Handle, Trouble> {
        let mut folder = self.0.clone();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            folder = found(folder.directory(part, &making(make)?)).await?.unchecked_into();
        }
        Ok(folder)
    }

    /// Takes a file away that is still as it was when it was read, and the folders that are empty then. What is not there is gone.
    pub async fn remove(&self, path: &str, read: Option<Stamp>) -> Result<(), Trouble> {
        let Some(there) = self.file(path).await? else { return Ok(()) };
        if Some(there.stamp().await?) != read {
            return Err(Trouble::Changes);
        }
        let mut path = path;
        loop {
            let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
            let gone = found(self.within(folders, false).await?.remove(name)).await;
            // A folder in which something is left stays, and so do those around it.
            match gone {
                Ok(_) if folders.is_empty() => return Ok(()),
                Ok(_) => path = folders,
                Err(trouble) => return if there.name == name { Err(trouble) } else { Ok(()) },
            }
        }
    }

    /// Writes a file by its path, and reads it back. One that is no longer as it was when it was read stays as it is:
    /// [`Trouble::Changes`]. With `read` nothing, it must not be there yet.
    pub async fn write(&self, path: &str, bytes: &[u8], read: Option<Stamp>) -> Result<Stamp, Trouble> {
        let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
        let folder = self.within(folders, true).await?;
        let there = match found(folder.file(name, &making(false)?)).await {
            Ok(handle) => Some(stamp(&content(handle.unchecked_ref()).await?)),
            Err(Trouble::Gone) => None,
            Err(other) => return Err(other),
        };
        if there != read {
            return Err(Trouble::Changes);
        }
        let handle: Handle = found(folder.file(name, &making(true)?)).await?.unchecked_into();
        let writable: Writable = found(handle.writable()).await?.unchecked_into();
        found(writable.write(&Uint8Array::from(bytes))).await?;
        found(writable.close()).await?;
        let written = Child { name: name.to_owned(), handle };
        let (stamp, back) = written.read().await?;
        if back == bytes { Ok(stamp) } else { Err(Trouble::Changes) }
    }
}

fn picker() -> Option<Function> {
    Reflect::get(&window(), &"showDirectoryPicker".into()).ok()?.dyn_into().ok()
}

async fn content(handle: &Handle) -> Result<File, Trouble> {
    Ok(found(handle.content()).await?.unchecked_into())
}

fn stamp(file: &File) -> Stamp {
    Stamp(file.size(), file.last_modified())
}

async fn found(asked: Result<Promise, JsValue>) -> Result<JsValue, Trouble> {
    JsFuture::from(asked.map_err(trouble)?).await.map_err(trouble)
}

fn writing() -> Result<Object, Trouble> {
    options("mode", &"readwrite".into())
}

fn making(make: bool) -> Result<Object, Trouble> {
    options("create", &make.into())
}

fn options(name: &str, value: &JsValue) -> Result<Object, Trouble> {
    let pair = Array::of2(&name.into(), value);
    Object::from_entries(&Array::of1(&pair)).map_err(trouble)
}

fn name_of(error: &JsValue) -> String {
    Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
}

/// What a browser throws, by what one can do about it.
fn trouble(error: JsValue) -> Trouble {
    match name_of(&error).as_str() {
        "NotAllowedError" | "SecurityError" => Trouble::Refused,
        "NotFoundError" => Trouble::Gone,
        "QuotaExceededError" => Trouble::Full,
        // Somebody else writes in it, or it changed while it was read.
        "NoModificationAllowedError" | "InvalidStateError" | "NotReadableError" | "AbortError" => Trouble::Changes,
        _ => Trouble::Unreadable,
    }
}
