//! The pages around the consultations: overview, what is on the device, feedback to come, about, not found.

use crate::domain::{
    consultation::Status,
    day::Day,
    endpoint::Endpoint,
    language::Language::{self, En, Nl},
};
use std::collections::BTreeSet;

say! {
    /// The title of `/`.
    overview_title: "Denk mee voordat er een plan is", "Have your say before there is a plan";
    /// In the row of facts on top of a consultation.
    anonymous: "Anoniem, zonder account", "Anonymous, without an account";
    /// Reads a block or a question aloud.
    hear: "Lees dit voor", "Read this aloud";
    /// Stops that.
    hush: "Stop met voorlezen", "Stop reading aloud";
    /// `/mijn-reacties/`
    mine_title: "Mijn reacties", "My responses";
    /// What one finds there.
    mine_lead: "Dit zijn de reacties die u vanaf dit apparaat verstuurde of nog moet versturen. Niemand anders ziet dit.", "These are the responses you sent from this device or still have to send. Nobody else sees this.";
    /// `/volg/`
    follow_title: "Volg uw reactie", "Follow your response";
    /// What one finds there.
    follow_lead: "Typ de code die u kreeg toen u reageerde. De code blijft op uw apparaat: niemand ziet dat u kijkt.", "Type the code you got when you responded. The code stays on your device: nobody sees that you are looking.";
    /// For a browser without JavaScript.
    needs_script: "Deze pagina kijkt op uw eigen apparaat en heeft daarvoor JavaScript nodig. Staat dat uit? Bewaar dan uw volgcode. Ons antwoord kunt u wel lezen.", "This page looks on your own device and needs JavaScript for that. Is it switched off? Then keep your receipt code. You can read our answer.";
    /// Where the app of a page did not come.
    app_away: "Deze pagina is nog niet helemaal geladen. Kijk of u verbinding heeft. We proberen het steeds opnieuw, zolang u deze pagina open laat.", "This page has not loaded completely yet. Please check your connection. We keep trying as long as you leave this page open.";
    /// Where the browser can't run it; an e-mail address follows.
    app_unable: "Deze browser kan niet kijken wat er op uw apparaat staat: WebAssembly staat uit of is te oud. Dat is bijvoorbeeld zo in de isolatiemodus van een iPhone of Mac. Open deze pagina in een andere browser. Of lees ons antwoord: dat staat bij elke vraag. Lukt het niet? Mail naar", "This browser can’t look at what is on your device: WebAssembly is switched off or too old. That is so, for example, in the Lockdown Mode of an iPhone or Mac. Open this page in another browser. Or read our answer: it is with each question. Does it not work? Mail to";
    /// `404.html`
    not_found_title: "Deze pagina is er niet", "This page does not exist";
    /// What to do.
    not_found_lead: "Misschien zit er een typefout in het adres, of is de pagina verhuisd.", "There may be a typing error in the address, or the page has moved.";
    /// To the overview.
    to_overview: "Bekijk alle vragen", "See all questions";
    /// To what this device sent or still holds.
    to_mine: "Bekijk mijn reacties", "See my responses";
    /// `/geen-verbinding/`
    offline_title: "U hebt geen verbinding", "You have no connection";
    /// What that means here.
    offline_lead: "Deze pagina staat nog niet op uw apparaat. Probeer het later opnieuw. Wat u eerder schreef of verstuurde, is er nog.", "This page is not on your device yet. Try again later. What you wrote or sent before is still there.";
    /// Feedback that comes from the device, as the network or the host failed.
    kept: "U ziet wat op uw apparaat bewaard was, want de site antwoordt nu niet. Er kan een nieuwer antwoord zijn.", "You see what was kept on your device, as the site does not answer now. There may be a newer answer.";
    /// A newer version of an open page was published.
    newer: "Er is een nieuwe versie van deze pagina. Wat u hebt ingevuld, blijft bewaard.", "There is a new version of this page. What you filled in is kept.";
    /// Loads it.
    newer_load: "Laad de nieuwe versie", "Load the new version";
    /// In a frame of another site: what that means for what is on the device.
    framed: "U ziet deze pagina binnen een andere website. Reageren kan hier gewoon. Uw browser onthoudt uw reactie dan alleen voor die website, soms kort, en soms helemaal niet. Schrijf daarom uw volgcode op.", "You see this page inside another website. You can respond here as usual. Your browser then remembers your response for that website only, sometimes not for long, and sometimes not at all. So write down your receipt code.";
    /// The same page by itself.
    framed_alone: "Open deze pagina apart", "Open this page by itself";
    /// Under a frame in which the browser shows nothing, on a site that may not frame this one.
    not_framed: "Ziet u hierboven geen pagina?", "Do you see no page above?";
    /// The page that should have been in it.
    not_framed_alone: "Open de pagina in een eigen tabblad", "Open the page in a tab of its own";
    /// To the consultation.
    to_consultation: "Terug naar de vraag", "Back to the question";
    /// `/over/`
    about_title: "Over deze site", "About this site";
    /// What it is.
    about_lead: "Hier vraagt de provincie wat u vindt voordat er een plan is. Daarna vertellen wij u waar uw inbreng is geland.", "Here the province asks what you think before there is a plan. Afterwards we tell you where your input landed.";
    /// Heading.
    privacy_title: "Uw privacy", "Your privacy";
    /// Term.
    privacy_controller: "Wie is verantwoordelijk?", "Who is responsible?";
    /// Term.
    privacy_retention: "Hoe lang bewaren wij reacties?", "How long do we keep responses?";
    /// Term.
    privacy_basis: "Waarom mogen wij dat?", "Why may we do that?";
    /// One more point about data, where the site stays on devices.
    privacy_offline: "Na uw bezoek blijft een kopie van de site op uw apparaat. Zo opent de site ook zonder verbinding. Wis de gegevens van deze site in uw browser als u dat niet wilt.", "After your visit a copy of the site stays on your device. So the site also opens without a connection. Clear this site’s data in your browser if you do not want that.";
    /// Heading.
    limits_title: "Wat wij niet kunnen beloven", "What we cannot promise";
    /// Heading.
    access_title: "Toegankelijkheid", "Accessibility";
}

/// Who takes a form that posts itself, without JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// Our collector, which makes the receipt.
    Ours,
    /// A form service, which makes none.
    Others,
    /// Nobody.
    Nobody,
}

/// What happens with data, point by point. `elsewhere` are the hosts of others that reactions go to.
fn privacy_points(language: Language, elsewhere: &[String], plain: Plain) -> Vec<String> {
    let hosts = elsewhere.join(", ");
    let reading = match language {
        Nl if elsewhere.is_empty() => "Deze site zet geen cookies en vraagt niets op bij andere bedrijven.".to_owned(),
        Nl => format!(
            "Deze site zet geen cookies. Zolang u leest en invult, vraagt de site niets op bij andere bedrijven. Als u uw reactie verstuurt, gaat die naar {hosts}. Wie daar de server beheert, kan uw IP-adres zien."
        ),
        En if elsewhere.is_empty() => "This site sets no cookies and requests nothing from other companies.".to_owned(),
        En => format!(
            "This site sets no cookies. While you read and fill in, the site requests nothing from other companies. When you send your response, it goes to {hosts}. Whoever runs the server there can see your IP address."
        ),
    };
    let code = match (language, plain) {
        (Nl, Plain::Ours) => {
            "Uw volgcode blijft op uw apparaat. Staat JavaScript uit? Dan maakt onze server de code en vergeet hem meteen."
        }
        (En, Plain::Ours) => {
            "Your receipt code stays on your device. Is JavaScript switched off? Then our server makes the code and forgets it at once."
        }
        (Nl, Plain::Others) => {
            "Uw volgcode blijft op uw apparaat. Staat JavaScript uit? Dan kunt u wel reageren, maar krijgt u geen volgcode."
        }
        (En, Plain::Others) => {
            "Your receipt code stays on your device. Is JavaScript switched off? Then you can respond, but you get no receipt code."
        }
        (Nl, Plain::Nobody) => "Uw volgcode blijft op uw apparaat.",
        (En, Plain::Nobody) => "Your receipt code stays on your device.",
    };
    let [account, addresses, device] = match language {
        Nl => [
            "U hebt geen account nodig. Wij vragen niet om uw naam.",
            "Wij bewaren geen IP-adressen.",
            "Wat u invult, staat op uw eigen apparaat tot u het verstuurt. Gebruikt u een computer van iemand anders? Wis dan uw reacties op de pagina ‘Mijn reacties’.",
        ],
        En => [
            "You need no account. We do not ask for your name.",
            "We keep no IP addresses.",
            "What you fill in stays on your own device until you send it. Are you using someone else’s computer? Then delete your responses on the page ‘My responses’.",
        ],
    };
    vec![account.into(), reading, addresses.into(), device.into(), code.into()]
}

/// The same of a site whose reactions go here.
pub fn privacy_of(language: Language, endpoints: &[Endpoint]) -> Vec<String> {
    let elsewhere: BTreeSet<_> = endpoints.iter().flat_map(Endpoint::hosts).map(str::to_owned).collect();
    let plain = endpoints.iter().find_map(|endpoint| match endpoint {
        Endpoint::Collector { .. } => Some(Plain::Ours),
        Endpoint::Form(_) => Some(Plain::Others),
        Endpoint::S3 { .. } | Endpoint::File { .. } => None,
    });
    let elsewhere: Vec<_> = elsewhere.into_iter().collect();
    privacy_points(language, &elsewhere, plain.unwrap_or(Plain::Nobody))
}

/// What is not promised.
pub fn limits_points(language: Language) -> [&'static str; 4] {
    match language {
        Nl => [
            "Wie deze site aanbiedt, kan de site veranderen. De broncode is openbaar, zodat anderen dat kunnen controleren.",
            "Een browser kan wissen wat op uw apparaat staat. Safari doet dat na 7 dagen zonder bezoek. Bewaar daarom uw volgcode.",
            "Anonieme reacties zijn geen stemmen. Wij tellen ze, maar het aantal beslist niet.",
            "Een volgcode is geen juridisch bewijs dat u hebt gereageerd.",
        ],
        En => [
            "Whoever serves this site can change it. The source code is public, so that others can check.",
            "A browser can delete what is on your device. Safari does so after 7 days without a visit. So keep your receipt code.",
            "Anonymous responses are not votes. We count them, but the number does not decide.",
            "A receipt code is no legal proof that you responded.",
        ],
    }
}

/// How accessible the site is, and what was not tested.
pub fn access_points(language: Language) -> [&'static str; 4] {
    match language {
        Nl => [
            "Wij bouwen volgens WCAG 2.2, niveau A en AA.",
            "Elke pagina wordt automatisch getest: toetsenbord, contrast, vergroting tot 200 %, smalle schermen, hoog contrast en minder beweging.",
            "Zulke tests vinden ongeveer een derde van de echte problemen. Wij hebben de site nog niet getest met mensen die een schermlezer, spraak of andere hulpmiddelen gebruiken.",
            "Werkt iets niet voor u? Mail of bel ons. U kunt ook altijd per post of telefoon reageren.",
        ],
        En => [
            "We build to WCAG 2.2, levels A and AA.",
            "Every page is tested automatically: keyboard, contrast, enlargement to 200 %, narrow screens, high contrast and reduced motion.",
            "Such tests find about a third of real problems. We have not yet tested the site with people who use a screen reader, speech or other aids.",
            "Does something not work for you? Mail or call us. You can also always respond by post or telephone.",
        ],
    }
}

/// The title of the feedback page.
pub fn feedback_title(language: Language, subject: &str) -> String {
    match language {
        Nl => format!("Dit doen wij met uw reacties: {subject}"),
        En => format!("What we do with your responses: {subject}"),
    }
}

/// When feedback comes, as long as there is none.
pub fn feedback_promise(language: Language, status: Status, promised: Day) -> String {
    let due = promised.written(language);
    match (language, status) {
        (_, Status::Overdue) => super::page::overdue(promised, language),
        (_, Status::Withdrawn) => super::page::withdrawn(language).to_owned(),
        (Nl, _) => format!("Ons antwoord is er nog niet. Het komt uiterlijk op {due} op deze pagina."),
        (En, _) => format!("Our answer is not there yet. It will be on this page by {due}."),
    }
}
