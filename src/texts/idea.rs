//! An idea that was heard outside a gathering, and the story of a colleague.

say! {
    /// The room.
    title: "Iets gehoord", "Something heard";
    /// What one can do in it.
    lead: "Hoorde u iets buiten een gesprek: op straat, aan de keukentafel, van een collega? Schrijf het in een minuut op. Het komt bij de andere reacties.", "Did you hear something outside a gathering: in the street, at a kitchen table, from a colleague? Note it in a minute. It comes with the other responses.";
    /// Which of two.
    what: "Wat hoorde u?", "What did you hear?";
    /// From anybody.
    an_idea: "Iets van een bewoner", "Something from a resident";
    /// From a colleague.
    a_story: "Het verhaal van een collega", "The story of a colleague";
    /// Which kind.
    kind: "Wat is het?", "What is it?";
    /// The words.
    words: "Wat zei iemand?", "What did somebody say?";
    /// The words of a colleague.
    story: "Wat vertelde uw collega?", "What did your colleague tell?";
    /// Where.
    place: "Waar hoorde u het? (mag leeg blijven)", "Where did you hear it? (may stay empty)";
    /// Where a colleague works.
    whose: "Bij welk werk of team? (mag leeg blijven)", "In which work or team? (may stay empty)";
    /// Who.
    name: "Voornaam (mag leeg blijven)", "First name (may stay empty)";
    /// Consent.
    agreed: "Deze persoon vindt het goed dat wij de naam erbij schrijven", "This person agrees that we note the name";
    /// About which question.
    about: "Bij welke vraag van de site hoort het?", "To which question of the site does it belong?";
    /// The touchstones.
    showed: "Welke toetsstenen zag u in dit verhaal?", "Which touchstones did you see in this story?";
    /// Which list.
    list: "Welke toetssteen?", "Which touchstone?";
    /// What to fill in.
    showed_help: "Schrijf alleen iets bij wat u echt zag. De rest blijft leeg.", "Only write something with what you really saw. The rest stays empty.";
    /// The button.
    save: "Bewaar", "Keep";
    /// It is safe.
    kept: "Veilig op dit apparaat. U kunt het volgende opschrijven.", "Safe on this device. You can note the next.";
    /// What was noted last.
    last: "Laatst opgeschreven", "Noted last";
    /// Nothing.
    none: "Hier staat straks wat u opschreef.", "What you noted will be here.";
    /// What becomes of an idea.
    goes: "Wat een bewoner zei, verstuurt u bij Versturen. Namen en plaatsen gaan niet mee. Geef af en toe een reservekopie aan de provincie: daarmee telt het mee.", "What a resident said is sent under Send. Names and places do not go along. Now and then give a back-up to the province: with that it counts.";
    /// What becomes of a story.
    stays: "Het verhaal van een collega wordt niet verstuurd, en telt niet als reactie. U vindt het terug in het overzicht, bij de toetsstenen.", "The story of a colleague is not sent, and does not count as a response. You find it in the overview, under the touchstones.";
}
