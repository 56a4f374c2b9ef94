//! What is printed: for a gathering a poster, paper forms and a card for hosts, with what hosts read aloud before it begins; and
//! what of that a question has too.

use crate::domain::{
    gathering::{Kind, Task},
    language::Language::{self, En, Nl},
};

say! {
    /// What one can do in the room.
    lead: "Druk af wat u meeneemt: een poster, formulieren om met de pen in te vullen, en een kaart voor wie het gesprek leiden.", "Print what you take along: a poster, forms to fill in by pen, and a card for who lead the gathering.";
    /// What to choose.
    which: "Wat drukt u af?", "What do you print?";
    /// The poster.
    poster: "Poster", "Poster";
    /// The forms.
    forms: "Papieren formulieren", "Paper forms";
    /// Under the poster.
    poster_help: "Staat er nog geen tijd op? Vul die in bij ‘Verander de gegevens’, of schrijf hem erop met een dikke stift.", "Is there no time on it yet? Fill it in under ‘Change the details’, or write it on with a thick pen.";
    /// Under the forms.
    forms_help: "Typ na afloop bij ‘Noteren’ over wat erop staat. Knip twee op een vel door op de stippellijn.", "Afterwards, type what is on them under ‘Note’. Cut two on a sheet along the dotted line.";
    /// Under the card.
    card_help: "Eén vel A4. Vouw het dubbel op de stippellijn.", "One sheet of A4. Fold it along the dotted line.";
    /// The card.
    card: "Kaart voor gespreksleiders", "Card for hosts";
    /// How large a sheet is.
    on_paper: "Hoe groot?", "How large?";
    /// Large.
    a3: "A3, twee keer zo groot", "A3, twice as large";
    /// How many forms.
    how_many: "Hoeveel formulieren?", "How many forms?";
    /// How many on a sheet.
    on_sheet: "Hoeveel op een vel?", "How many on a sheet?";
    /// Two.
    two: "Twee op een vel", "Two on a sheet";
    /// One.
    one: "Eén op een vel, met meer ruimte", "One on a sheet, with more room";
    /// The button.
    print: "Druk af", "Print";
    /// The button for what is not printed.
    copy: "Kopieer de tekst", "Copy the text";
    /// The heading over the preview.
    preview: "Zo komt het op papier", "This is how it comes on paper";
    /// The poster calls.
    come: "Kom\nvertellen", "Come and\ntell us";
    /// The time, to be filled in by pen.
    time: "van ……… tot ……… uur", "from ……… until ………";
    /// Before the address on the poster.
    not_there: "Kunt u er niet bij zijn? Vertel het ons op de site.", "Can’t you be there? Tell us on the site.";
    /// Over a code: what it does.
    scan: "Scan om te reageren", "Scan to respond";
    /// Before the address, for who has no camera.
    or_go_to: "Of ga naar", "Or go to";
    /// What a code is.
    qr: "QR-code van de site", "QR code of the site";
    /// The heading of a form.
    form_title: "Wat wilt u vertellen?", "What do you want to tell?";
    /// Over the kinds.
    tick: "Kruis aan wat het best past:", "Tick what fits best:";
    /// Over the stops of a tour.
    at_stop: "Bij welke halte?", "At which stop?";
    /// A name, which is not needed.
    speaker: "Voornaam of leeftijd (hoeft niet):", "First name or age (not needed):";
    /// Consent.
    consent: "Dit mag u erbij schrijven. Zonder kruisje nemen wij geen naam of leeftijd over.", "You may note this. Without a tick we take over no name or age.";
    /// What becomes of the form.
    returned: "Geef dit aan wie het gesprek leiden.", "Give this to who lead the gathering.";
    /// What one leaves out.
    no_names: "Schrijf geen namen van anderen op.", "Write no names of others.";
    /// Beside the code on a form.
    rather: "Liever op uw telefoon?", "Rather on your telephone?";
    /// Heading: before it begins.
    before: "Voordat u begint", "Before you begin";
    /// Heading: while people talk.
    rules: "Tijdens het gesprek", "During the gathering";
    /// Heading: the kinds and their keys.
    kinds: "Soorten opmerkingen, met hun toets", "Kinds of remarks, with their key";
    /// Heading: at the end.
    end: "Aan het einde", "At the end";
    /// Heading: when things fail.
    trouble: "Als iets niet werkt", "When something does not work";
    /// Heading: what is read aloud.
    aloud: "Lees dit voor", "Read this aloud";
    /// What to do with it.
    aloud_help: "Lees dit voor voordat iemand iets vertelt. Hang het ook op.", "Read this aloud before anybody tells something. Put it up too.";
}

/// What hosts see to, or agree on.
pub fn task(language: Language, task: Task) -> &'static str {
    match (language, task) {
        (Nl, Task::OpenDesk) => "Open deze werkplek één keer met internet. Daarna werkt zij ook zonder.",
        (Nl, Task::Pack) => "Laad het apparaat op, en neem formulieren en pennen mee.",
        (Nl, Task::Circle) => "Zet stoelen in een kring, niet in rijen.",
        (Nl, Task::Scope) => "Zeg vooraf wat vaststaat en wat nog open is.",
        (Nl, Task::ReadAloud) => "Lees voor wat er met de verhalen gebeurt.",
        (Nl, Task::Listen) => "Luister veel, en praat zelf weinig. Laat een stilte gerust vallen.",
        (Nl, Task::Experience) => "Vraag naar ervaringen: wat maakt u mee?",
        (Nl, Task::Bother) => "Vraag wat mensen dwarszit.",
        (Nl, Task::OwnAction) => "Vraag wat zij er zelf aan doen.",
        (Nl, Task::OwnWords) => "Schrijf op in hun eigen woorden. Lees terug wat u opschreef.",
        (Nl, Task::PlainWords) => "Gebruik gewone woorden. Durf te zeggen dat u iets niet weet.",
        (Nl, Task::Promise) => "Beloof alleen wat u kunt waarmaken.",
        (En, Task::OpenDesk) => "Open the desk once with internet. After that it works without too.",
        (En, Task::Pack) => "Charge the device, and take forms and pens along.",
        (En, Task::Circle) => "Put chairs in a circle, not in rows.",
        (En, Task::Scope) => "Say beforehand what is fixed and what is still open.",
        (En, Task::ReadAloud) => "Read aloud what happens with the stories.",
        (En, Task::Listen) => "Listen a lot, and talk little yourself. Let a silence fall.",
        (En, Task::Experience) => "Ask for experiences: what do you live through?",
        (En, Task::Bother) => "Ask what bothers people.",
        (En, Task::OwnAction) => "Ask what they do about it themselves.",
        (En, Task::OwnWords) => "Note in their own words. Read back what you noted.",
        (En, Task::PlainWords) => "Speak plainly. Dare to say that you don’t know something.",
        (En, Task::Promise) => "Promise only what you can do.",
    }
}

/// What to do at the end.
pub fn end_list(language: Language) -> &'static [&'static str] {
    match language {
        Nl => &[
            "Lees drie tot zes hoofdpunten terug. Verander ze tot de zaal zegt: ja.",
            "Spreek af wie wat doet, en wanneer het klaar is.",
            "Druk de wegwijzer af en hang hem op de deur.",
            "Kijk samen terug: wat hebt u gehoord, gevoeld en beleefd?",
            "Verstuur, en geef de provincie de reservekopie.",
        ],
        En => &[
            "Read back three to six main points. Change them until the hall says: yes.",
            "Agree who does what, and when it is done.",
            "Print the signpost and hang it on the door.",
            "Look back together: what did you hear, feel and live through?",
            "Send, and give the province the back-up.",
        ],
    }
}

/// What to do when something does not work.
pub fn trouble_list(language: Language) -> &'static [&'static str] {
    match language {
        Nl => &[
            "Geen internet? Ga gewoon door: alles blijft op dit apparaat staan.",
            "Batterij bijna leeg? Maak een reservekopie en ga verder op een ander apparaat.",
            "‘Niet bewaard’ in beeld? Uw tekst staat nog in het veld. Doe wat er staat.",
            "Apparaat stuk? Ga verder met de papieren formulieren, en typ ze later over.",
        ],
        En => &[
            "No internet? Just go on: everything stays on this device.",
            "Battery nearly empty? Make a back-up and go on with another device.",
            "‘Not saved’ on the screen? Your text is still in the field. Do what it says.",
            "Device broken? Go on with the paper forms, and type them over later.",
        ],
    }
}

/// What is read aloud about privacy.
pub fn aloud_list(language: Language) -> &'static [&'static str] {
    match language {
        Nl => &[
            "Wij schrijven op wat u vertelt, zoveel mogelijk in uw eigen woorden. Wij nemen niets op.",
            "Uw naam schrijven wij niet op. Alleen als u dat goedvindt, staat uw voornaam of leeftijd erbij.",
            "Vertel niets over anderen wat zij zelf niet zouden vertellen.",
            "Wat wij opschrijven, gaat naar de mensen van de provincie die het verwerken. Op de site komt een antwoord, en nooit uw naam.",
            "Wilt u dat iets eruit gaat? Zeg het vanavond, of later via de site. Ook als ons antwoord op de site staat, halen wij het er nog uit.",
            "Sommige opmerkingen laten wij vanavond zien op het scherm, zonder naam. Aan de deur hangt wat wij hoorden en afspraken.",
        ],
        En => &[
            "We note what you tell, in your own words as far as we can. We record nothing.",
            "We don’t note your name. Only if you agree, your first name or age stands with it.",
            "Don’t tell about others what they would not tell themselves.",
            "What we note goes to the people of the province who process it. An answer comes on the site, and never your name.",
            "Do you want something taken out? Say so tonight, or later through the site. When our answer is on the site we still take it out.",
            "Some remarks we show tonight on the screen, without a name. On the door hangs what we heard and agreed.",
        ],
    }
}

/// A kind in the words of who writes.
pub fn mine(language: Language, kind: Kind) -> &'static str {
    match (language, kind) {
        (Nl, Kind::Experience) => "Dit maak ik mee",
        (Nl, Kind::Bother) => "Dit zit mij dwars",
        (Nl, Kind::OwnAction) => "Dit doen wij zelf",
        (Nl, Kind::Idea) => "Ik heb een idee",
        (Nl, Kind::Question) => "Ik heb een vraag",
        (Nl, Kind::Obstacle) => "Hier loopt het vast",
        (En, Kind::Experience) => "I live through this",
        (En, Kind::Bother) => "This bothers me",
        (En, Kind::OwnAction) => "We do this ourselves",
        (En, Kind::Idea) => "I have an idea",
        (En, Kind::Question) => "I have a question",
        (En, Kind::Obstacle) => "It gets stuck here",
    }
}

/// From what time, on the poster.
pub fn from(language: Language, time: &str) -> String {
    match language {
        Nl => format!("vanaf {time}"),
        En => format!("from {time}"),
    }
}

/// How many sheets it takes.
pub fn sheets(language: Language, count: usize) -> String {
    match language {
        Nl => super::counted(count, "vel", "vellen"),
        En => super::counted(count, "sheet", "sheets"),
    }
}

/// Who lead a gathering.
pub fn led_by(language: Language, hosts: &str) -> String {
    match language {
        Nl => format!("Gespreksleiding: {hosts}"),
        En => format!("Hosts: {hosts}"),
    }
}
