//! The sizes in which a photo is shown. Only its pixels go on: where, when and with what it was made stays behind.

use crate::{
    domain::id::Id,
    files::pictures::{Drawn, HEAVY, LIGHT, NotTaken, PHONE, Size, WIDTHS},
};
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops::FilterType,
};
use std::io::Cursor;

/// How good it is made, the best first, until it is light enough. Below the last one sees squares.
const QUALITIES: [u8; 6] = [82, 74, 66, 58, 50, 42];
/// No photo has a longer side.
const LONGEST: u32 = 20_000;

/// A photo in every width that it has, and once for browsers that know no WebP.
pub fn all(name: &Id, bytes: &[u8]) -> Result<Drawn, NotTaken> {
    let photo = read(bytes)?;
    let mut widths: Vec<_> = WIDTHS.into_iter().filter(|width| *width <= photo.width()).collect();
    if widths.is_empty() {
        widths.push(photo.width());
    }
    let sizes = widths.iter().map(|width| webp(name, &at(&photo, *width)));
    let sizes = sizes.collect::<Result<Vec<_>, _>>()?;
    let plain = if photo.color().has_alpha() { png(name, &photo)? } else { jpeg(name, &photo)? };
    Ok(Drawn { sizes, plain })
}

/// The pixels, turned as they were seen.
fn read(bytes: &[u8]) -> Result<DynamicImage, NotTaken> {
    if matches!(bytes.get(4..12), Some(b"ftypheic" | b"ftypheix" | b"ftypmif1" | b"ftypheim")) {
        return Err(NotTaken::Heic);
    }
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| NotTaken::Damaged)?;
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
    reader.limits(limits);
    if reader.format().is_none() {
        return Err(NotTaken::Kind);
    }
    let told = |error| match error {
        image::ImageError::Limits(_) => NotTaken::TooLarge,
        image::ImageError::Unsupported(_) => NotTaken::Kind,
        _ => NotTaken::Damaged,
    };
    let mut decoder = reader.into_decoder().map_err(told)?;
    let turned = decoder.orientation().map_err(told)?;
    let mut photo = DynamicImage::from_decoder(decoder).map_err(told)?;
    photo.apply_orientation(turned);
    let opaque = !photo.color().has_alpha() || photo.to_rgba8().pixels().all(|pixel| pixel.0[3] == u8::MAX);
    Ok(if opaque { photo.into_rgb8().into() } else { photo.into_rgba8().into() })
}

fn at(photo: &DynamicImage, width: u32) -> DynamicImage {
    let height = u64::from(photo.height()) * u64::from(width) / u64::from(photo.width()).max(1);
    if width == photo.width() {
        return photo.clone();
    }
    photo.resize_exact(width, u32::try_from(height).unwrap_or(LONGEST).max(1), FilterType::Lanczos3)
}

fn webp(name: &Id, photo: &DynamicImage) -> Result<Size, NotTaken> {
    let most = if photo.width() <= PHONE { LIGHT } else { HEAVY };
    let (width, height) = (photo.width(), photo.height());
    let encoder = match photo {
        DynamicImage::ImageRgba8(pixels) => webp::Encoder::from_rgba(pixels, width, height),
        photo => webp::Encoder::from_rgb(photo.as_bytes(), width, height),
    };
    let written = |quality: u8| encoder.encode_simple(false, f32::from(quality)).ok().map(|made| made.to_vec());
    sized(format!("{name}-{width}.webp"), photo, lightest(most, written)?)
}

fn jpeg(name: &Id, photo: &DynamicImage) -> Result<Size, NotTaken> {
    let photo = at(photo, photo.width().min(PHONE));
    let written = |quality: u8| {
        let mut bytes = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
        encoder.write_image(photo.as_bytes(), photo.width(), photo.height(), ExtendedColorType::Rgb8).ok()?;
        Some(bytes)
    };
    sized(format!("{name}-{}.jpg", photo.width()), &photo, lightest(HEAVY, written)?)
}

/// What one can see through is no JPEG. It has no quality to lower, so it gets narrower.
fn png(name: &Id, photo: &DynamicImage) -> Result<Size, NotTaken> {
    let mut has = 0;
    for width in [PHONE, PHONE / 2, PHONE / 4] {
        let photo = at(photo, photo.width().min(width));
        let mut bytes = Vec::new();
        let written = PngEncoder::new(&mut bytes).write_image(
            photo.as_bytes(),
            photo.width(),
            photo.height(),
            ExtendedColorType::Rgba8,
        );
        written.map_err(|_| NotTaken::Damaged)?;
        has = bytes.len();
        if has <= HEAVY {
            return sized(format!("{name}-{}.png", photo.width()), &photo, bytes);
        }
    }
    Err(NotTaken::TooHeavy { has, most: HEAVY })
}

/// The best that is light enough.
fn lightest(most: usize, written: impl Fn(u8) -> Option<Vec<u8>>) -> Result<Vec<u8>, NotTaken> {
    let mut has = 0;
    for quality in QUALITIES {
        let bytes = written(quality).ok_or(NotTaken::Damaged)?;
        has = bytes.len();
        if has <= most {
            return Ok(bytes);
        }
    }
    Err(NotTaken::TooHeavy { has, most })
}

fn sized(name: String, photo: &DynamicImage, bytes: Vec<u8>) -> Result<Size, NotTaken> {
    Ok(Size { name, bytes, width: photo.width(), height: photo.height() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::pictures::photo::tells;
    use image::{ImageFormat, Rgb, RgbImage, RgbaImage};

    fn name() -> Id {
        Id::try_from("brink").unwrap()
    }

    fn written(photo: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        photo.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    /// Left half light, right half dark.
    fn halves(width: u32, height: u32) -> DynamicImage {
        let pixel = |x, _| if x < width / 2 { Rgb([240, 240, 240]) } else { Rgb([10, 10, 10]) };
        RgbImage::from_fn(width, height, pixel).into()
    }

    /// What a camera that was held upright writes in front, with a place in it.
    fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
        let exif = [
            b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..].to_vec(),
            vec![orientation, 0, 0, 0, 0, 0, 0],
            b"GPS 52.99 N".to_vec(),
        ]
        .concat();
        let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
        [&jpeg[..2], b"\xff\xe1", &length, &exif, &jpeg[2..]].concat()
    }

    #[test]
    fn a_photo_becomes_every_width_that_it_has_and_says_nothing_else() {
        let photo = with_exif(&written(&halves(900, 600), ImageFormat::Jpeg), 1);
        assert!(tells(&photo) && photo.windows(3).any(|part| part == b"GPS"));
        let drawn = all(&name(), &photo).unwrap();
        let files: Vec<_> = drawn.files().map(|size| (size.name.as_str(), size.width, size.height)).collect();
        assert_eq!(files, [("brink-400.webp", 400, 266), ("brink-800.webp", 800, 533), ("brink-800.jpg", 800, 533)]);
        for size in drawn.files() {
            assert!(!tells(&size.bytes) && !size.bytes.windows(3).any(|part| part == b"GPS"), "{}", size.name);
            assert!(size.bytes.len() <= LIGHT, "{}", size.name);
        }
    }

    #[test]
    fn a_photo_stands_as_it_was_seen() {
        // Held upright: the camera wrote it lying, to be turned a quarter to the right.
        let drawn = all(&name(), &with_exif(&written(&halves(480, 320), ImageFormat::Jpeg), 6)).unwrap();
        let seen = image::load_from_memory(&drawn.plain.bytes).unwrap().to_rgb8();
        assert_eq!((seen.width(), seen.height()), (320, 480));
        assert!(seen.get_pixel(160, 20).0[0] > 200 && seen.get_pixel(160, 460).0[0] < 60, "light above, dark below");
    }

    #[test]
    fn what_one_can_see_through_stays_so_and_a_small_one_is_not_made_larger() {
        let logo = DynamicImage::from(RgbaImage::from_fn(120, 60, |x, _| {
            image::Rgba([10, 90, 60, if x < 60 { 0 } else { 255 }])
        }));
        let drawn = all(&name(), &written(&logo, ImageFormat::Png)).unwrap();
        assert_eq!(
            drawn.files().map(|size| size.name.as_str()).collect::<Vec<_>>(),
            ["brink-120.webp", "brink-120.png"]
        );
        for size in drawn.files() {
            let seen = image::load_from_memory(&size.bytes).unwrap().to_rgba8();
            assert!(seen.get_pixel(10, 30).0[3] == 0 && seen.get_pixel(110, 30).0[3] == 255, "{}", size.name);
        }
    }

    #[test]
    fn quality_goes_down_until_it_is_light_enough_and_noise_is_refused() {
        let mut state = 7_u32;
        let mut noise = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let noisy: DynamicImage = RgbImage::from_fn(800, 600, |_, _| Rgb([noise(), noise(), noise()])).into();
        let refused = all(&name(), &written(&noisy, ImageFormat::Png));
        assert!(matches!(refused, Err(NotTaken::TooHeavy { most: LIGHT, .. })), "{refused:?}");
        let made = |quality: u8| Some(vec![0; usize::from(quality) * 1000]);
        assert_eq!(lightest(60_000, made).unwrap().len(), 58_000);
    }

    #[test]
    fn what_is_no_photo_is_refused_by_its_kind() {
        let refused = |bytes: &[u8]| all(&name(), bytes).unwrap_err();
        assert_eq!(refused(b"\0\0\0\x18ftypheic\0\0\0\0"), NotTaken::Heic);
        assert_eq!(refused(b"%PDF-1.7"), NotTaken::Kind);
        assert_eq!(refused(b"GIF89a\x01\0\x01\0"), NotTaken::Kind);
        assert_eq!(refused(&written(&halves(40, 40), ImageFormat::Jpeg)[..200]), NotTaken::Damaged);
    }
}
