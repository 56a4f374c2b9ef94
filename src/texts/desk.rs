//! The desk: its home, the list of gatherings, preparing, noting, and back-ups.

use super::{counted, typing};
use crate::domain::{
    gathering::{
        DayFault, Kind, Nature, RemarkFault, SettingFault, WordsFault,
        place::{Facet, Key, StopFacet},
    },
    language::Language::{self, En, Nl},
};

say! {
    /// The title of `/werkplek/`.
    title: "Werkplek", "Desk";
    /// What it is, on the page as it was made.
    lead: "Hier bereidt u een dorpsgesprek voor en schrijft u op wat mensen zeggen. Dat kan ook zonder internet.", "Here you prepare a village gathering and note what people say. You can do that without internet too.";
    /// Without JavaScript.
    needs_script: "De werkplek werkt alleen met JavaScript, en dat staat uit. Zet het aan, of gebruik vanavond papier: dat kunt u later overtypen.", "The desk only works with JavaScript, and that is switched off. Switch it on, or use paper tonight: you can type it over later.";
    /// Where the browser can't run it.
    unable: "Deze browser kan de werkplek niet openen: WebAssembly staat uit of is te oud. Gebruik een andere browser of een ander apparaat. Lukt dat niet? Schrijf vanavond op papier, en typ het later over.", "This browser can’t open the desk: WebAssembly is switched off or too old. Use another browser or device. Does that not work? Write on paper tonight, and type it over later.";
    /// What the list of rooms is called.
    rooms: "Ruimtes van de werkplek", "Rooms of the desk";
    /// To the home.
    home: "Begin", "Home";
    /// To the gatherings.
    gatherings: "Dorpsgesprekken", "Village gatherings";
    /// The same in the list of rooms, which has little room on a telephone.
    gatherings_short: "Gesprekken", "Gatherings";
    /// To something that was heard outside a gathering.
    heard: "Iets gehoord", "Something heard";
    /// The room of staff, in the list of rooms.
    fetch: "Ophalen", "Gather";
    /// To what was heard in all of them.
    overview: "Overzicht", "Overview";
    /// Back to the pages for residents.
    to_site: "Naar de site", "To the site";
    /// What the foot says.
    foot: "Wat u hier opschrijft, staat op dit apparaat. Het gaat pas ergens anders heen als u het zelf verstuurt of een bestand weggeeft.", "What you note here is on this device. It goes elsewhere only when you send it or give a file away.";

    /// Asks who somebody is, once a device.
    who_title: "Wie bent u?", "Who are you?";
    /// Why.
    who_why: "Uw naam staat bij wat u doet. Zo zien uw collega’s wie wat opschreef, en kunt u uw eigen werk ongedaan maken. Hij wordt nooit gepubliceerd.", "Your name stands beside what you do. So your colleagues see who noted what, and you can undo your own work. It is never published.";
    /// The field.
    who_label: "Uw naam", "Your name";
    /// Nothing was typed.
    who_empty: "Vul uw naam in. Een voornaam is genoeg.", "Fill in your name. A first name will do.";
    /// The button.
    who_save: "Dit ben ik", "This is me";
    /// To the form.
    who_change: "Ik ben iemand anders", "I am somebody else";

    /// The heading of the home.
    home_title: "Naar buiten, en luisteren", "Go out, and listen";
    /// What one can do in the home.
    home_lead: "Begin een dorpsgesprek, ga verder met een gesprek, of maak een reservekopie. Alles hier werkt ook zonder internet.", "Begin a village gathering, go on with one, or make a back-up. Everything here works without internet too.";
    /// What is here.
    here: "Wat hier is", "What is here";
    /// Nothing.
    nothing_here: "Nog niets. Begin met een gesprek: u geeft plaats en datum op, en daarna kunt u meteen noteren.", "Nothing yet. Begin with a gathering: you give a place and a date, and then you can note at once.";
    /// The button.
    new: "Nieuw gesprek", "New gathering";
    /// To the latest one.
    go_on: "Verder met", "Go on with";
    /// What is not safe.
    safety: "Wat nog niet veilig is", "What is not safe yet";
    /// The browser promised.
    promised: "Deze browser heeft beloofd niet zelf te wissen wat u hier opschrijft. Een kapot of gestolen apparaat is daarmee niet opgevangen: maak ook reservekopieën.", "This browser has promised not to delete by itself what you note here. That is no help when the device breaks or is stolen: make back-ups too.";
    /// The browser did not promise.
    not_promised: "Wat u opschrijft, staat op dit apparaat. Raakt de schijf vol, of (in Safari) komt u hier 7 dagen niet, dan kan de browser het opruimen. Met een reservekopie na elk gesprek raakt u niets kwijt.", "What you note is on this device. When the disk gets full, or (in Safari) when you do not come here for 7 days, the browser may clear it away. With a back-up after each gathering you lose nothing.";
    /// It was not asked yet.
    not_asked: "Zodra u voor het eerst iets bewaart, vragen wij uw browser om dat nooit zelf te wissen. Vraagt hij u iets? Zeg dan ja.", "As soon as you keep something for the first time, we ask your browser never to delete that by itself. Does it ask you something? Then say yes.";
    /// No back-up was made.
    no_backup: "U maakte nog geen reservekopie. Gaat dit apparaat stuk, dan is alles weg.", "You made no back-up yet. If this device breaks, everything is gone.";
    /// All is in the last one.
    backup_whole: "In uw laatste reservekopie staat alles. Staat het bestand op een andere plek dan dit apparaat?", "Your last back-up holds everything. Is the file in another place than this device?";
    /// Nothing to back up.
    backup_nothing: "Er is nog niets om veilig te stellen.", "There is nothing to make safe yet.";
    /// To the room with files.
    to_files: "Reservekopie en overdragen", "Back-up and handing over";
    /// A room that is fetched.
    fetching: "Een ogenblik, deze ruimte wordt opgehaald …", "One moment, fetching this room …";
    /// There is no day.
    no_day: "Geen dag", "No day";
    /// What is not sent.
    sending: "Wat niet verstuurd is", "What is not sent";
    /// That it can't be.
    no_sending: "Er is nog niets om te versturen.", "There is nothing to send yet.";

    /// What a back-up is.
    backup: "Reservekopie en overdragen", "Back-up and handing over";
    /// What one can do with it.
    backup_lead: "Bewaar alles van deze werkplek in één bestand, of haal binnen wat een collega opschreef.", "Keep everything of this desk in one file, or bring in what a colleague noted.";
    /// What to do with it.
    backup_make_help: "Eén bestand met alles van deze werkplek. Ook de voornamen en leeftijden die u noteerde staan erin, en wie wat opschreef. Zet het op een andere plek dan dit apparaat. Geef het alleen aan collega’s en aan wie bij de provincie de reacties verwerken.", "One file with everything of this desk. The first names and ages that you noted are in it too, and who noted what. Put it in another place than this device. Give it only to colleagues and to who process the responses at the province.";
    /// The heading over taking in.
    hand_over: "Van een ander apparaat", "From another device";
    /// The button.
    backup_make: "Maak een reservekopie", "Make a back-up";
    /// The field.
    backup_back: "Zet een reservekopie terug", "Put a back-up back";
    /// Under it.
    backup_back_help: "Kies een bestand dat de werkplek maakte (.zip). Wat hier al staat, blijft staan; wat nieuw is, komt erbij. Twee keer hetzelfde bestand verandert niets.", "Choose a file that the desk made (.zip). What is here already stays; what is new is added. The same file twice changes nothing.";
    /// It was made.
    backup_made: "De reservekopie staat bij uw downloads. Kijk of hij er is, en zet hem op een andere plek dan dit apparaat.", "The back-up is among your downloads. See whether it is there, and put it in another place than this device.";
    /// It could not be made.
    backup_not_made: "De reservekopie kon niet gemaakt worden. Er is niets weg. Sluit andere programma’s en probeer het opnieuw.", "The back-up could not be made. Nothing is lost. Close other programs and try again.";
    /// It is no zip.
    parcel_no_zip: "Dit bestand is geen reservekopie van de werkplek. Er is niets veranderd. Kies een bestand dat op .zip eindigt.", "This file is no back-up of the desk. Nothing has changed. Choose a file that ends in .zip.";
    /// It is damaged.
    parcel_damaged: "Dit bestand is beschadigd of niet helemaal gekopieerd. Er is niets veranderd. Kopieer het opnieuw, of vraag om een nieuwe reservekopie.", "This file is damaged or was not copied completely. Nothing has changed. Copy it again, or ask for a new back-up.";
    /// It is too large.
    parcel_too_large: "In dit bestand zit meer dan de werkplek kan openen. Er is niets veranderd.", "This file holds more than the desk can open. Nothing has changed.";
    /// It is newer.
    parcel_newer: "Dit bestand is gemaakt door een nieuwere werkplek. Er is niets veranderd. Open de nieuwste werkplek, met internet, en probeer het opnieuw.", "This file was made by a newer desk. Nothing has changed. Open the newest desk, with internet, and try again.";
    /// There is nothing of a desk in it.
    parcel_empty: "In dit bestand staat geen gesprek. Er is niets veranderd.", "There is no gathering in this file. Nothing has changed.";

    /// What one can do in the list.
    gatherings_lead: "Kies een gesprek om te noteren of na te lezen, of begin een nieuw gesprek.", "Choose a gathering to note in or to read, or begin a new one.";
    /// There are none.
    no_gatherings: "Hier staan straks uw gesprekken. Een gesprek is een avond in het dorpshuis, een keukentafel of een fietstocht: overal waar mensen vertellen en u opschrijft.", "Your gatherings will be here. A gathering is an evening in the village hall, a kitchen table or a bicycle tour: wherever people tell and you note.";
    /// Without a name.
    nameless: "Gesprek zonder plaats", "Gathering without a place";

    /// Beginning a new one.
    new_title: "Een nieuw gesprek", "A new gathering";
    /// Changing one.
    prepare_title: "Gegevens van het gesprek", "Details of the gathering";
    /// What one can do there.
    prepare_lead: "Zeg waar en wanneer het is, en waar het over gaat.", "Say where and when it is, and what it is about.";
    /// Where.
    place: "Waar is het?", "Where is it?";
    /// An example.
    place_help: "Bijvoorbeeld: Dorpshuis Annen", "For example: Village hall Annen";
    /// When.
    day: "Op welke dag?", "On which day?";
    /// At what time.
    begins: "Hoe laat begint het?", "At what time does it begin?";
    /// How one writes that.
    begins_help: "Bijvoorbeeld: 19.30", "In 24 hours, for example: 19:30";
    /// It has no time.
    no_time: "Geen tijd", "No time";
    /// By whom.
    hosts: "Wie leiden het gesprek?", "Who lead the gathering?";
    /// Where they show.
    hosts_help: "Deze namen staan straks op het aanplakbiljet en op de wegwijzer van de avond.", "These names will be on the poster and on the signpost of the evening.";
    /// As long as nothing was sent.
    can_change: "Alles kunt u later nog veranderen.", "You can change everything later.";
    /// That is optional.
    optional: "(mag leeg blijven)", "(may stay empty)";
    /// About what.
    about: "Waar gaat het over?", "What is it about?";
    /// Nothing.
    listening: "Zonder agenda: wij komen luisteren", "Without an agenda: we come to listen";
    /// Its opening question.
    ask: "Met welke vraag opent u het gesprek?", "With which question do you open the gathering?";
    /// An example.
    ask_help: "Bijvoorbeeld: wat maakt het goed wonen in dit dorp, en wat kan beter?", "For example: what makes this village good to live in, and what could be better?";
    /// The button of a new one.
    begin: "Bewaar en ga naar het gesprek", "Save and go to the gathering";
    /// The button of one that is there.
    keep: "Bewaar", "Save";
    /// The same, after a question about it.
    keep_sure: "Toch bewaren", "Save all the same";
    /// Before that question.
    not_kept: "Nog niet bewaard.", "Not saved yet.";
    /// A question of which one can't say the title any more.
    some_question: "een vraag die niet meer op de site staat", "a question that is not on the site any more";

    /// In a gathering.
    gathering_lead: "Noteer wat mensen zeggen, of lees na wat er is opgeschreven.", "Note what people say, or read what was noted.";
    /// To noting.
    to_note: "Noteren", "Note";
    /// To closing.
    to_close: "Afsluiten", "Close";
    /// To what is printed.
    to_paper: "Op papier", "On paper";
    /// To the screen in the hall.
    to_screen: "Scherm in de zaal", "Screen in the hall";
    /// To preparing.
    to_prepare: "Verander de gegevens", "Change the details";
    /// Back.
    to_gathering: "Terug naar het gesprek", "Back to the gathering";
    /// What was noted.
    noted: "Opgeschreven", "Noted";
    /// Nothing.
    nothing_noted: "Nog niets. Typ in het veld wat iemand zegt, zoveel mogelijk in diens eigen woorden, en druk op Enter.", "Nothing yet. Type in the field what somebody says, in their own words as far as you can, and press Enter.";
    /// The same, where there is no field.
    nothing_noted_here: "Nog niets. Kies ‘Noteren’ als het gesprek begint.", "Nothing yet. Choose ‘Note’ when the gathering begins.";
    /// The gathering with this address is not here.
    no_such: "Dit gesprek staat niet op dit apparaat", "This gathering is not on this device";
    /// What to do.
    no_such_help: "Misschien staat het op een ander apparaat. Maak daar een reservekopie, en zet die hier terug.", "It may be on another device. Make a back-up there, and put it back here.";
    /// The room is not there.
    nowhere: "Deze ruimte is er niet", "There is no such room";
    /// What to do.
    nowhere_help: "Misschien zit er een typefout in het adres. Begin opnieuw bij het begin.", "There may be a typing error in the address. Start again at the home.";

    /// What one can do when noting.
    note_lead: "Typ wat iemand zegt en druk op Enter. U ziet meteen wanneer het veilig is.", "Type what somebody says and press Enter. You see at once when it is safe.";
    /// The field.
    note_label: "Wat zegt iemand?", "What does somebody say?";
    /// The button.
    note_save: "Bewaar", "Save";
    /// The list of kinds.
    kind: "Wat voor opmerking is het?", "What kind of remark is it?";
    /// Who and where.
    around: "Wie zei het, en waar?", "Who said it, and where?";
    /// That this stays.
    around_help: "De naam geldt voor één opmerking. De plek geldt ook voor de volgende, tot u die verandert.", "The name holds for one remark. The place also holds for the next, until you change it.";
    /// Who.
    speaker: "Voornaam of leeftijd", "First name or age";
    /// Consent.
    agreed: "Deze persoon vindt het goed dat wij dit erbij schrijven", "This person agrees that we note this";
    /// Without consent.
    not_agreed: "Zonder toestemming bewaren wij geen naam of leeftijd. Vraag erom en zet een vinkje, of haal de naam of leeftijd weg. De opmerking zelf kan zo blijven.", "Without consent we keep no name or age. Ask for it and tick the box, or remove the name or age. The remark itself can stay as it is.";
    /// What goes with the remark that is being typed.
    goes_with: "Bij deze opmerking:", "With this remark:";
    /// Where on a tour.
    stop: "Halte of plek", "Stop or place";
    /// How many people.
    people: "Hoeveel mensen zijn er?", "How many people are there?";
    /// Search.
    search: "Zoek in wat is opgeschreven", "Search in what was noted";
    /// Times do not follow each other in the list.
    other_clocks: "Staat een tijd niet op volgorde? Dan liep de klok van een apparaat niet gelijk.", "Is a time not in order? Then the clock of a device was wrong.";
    /// Nothing was found.
    not_found: "Niets gevonden. Kijk of u het goed typte.", "Nothing found. See whether you typed it right.";
    /// A remark was taken back.
    took_back: "Teruggenomen. Met ‘Ongedaan maken’ zet u de opmerking terug.", "Taken back. With ‘Undo’ you put the remark back.";
    /// Which kinds show.
    of_kind: "Soort", "Kind";
    /// All of them.
    all_kinds: "Alle soorten", "All kinds";
    /// Where on a tour.
    of_stop: "Halte", "Stop";
    /// Everywhere.
    all_stops: "Alle haltes", "All stops";
    /// More of the list.
    older: "Toon oudere opmerkingen", "Show older remarks";
    /// Change a remark.
    change: "Wijzig", "Change";
    /// Do not change it.
    cancel: "Laat zoals het was", "Leave as it was";
    /// Take a remark back.
    take_back: "Neem terug", "Take back";
    /// Undo.
    undo: "Ongedaan maken", "Undo";
    /// Redo.
    redo: "Opnieuw doen", "Redo";
    /// Its words were changed.
    changed: "gewijzigd", "changed";
    /// It was sent.
    sent: "verstuurd", "sent";
    /// It was changed since.
    old_there: "verstuurd, daarna gewijzigd: de provincie heeft de oude tekst of soort", "sent, changed since: the province has the old text or kind";
    /// To where a gathering that was made by mistake goes.
    by_mistake: "Per ongeluk gemaakt?", "Made by mistake?";
    /// It is put away, beside its day.
    is_away: "weggezet", "put away";
    /// Puts a remark back that was taken back.
    put_back: "Zet terug", "Put back";
    /// What that means for who changes it, or takes it back.
    sent_stays: "De provincie heeft deze opmerking al. Wat u hier verandert of weghaalt, verandert daar niets: zij telt mee zoals u haar verstuurde.", "The province has this remark already. What you change or remove here changes nothing there: it counts as you sent it.";
    /// Before the link to erasing.
    sent_away: "Moet zij ook bij de provincie weg? Vraag het daar, met het nummer dat u vindt bij", "Does it have to go at the province too? Ask there, with the number that you find under";
    /// Before taking it back all the same.
    take_back_sure: "Toch hier weghalen? Kies nog een keer ‘Neem terug’.", "Remove it here all the same? Choose ‘Take back’ once more.";
    /// A choice hides remarks.
    show_all: "Toon alle opmerkingen", "Show all remarks";
    /// Its words are missing.
    wordless: "De woorden staan niet op dit apparaat. Misschien ontbreekt een bestand van een collega.", "The words are not on this device. A file of a colleague may be missing.";

    /// What people wrote differently.
    conflicts: "Twee mensen schreven iets anders", "Two people wrote different things";
    /// What to do.
    conflicts_help: "Zij wisten dat niet van elkaar. Nu geldt wat bovenaan staat. Kies wat moet gelden.", "They did not know that of each other. What stands first holds now. Choose what should hold.";
    /// Where to do that.
    conflicts_where: "Zij wisten dat niet van elkaar. Er is niets weg. Ga naar het gesprek, en kies daar wat moet gelden.", "They did not know that of each other. Nothing is lost. Go to the gathering, and choose there what should hold.";
    /// The button.
    settle: "Dit moet gelden", "This should hold";

    /// The sign while it is stored.
    saving: "Wordt bewaard …", "Saving …";
    /// The sign when it is stored.
    safe: "Veilig op dit apparaat.", "Safe on this device.";
    /// There is nothing to take back.
    nothing_to_undo: "Hier is niets van u om ongedaan te maken.", "There is nothing of yours to undo here.";
    /// There is nothing to put back.
    nothing_to_redo: "U hebt hier niets ongedaan gemaakt.", "You have not undone anything here.";

    /// There is no room.
    full: "Niet bewaard: dit apparaat is vol. Uw tekst staat nog in het veld. Alles wat eerder veilig was, is dat nog. Maak ruimte op het apparaat en druk opnieuw op Enter.", "Not saved: this device is full. Your text is still in the field. All that was safe before still is. Make room on the device and press Enter again.";
    /// It is refused.
    refused: "Niet bewaard: deze browser bewaart niets voor deze site. Gebruik een gewoon venster (geen privévenster), of een andere browser. Uw tekst staat nog in het veld.", "Not saved: this browser keeps nothing for this site. Use an ordinary window (no private one), or another browser. Your text is still in the field.";
    /// A newer release changed the store.
    newer: "Niet bewaard: er staat een nieuwere werkplek op dit apparaat. Sluit alle vensters van de werkplek en open hem opnieuw. Kopieer eerst uw tekst.", "Not saved: there is a newer desk on this device. Close all windows of the desk and open it again. Copy your text first.";
    /// Something else has it.
    busy: "Niet bewaard: iets anders houdt de opslag bezet. Uw tekst staat nog in het veld. Druk zo opnieuw op Enter.", "Not saved: something else keeps the storage busy. Your text is still in the field. Press Enter again in a moment.";
    /// It did not come back as it was written.
    not_read_back: "Niet bewaard: wat wij schreven, kwam niet goed terug. Vertrouw dit apparaat niet. Schrijf verder op papier of op een ander apparaat.", "Not saved: what we wrote did not come back as it was. Do not trust this device. Go on writing on paper or on another device.";
    /// The store can't be opened at all.
    closed: "Deze browser bewaart niets voor deze site. Daarom kunt u hier nu niets opschrijven. Gebruik een gewoon venster (geen privévenster), of een andere browser.", "This browser keeps nothing for this site. So you can’t note anything here now. Use an ordinary window (no private one), or another browser.";
    /// The store is being read.
    loading: "Een ogenblik, we kijken wat er op dit apparaat staat …", "One moment, looking at what is on this device …";
}

/// What a kind is called in a button and a list.
pub fn kind_name(language: Language, kind: Kind) -> &'static str {
    match (language, kind) {
        (Nl, Kind::Experience) => "Ervaring",
        (Nl, Kind::Bother) => "Zit dwars",
        (Nl, Kind::OwnAction) => "Doen wij zelf",
        (Nl, Kind::Idea) => "Idee",
        (Nl, Kind::Question) => "Vraag",
        (Nl, Kind::Obstacle) => "Loopt vast",
        (En, Kind::Experience) => "Experience",
        (En, Kind::Bother) => "Bothers",
        (En, Kind::OwnAction) => "We do ourselves",
        (En, Kind::Idea) => "Idea",
        (En, Kind::Question) => "Question",
        (En, Kind::Obstacle) => "Gets stuck",
    }
}

/// Something was taken back.
pub fn undone(language: Language, what: &str) -> String {
    match language {
        Nl => format!("Ongedaan gemaakt: {what}."),
        En => format!("Undone: {what}."),
    }
}

/// Something was put back.
pub fn redone(language: Language, what: &str) -> String {
    match language {
        Nl => format!("Dit geldt weer: {what}."),
        En => format!("This holds again: {what}."),
    }
}

/// Asks before taking back what a colleague changed since.
pub fn undo_sure(language: Language, who: &str, what: &str) -> String {
    match language {
        Nl => format!(
            "Ongedaan maken: {what}. {who} veranderde dit daarna, en dat blijft staan. Wilt u uw eigen deel toch ongedaan maken?"
        ),
        En => format!(
            "To undo: {what}. {who} changed this since, and that stays. Do you want to undo your own part all the same?"
        ),
    }
}

/// Asks before undoing what may not be seen at this moment.
pub fn undo_asks(language: Language, what: &str) -> String {
    match language {
        Nl => format!("Ongedaan maken: {what}. Wilt u dat?"),
        En => format!("To undo: {what}. Do you want that?"),
    }
}

/// Asks before undoing something of what was sent.
pub fn undo_sent(language: Language, what: &str) -> String {
    let stays = sent_stays(language);
    match language {
        Nl => format!("Ongedaan maken: {what}. {stays} Wilt u het hier toch ongedaan maken?"),
        En => format!("To undo: {what}. {stays} Do you want to undo it here all the same?"),
    }
}

/// So many are not in the list, as somebody looks for some only; `last`: the one that was noted last is among them.
pub fn hidden(language: Language, count: usize, last: bool) -> String {
    match (language, last) {
        (Nl, false) => {
            format!("U zoekt of kiest, dus {} hier nu niet.", counted(count, "opmerking staat", "opmerkingen staan"))
        }
        (Nl, true) => format!(
            "U zoekt of kiest, dus {} hier nu niet. Ook de laatste niet: die is wel bewaard.",
            counted(count, "opmerking staat", "opmerkingen staan")
        ),
        (En, false) => format!("You search or choose, so {} not here now.", counted(count, "remark is", "remarks are")),
        (En, true) => format!(
            "You search or choose, so {} not here now. Nor is the last one: it is kept.",
            counted(count, "remark is", "remarks are")
        ),
    }
}

/// A remark that was noted, as what was undone.
pub fn the_remark(language: Language, words: &str) -> String {
    match language {
        Nl => format!("de opmerking ‘{words}’"),
        En => format!("the remark ‘{words}’"),
    }
}

/// A change, as what was undone.
pub fn the_change(language: Language, words: &str) -> String {
    match language {
        Nl => format!("de wijziging van ‘{words}’"),
        En => format!("the change of ‘{words}’"),
    }
}

/// Something that was taken back or removed, as what was undone.
pub fn the_taking_back(language: Language, words: &str) -> String {
    match language {
        Nl => format!("het weghalen van ‘{words}’"),
        En => format!("the removal of ‘{words}’"),
    }
}

/// A number of remarks.
pub fn remarks(language: Language, count: usize) -> String {
    match language {
        Nl => counted(count, "opmerking", "opmerkingen"),
        En => counted(count, "remark", "remarks"),
    }
}

/// A number of gatherings.
pub fn gathered(language: Language, count: usize) -> String {
    match language {
        Nl => counted(count, "gesprek", "gesprekken"),
        En => counted(count, "gathering", "gatherings"),
    }
}

/// A number of people.
pub fn persons(language: Language, count: u32) -> String {
    match language {
        Nl => counted(count as usize, "aanwezige", "aanwezigen"),
        En => counted(count as usize, "person there", "people there"),
    }
}

/// A kind, and how many there are of it.
pub fn kind_with(language: Language, kind: Kind, count: usize) -> String {
    format!("{} ({count})", kind_name(language, kind))
}

/// A time of the day.
pub fn clock(language: Language, (hours, minutes): (u8, u8)) -> String {
    match language {
        Nl => format!("{hours}.{minutes:02} uur"),
        En => format!("{hours}:{minutes:02}"),
    }
}

/// A day, and from what time.
pub fn day_and_time(language: Language, day: &str, time: &str) -> String {
    match language {
        Nl => format!("{day}, vanaf {time}"),
        En => format!("{day}, from {time}"),
    }
}

/// Over the field of a gathering that was closed on this day; where to change its sheet follows.
pub fn noting_closed(language: Language, day: &str) -> String {
    match language {
        Nl => format!(
            "Dit gesprek is afgesloten op {day}. Wat u nu noteert, komt er nog bij. Wat al is afgedrukt, gemaild of verstuurd, verandert niet: verstuur daarna nog een keer, en geef de provincie een nieuwe reservekopie. Moet het op de wegwijzer? Ga naar"
        ),
        En => format!(
            "This gathering was closed on {day}. What you note now is added. What was printed, mailed or sent does not change: send once more afterwards, and give the province a new back-up. Must it be on the signpost? Go to"
        ),
    }
}

/// How much is on the device.
pub fn here_is(language: Language, gatherings: usize, remarks_there: usize) -> String {
    let (one, other) = (gathered(language, gatherings), remarks(language, remarks_there));
    match language {
        Nl => format!("{one} met {other}."),
        En => format!("{one} with {other}."),
    }
}

/// Who works here.
pub fn you_are(language: Language, who: &str) -> String {
    match language {
        Nl => format!("U werkt hier als {who}."),
        En => format!("You work here as {who}."),
    }
}

/// So much is not in the last back-up.
pub fn since_backup(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Sinds uw laatste reservekopie deed u {}.", counted(count, "ding", "dingen")),
        En => format!("Since your last back-up you did {}.", counted(count, "thing", "things")),
    }
}

/// The sign with how much is safe.
pub fn safe_with(language: Language, count: usize) -> String {
    match language {
        Nl => format!("Veilig op dit apparaat: {}.", remarks(language, count)),
        En => format!("Safe on this device: {}.", remarks(language, count)),
    }
}

/// Who noted it.
pub fn noted_by(language: Language, who: &str) -> String {
    match language {
        Nl => format!("genoteerd door {who}"),
        En => format!("noted by {who}"),
    }
}

/// How many were found.
pub fn found(language: Language, count: usize, of: usize) -> String {
    match language {
        Nl => format!("{count} van {}", remarks(language, of)),
        En => format!("{count} of {}", remarks(language, of)),
    }
}

/// How many were erased.
pub fn erased(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} gewist.", remarks(language, count)),
        En => format!("{} erased.", remarks(language, count)),
    }
}

/// How many were taken back.
pub fn taken_back(language: Language, count: usize) -> String {
    match language {
        Nl => format!("{} teruggenomen.", remarks(language, count)),
        En => format!("{} taken back.", remarks(language, count)),
    }
}

/// What came of putting a back-up back: lines that are new, and how many gatherings and remarks came with them; lines that can't
/// be read, and those that only a newer release understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PutBack {
    /// Lines that are new.
    pub new: usize,
    /// Gatherings that are.
    pub gatherings: usize,
    /// Remarks that are.
    pub remarks: usize,
    /// Lines that can't be read.
    pub damaged: usize,
    /// Lines of a newer release.
    pub newer: usize,
}

/// It, in words.
pub fn restored(language: Language, put_back: PutBack) -> String {
    let PutBack { new, gatherings, remarks, damaged, newer } = put_back;
    let brought = match (gatherings, remarks) {
        (0, 0) => None,
        (0, _) => Some(self::remarks(language, remarks)),
        _ => Some(format!("{}, {}", gathered(language, gatherings), self::remarks(language, remarks))),
    };
    let mut text = match (language, new) {
        (Nl, 0) => "Alles uit dit bestand stond hier al. Er is niets veranderd.".to_owned(),
        (En, 0) => "Everything in this file was here already. Nothing has changed.".to_owned(),
        (Nl, _) => {
            let what = brought.unwrap_or_else(|| counted(new, "verandering", "veranderingen"));
            format!("Teruggezet en veilig op dit apparaat: {what} nieuw.")
        }
        (En, _) => {
            let what = brought.unwrap_or_else(|| counted(new, "change", "changes"));
            format!("Put back and safe on this device: {what} new.")
        }
    };
    if damaged > 0 {
        text += &match language {
            Nl => format!(
                " {} kon de werkplek niet lezen, en liet die opzij. Bewaar het bestand.",
                counted(damaged, "regel", "regels")
            ),
            En => format!(
                " The desk could not read {}, and left that aside. Keep the file.",
                counted(damaged, "line", "lines")
            ),
        };
    }
    if newer > 0 {
        text.push(' ');
        text += &super::folder::newer_lines(language, newer);
    }
    text
}

/// What stands in the file for who opens it with another program.
pub fn readme(language: Language) -> &'static str {
    match language {
        Nl => {
            "Dit is een reservekopie van de werkplek van Beginspraak.\r\n\r\nHierin staat alles wat er bij gesprekken is opgeschreven, ook namen. Deel het bestand alleen met collega’s en met wie bij de provincie de reacties verwerken.\r\nTerugzetten: open de werkplek, kies ‘Zet een reservekopie terug’, en kies dit bestand.\r\n"
        }
        En => {
            "This is a back-up of the desk of Beginspraak.\r\n\r\nIt holds everything that was noted at gatherings, names too. Share the file only with colleagues and with who process the responses at the province.\r\nTo put it back: open the desk, choose ‘Put a back-up back’, and choose this file.\r\n"
        }
    }
}

/// A sentence about what is wrong, said to be one.
pub fn wrong(language: Language, text: &str) -> String {
    format!("{} {text}", super::form::error(language))
}

/// What has to be mended of what was typed about a gathering.
pub fn mend(language: Language, fault: SettingFault) -> String {
    let text = match (language, fault) {
        (Nl, SettingFault::Place(WordsFault::Empty)) => "Vul in waar het gesprek is.",
        (En, SettingFault::Place(WordsFault::Empty)) => "Fill in where the gathering is.",
        (Nl, SettingFault::Day(DayFault::NoDay)) => "Kies de dag waarop het gesprek is.",
        (En, SettingFault::Day(DayFault::NoDay)) => "Choose the day of the gathering.",
        (Nl, SettingFault::Begins) => "Vul de tijd in met uren en minuten, bijvoorbeeld 19.30. Of laat het veld leeg.",
        (En, SettingFault::Begins) => {
            "Fill in the time in hours and minutes, for example 19:30. Or leave the field empty."
        }
        (_, SettingFault::Day(DayFault::TooEarly)) => typing::too_early(language),
        (_, SettingFault::Place(fault) | SettingFault::Hosts(fault) | SettingFault::Ask(fault)) => {
            return words(language, fault);
        }
    };
    wrong(language, text)
}

/// What has to be mended of words.
pub fn words(language: Language, fault: WordsFault) -> String {
    let text = match (language, fault) {
        (Nl, WordsFault::Empty) => "Er staat nog niets in het veld. Typ eerst wat iemand zegt.".into(),
        (En, WordsFault::Empty) => "There is nothing in the field yet. First type what somebody says.".into(),
        (Nl, WordsFault::TooLong { max, has }) => {
            format!("Uw tekst is {} te lang. Maak er twee opmerkingen van.", super::characters(language, has - max))
        }
        (En, WordsFault::TooLong { max, has }) => {
            format!("Your text is {} too long. Make two remarks of it.", super::characters(language, has - max))
        }
    };
    wrong(language, &text)
}

/// How what is in a gathering came to be noted.
pub fn nature(language: Language, nature: Nature) -> &'static str {
    match (language, nature) {
        (Nl, Nature::Hall) => "Een gesprek met mensen bij elkaar",
        (En, Nature::Hall) => "A gathering of people together",
        (Nl, Nature::Ideas) => "Gehoord onderweg",
        (En, Nature::Ideas) => "Heard on the way",
        (Nl, Nature::Interview) => "Verhalen van collega’s",
        (En, Nature::Interview) => "Stories of colleagues",
    }
}

/// What has to be mended of a remark.
pub fn remark_fault(language: Language, fault: RemarkFault) -> String {
    match fault {
        RemarkFault::Words(fault) => words(language, fault),
        RemarkFault::NotAgreed => wrong(language, not_agreed(language)),
    }
}

/// What a conflict is about.
pub fn about_what(language: Language, key: &Key) -> &'static str {
    match (language, key) {
        (Nl, Key::Nature) => "Of het een gesprek in een zaal is",
        (En, Key::Nature) => "Whether it is a gathering in a hall",
        (Nl, Key::About) => "Waar het over gaat",
        (En, Key::About) => "What it is about",
        (Nl, Key::Ask) => "De openingsvraag",
        (En, Key::Ask) => "The opening question",
        (Nl, Key::Place) => "De plaats",
        (En, Key::Place) => "The place",
        (Nl, Key::Day) => "De dag",
        (En, Key::Day) => "The day",
        (Nl, Key::Begin) => "Het tijdstip",
        (En, Key::Begin) => "The time",
        (Nl, Key::Hosts) => "Wie het gesprek leiden",
        (En, Key::Hosts) => "Who lead the gathering",
        (Nl, Key::People) => "Hoeveel mensen er zijn",
        (En, Key::People) => "How many people are there",
        (Nl, Key::Text(_)) => "De woorden van een opmerking",
        (En, Key::Text(_)) => "The words of a remark",
        (Nl, Key::Kind(_)) => "De soort van een opmerking",
        (En, Key::Kind(_)) => "The kind of a remark",
        (Nl, Key::Kept(_)) => "Of een opmerking blijft staan",
        (En, Key::Kept(_)) => "Whether a remark stands",
        (Nl, Key::Shown(_)) => "Of de zaal een opmerking ziet",
        (En, Key::Shown(_)) => "Whether the hall sees a remark",
        (Nl, Key::Point(_, Facet::Text)) => "De woorden van een hoofdpunt of afspraak",
        (En, Key::Point(_, Facet::Text)) => "The words of a main point or agreement",
        (Nl, Key::Point(_, Facet::Who)) => "Van wie een afspraak is",
        (En, Key::Point(_, Facet::Who)) => "Whose an agreement is",
        (Nl, Key::Point(_, Facet::By)) => "Wanneer het klaar is",
        (En, Key::Point(_, Facet::By)) => "When it is done",
        (Nl, Key::Point(_, Facet::Agreed)) => "Of de zaal akkoord is",
        (En, Key::Point(_, Facet::Agreed)) => "Whether the hall agrees",
        (Nl, Key::Point(_, Facet::Done)) => "Of een belofte is gedaan",
        (En, Key::Point(_, Facet::Done)) => "Whether a promise is done",
        (Nl, Key::Point(_, Facet::Kept)) => "Of een hoofdpunt of afspraak blijft staan",
        (En, Key::Point(_, Facet::Kept)) => "Whether a main point or agreement stands",
        (Nl, Key::Point(..)) => "Wat voor afspraak het is",
        (En, Key::Point(..)) => "What kind of agreement it is",
        (Nl, Key::Stop(_, StopFacet::Name)) => "Hoe een halte heet",
        (En, Key::Stop(_, StopFacet::Name)) => "What a stop is called",
        (Nl, Key::Stop(_, StopFacet::About)) => "Waar en wanneer een halte is",
        (En, Key::Stop(_, StopFacet::About)) => "Where and when a stop is",
        (Nl, Key::Stop(_, StopFacet::Made | StopFacet::Kept)) => "Of een halte blijft staan",
        (En, Key::Stop(_, StopFacet::Made | StopFacet::Kept)) => "Whether a stop stands",
        (Nl, Key::Task(_)) => "Of iets klaar is voor het gesprek",
        (En, Key::Task(_)) => "Whether something is ready for the gathering",
        (Nl, Key::Route) => "De volgorde van de haltes",
        (En, Key::Route) => "The order of the stops",
        (Nl, Key::Debrief(_)) => "Hoe wij terugkijken",
        (En, Key::Debrief(_)) => "How we look back",
        (Nl, Key::Closed) => "Of het gesprek is afgesloten",
        (En, Key::Closed) => "Whether the gathering is closed",
        (Nl, Key::Away) => "Of het gesprek is weggezet",
        (En, Key::Away) => "Whether the gathering is put away",
        (Nl, Key::Speaker(_)) => "Wie een opmerking maakte",
        (En, Key::Speaker(_)) => "Who made a remark",
        (Nl, Key::At(_)) => "Waar een opmerking werd gemaakt",
        (En, Key::At(_)) => "Where a remark was made",
        (Nl, Key::Noted(_)) => "Of een opmerking is gemaakt",
        (En, Key::Noted(_)) => "Whether a remark was made",
    }
}

/// A flag in words.
pub fn kept(language: Language, kept: bool) -> &'static str {
    match (language, kept) {
        (Nl, true) => "Ja",
        (Nl, false) => "Nee",
        (En, true) => "Yes",
        (En, false) => "No",
    }
}

/// How it stands with the work folder of staff.
pub fn work_folder(language: Language, changes: usize) -> String {
    match (language, changes) {
        (Nl, 0) => "Niets van de werkmap met vragen en reacties staat alleen in deze browser.".to_owned(),
        (En, 0) => "Nothing of the work folder with questions and responses is in this browser only.".to_owned(),
        (Nl, 1) => {
            "Eén verandering in de werkmap met vragen en reacties staat alleen in deze browser. Bewaar de werkmap."
                .to_owned()
        }
        (En, 1) => {
            "One change in the work folder with questions and responses is in this browser only. Keep the work folder."
                .to_owned()
        }
        (Nl, _) => format!(
            "{changes} veranderingen in de werkmap met vragen en reacties staan alleen in deze browser. Bewaar de werkmap."
        ),
        (En, _) => format!(
            "{changes} changes in the work folder with questions and responses are in this browser only. Keep the work folder."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_back_is_told_in_what_people_made() {
        let told = |new, gatherings, remarks| restored(Nl, PutBack { new, gatherings, remarks, ..PutBack::default() });
        assert_eq!(told(80, 1, 10), "Teruggezet en veilig op dit apparaat: 1 gesprek, 10 opmerkingen nieuw.");
        assert_eq!(told(2, 0, 1), "Teruggezet en veilig op dit apparaat: 1 opmerking nieuw.");
        assert_eq!(told(3, 0, 0), "Teruggezet en veilig op dit apparaat: 3 veranderingen nieuw.");
        assert_eq!(told(0, 0, 0), "Alles uit dit bestand stond hier al. Er is niets veranderd.");
    }
}
