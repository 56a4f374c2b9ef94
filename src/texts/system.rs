//! What the operating system and the database say went wrong, in words that fit behind a colon.

use crate::{
    domain::language::Language::{self, En, Nl},
    files::{
        database::{Cause, DatabaseFault},
        folder::Gap,
    },
};
use std::io::{self, ErrorKind};

/// Kinds of errors, in Dutch and in English.
const KINDS: &[(ErrorKind, &str, &str)] = &[
    (ErrorKind::NotFound, "dat is er niet", "it is not there"),
    (ErrorKind::PermissionDenied, "u hebt daar geen rechten voor", "you have no permission for that"),
    (ErrorKind::AlreadyExists, "dat is er al", "it is there already"),
    (
        ErrorKind::NotADirectory,
        "een deel van de naam is een bestand en geen map",
        "a part of the name is a file and no folder",
    ),
    (ErrorKind::IsADirectory, "dit is een map en geen bestand", "this is a folder and no file"),
    (ErrorKind::DirectoryNotEmpty, "de map is niet leeg", "the folder is not empty"),
    (ErrorKind::InvalidFilename, "zo mag een bestand hier niet heten", "a file can't be called that here"),
    (ErrorKind::StorageFull, "de schijf is vol", "the disk is full"),
    (ErrorKind::QuotaExceeded, "u hebt geen ruimte meer op deze schijf", "you have no room left on this disk"),
    (ErrorKind::FileTooLarge, "zo groot mag een bestand hier niet zijn", "no file may be that large here"),
    (ErrorKind::WriteZero, "er kan niets meer bij", "no more can be added"),
    (
        ErrorKind::ReadOnlyFilesystem,
        "op deze schijf kan niets worden geschreven",
        "nothing can be written on this disk",
    ),
    (ErrorKind::CrossesDevices, "het ligt op een andere schijf", "it is on another disk"),
    (ErrorKind::ResourceBusy, "een ander programma gebruikt het", "another program is using it"),
    (ErrorKind::ExecutableFileBusy, "een ander programma gebruikt het", "another program is using it"),
    (ErrorKind::WouldBlock, "een ander programma gebruikt het", "another program is using it"),
    (ErrorKind::StaleNetworkFileHandle, "de netwerkschijf was even weg", "the network disk was away for a while"),
    (ErrorKind::TooManyLinks, "er zijn te veel koppelingen", "there are too many links"),
    (ErrorKind::InvalidData, "wat erin staat, is niet te begrijpen", "what is in it can't be understood"),
    (ErrorKind::InvalidInput, "dat kan zo niet", "that can't be done like this"),
    (ErrorKind::UnexpectedEof, "het houdt te vroeg op", "it ends too soon"),
    (ErrorKind::Unsupported, "dat kan op deze computer niet", "this computer can't do that"),
    (ErrorKind::OutOfMemory, "er is te weinig geheugen", "there is too little memory"),
    (ErrorKind::Interrupted, "het werd onderbroken", "it was interrupted"),
    (ErrorKind::TimedOut, "het duurde te lang", "it took too long"),
    (ErrorKind::BrokenPipe, "wie meelas, is gestopt", "whoever was reading has stopped"),
    (
        ErrorKind::AddrInUse,
        "een ander programma gebruikt dit adres al",
        "another program is using this address already",
    ),
    (ErrorKind::AddrNotAvailable, "deze computer heeft dit adres niet", "this computer does not have this address"),
    (ErrorKind::ConnectionRefused, "daar luistert niemand", "nobody is listening there"),
    (ErrorKind::ConnectionReset, "de verbinding werd verbroken", "the connection was broken off"),
    (ErrorKind::ConnectionAborted, "de verbinding werd verbroken", "the connection was broken off"),
    (ErrorKind::NotConnected, "er is geen verbinding", "there is no connection"),
    (ErrorKind::HostUnreachable, "die computer is niet te bereiken", "that computer can't be reached"),
    (ErrorKind::NetworkUnreachable, "dat netwerk is niet te bereiken", "that network can't be reached"),
    (ErrorKind::NetworkDown, "er is geen netwerk", "there is no network"),
];

/// What a database can say, in Dutch and in English.
const CAUSES: &[(Cause, &str, &str)] = &[
    (Cause::CannotOpen, "het bestand gaat niet open", "the file does not open"),
    (Cause::NoRights, "u hebt daar geen rechten voor", "you have no permission for that"),
    (Cause::ReadOnly, "er kan niet in worden geschreven", "it can't be written in"),
    (Cause::Busy, "een ander programma gebruikt haar", "another program is using it"),
    (Cause::DiskFull, "de schijf is vol", "the disk is full"),
    (Cause::Damaged, "het bestand is beschadigd", "the file is damaged"),
    (Cause::NotADatabase, "het bestand is geen database", "the file is no database"),
    (Cause::Disk, "de schijf geeft een fout", "the disk reports an error"),
    (Cause::Memory, "er is te weinig geheugen", "there is too little memory"),
    (Cause::TooLarge, "er staat iets in dat te groot is", "something in it is too large"),
];

/// Why something could not be done. What the system itself says comes only where there are no words for it.
pub fn cause(language: Language, error: &io::Error) -> String {
    kind(language, error.kind()).map_or_else(|| unknown(language, &error.to_string()), str::to_owned)
}

/// The same, where only the kind is known.
pub fn of_kind(language: Language, of: ErrorKind) -> String {
    kind(language, of).map_or_else(|| unknown(language, &of.to_string()), str::to_owned)
}

fn kind(language: Language, of: ErrorKind) -> Option<&'static str> {
    KINDS.iter().find(|(known, ..)| *known == of).map(|(_, nl, en)| if language == Nl { *nl } else { *en })
}

/// Why a database could not be used.
pub fn database(language: Language, fault: &DatabaseFault) -> String {
    match CAUSES.iter().find(|(known, ..)| Some(*known) == fault.cause) {
        Some((_, nl, en)) => (if language == Nl { *nl } else { *en }).to_owned(),
        None => unknown(language, &fault.said),
    }
}

fn unknown(language: Language, said: &str) -> String {
    match language {
        Nl => format!("de computer geeft een fout ({said})"),
        En => format!("the computer reports an error ({said})"),
    }
}

/// What of a path is not where, and what to do.
pub fn gap(language: Language, Gap { within, name }: &Gap) -> String {
    let within = within.display();
    match language {
        Nl => format!(
            "in {within} staat geen “{name}”. Kijk of de naam klopt, en of u het commando in de goede map geeft."
        ),
        En => format!(
            "there is no “{name}” in {within}. See whether the name is right, and whether you give the command in the right folder."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_words_of_its_own_in_both_languages() {
        for (at, (known, nl, en)) in KINDS.iter().enumerate() {
            assert!(!nl.contains(&known.to_string()), "{nl}");
            for (language, words) in [(Nl, nl), (En, en)] {
                assert_eq!(cause(language, &io::Error::from(*known)), *words);
                assert_eq!(of_kind(language, *known), *words);
                assert!(!words.contains("error") && !words.ends_with('.'), "{words}");
            }
            assert!(nl != en && KINDS[..at].iter().all(|(other, ..)| other != known), "{known:?}");
        }
        for (cause, nl, en) in CAUSES {
            let fault = DatabaseFault { cause: Some(*cause), said: "database is locked".to_owned() };
            assert_eq!([database(Nl, &fault), database(En, &fault)], [*nl, *en]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_systems_really_say_has_words_too() {
        use rustix::io::Errno;
        for (error, words) in [
            (Errno::NOENT, "dat is er niet"),
            (Errno::ACCESS, "u hebt daar geen rechten voor"),
            (Errno::PERM, "u hebt daar geen rechten voor"),
            (Errno::NOSPC, "de schijf is vol"),
            (Errno::DQUOT, "u hebt geen ruimte meer op deze schijf"),
            (Errno::FBIG, "zo groot mag een bestand hier niet zijn"),
            (Errno::ROFS, "op deze schijf kan niets worden geschreven"),
            (Errno::NOTDIR, "een deel van de naam is een bestand en geen map"),
            (Errno::ISDIR, "dit is een map en geen bestand"),
            (Errno::ADDRINUSE, "een ander programma gebruikt dit adres al"),
            (Errno::ADDRNOTAVAIL, "deze computer heeft dit adres niet"),
            (Errno::NAMETOOLONG, "zo mag een bestand hier niet heten"),
        ] {
            assert_eq!(cause(Nl, &io::Error::from(error)), words);
        }
    }

    #[test]
    fn what_has_no_words_is_told_behind_words() {
        let odd = io::Error::other("flux capacitor");
        assert_eq!(cause(Nl, &odd), "de computer geeft een fout (flux capacitor)");
        assert_eq!(cause(En, &odd), "the computer reports an error (flux capacitor)");
        let fault = DatabaseFault { cause: None, said: "no such table".to_owned() };
        assert_eq!(database(En, &fault), "the computer reports an error (no such table)");
    }
}
