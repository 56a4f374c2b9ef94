//! The help of the command in Dutch. Its English stands at the options themselves, in `native::cli`.

/// What a command does, by its name; "" is the whole program.
pub fn about(command: &str) -> Option<&'static str> {
    find(ABOUT, command)
}

/// What an option is, by command and option.
pub fn option(command: &str, option: &str) -> Option<&'static str> {
    let known = |(of, name, _): &&(&str, &str, &str)| *name == option && (*of == command || of.is_empty());
    OPTIONS.iter().find(known).map(|(.., text)| *text)
}

/// What stands under the examples of a command.
pub fn after(command: &str) -> Option<&'static str> {
    find(AFTER, command)
}

/// The word for what one types at an option.
pub fn value(name: &str) -> Option<&'static str> {
    find(VALUES, name)
}

/// What is right at an option whose value is wrong.
pub fn hint(option: &str) -> Option<&'static str> {
    find(HINTS, option)
}

fn find(table: &[(&'static str, &'static str)], key: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == key).map(|(_, text)| *text)
}

const ABOUT: &[(&str, &str)] = &[
    ("", "Vraagt mensen om inbreng aan het begin van beleid, en vertelt ieder waar die landde."),
    ("serve", "Een gepubliceerde site tonen, en reacties verzamelen"),
    ("check", "Een map met inhoud controleren: elk probleem, met bestand, regel en wat u eraan doet"),
    ("publish", "Van een map met inhoud de site maken"),
    ("picture", "Een foto, tekening of logo klaarmaken voor de site"),
    ("gather", "Reacties ophalen en bij elkaar brengen in een werkmap"),
    ("stand", "Zeggen hoe het werk aan de reacties ervoor staat, en wat er nog moet gebeuren"),
    ("accept", "Zeggen welke dorpsgesprekken er zijn, en besluiten of meetelt wat ze stuurden"),
    ("decide", "Besluiten over reacties in het logboek van een werkmap zetten, of schrijven wat er geldt"),
    ("erase", "Een reactie voorgoed wissen"),
    ("export", "Van wat is opgehaald CSV of JSON maken"),
    ("sign-intake", "Browsers enkele dagen toestaan om reacties in een bucket te zetten"),
    ("schema", "De JSON-schema's van alle formaten schrijven"),
    ("rehearse", "Opzoekbestanden maken voor verzonnen reacties, en dat meten"),
];

const OPTIONS: &[(&str, &str, &str)] = &[
    ("", "lang", "Taal van de meldingen: nl of en"),
    ("", "help", "Deze uitleg tonen"),
    ("", "version", "De versie tonen"),
    ("serve", "site", "De gepubliceerde site, zoals `beginspraak publish` die achterlaat"),
    ("serve", "data", "Waar de reacties bewaard worden; wordt gemaakt als het er niet is"),
    ("serve", "listen", "Op welk adres te luisteren; poort 0 neemt een vrije"),
    ("serve", "origin", "Een adres dat ook mag insturen, zoals https://denkmee.example.nl; mag vaker"),
    ("serve", "base", "Pad waaronder de site staat; anders dat waarmee zij is gepubliceerd"),
    ("serve", "rate_limit", "Reacties per seconde die één adres mag volhouden, na 30 keer zoveel ineens; of \"off\""),
    (
        "serve",
        "behind_proxy",
        "Adres en schema van de bezoeker uit X-Forwarded-For en X-Forwarded-Proto halen; alleen achter een eigen proxy",
    ),
    ("check", "dir", "De map met inhoud"),
    ("check", "base", "Pad waaronder de site komt te staan"),
    ("check", "site", "De gepubliceerde site, om te zien wat zij van een bucket nodig heeft"),
    ("check", "attempt", "Een proefreactie sturen naar waar reacties heen gaan, en zeggen wat er terugkomt"),
    ("check", "origin", "Het adres van de site, als dat niet in site.json staat"),
    ("publish", "content", "De map met inhoud"),
    ("publish", "out", "Waar de site komt"),
    ("publish", "base", "Pad waaronder de site komt te staan"),
    (
        "publish",
        "bundle",
        "De apps voor de browser, zoals trunk ze maakte; anders werken pagina's alleen zonder JavaScript",
    ),
    ("publish", "feedback", "Een vraag om een terugkoppeling op te maken, uit wat er in de werkmap staat; mag vaker"),
    ("publish", "work", "De werkmap; anders de map waarin de map met inhoud staat"),
    ("publish", "quick", "Minder inpakken, om iets uit te proberen: de site is eerder klaar en weegt wat meer"),
    ("publish", "raise_revisions", "Waar vragen veranderden en \"revision\" niet, die in het inhoudsbestand verhogen"),
    ("publish", "anyway", "Het toch doen, waar publiceren stopt; meer dan één met komma's ertussen"),
    ("picture", "file", "De foto, de tekening of het logo"),
    ("picture", "to", "Waar zij komt en hoe zij heet: de map pictures van de inhoud, en een naam zonder eind"),
    ("picture", "replace", "Haar in de plaats zetten van die al zo heet"),
    ("gather", "from", "Waar de reacties zijn: collector, een map, een bestand, of s3://bucket/begin"),
    ("gather", "data", "De map met gegevens van de verzamelaar, bij --from collector"),
    ("gather", "content", "De map met inhoud, om formulieren te lezen die zonder JavaScript zijn verstuurd"),
    ("gather", "parallel", "Hoeveel objecten van een bucket tegelijk worden opgehaald"),
    ("gather", "to", "De werkmap om in te verzamelen; wordt gemaakt als die er niet is"),
    ("gather", "no_tests", "Proefreacties overslaan, en die er al in staan eruit halen"),
    ("", "who", "Wie u bent, voor collega's die in dezelfde map werken"),
    ("stand", "folder", "De werkmap"),
    ("stand", "consultation", "Alleen deze vraag"),
    ("stand", "content", "De map met inhoud; anders MAP/content"),
    ("accept", "folder", "De werkmap"),
    ("accept", "yes", "Wat dit gesprek stuurde, telt mee; mag vaker"),
    ("accept", "no", "Wat dit gesprek stuurde, telt niet mee; mag vaker"),
    ("accept", "from", "Eerst de gesprekken overnemen uit deze reservekopie van de werkplek, of uit deze map"),
    ("accept", "consultation", "Alleen deze vraag"),
    ("accept", "content", "De map met inhoud; anders MAP/content"),
    ("decide", "folder", "De werkmap"),
    ("decide", "from", "Een bestand met besluiten"),
    ("decide", "to", "Een bestand om in te schrijven wat er geldt"),
    ("decide", "undo", "Neem terug wat u het laatst deed; nog eens: wat u daarvoor deed"),
    ("decide", "redo", "Doe opnieuw wat u het laatst terugnam"),
    ("decide", "consultation", "Welke vraag, als er meer in de werkmap staan; een bestand noemt de zijne"),
    ("decide", "content", "De map met inhoud; anders MAP/content"),
    ("erase", "folder", "De werkmap"),
    ("erase", "consultation", "Bij welke vraag de reactie hoort"),
    ("erase", "reaction", "Het nummer van de reactie"),
    ("erase", "receipt", "Naar de volgcode vragen; die wordt getypt en nergens bewaard"),
    ("erase", "why", "Waarom; als aantal met deze reden gepubliceerd"),
    ("erase", "content", "De map met inhoud, waar wat eruit is geciteerd uit elke versie gaat; anders MAP/content"),
    ("erase", "database", "De map met gegevens van een verzamelaar, om de reactie ook daar te wissen"),
    ("export", "from", "De werkmap"),
    ("export", "to", "Het bestand om te schrijven: de naam eindigt op .csv of .json"),
    (
        "export",
        "content",
        "De map met vragen, voor titels en antwoorden in woorden in plaats van ids; anders die in de werkmap",
    ),
    ("export", "consultation", "Welke vraag, als er reacties op meer vragen in staan"),
    ("export", "tests", "Ook uitvoeren wat als proef is verstuurd"),
    ("export", "ids", "Bij --content: ook de ids, in eigen kolommen"),
    ("export", "separator", "Tussen de cellen van een CSV-bestand: ; of , of tab"),
    ("export", "replace", "De uitvoer in de plaats zetten van wat er al is"),
    ("export", "no_bom", "Het teken weglaten waaraan Excel UTF-8 herkent"),
    ("sign-intake", "bucket", "De bucket"),
    ("sign-intake", "prefix", "Waar elke sleutel mee begint"),
    ("sign-intake", "days", "Hoeveel dagen browsers mogen insturen"),
    ("sign-intake", "out", "Het bestand om te schrijven: intake.json van de site"),
    ("sign-intake", "explain", "Tonen hoe u de bucket inricht"),
    ("sign-intake", "origin", "Het adres van de site, bij --explain"),
    ("", "endpoint_url", "De S3-server; anders die van Amazon in de regio"),
    ("", "region", "De regio ervan; anders AWS_REGION, AWS_DEFAULT_REGION, of wat in het adres van de server staat"),
    ("", "addressing", "Waar de naam van de bucket in adressen staat: host bij Amazon, anders path"),
    ("schema", "out", "Voor elk formaat hier een bestand schrijven; anders komt alles op het scherm"),
    ("rehearse", "reactions", "Voor hoeveel reacties"),
    ("rehearse", "placements", "In plaats daarvan een logboek van zoveel plaatsingen lezen"),
];

const AFTER: &[(&str, &str)] = &[
    ("", "Uitkomst: 0 klaar, 1 er is iets gevonden of misgegaan, 2 verkeerd gevraagd."),
    ("serve", "Stop met Ctrl-C of SIGTERM: wat bezig is, wordt eerst afgemaakt. Opnieuw publiceren kan zonder herstart.
Reacties staan in MAP/reactions.sqlite; maak een kopie met: sqlite3 MAP/reactions.sqlite \".backup kopie.sqlite\"
of kopieer heel MAP: zolang hij draait, staat een deel in reactions.sqlite-wal. Eén verzamelaar voor elke MAP."),
    ("check", "In MAP staan consultations/*.json en places/*.json; site.json staat in MAP of ernaast. Een regel met \"Let op\" is een
vraag aan u en houdt niets tegen. Met --site wordt ook gekeken naar intake.json van een bucket: of die er is, past bij
site.json, en nog een dag geldig is. Met --try erbij gaat er een proefreactie naar elk eindpunt; die telt nergens mee.
Uitkomst: 0 niets gevonden, 1 iets gevonden."),
    ("publish", "Met --feedback wordt eerst een terugkoppeling gemaakt uit de werkmap waarin de map met inhoud staat (of --work), met
opzoekbestanden, en in de map met inhoud gezet; vandaar wordt zij telkens gepubliceerd. Heeft een reactie nog geen
plaats, dan wordt er niets gepubliceerd. Wat anderen in de map van de site zetten, blijft staan; in beginspraak.json staat wat van de site is.
Publiceren stopt, en zegt waarom, als de site een ander pad zou krijgen, haar apps, een terugkoppeling of een onderwerp
zou verliezen, reacties ergens anders heen zouden gaan terwijl men kan reageren, of andere vragen hetzelfde
revisienummer zouden krijgen."),
    ("picture", "Van een foto (JPEG, PNG, WebP) worden een paar lichte bestanden gemaakt, hoogstens 40 kB voor een telefoon, zonder waar
en wanneer zij is gemaakt. Van een tekening (SVG) blijven alleen de vormen: geen scripts, niets van elders. Noem haar
daarna in site.json of in het bestand van een vraag, met wat men ziet voor wie haar niet ziet; `publish` kopieert haar."),
    ("gather", "BRON is het woord collector (met --data), de map met gegevens van een verzamelaar, een bucket met het begin van de
sleutels, een bestand, of een map met bestanden en mappen erin. Een bestand kan een reactie zijn, regels met reacties,
een kopie van de database van een verzamelaar, wat export als JSON schreef, of wat Netlify of een formulierdienst
uitvoert als JSON of CSV. De sleutel van een bucket staat in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY en
AWS_SESSION_TOKEN. MAP is een werkmap: reacties komen in work/<vraag>/, zoals ze binnenkwamen. Wat er al is, blijft en
wordt niet opnieuw opgehaald; twee keer ophalen verandert niets. Wat gewist is, komt niet terug. Een verzamelaar die
draait, merkt er niets van. Elke hele reactie blijft bewaard; staat er inhoud in MAP/content of noemt u die, dan wordt
gezegd hoeveel er niet passen bij wat gevraagd was, en waarom. Uitkomst 1 als iets niet te lezen was of elkaar
tegenspreekt; de rest is dan wel opgehaald."),
    ("stand", "Zegt van elke vraag hoeveel reacties er zijn, welke nog geen plaats hebben, waarover collega's iets anders besloten
zonder het van elkaar te weten, en welke regels niet te lezen waren. Er verandert niets."),
    ("accept", "Iedereen kan een reactie sturen die zegt dat zij uit een dorpsgesprek komt. Zij telt pas zo mee als u dat gesprek laat
meetellen, en haar bewijs klopt: dat is gemaakt met een geheim dat in de bestanden van het gesprek zelf staat. Die moeten
dus in de werkmap staan, in gatherings/<nummer>; --from neemt ze over uit een reservekopie van de werkplek, of uit een map.
Wat komt uit een gesprek dat u weigert, blijft bewaard en telt alleen apart. `beginspraak decide --undo` neemt terug wat u
het laatst deed."),
    ("decide", "Met --to wordt geschreven wat er nu geldt, met bij \"nowhere\" wat nog geen plaats heeft. Met --from geldt voortaan wat
in zo'n bestand staat, en niet meer wat er niet in staat. Wat collega's deden sinds het bestand is geschreven, gaat niet
verloren: waar dat anders is, zegt `beginspraak stand` het, en zet --to het bij \"conflicts\". Haal het daar weg om te
beslissen wat het bestand zegt. --undo neemt terug wat u het laatst deed, --redo doet het opnieuw; wat een collega er daarna
over besloot, blijft."),
    ("erase", "De reactie, en wat eruit is of was geciteerd, gaat uit elk bestand met regels in de werkmap en uit elke versie van de
terugkoppeling in de inhoud, en met --database uit de verzamelaar. Alleen het nummer en de reden blijven, zodat zij niet terugkomt. Dit kan niet ongedaan worden gemaakt."),
    ("export", "Met --content zijn de kolommen de vragen, en staat in de cellen wat mensen kozen, in de taal van --lang. Een CSV-bestand
bevat de reacties op één vraag. Tussen de cellen staat ; in het Nederlands en , in het Engels, zoals Excel verwacht.
Zou een spreadsheet van wat iemand typte een formule, getal of dag maken, dan staat er een apostrof voor.
Wat al in BESTAND staat blijft, tenzij u --replace zegt; een vraag en wat in een werkmap staat, blijven altijd."),
    ("sign-intake", "De sleutel staat in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY en AWS_SESSION_TOKEN; de geheime helft komt nooit in BESTAND.
Laat dit elke dag draaien, voordat verloopt wat is ondertekend. --explain toont hoe u de bucket inricht, met niet meer
rechten dan nodig, en ondertekent niets."),
];

const VALUES: &[(&str, &str)] = &[
    ("DIR", "MAP"),
    ("FILE", "BESTAND"),
    ("SOURCE", "BRON"),
    ("ADDRESS", "ADRES"),
    ("DAY", "DAG"),
    ("TIME", "TIJD"),
    ("PATH", "PAD"),
    ("PREFIX", "BEGIN"),
    ("NAME", "NAAM"),
    ("LANGUAGE", "TAAL"),
    ("HOW", "HOE"),
    ("REGION", "REGIO"),
    ("PROVIDER", "AANBIEDER"),
    ("FORMAT", "FORMAAT"),
    ("WHAT", "WAT"),
    ("MARK", "TEKEN"),
    ("ID", "NUMMER"),
    ("SLUG", "VRAAG"),
    ("WHY", "WAAROM"),
];

const HINTS: &[(&str, &str)] = &[
    ("lang", "Kies nl of en."),
    ("base", "Geef een pad zoals / of /denkmee/, zonder server en zonder spaties."),
    ("origin", "Geef een adres zoals https://denkmee.example.nl, zonder pad."),
    ("listen", "Geef een adres met een poort, zoals 127.0.0.1:8080."),
    ("rate-limit", "Geef een heel getal groter dan 0, of off."),
    ("consultation", "Geef kleine letters, cijfers en streepjes, hoogstens 60."),
    ("days", "Geef een getal van 1 tot en met 7."),
    ("separator", "Kies ; of , of tab."),
    ("parallel", "Geef een getal van 1 tot en met 128."),
    ("today", "Geef een dag zoals 2026-11-22."),
];
