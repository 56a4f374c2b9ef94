//! A photo of what was written on paper in the room, to type from.

say! {
    /// The heading under which it is chosen.
    title: "Overtypen van een foto", "Type from a photo";
    /// The field.
    choose: "Kies of maak een foto", "Choose or take a photo";
    /// What becomes of it.
    help: "Van een flap-over of plakbriefjes. De foto staat alleen in dit venster, tot u de pagina sluit. Hij wordt niet bewaard en nooit verstuurd.", "Of a flip chart or sticky notes. The photo is only in this window, until you close the page. It is not kept, and never sent.";
    /// It is no picture.
    not_shown: "Deze browser kan dit bestand niet als foto tonen. Kies een foto (JPEG of PNG).", "This browser can’t show this file as a photo. Choose a photo (JPEG or PNG).";
    /// What the photo is, for who does not see it.
    alt: "De foto waarvan u overtypt", "The photo that you type from";
    /// The button that shows it larger.
    larger: "Groter", "Larger";
    /// The button that shows it whole.
    whole: "Hele foto", "Whole photo";
    /// The button that takes it away.
    away: "Foto weg", "Photo away";
}
