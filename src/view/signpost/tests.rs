//! Whatever was told back, the pictures hold all of it, and the table says the same.

use super::*;
use crate::{
    domain::{
        language::Language::{self, En, Nl},
        signpost::{
            Signpost,
            tests::{many, signpost},
        },
    },
    texts::feedback as t,
};

fn posted(signpost: &Signpost, own: Own, most: usize, language: Language) -> String {
    leptos::prelude::Owner::new().with(|| post::view(signpost, &own, "", most, language).to_html())
}

/// The words, without what is drawn.
fn words(html: &str) -> String {
    let texts = html.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(_, text)| text).collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

use leptos::prelude::*;

#[test]
fn there_is_an_arm_for_each_status_and_every_theme_is_named_and_led_to() {
    for (themes, each, arms) in [(1, 3, 1), (9, 40, 7), (30, 33_333, 7), (30, 1, 7)] {
        let signpost = many(themes, each);
        for language in [Nl, En] {
            let html = posted(&signpost, Own::default(), 3, language);
            assert_eq!(html.matches("<li class=\"arm arm--").count(), arms, "{themes} themes");
            for theme in &signpost.themes {
                assert_eq!(html.matches(&format!("href=\"#thema-{}\"", theme.id)).count(), 1, "{}", theme.id);
                assert!(html.contains(theme.title.get(language)));
            }
            for arm in signpost.arms() {
                let said = format!(
                    "{} {} {}",
                    arm.themes.len(),
                    t::status(language, arm.status),
                    t::reactions(language, arm.count)
                );
                assert!(words(&html).contains(&said), "“{said}” in {}", words(&html));
            }
        }
    }
}

#[test]
fn each_landing_is_told_by_its_side_its_shape_and_its_sign() {
    let html = posted(&many(7, 5), Own::default(), 3, Nl);
    let arms: Vec<_> = html.split("<li class=\"arm arm--").skip(1).collect();
    let drawn: Vec<_> = arms
        .iter()
        .map(|arm| {
            let paths = arm.split(" d=\"").skip(2).filter_map(|rest| rest.split('"').next());
            paths.collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(drawn.len(), 7);
    for (at, one) in drawn.iter().enumerate() {
        assert!(one.len() >= 2, "an end and a sign: {one:?}");
        for other in &drawn[..at] {
            assert_ne!(one[1..], other[1..], "signs differ");
        }
    }
    let sides = ["post__side--ours", "post__side--others", "post__side--open"].map(|side| html.find(side).unwrap());
    assert!(sides.is_sorted());
    let on_side = |status: &str| {
        let at = html.find(&format!("arm--{status}")).unwrap();
        sides.iter().rposition(|side| *side < at).unwrap()
    };
    let statuses = ["adopted", "partly", "changed_mind", "not", "passed_on", "community", "still_open"];
    assert_eq!(statuses.map(on_side), [0, 0, 0, 1, 1, 1, 2]);
}

#[test]
fn the_bar_is_the_share_of_all_that_came_in_and_is_never_out_of_sight() {
    let bars = |signpost: &Signpost| -> Vec<u32> {
        let html = posted(signpost, Own::default(), 3, Nl);
        let paths = html.split("class=\"arm__bar\"").skip(1).map(|rest| rest.split("M0 0H").nth(1).unwrap());
        paths.map(|rest| rest.split('V').next().unwrap().parse().unwrap()).collect()
    };
    assert_eq!(bars(&many(1, 3)), [1000]);
    assert_eq!(bars(&many(2, 500_000)), [500, 500]);
    let mut few = many(2, 500_000);
    few.ways[1].count = 1;
    assert_eq!(bars(&few)[1], 4, "one of a million still shows");
    let mut none = many(2, 0);
    none.received = Default::default();
    assert_eq!(bars(&none), [4, 4]);
}

#[test]
fn of_a_crowded_arm_some_themes_are_folded_away_and_the_number_stays_whole() {
    let html = posted(&many(35, 10), Own::default(), 3, Nl);
    assert!(words(&html).contains("5 Doen wij 50 reacties"), "{}", words(&html));
    assert_eq!(html.matches("<details").count(), 7);
    assert!(words(&html).contains("en nog 2 thema’s"));
    assert!(!posted(&many(28, 10), Own::default(), 3, Nl).contains("<details"), "a fold for one would save nothing");
    assert!(!posted(&many(35, 10), Own::default(), usize::MAX, Nl).contains("<details"), "paper has them all");
}

#[test]
fn ones_own_themes_are_marked_and_the_arms_of_others_step_back() {
    let html = posted(&signpost(), Own(Some(vec![1])), 3, Nl);
    assert_eq!(html.matches("arm--own").count(), 1);
    assert_eq!(html.matches("arm--other").count(), 2);
    assert_eq!(words(&html).matches("uw reactie").count(), 1);
    assert!(!posted(&signpost(), Own::default(), 3, Nl).contains("arm--o"));
}

#[test]
fn the_flow_and_the_table_hold_every_number_that_the_page_has() {
    for signpost in [signpost(), many(1, 3), many(9, 40), many(30, 33_333)] {
        for language in [Nl, En] {
            let (flow, table) = Owner::new()
                .with(|| (flow::view(&signpost, language).to_html(), table::view(&signpost, language).to_html()));
            let landings: usize = signpost.arms().iter().map(|arm| arm.themes.len()).sum();
            let rest = [signpost.set_aside, signpost.pending].into_iter().filter(|count| *count > 0).count();
            assert_eq!(flow.matches("class=\"flow__line\"").count(), landings + rest, "a line for each");
            let (flow_words, table_words) = (words(&flow), words(&table));
            assert!(flow_words.starts_with(&t::reactions(language, signpost.received.total())), "{flow_words}");
            for theme in &signpost.themes {
                let said = format!("{} {}", theme.title.get(language), t::grouped(language, theme.count));
                assert!(flow_words.contains(&said) && table_words.contains(&said), "“{said}”");
                for landing in &theme.landings {
                    assert!(
                        table_words.contains(landing.what.get(language))
                            && table_words.contains(landing.with.get(language))
                    );
                }
            }
            let all: u32 = signpost.themes.iter().map(|theme| theme.count).sum();
            assert!(table_words.contains(&t::grouped(language, all)), "{all} in {table_words}");
        }
    }
}

#[test]
fn why_numbers_add_up_to_more_is_worked_out_and_only_where_they_do() {
    use crate::{
        domain::feedback::LandingStatus::{Adopted, Not},
        texts::signpost::{overlap, spread},
    };
    let mut signpost = signpost();
    let (once, worked) = overlap(Nl, &signpost);
    assert!(once.unwrap().ends_with("telt op een bord één keer."));
    assert_eq!(worked.unwrap(), "‘bus’ staat op meer dan één bord.");
    let said = spread(Nl, &signpost).unwrap();
    assert!(said.contains("10 reacties over 1 thema, 3 reacties over 2 thema’s. Opgeteld: 10 + 2 × 3 = 16."), "{said}");
    signpost.themes[0].landings.truncate(1);
    signpost.themes[0].landings[0].status = Adopted;
    let said = overlap(En, &signpost).1.unwrap();
    assert!(said.ends_with("‘We do this’: 10 + 6 − 3 counted twice = 13."), "{said}");
    // Whoever checks one board with a pencil checks the next.
    signpost.themes[0].landings[0].status = Not;
    signpost.themes[1].landings[0].status = Not;
    assert!(overlap(Nl, &signpost).1.unwrap().contains("‘Doen wij niet’: 10 + 6 − 3 dubbele = 13."));
    let plain = many(9, 10);
    assert_eq!((overlap(Nl, &plain), spread(Nl, &plain)), ((None, None), None));
}
