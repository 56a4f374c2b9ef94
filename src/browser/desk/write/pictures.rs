//! Taking in a picture: a photo is drawn anew in each width, so that it is light and tells nothing but itself; of a drawing only
//! the shapes stay.

use super::{does, shown, started::slug_of, with};
use crate::{
    browser::{desk::opened::Opened, element},
    domain::id::Id,
    files::content::manuscript::{edit::Edit, path::get},
    files::pictures::{HEAVY, LIGHT, NotTaken, PHONE, WIDTHS, drawing, photo},
    texts::{own_site as t, picture as say},
    view::desk::{
        Desk, Sign,
        write::pictures::{FILE, SAID},
    },
};
use gloo_events::EventListener;
use js_sys::{Promise, Uint8Array};
use leptos::prelude::*;
use std::path::Path;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CanvasRenderingContext2d, File, HtmlCanvasElement, HtmlElement, HtmlImageElement, HtmlInputElement, Url,
};

/// From the best to the lightest.
const QUALITIES: [f64; 6] = [0.82, 0.7, 0.58, 0.46, 0.34, 0.22];
/// More is no photo.
const LONGEST: u32 = 12_000;

/// Why nothing came of it.
enum Failed {
    Taken(NotTaken),
    NoWebp,
}

impl From<NotTaken> for Failed {
    fn from(what: NotTaken) -> Self {
        Failed::Taken(what)
    }
}

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Failed::Taken(NotTaken::Damaged)
    }
}

/// Listens to its field.
pub fn listen(desk: Desk, root: &HtmlElement) {
    EventListener::new(root, "change", move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let file = field.filter(|field| field.id() == FILE).and_then(|field| field.files()?.get(0));
        if let Some(file) = file {
            spawn_local(take(desk, file));
        }
    })
    .forget();
}

fn told(text: &str) {
    if let Some(place) = element(SAID) {
        place.set_text_content(Some(text));
    }
}

async fn take(desk: Desk, file: File) {
    let language = desk.language;
    told(t::making_picture(language));
    let typed = file.name();
    let Some((name, root)) = with(|writing| {
        let taken = |name: &Id| writing.around.names.pictures.iter().any(|(one, _)| one == name.as_str());
        let plain = slug_of(typed.rsplit_once('.').map_or(typed.as_str(), |(stem, _)| stem));
        let plain = if plain.is_empty() { "foto".to_owned() } else { plain };
        // What is there stays: another picture may be called so.
        let numbered = (1..).map(|n| if n == 1 { plain.clone() } else { format!("{plain}-{n}") });
        let free = numbered.filter_map(|name| Id::try_from(name.as_str()).ok()).find(|name| !taken(name))?;
        Some((free, writing.around.root.clone()))
    })
    .flatten() else {
        return;
    };
    let made = match made(&file, &name).await {
        Ok(made) => made,
        Err(Failed::NoWebp) => return told(t::no_webp(language)),
        Err(Failed::Taken(what)) => return told(&say::not_taken(language, Path::new(&typed), what)),
    };
    let files: Vec<_> =
        made.into_iter().map(|(file, bytes)| (format!("{root}content/pictures/{file}"), bytes)).collect();
    let kept = async {
        Opened::open().await?.keep(&files.iter().map(|(path, bytes)| (path, bytes)).collect::<Vec<_>>()).await
    };
    if let Err(error) = kept.await {
        return desk.sign.set(Sign::Cannot(error.into()));
    }
    with(|writing| writing.around.names.pictures.push((name.to_string(), name.to_string())));
    // Where there is no picture yet, it is meant for that.
    let chosen = does(desk, FILE, |writing| {
        let root = writing.manuscript.root();
        let free = get(root, "picture.file").is_none();
        free.then(|| Edit::set(root, "picture.file", Some(name.as_str().into()))).flatten().into_iter().collect()
    });
    shown::render(desk, Some(FILE));
    told(&if chosen { t::picture_chosen(language, name.as_str()) } else { t::picture_added(language, name.as_str()) });
}

/// Its files.
async fn made(file: &File, name: &Id) -> Result<Vec<(String, Vec<u8>)>, Failed> {
    let bytes = bytes_of(file).await?;
    if file.name().to_lowercase().ends_with(".svg") {
        let no_xml = NotTaken::Drawing(drawing::NoDrawing::NoXml);
        let text = std::str::from_utf8(&bytes).map_err(|_| no_xml)?;
        let drawing = drawing::clean(text).map_err(NotTaken::Drawing)?;
        let has = drawing.text.len();
        return match has > LIGHT {
            true => Err(NotTaken::TooHeavy { has, most: LIGHT }.into()),
            false => Ok(vec![(format!("{name}.svg"), drawing.text.into_bytes())]),
        };
    }
    if bytes.get(4..12).is_some_and(|kind| kind == b"ftypheic" || kind == b"ftypmif1") {
        return Err(NotTaken::Heic.into());
    }
    let image = image(file).await?;
    let (width, height) = (image.natural_width(), image.natural_height());
    if width > LONGEST || height > LONGEST {
        return Err(NotTaken::TooLarge.into());
    }
    if width == 0 {
        return Err(NotTaken::Kind.into());
    }
    let mut all = Vec::new();
    let widths = WIDTHS.into_iter().filter(|one| *one < width).chain([width.min(WIDTHS[2])]);
    let mut before = 0;
    for one in widths.filter(|one| std::mem::replace(&mut before, *one) != *one).collect::<Vec<_>>() {
        let canvas = drawn(&image, one, height * one / width)?;
        let most = if one <= PHONE { LIGHT } else { HEAVY };
        all.push((format!("{name}-{one}.webp"), lightest(&canvas, "image/webp", most).await?));
    }
    let plain = width.min(PHONE);
    let canvas = drawn(&image, plain, height * plain / width)?;
    let (end, kind) = if can_be_seen_through(&canvas)? { ("png", "image/png") } else { ("jpg", "image/jpeg") };
    all.push((format!("{name}-{plain}.{end}"), lightest(&canvas, kind, HEAVY).await?));
    Ok(all)
}

async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec())
}

/// As a browser shows it: turned as the camera was held.
async fn image(file: &File) -> Result<HtmlImageElement, Failed> {
    let image = HtmlImageElement::new()?;
    let address = Url::create_object_url_with_blob(file)?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    // What is gone already need not go.
    let _ = Url::revoke_object_url(&address);
    decoded.map_err(|_| NotTaken::Kind)?;
    Ok(image)
}

fn drawn(image: &HtmlImageElement, width: u32, height: u32) -> Result<HtmlCanvasElement, Failed> {
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into().map_err(|_| NotTaken::Damaged)?;
    canvas.set_width(width);
    canvas.set_height(height.max(1));
    let context = context(&canvas)?;
    context.set_image_smoothing_enabled(true);
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width.into(), height.max(1).into())?;
    Ok(canvas)
}

fn context(canvas: &HtmlCanvasElement) -> Result<CanvasRenderingContext2d, Failed> {
    let context = canvas.get_context("2d")?.and_then(|context| context.dyn_into().ok());
    Ok(context.ok_or(NotTaken::Damaged)?)
}

fn can_be_seen_through(canvas: &HtmlCanvasElement) -> Result<bool, Failed> {
    let pixels = context(canvas)?.get_image_data(0.0, 0.0, canvas.width().into(), canvas.height().into())?.data();
    Ok(pixels.iter().skip(3).step_by(4).any(|alpha| *alpha < 255))
}

/// The best that is light enough.
async fn lightest(canvas: &HtmlCanvasElement, kind: &str, most: usize) -> Result<Vec<u8>, Failed> {
    let mut has = 0;
    for quality in QUALITIES {
        let answer = Promise::new(&mut |resolve, _| {
            let come = Closure::once_into_js(move |blob: JsValue| drop(resolve.call1(&JsValue::NULL, &blob)));
            // Where a canvas gives nothing, what waits for it gets nothing.
            let _ = canvas.to_blob_with_type_and_encoder_options(come.unchecked_ref(), kind, &quality.into());
        });
        let blob: Blob = JsFuture::from(answer).await?.dyn_into().map_err(|_| NotTaken::Damaged)?;
        if blob.type_() != kind {
            return Err(Failed::NoWebp);
        }
        let bytes = photo::bare(&bytes_of(&blob).await?);
        has = bytes.len();
        if has <= most {
            return Ok(bytes);
        }
    }
    Err(NotTaken::TooHeavy { has, most }.into())
}
