//! A photo, drawing or logo on a page: in the size that a screen needs, with its measures, so that nothing jumps.

use crate::{
    domain::{id::Id, language::Language, picture::Picture},
    texts::page as say,
};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a picture is in the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// As WebP: how wide, and its address; the narrowest first.
    pub sizes: Vec<(u32, String)>,
    /// The address for every browser.
    pub plain: String,
    /// How wide that is.
    pub width: u32,
    /// How high.
    pub height: u32,
}

/// All pictures of a site, by name.
pub type Pictures = BTreeMap<Id, Shown>;

/// The widest that is sent to a telephone.
const PHONE: u32 = 800;

/// Where on a page it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Under a title, at once.
    Top,
    /// On a card, once one comes near it.
    Card,
}

impl Place {
    fn class(self) -> &'static str {
        match self {
            Place::Top => "picture picture--top",
            Place::Card => "picture picture--card",
        }
    }

    /// How wide it is shown.
    fn sizes(self) -> &'static str {
        match self {
            Place::Top => "100vw",
            Place::Card => "(min-width: 40em) 24rem, 100vw",
        }
    }

    fn loading(self) -> Option<&'static str> {
        (self == Place::Card).then_some("lazy")
    }
}

/// A picture that content names, where the site has it. On a card nobody is told what it shows: its title says it all.
pub fn picture(pictures: &Pictures, named: &Picture, place: Place, language: Language) -> Option<AnyView> {
    let shown = pictures.get(&named.file)?.clone();
    let alt = if place == Place::Top { named.alt.get(language).to_owned() } else { String::new() };
    let maker = named.maker.as_ref().filter(|_| place == Place::Top).map(|maker| maker.get(language).to_owned());
    let maker = maker.map(|maker| view! { <figcaption>{say::picture_by(&maker, language)}</figcaption> });
    let of = |fits: &dyn Fn(u32) -> bool| {
        let fitting = shown.sizes.iter().filter(|(width, _)| fits(*width));
        fitting.map(|(width, href)| format!("{href} {width}w")).collect::<Vec<_>>().join(", ")
    };
    // However sharp its screen, a telephone is sent nothing that weighs more than what is above the fold may.
    let wide = Some(of(&|width| width > PHONE)).filter(|set| place == Place::Top && !set.is_empty());
    let wide = wide.map(|set| view! { <source media="(min-width: 50em)" type="image/webp" srcset=set/> });
    let narrow = Some(of(&|width| width <= PHONE)).filter(|set| !set.is_empty());
    let narrow = narrow.map(|set| view! { <source type="image/webp" srcset=set sizes=place.sizes()/> });
    let Shown { plain, width, height, .. } = shown;
    let image = view! { <img src=plain alt=alt width=width height=height loading=place.loading() decoding="async"/> };
    Some(view! { <figure class=place.class()><picture>{wide}{narrow}{image}</picture>{maker}</figure> }.into_any())
}

/// A logo beside the name that it stands for, so it has no text of its own.
pub fn logo(shown: &Shown) -> impl IntoView + use<> {
    let narrow = shown.sizes.first().map(|(_, href)| view! { <source type="image/webp" srcset=href.clone()/> });
    let Shown { plain, width, height, .. } = shown.clone();
    view! { <picture class="logo">{narrow}<img src=plain alt="" width=width height=height/></picture> }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Localised;

    fn html(sizes: &[u32], place: Place) -> String {
        let file = Id::try_from("brink").unwrap();
        let sizes = sizes.iter().map(|width| (*width, format!("/assets/brink-{width}.webp"))).collect();
        let shown = Shown { sizes, plain: "/assets/brink.jpg".into(), width: 800, height: 450 };
        let text = |text: &str| Localised::Same(text.into());
        let named = Picture { file: file.clone(), alt: text("Een brink met eiken"), maker: Some(text("Anna")) };
        picture(&[(file, shown)].into(), &named, place, Language::Nl).unwrap().to_html()
    }

    #[test]
    fn a_telephone_is_never_sent_the_wide_one() {
        let html = html(&[400, 800, 1600], Place::Top);
        let (wide, narrow) = html.split_once("srcset=\"/assets/brink-400.webp 400w").unwrap();
        assert!(wide.contains("media=\"(min-width: 50em)\"") && wide.contains("brink-1600.webp 1600w"), "{html}");
        assert!(!narrow.contains("brink-1600"), "{html}");
        assert!(
            html.contains("width=\"800\" height=\"450\"") && html.contains("alt=\"Een brink met eiken\""),
            "{html}"
        );
        assert!(html.contains("Anna") && !html.contains("lazy"), "{html}");
    }

    #[test]
    fn on_a_card_it_comes_when_one_comes_near_it_and_is_not_read_out() {
        let html = html(&[400, 800, 1600], Place::Card);
        assert!(html.contains("loading=\"lazy\"") && html.contains("alt=\"\"") && !html.contains("1600"), "{html}");
    }

    #[test]
    fn a_drawing_needs_no_sizes() {
        let html = html(&[], Place::Top);
        assert!(!html.contains("<source") && html.contains("src=\"/assets/brink.jpg\""), "{html}");
    }
}
