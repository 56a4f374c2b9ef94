//! The proof that a reaction belongs to a gathering: made with a secret that only its hosts have, and who they give it to.
//!
//! A source is a claim, as anybody can post anything. Who has the secret can tell which of them were made with it.

use crate::domain::{
    digest::{hex, unhex},
    gathering::GatheringId,
    kind::Kind,
};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value as Json};
use sha2::Sha256;
use std::fmt;

/// How many random bytes a secret has.
const SECRET: usize = 32;
/// The field of a reaction that names a gathering, and in it that of the proof.
pub(super) const CLAIM: &str = "gathering";
const PROOF: &str = "proof";
/// What the bytes begin with that the proof is of, so that it proves nothing else.
const ABOUT: &[u8] = b"beginspraak.proof/1\n";

/// 256 random bits, made on a device of the hosts.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Secret([u8; SECRET]);

impl From<[u8; SECRET]> for Secret {
    fn from(random: [u8; SECRET]) -> Self {
        Self(random)
    }
}

impl TryFrom<&str> for Secret {
    type Error = ();

    /// Reads 64 lower-case hexadecimal digits.
    fn try_from(text: &str) -> Result<Self, ()> {
        unhex(text).map(Self).ok_or(())
    }
}

// It stays out of logs and panics.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// As it stands in a gathering's folder: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex(&self.0)
    }

    /// The proof of a reaction that names its gathering, as it stands in it: 64 hexadecimal digits.
    pub fn prove(&self, reaction: &Map<String, Json>) -> String {
        hex(&self.over(reaction).finalize().into_bytes())
    }

    fn over(&self, reaction: &Map<String, Json>) -> Hmac<Sha256> {
        let mut bare = reaction.clone();
        if let Some(Json::Object(claim)) = bare.get_mut(CLAIM) {
            claim.remove(PROOF);
        }
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes a key of any length");
        mac.update(ABOUT);
        // Keys in alphabetical order, no blanks: however somebody wrote the reaction down, this is the same.
        mac.update(Json::Object(bare).to_string().as_bytes());
        mac
    }
}

/// What a reaction says of the gathering that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Claim {
    /// Which one.
    pub gathering: GatheringId,
    /// What kind of remark it was; nothing of a form that was filled in there.
    pub kind: Option<Kind>,
    proof: [u8; 32],
}

impl Claim {
    /// What a reaction says. Whatever is odd in it makes it none: it is kept, and not confirmed.
    pub fn of(reaction: &Map<String, Json>) -> Option<Self> {
        let claim = reaction.get(CLAIM)?;
        let text = |name| claim.get(name)?.as_str();
        let kind = match claim.get("kind") {
            None => None,
            Some(kind) => Some(Kind::from_code(kind.as_str()?)?),
        };
        Some(Self { gathering: GatheringId::try_from(text("id")?).ok()?, kind, proof: unhex(text(PROOF)?)? })
    }

    /// Whether it was made with one of these secrets, for just this reaction.
    pub fn fits(&self, reaction: &Map<String, Json>, secrets: &[Secret]) -> bool {
        secrets.iter().any(|secret| secret.over(reaction).verify_slice(&self.proof).is_ok())
    }
}

/// Whether two reactions are the same but for their proof, as two devices send them that did not know of each other's secret.
pub fn is_same(one: &Map<String, Json>, other: &Map<String, Json>) -> bool {
    let bare = |reaction: &Map<String, Json>| {
        let mut bare = reaction.clone();
        if let Some(Json::Object(claim)) = bare.get_mut(CLAIM) {
            claim.remove(PROOF);
        }
        bare
    };
    one == other || bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::reaction::Header;
    use proptest::{prelude::*, sample::Index};

    const ENVELOPE: &str = concat!(
        r#"{"format":"beginspraak.reaction/1","reaction":{"id":"01a2015c-67c2-7127-8434-ffdbb7c3e38c","#,
        r#""consultation":"drenthe-dichterbij","revision":1,"language":"nl","source":"gathering","#,
        r#""tag":"77c02faa065eaa6fd0b5","quote_consent":false,"day":"2027-03-12","#,
        r#""answers":[{"question":"gehoord","value":"De bus “rijdt” niet\nin Exloërmond."}],"#,
        r#""gathering":{"id":"070707070707070707070707","kind":"bother","#,
        r#""proof":"PROOF"}}}"#
    );
    /// Fixed for ever: what is proved now must be so for every later release.
    const FIXED: &str = "6e1917cd8f840d7ee2152ba9a22fd28e5a3aa8a8bf561a8748832508112b6b20";

    fn secret() -> Secret {
        Secret::from(std::array::from_fn(|at| at as u8))
    }

    fn reaction(envelope: &str) -> Map<String, Json> {
        Header::read(envelope.as_bytes()).unwrap().reaction
    }

    #[test]
    fn the_proof_is_fixed_for_ever() {
        let proof = secret().prove(&reaction(ENVELOPE));
        assert_eq!(proof, FIXED);
        let whole = reaction(&ENVELOPE.replace("PROOF", &proof));
        let claim = Claim::of(&whole).unwrap();
        assert_eq!((claim.gathering, claim.kind), (GatheringId::from([7; 12]), Some(Kind::Bother)));
        assert!(claim.fits(&whole, &[Secret::from([9; 32]), secret()]), "any secret of the gathering counts");
        assert!(!claim.fits(&whole, &[Secret::from([9; 32])]) && !claim.fits(&whole, &[]));
    }

    #[test]
    fn however_it_was_written_down_it_is_the_same_reaction() {
        let proved = ENVELOPE.replace("PROOF", FIXED);
        let whole = reaction(&proved);
        let other = serde_json::to_string_pretty(&serde_json::from_str::<Json>(&proved).unwrap()).unwrap();
        assert_ne!(other, proved);
        let other = reaction(&other.replace('ë', "\\u00eb"));
        assert!(Claim::of(&other).unwrap().fits(&other, &[secret()]));
        assert!(is_same(&whole, &reaction(&proved.replace(FIXED, &"0".repeat(64)))));
        assert!(!is_same(&whole, &reaction(&proved.replace("bother", "idea"))));
    }

    #[test]
    fn what_is_odd_is_no_claim() {
        let proved = ENVELOPE.replace("PROOF", FIXED);
        for (is, odd) in [
            (FIXED, "0"),
            (FIXED, &*FIXED.to_uppercase()),
            ("\"070707070707070707070707\"", "7"),
            ("\"070707070707070707070707\"", "\"../07070707070707070707\""),
            ("\"bother\"", "\"song\""),
            ("\"bother\"", "null"),
            ("\"kind\":\"bother\",", "\"kind\":[],"),
        ] {
            assert_eq!(Claim::of(&reaction(&proved.replace(is, odd))), None, "{odd}");
        }
        let none = reaction(&proved.replace("\"gathering\":{", "\"other\":{"));
        assert_eq!(Claim::of(&none), None);
    }

    proptest! {
        #[test]
        fn with_any_byte_changed_it_does_not_fit(at: Index, byte: u8) {
            let proved = ENVELOPE.replace("PROOF", FIXED);
            let mut changed = proved.clone().into_bytes();
            let at = at.index(changed.len());
            prop_assume!(changed[at] != byte);
            changed[at] = byte;
            // It may be no reaction at all any more.
            if let Ok(Header { reaction, .. }) = Header::read(&changed) {
                prop_assert!(!Claim::of(&reaction).is_some_and(|claim| claim.fits(&reaction, &[secret()])));
            }
        }
    }
}
