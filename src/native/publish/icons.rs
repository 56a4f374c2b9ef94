//! Draws the mark as icons.

use crate::{
    press::{Icons, host::ICONS},
    view::block::mark::{POST, SUN},
};
use resvg::{
    tiny_skia::{Pixmap, Transform},
    usvg::{Options, Tree},
};

/// How wide the mark is drawn, and the middle of it.
const MARK: (f32, f32, f32) = (58.0, 28.0, 21.0);

/// Every icon as PNG, by name.
pub fn all() -> Icons {
    ICONS.iter().map(|icon| (icon.name.to_owned(), png(icon.width, icon.part))).collect()
}

fn png(width: u32, part: f32) -> Vec<u8> {
    let (mark, x, y) = MARK;
    let scale = part * 100.0 / mark;
    let (left, top) = (50.0 - x * scale, 50.0 - y * scale);
    let ground = 50.0 + 19.0 * scale;
    // The colours of `theme.css` in daylight.
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><path fill='#e3eef0' d='M0 0h100v100H0z'/>\
         <g transform='translate({left} {top}) scale({scale})'><path fill='#f7b32b' d='{SUN}'/></g>\
         <path fill='#cfdf9f' d='M0 {ground}h100v100H0z'/>\
         <g transform='translate({left} {top}) scale({scale})'>\
         <path fill='#12332a' d='{POST}'/></g></svg>"
    );
    let tree = Tree::from_str(&svg, &Options::default()).expect("the drawing above is right");
    let mut pixels = Pixmap::new(width, width).expect("an icon is not empty");
    let zoom = width as f32 / 100.0;
    resvg::render(&tree, Transform::from_scale(zoom, zoom), &mut pixels.as_mut());
    pixels.encode_png().expect("memory can always be written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{files::content, native::disk::Disk, press::host::manifest};

    #[test]
    fn every_icon_of_the_manifest_is_drawn_as_large_as_it_says() {
        let folder = Disk::at(concat!(env!("CARGO_MANIFEST_DIR"), "/public/content"));
        let site = content::load(&folder).unwrap().site;
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&site, "/denkmee/")).unwrap();
        assert_eq!(manifest["start_url"], "/denkmee/");
        let drawn = all();
        for icon in manifest["icons"].as_array().unwrap() {
            let name = icon["src"].as_str().unwrap().strip_prefix("/denkmee/").unwrap();
            let pixels = Pixmap::decode_png(&drawn[name]).unwrap();
            assert_eq!(icon["sizes"], format!("{}x{}", pixels.width(), pixels.height()));
        }
    }

    #[test]
    fn a_maskable_icon_keeps_the_mark_inside_the_circle_that_is_cut_out() {
        let png = png(512, ICONS[2].part);
        let pixels = Pixmap::decode_png(&png).unwrap();
        let stone = |x: u32, y: u32| pixels.pixel(x, y).is_some_and(|colour| colour.red() < 0x40);
        let outside = |x: u32, y: u32| (f64::from(x) - 256.0).hypot(f64::from(y) - 256.0) > 0.4 * 512.0;
        let all = || (0..512).flat_map(|x| (0..512).map(move |y| (x, y)));
        assert!(all().any(|(x, y)| stone(x, y)), "there is a mark");
        assert!(!all().any(|(x, y)| stone(x, y) && outside(x, y)));
    }
}
