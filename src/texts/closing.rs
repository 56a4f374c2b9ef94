//! Closing a gathering: reading back, what was agreed, looking back, and the sheet of the evening.

use super::{counted, desk, typing};
use crate::domain::{
    gathering::{DayFault, PointFault, Sense, Sort, WordsFault},
    language::Language::{self, En, Nl},
};

say! {
    /// Beside a main point that was not read back.
    unread: "(nog niet teruggelezen)", "(not read back yet)";
    /// The room.
    title: "Afsluiten", "Close";
    /// What one can do in it.
    lead: "Lees terug wat u hoorde, spreek af wat ermee gebeurt, en druk de wegwijzer van vanavond af. Hang hem op de deur voordat u weggaat.", "Read back what you heard, agree what is done with it, and print tonight’s signpost. Hang it on the door before you leave.";
    /// Words of a main point.
    words: "Zeg het in één zin", "Say it in one sentence";
    /// Of a touchstone: the story.
    story: "In welk verhaal zag u dat?", "In which story did you see that?";
    /// Who, of a promise.
    who_promises: "Wie doet het?", "Who does it?";
    /// To whom something is passed on.
    to_whom: "Aan wie geven wij het door?", "To whom do we pass it on?";
    /// An example of that.
    to_whom_help: "Bijvoorbeeld: gemeente Aa en Hunze, waterschap Hunze en Aa’s", "For example: municipality of Aa en Hunze, water board Hunze en Aa’s";
    /// Whom to join.
    join_whom: "Bij wie meldt iemand zich?", "Whom does one contact?";
    /// By when.
    by_when: "Wanneer is het klaar?", "When is it done?";
    /// Which touchstone.
    which: "Welke toetssteen?", "Which touchstone?";
    /// None was chosen yet.
    choose: "Kies een toetssteen", "Choose a touchstone";
    /// The button.
    add: "Zet erbij", "Add";
    /// To the fields of one more.
    one_more: "Zet iets bij dit onderdeel", "Add something to this part";
    /// Whoever is there agrees.
    agreed: "Teruggelezen en akkoord", "Read back and agreed";
    /// Change it.
    change: "Wijzig", "Change";
    /// Leave it out.
    leave: "Haal weg", "Remove";
    /// A promise was kept.
    done: "Gedaan", "Done";
    /// From the remarks.
    choose_remark: "Kies uit wat is opgeschreven", "Choose from what was noted";
    /// Take a remark as a point.
    use_remark: "Neem over", "Use";
    /// There is nothing to choose from.
    no_remarks: "Er is nog niets opgeschreven.", "Nothing was noted yet.";
    /// There are no points.
    none: "Nog niets.", "Nothing yet.";
    /// Looking back.
    debrief: "Kijk samen terug", "Look back together";
    /// What for, and who sees it.
    debrief_help: "Doe dit met de gespreksleiders, meteen na afloop. Het is voor u en uw collega’s. Het staat niet op de wegwijzer.", "Do this with the hosts, right afterwards. It is for you and your colleagues. It is not on the signpost.";
    /// The sheet.
    sheet: "De wegwijzer van vanavond", "Tonight’s signpost";
    /// What to do with it.
    sheet_help: "De wegwijzer is één vel met wat u hoorde, en wat ermee gebeurt. Dit komt erop. Lees hem na op namen en telefoonnummers van bewoners, want iedereen kan hem lezen.", "The signpost is one sheet with what you heard, and what is done with it. This comes on it. Look it over for names and telephone numbers of residents, as everybody can read it.";
    /// Something on it looks like personal data.
    personal: "Kijk hier eerst naar", "Look at this first";
    /// What to do with it.
    personal_help: "Dit komt op de wegwijzer, en iedereen kan het lezen. Haal het weg, of laat het staan als die persoon het goed vindt.", "This comes on the signpost, and everybody can read it. Take it out, or leave it if that person agrees.";
    /// It is more than one reads.
    too_much: "Dit is te veel voor één vel: op A4 worden de letters kleiner dan 8 punten, en dat leest niemand bij de deur. Maak zinnen korter, voeg punten samen of haal er een paar weg. Of druk af op A3.", "This is too much for one sheet: on A4 the letters get smaller than 8 points, and nobody reads that at the door. Make sentences shorter, put points together or remove some. Or print on A3.";
    /// The button.
    print: "Druk af", "Print";
    /// The button for a file.
    mail: "Maak een bestand om te mailen", "Make a file to mail";
    /// The file was made.
    mailed: "Het bestand staat bij uw downloads. Voeg het toe aan een e-mail; het opent in elke browser.", "The file is among your downloads. Add it to an e-mail; it opens in every browser.";
    /// It could not be made.
    not_mailed: "Het bestand kon niet gemaakt worden. Druk de wegwijzer af en kies daar ‘Opslaan als PDF’.", "The file could not be made. Print the signpost and choose ‘Save as PDF’ there.";
    /// Nothing to print.
    sheet_empty: "Hier staat straks de wegwijzer. Zet er eerst een hoofdpunt of een afspraak bij.", "The signpost will be here. First add a main point or an agreement.";
    /// Closing.
    close: "Sluit het gesprek af", "Close the gathering";
    /// It is closed.
    closed: "Dit gesprek is afgesloten", "This gathering is closed";
    /// What comes then.
    closed_next: "Klopt er iets niet? Verander dat eerst: wat verstuurd is, verandert bij de provincie niet meer. Dan twee stappen, zodat het meetelt: verstuur wat is opgeschreven, en geef de provincie een reservekopie. Daarin zit het bewijs dat het uit uw gesprek komt. Bewaar die kopie ook zelf, op een andere plek dan dit apparaat.", "Is anything not right? Change that first: what was sent does not change at the province any more. Then two steps, so that it counts: send what was noted, and give the province a back-up. In it is the proof that it comes from your gathering. Keep that copy yourself too, in another place than this device.";
    /// That it is closed, in the list and beside its day.
    is_closed: "afgesloten", "closed";
    /// Behind what was not read back, before closing.
    close_sure: "Lees ze voor en zet een vinkje als de zaal het ermee eens is. Toch nu afsluiten? Kies nog een keer ‘Sluit het gesprek af’.", "Read them out and tick them when the hall agrees. Close it now all the same? Choose ‘Close the gathering’ once more.";
    /// Closing, as what was undone.
    the_closing: "het afsluiten van het gesprek", "the closing of the gathering";
    /// Opening again, as what was undone.
    the_opening: "het weer openen van het gesprek", "the opening of the gathering";
    /// Open it again.
    reopen: "Open het weer", "Open it again";
    /// The title on the sheet.
    tonight: "Wat vertelde u, en wat gebeurt ermee?", "What did you tell, and what happens with it?";
    /// The main points on the sheet.
    heard: "Dit hoorden wij", "This is what we heard";
    /// Under the code on the sheet.
    sheet_more: "Hier leest u later wat ermee gebeurde. U kunt er ook zelf nog reageren.", "Here you read later what came of it. You can also still respond there yourself.";
    /// What the code is.
    sheet_qr: "QR-code van het adres hiernaast", "QR code of the address beside it";
    /// On the sheet of a rehearsal, and of one that is not read back.
    not_agreed: "Nog niet teruggelezen", "Not read back yet";
}

/// What a part of the room is called, and so an arm on the sheet.
pub fn sort(language: Language, sort: Sort) -> &'static str {
    match (language, sort) {
        (Nl, Sort::Main) => "Lees terug",
        (Nl, Sort::Promise) => "Dit doen wij",
        (Nl, Sort::PassOn) => "Dit geven wij door",
        (Nl, Sort::Village) => "Dit doet het dorp zelf",
        (Nl, Sort::Join) => "Hier kunt u bij aansluiten",
        (Nl, Sort::Obstacle) => "Dit zit in de weg",
        (Nl, Sort::Touchstone) => "Welke toetsstenen zag u?",
        (En, Sort::Main) => "Read back",
        (En, Sort::Promise) => "This we do",
        (En, Sort::PassOn) => "This we pass on",
        (En, Sort::Village) => "This the village does itself",
        (En, Sort::Join) => "You can join this",
        (En, Sort::Obstacle) => "This is in the way",
        (En, Sort::Touchstone) => "Which touchstones did you see?",
    }
}

/// What to put there.
pub fn sort_help(language: Language, sort: Sort) -> &'static str {
    match (language, sort) {
        (Nl, Sort::Main) => {
            "Vat samen wat u hoorde, in drie tot zes hoofdpunten. Lees ze voor. Klopt het niet? Verander het tot de zaal zegt: ja."
        }
        (Nl, Sort::Promise) => "Beloof alleen wat u kunt waarmaken: wie doet wat, en wanneer is het klaar?",
        (Nl, Sort::PassOn) => "Wat is niet van de provincie? Zeg aan wie u het doorgeeft.",
        (Nl, Sort::Village) => "Wat pakt het dorp zelf op?",
        (Nl, Sort::Join) => "Wat doen mensen al, waar nog anderen bij kunnen? Denk aan een kookclub of een werkgroep.",
        (Nl, Sort::Obstacle) => {
            "Waar loopt het op vast in regels, loketten of geld? Noem het, ook als u het niet kunt oplossen."
        }
        (Nl, Sort::Touchstone) => {
            "Een toetssteen is een lijst met afspraken waaraan de provincie haar werk wil toetsen. Herkende u er iets van in wat mensen vertelden? Kies hem, en schrijf dat verhaal op. Anders slaat u dit over."
        }
        (En, Sort::Main) => {
            "Sum up what you heard, in three to six main points. Read them out. Is it not right? Change it until the hall says: yes."
        }
        (En, Sort::Promise) => "Promise only what you can do: who does what, and when is it done?",
        (En, Sort::PassOn) => "What is not up to the province? Say to whom you pass it on.",
        (En, Sort::Village) => "What does the village take up itself?",
        (En, Sort::Join) => "What do people do already that others can join? A cooking club, or a working group.",
        (En, Sort::Obstacle) => "What gets stuck in rules, offices or money? Name it, also if you can’t solve it.",
        (En, Sort::Touchstone) => {
            "A touchstone is a list of agreements that the province wants to test its work against. Did you recognise something of it in what people told? Choose it, and write down that story. Else skip this."
        }
    }
}

/// A number of points.
pub fn points(language: Language, count: usize) -> String {
    match language {
        Nl => counted(count, "hoofdpunt of afspraak", "hoofdpunten en afspraken"),
        En => counted(count, "main point or agreement", "main points and agreements"),
    }
}

/// The question of a way of looking back.
pub fn sense(language: Language, sense: Sense) -> &'static str {
    match (language, sense) {
        (Nl, Sense::Heard) => "Wat hebben wij gehoord?",
        (Nl, Sense::Felt) => "Wat hebben wij gevoeld?",
        (Nl, Sense::Lived) => "Wat hebben wij beleefd?",
        (En, Sense::Heard) => "What did we hear?",
        (En, Sense::Felt) => "What did we feel?",
        (En, Sense::Lived) => "What did we live through?",
    }
}

/// A point of this part, as what was undone.
pub fn the_point(language: Language, part: &str, words: &str) -> String {
    match language {
        Nl => format!("‘{words}’ bij ‘{part}’"),
        En => format!("‘{words}’ under ‘{part}’"),
    }
}

/// A change of one.
pub fn the_point_change(language: Language, part: &str, words: &str) -> String {
    match language {
        Nl => format!("de wijziging van ‘{words}’ bij ‘{part}’"),
        En => format!("the change of ‘{words}’ under ‘{part}’"),
    }
}

/// A tick beside something.
pub fn the_tick(language: Language, label: &str, words: &str) -> String {
    match language {
        Nl => format!("‘{label}’ bij ‘{words}’"),
        En => format!("‘{label}’ at ‘{words}’"),
    }
}

/// What was filled in there.
pub fn the_answer(language: Language, question: &str) -> String {
    match language {
        Nl => format!("wat u invulde bij ‘{question}’"),
        En => format!("what you filled in at ‘{question}’"),
    }
}

/// By when, in a few words.
pub fn by(language: Language, day: &str) -> String {
    match language {
        Nl => format!("klaar op {day}"),
        En => format!("done on {day}"),
    }
}

/// To whom, in a few words.
pub fn to(language: Language, who: &str) -> String {
    match language {
        Nl => format!("aan {who}"),
        En => format!("to {who}"),
    }
}

/// Where, when and with how many, on the sheet.
pub fn evening(language: Language, place: &str, day: Option<&str>, people: Option<u32>, remarks: usize) -> String {
    let parts = [
        Some(place.to_owned()),
        day.map(str::to_owned),
        people.filter(|count| *count > 0).map(|count| desk::persons(language, count)),
        (remarks > 0).then(|| desk::remarks(language, remarks)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// It was closed before its own day.
pub fn closed_ahead(language: Language, day: &str) -> String {
    match language {
        Nl => format!(
            "Volgens de gegevens is het gesprek pas op {day}. Tot die dag kan er niets worden verstuurd. Was het al? Verander dan eerst de dag."
        ),
        En => format!(
            "By its details the gathering is on {day}. Nothing can be sent until that day. Was it before? Then first change the day."
        ),
    }
}

/// How many points are not read back yet.
pub fn to_read_back(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} nog teruglezen.", counted(count, "hoofdpunt", "hoofdpunten")),
        En => format!("{} still to be read back.", counted(count, "main point", "main points")),
    }
}

/// What has to be mended.
pub fn mend(language: Language, fault: PointFault) -> String {
    let text = match (language, fault) {
        (Nl, PointFault::Text(WordsFault::Empty)) => "Typ eerst in één zin wat u wilt vastleggen.",
        (En, PointFault::Text(WordsFault::Empty)) => "First type in one sentence what you want to put down.",
        (Nl, PointFault::Who(WordsFault::Empty)) => "Vul ook in om wie het gaat.",
        (En, PointFault::Who(WordsFault::Empty)) => "Fill in who it is about too.",
        (Nl, PointFault::By(DayFault::NoDay)) => "Kies de dag waarop het klaar is.",
        (En, PointFault::By(DayFault::NoDay)) => "Choose the day on which it is done.",
        (_, PointFault::By(DayFault::TooEarly)) => typing::too_early(language),
        (Nl, PointFault::Touchstone) => "Kies een toetssteen.",
        (En, PointFault::Touchstone) => "Choose a touchstone.",
        (
            Nl,
            PointFault::Text(WordsFault::TooLong { max, has }) | PointFault::Who(WordsFault::TooLong { max, has }),
        ) => {
            let over = super::characters(language, has - max);
            return desk::wrong(language, &format!("Dit is {over} te lang voor de wegwijzer. Maak het korter."));
        }
        (
            En,
            PointFault::Text(WordsFault::TooLong { max, has }) | PointFault::Who(WordsFault::TooLong { max, has }),
        ) => {
            let over = super::characters(language, has - max);
            return desk::wrong(language, &format!("This is {over} too long for the signpost. Make it shorter."));
        }
    };
    desk::wrong(language, text)
}
