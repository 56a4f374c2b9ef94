//! Erasing words for good in the desk: what goes, and what remains elsewhere.

use crate::domain::{
    language::Language::{self, En, Nl},
    log::ErasedWhy,
};

say! {
    /// The title of the room.
    title: "Wis woorden voorgoed", "Erase words for good";
    /// What one can do there.
    lead: "Voor als iemand erom vraagt, of als er iets staat dat u niet mag bewaren. Wilt u een opmerking alleen weghalen uit de lijst? Kies dan ‘Neem terug’ bij de opmerking: dat kunt u ongedaan maken.", "For when somebody asks for it, or when something is there that you may not keep. Do you only want to take a remark off the list? Then choose ‘Take back’ at the remark: that you can undo.";
    /// The first step.
    which: "Wat moet weg?", "What has to go?";
    /// The field.
    search: "Zoek de woorden", "Look for the words";
    /// Where one looks.
    searched: "U zoekt in opmerkingen, hoofdpunten en afspraken van dit gesprek, ook in eerdere versies en in wat is teruggenomen, en in de naam of leeftijd erbij: wie het zei, wie het belooft, aan wie u het doorgeeft. Niet in de plaats, de haltes, wie het gesprek leiden en hoe u terugkijkt.", "You look in remarks, main points and agreements of this gathering, also in former versions and in what was taken back, and in the name or age with them: who said it, who promises it, to whom you pass it on. Not in the place, the stops, who lead the gathering and how you look back.";
    /// Nothing was found.
    none: "Hier staat niets met die woorden.", "There is nothing here with those words.";
    /// More were found than show.
    more: "Er is meer gevonden. Typ meer woorden om te kiezen.", "More was found. Type more words to choose.";
    /// Beside what is a point.
    point: "Hoofdpunt of afspraak", "Main point or agreement";
    /// The second step.
    why: "Waarom?", "Why?";
    /// What goes.
    goes: "Wat er gaat", "What goes";
    /// In words.
    goes_help: "Alle versies van deze woorden, en de naam of leeftijd erbij. Op dit apparaat meteen. Werkt u in een gedeelde map? Dan ook daar, zodra die wordt bijgewerkt, en uit de bestanden van collega’s. Dat kunt u niet ongedaan maken. Bewaard blijven alleen een nummer, uw naam, de dag en de reden.", "Every version of these words, and the name or age with them. On this device at once. Do you work in a shared folder? Then there too, as soon as it is brought up to date, and from the files of colleagues. You can’t undo that. Only a number, your name, the day and the reason stay.";
    /// What remains.
    remains: "Waar het nog kan staan", "Where it may still be";
    /// On other devices.
    devices: "Op apparaten van collega’s, tot zij een reservekopie van u terugzetten of in dezelfde gedeelde map werken. Dan gaat het daar ook weg.", "On devices of colleagues, until they put back a back-up of yours or work in the same shared folder. Then it goes there too.";
    /// In files.
    files: "In reservekopieën die u eerder maakte of mailde. Gooi ze weg, en maak nu een nieuwe.", "In back-ups that you made or mailed before. Throw them away, and make a new one now.";
    /// On paper.
    paper: "In een wegwijzer die u al afdrukte of mailde.", "In a signpost that you printed or mailed already.";
    /// The third step.
    sure: "Weet u het zeker?", "Are you sure?";
    /// The word to type.
    word: "WISSEN", "ERASE";
    /// It was not typed.
    not_typed: "Typ WISSEN in dit veld. Er is nog niets gewist.", "Type ERASE in this field. Nothing was erased yet.";
    /// Over the words that are chosen.
    chosen: "Dit wist u", "This is what you erase";
    /// The button.
    act: "Wis deze woorden voorgoed", "Erase these words for good";
    /// It was done.
    erased: "Gewist op dit apparaat. Het komt niet terug, ook niet uit een oud bestand.", "Erased on this device. It does not come back, from an old file neither.";
    /// What has the same words.
    echoes: "Deze woorden staan ook hier", "These words are here too";
    /// What to do with that.
    echoes_help: "Dit is ervan gemaakt, of zegt grotendeels hetzelfde. Het blijft staan als u nu wist. Pas het eerst aan, of wis het ook.", "This was made of it, or says much the same. It stays when you erase now. Change it first, or erase it too.";
    /// Beside what is on the sheet of the evening.
    on_sheet: "Dit staat op de wegwijzer van de avond", "This is on the signpost of the evening";
    /// To where one changes what is on the sheet.
    to_sheet: "Pas het aan bij ‘Afsluiten’", "Change it under ‘Close’";
    /// The button that erases that in its place.
    this_one: "Wis dit", "Erase this";
    /// What was erased before.
    gone: "Eerder gewist", "Erased before";
    /// What stays of it.
    gone_help: "De woorden zijn weg. Alleen dit weten wij nog.", "The words are gone. This is all we still know.";
    /// A remark.
    remark: "Een opmerking", "A remark";
    /// Before the number by which the province finds it.
    number: "De provincie heeft haar nog. Bel of mail, en vraag haar te wissen met dit nummer:", "The province still has it. Call or mail, and ask to erase it by this number:";
    /// It was not sent.
    never_sent: "Zij was niet verstuurd: bij de provincie staat niets.", "It was not sent: the province has nothing of it.";
    /// Copies the number.
    copy: "Kopieer het nummer", "Copy the number";
    /// It was copied.
    copied: "Het nummer is gekopieerd.", "The number was copied.";
    /// It could not be.
    not_copied: "De browser kopieert niet. Kies het nummer en kopieer het zelf.", "The browser does not copy. Select the number and copy it yourself.";
    /// There is nothing.
    nothing: "In dit gesprek staat niets dat u kunt wissen.", "There is nothing in this gathering that you can erase.";
}

/// A reason, as one chooses it.
pub fn reason(language: Language, why: ErasedWhy) -> &'static str {
    match (language, why) {
        (Nl, ErasedWhy::OnRequest) => "Degene die het zei, vraagt erom",
        (En, ErasedWhy::OnRequest) => "Who said it asks for it",
        (Nl, ErasedWhy::PersonalData) => "Er staat in wie iemand is",
        (En, ErasedWhy::PersonalData) => "It tells who somebody is",
        (Nl, ErasedWhy::Unlawful) => "Het mag van de wet niet bewaard worden",
        (En, ErasedWhy::Unlawful) => "It may not be kept by law",
    }
}

/// On which day something was erased, and by whom.
pub fn erased_by(language: Language, what: &str, day: &str, who: &str) -> String {
    match language {
        Nl => format!("{what}, gewist op {day} door {who}"),
        En => format!("{what}, erased on {day} by {who}"),
    }
}

/// What to type.
pub fn type_word(language: Language) -> String {
    match language {
        Nl => format!("Typ {} om te wissen", word(language)),
        En => format!("Type {} to erase", word(language)),
    }
}

/// It was sent already.
pub fn sent(language: Language, reaction: &str) -> String {
    match language {
        Nl => format!(
            "Bij de provincie: deze opmerking is al verstuurd. Bel of mail de provincie, en vraag haar te wissen. Zij vindt haar met dit nummer, dat ook na het wissen op deze pagina staat: {reaction}"
        ),
        En => format!(
            "At the province: this remark was sent already. Call or mail the province, and ask to erase it. They find it by this number, which stays on this page after erasing: {reaction}"
        ),
    }
}
