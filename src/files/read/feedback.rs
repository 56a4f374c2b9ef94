//! Reads `content/feedback/<slug>.json`: what was published, and that it still adds up.

use super::{
    finding::{Cause, Expected, Finding},
    reader::{At, Notes, Object, as_day, as_flag, as_id, as_line, as_localised, as_quote, as_text, as_web_address},
};
use crate::domain::{
    feedback::{
        Account, BySource, Counts, Destination, DestinationKind, ErasedCount, FORMAT, Feedback, GatheringCount,
        Landing, LandingStatus, Lesson, NextStep, Origin, PendingCount, PlaceCounts, PublishedTheme, Quote, Redaction,
        SetAsideCount, Version, Way,
        balance::{SetAside, SetAsideReason},
        landing::{TITLE, WHAT},
        village::{MunicipalityCount, VillageCount},
    },
    language::Language,
    language_tag::LanguageTag,
    log::ErasedWhy,
    receipt::Receipt,
};
use serde_json::Value;

/// No list in feedback is longer.
const MANY: usize = 100_000;

/// Reads feedback on the consultation that is called as the file.
pub fn read(json: &Value, file_stem: &str, languages: &[Language]) -> Result<Feedback, Vec<Finding>> {
    let notes = Notes::new(languages);
    let account = At::root(json, &notes).object(account);
    let account = match account {
        Some(account) if account.slug.as_str() != file_stem => {
            let at = At::root(json, &notes);
            at.wrong(Cause::FileName(account.slug.to_string()))
        }
        other => other,
    };
    let account = notes.finish(account)?;
    Feedback::try_from(account).map_err(|found| {
        let finding = |imbalance| Finding { path: "$".into(), cause: Cause::Imbalance(imbalance) };
        found.into_iter().map(finding).collect()
    })
}

fn account(o: &Object) -> Option<Account> {
    o.format(&[FORMAT]);
    let slug = o.need("slug", as_id);
    let example = o.or("example", false, as_flag);
    let example_receipts = o.or("example_receipts", vec![], |at| at.list(0, 20, as_receipt));
    let version = o.need("version", |at| at.integer(1, 1_000_000));
    let published = o.need("published", as_day);
    let history = o.need("history", |at| at.list(1, 1000, version_of));
    let gathered = o.may("gathered", as_day);
    let counts = o.need("counts", counts);
    let ways = o.need("ways", |at| at.list(0, MANY, way));
    let (counts, ways) =
        counts.zip(ways).map(|((counts, confirmed), ways)| (counts, as_claims(ways, confirmed))).unzip();
    let places = o.may("places", places);
    let themes = o.need("themes", |at| at.list(0, 100, theme));
    let unique = o.unique("themes", themes.iter().flatten().map(|theme| theme.id.as_str()));
    let learned = o.or("learned", vec![], |at| at.list(0, 30, lesson));
    let next_steps = o.or("next_steps", vec![], |at| at.list(0, 30, next_step));
    unique?;
    Some(Account {
        slug: slug?,
        example: example?,
        example_receipts: example_receipts?,
        version: version?,
        published: published?,
        history: history?,
        gathered: gathered?,
        counts: counts?,
        ways: ways?,
        places: places?,
        themes: themes?,
        learned: learned?,
        next_steps: next_steps?,
    })
}

fn number(at: At) -> Option<u32> {
    at.integer(0, i64::from(u32::MAX))
}

fn as_language_tag(at: At) -> Option<LanguageTag> {
    let text = as_text(at)?;
    match LanguageTag::try_from(text.as_str()) {
        Ok(tag) => Some(tag),
        Err(_) => at.wrong(Cause::Expected(Expected::LanguageTag)),
    }
}

pub(super) fn as_receipt(at: At) -> Option<Receipt> {
    let text = as_text(at)?;
    match Receipt::try_from(text.as_str()) {
        Ok(receipt) => Some(receipt),
        Err(_) => at.wrong(Cause::Expected(Expected::Receipt)),
    }
}

fn version_of(at: At) -> Option<Version> {
    at.object(|o| {
        let version = o.need("version", |at| at.integer(1, 1_000_000));
        let published = o.need("published", as_day);
        let note = o.may("note", as_localised);
        let redacted = o.may("redacted", |at| {
            at.object(|o| {
                let (quotes, on) = (o.need("quotes", number), o.need("on", as_day));
                Some(Redaction { quotes: quotes?, on: on? })
            })
        });
        Some(Version { version: version?, published: published?, note: note?, redacted: redacted? })
    })
}

/// Ways of an earlier release, in which nobody confirmed a gathering or a paper form.
fn as_claims(mut ways: Vec<Way>, confirmed: bool) -> Vec<Way> {
    for way in ways.iter_mut().filter(|way| !confirmed && way.source != Origin::Resident) {
        way.source = Origin::Unconfirmed;
    }
    ways
}

/// How many came from where; and whether what is said of gatherings and paper was confirmed. An earlier release knew of no
/// confirming: there it is what senders said.
fn received(at: At) -> Option<(BySource, bool)> {
    at.object(|o| {
        let (resident, gathering, paper) =
            (o.need("resident", number), o.need("gathering", number), o.need("paper", number));
        let unconfirmed = o.may("unconfirmed", number)?;
        let (resident, gathering, paper) = (resident?, gathering?, paper?);
        Some(match unconfirmed {
            Some(unconfirmed) => (BySource { resident, gathering, paper, unconfirmed }, true),
            None => {
                let unconfirmed = gathering.saturating_add(paper);
                (BySource { resident, gathering: 0, paper: 0, unconfirmed }, false)
            }
        })
    })
}

fn gatherings(at: At) -> Option<GatheringCount> {
    at.object(|o| {
        let (count, people) = (o.need("count", number), o.may("people", number));
        Some(GatheringCount { count: count?, people: people? })
    })
}

fn counts(at: At) -> Option<(Counts, bool)> {
    at.object(|o| {
        let received = o.need("received", received);
        let gatherings = o.may("gatherings", gatherings);
        let landed = o.need("landed", number);
        let set_aside = o.or("set_aside", vec![], |at| {
            at.list(0, 1000, |at| {
                at.object(|o| {
                    let why = set_aside_fields(o);
                    let count = o.need("count", number);
                    let SetAside { reason, note } = why?;
                    Some(SetAsideCount { reason, note, count: count? })
                })
            })
        });
        let pending = o.or("pending", vec![], |at| {
            at.list(0, 1000, |at| {
                at.object(|o| {
                    let (by, count) = (o.need("by", as_day), o.need("count", number));
                    Some(PendingCount { by: by?, count: count? })
                })
            })
        });
        let unfit = o.or("unfit", 0, number);
        let refused = o.or("refused", 0, number);
        let erased = o.or("erased", vec![], |at| {
            at.list(0, ErasedWhy::ALL.len(), |at| {
                at.object(|o| {
                    let why = o.need("why", |at| at.one_of(&ErasedWhy::CODES, &ErasedWhy::ALL));
                    let count = o.need("count", number);
                    Some(ErasedCount { why: why?, count: count? })
                })
            })
        });
        let (received, confirmed) = received?;
        let counts = Counts {
            received,
            gatherings: gatherings?,
            landed: landed?,
            set_aside: set_aside?,
            pending: pending?,
            unfit: unfit?,
            refused: refused?,
            erased: erased?,
        };
        Some((counts, confirmed))
    })
}

/// The reason for which something is set aside, and its note.
pub(super) fn set_aside_fields(o: &Object) -> Option<SetAside> {
    let reason = o.need("reason", |at| at.one_of(&SetAsideReason::CODES, &SetAsideReason::ALL));
    let note = o.may("note", as_localised);
    Some(SetAside { reason: reason?, note: note? })
}

fn way(at: At) -> Option<Way> {
    at.object(|o| {
        let source = o.need("source", |at| at.one_of(&Origin::CODES, &Origin::ALL));
        let themes = o.need("themes", |at| at.list(1, 100, as_id));
        let count = o.need("count", number);
        Some(Way { source: source?, themes: themes?, count: count? })
    })
}

fn places(at: At) -> Option<PlaceCounts> {
    at.object(|o| {
        let minimum = o.need("minimum", number);
        let elsewhere = o.need("elsewhere", number);
        let village = |at: At| {
            at.object(|o| {
                let (name, count) = (o.need("name", as_text), o.need("count", number));
                Some(VillageCount { name: name?, count: count? })
            })
        };
        let municipalities = o.need("municipalities", |at| {
            at.list(0, 500, |at| {
                at.object(|o| {
                    let (name, count) = (o.need("name", as_text), o.need("count", number));
                    let (villages, other) =
                        (o.need("villages", |at| at.list(0, 1000, village)), o.need("other", number));
                    Some(MunicipalityCount { name: name?, count: count?, villages: villages?, other: other? })
                })
            })
        });
        Some(PlaceCounts { minimum: minimum?, municipalities: municipalities?, elsewhere: elsewhere? })
    })
}

fn theme(at: At) -> Option<PublishedTheme> {
    at.object(|o| {
        let id = o.need("id", as_id);
        let title = o.need("title", |at| as_line(at, TITLE));
        let summary = o.need("summary", as_localised);
        let count = o.need("count", number);
        let quotes = o.or("quotes", vec![], |at| {
            at.list(0, 50, |at| {
                at.object(|o| {
                    let text = o.need("text", as_quote);
                    let language = o.need("language", as_language_tag);
                    Some(Quote { text: text?, language: language? })
                })
            })
        });
        let landings = o.need("landings", |at| at.list(1, 10, landing));
        Some(PublishedTheme {
            id: id?,
            title: title?,
            summary: summary?,
            count: count?,
            quotes: quotes?,
            landings: landings?,
        })
    })
}

/// Where a theme landed.
pub(super) fn landing(at: At) -> Option<Landing> {
    let landing = at.object(|o| {
        let status = o.need("status", |at| at.one_of(&LandingStatus::CODES, &LandingStatus::ALL));
        let what = o.need("what", |at| as_line(at, WHAT));
        let reason = o.need("reason", as_localised);
        let destination = o.need("destination", |at| {
            at.object(|o| {
                let kind = o.need("kind", |at| at.one_of(&DestinationKind::CODES, &DestinationKind::ALL));
                let name = o.need("name", as_localised);
                let url = o.may("url", as_web_address);
                let date = o.may("date", as_day);
                Some(Destination { kind: kind?, name: name?, url: url?, date: date? })
            })
        });
        let decided_by = o.may("decided_by", as_localised);
        Some(Landing {
            status: status?,
            what: what?,
            reason: reason?,
            destination: destination?,
            decided_by: decided_by?,
        })
    })?;
    match landing.check() {
        Ok(()) => Some(landing),
        Err(fault) => at.wrong(Cause::Landing(fault)),
    }
}

/// Something that was learned or went wrong.
pub(super) fn lesson(at: At) -> Option<Lesson> {
    at.object(|o| {
        let text = o.need("text", as_localised);
        let mistake = o.or("mistake", false, as_flag);
        Some(Lesson { text: text?, mistake: mistake? })
    })
}

/// What happens next.
pub(super) fn next_step(at: At) -> Option<NextStep> {
    at.object(|o| {
        let text = o.need("text", as_localised);
        let date = o.may("date", as_day);
        let who = o.may("who", as_localised);
        Some(NextStep { text: text?, date: date?, who: who? })
    })
}
