//! How a bucket is set up with no more rights than needed: two keys, who may post from where, versions, and when
//! reactions are deleted. As commands that one can copy.

use crate::{
    domain::{bucket::Location, language::Language},
    native::cli::Provider,
    texts::intake as t,
};
use serde_json::{Value, json};
use std::fmt::Write;

/// How long reactions stay in the bucket, unless the province changes it.
const KEPT_DAYS: u32 = 400;

/// The whole explanation, for a site with this origin.
pub fn text(language: Language, provider: Provider, place: &Location, origin: &str) -> String {
    let mut out = String::new();
    let mut step = |heading: &str, commands: String| {
        // Writing to a text can't fail.
        let _ = write!(out, "# {heading}\n\n{commands}\n\n");
    };
    step(t::explain_bucket(language), bucket(provider, place));
    step(t::explain_rights(language), rights(provider, place));
    step(&t::explain_cors(language, origin), put(place, "bucket-cors", "cors-configuration", &cors(origin)));
    step(t::explain_versions(language), put(place, "bucket-versioning", "versioning-configuration", &versions()));
    let lifecycle = put(place, "bucket-lifecycle-configuration", "lifecycle-configuration", &lifecycle(place));
    step(&t::explain_lifecycle(language, KEPT_DAYS), lifecycle);
    step(t::explain_site(language), site(place));
    out
}

/// The bucket itself, closed to everybody.
fn bucket(provider: Provider, place: &Location) -> String {
    let make = aws(place, "create-bucket", "");
    match provider {
        Provider::Aws if place.region != "us-east-1" => {
            format!("{make} --create-bucket-configuration LocationConstraint={}\n{}", place.region, closed(place))
        }
        Provider::Aws => format!("{make}\n{}", closed(place)),
        Provider::Ovh | Provider::Scaleway | Provider::Ceph | Provider::Seaweedfs => make,
    }
}

fn closed(place: &Location) -> String {
    let block = json!({ "BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true, "RestrictPublicBuckets": true });
    put(place, "public-access-block", "public-access-block-configuration", &block)
}

/// One key that may only add under the prefix, to sign with; one that may only read there, to gather with.
fn rights(provider: Provider, place: &Location) -> String {
    let Location { bucket, prefix, .. } = place;
    match provider {
        Provider::Aws => [("beginspraak-intake", adding(place)), ("beginspraak-gather", reading(place))]
            .map(|(user, statements)| {
                let policy = compact(&policy("2012-10-17", statements));
                format!(
                    "aws iam create-user --user-name {user}\n\
                     aws iam put-user-policy --user-name {user} --policy-name reactions --policy-document '{policy}'\n\
                     aws iam create-access-key --user-name {user}"
                )
            })
            .join("\n"),
        // In the control panel: Object Storage, Users, Import JSON file.
        Provider::Ovh => [("beginspraak-intake.json", adding(place)), ("beginspraak-gather.json", reading(place))]
            .map(|(file, statements)| {
                format!("cat > {file} <<'JSON'\n{:#}\nJSON", json!({ "Statement": with_ids(statements) }))
            })
            .join("\n"),
        Provider::Scaleway => {
            let who = |id: &str| json!({ "SCW": [format!("application_id:{id}")] });
            let plain = |arn: String| arn.replace("arn:aws:s3:::", "");
            let statements = [adding(place), reading(place)].concat().into_iter().map(|mut statement| {
                let add = statement["Action"][0] == "s3:PutObject";
                statement["Principal"] = who(if add { "INTAKE_ID" } else { "GATHER_ID" });
                statement["Resource"] = json!([plain(statement["Resource"][0].as_str().unwrap_or_default().into())]);
                statement
            });
            let mut statements: Vec<_> = statements.collect();
            statements.push(json!({ "Effect": "Allow", "Principal": { "SCW": ["user_id:OWNER_ID"] },
                "Action": ["*"], "Resource": [bucket, format!("{bucket}/*")] }));
            put(place, "bucket-policy", "policy", &policy("2023-04-17", with_ids(statements)))
        }
        Provider::Ceph => {
            let statements = [("beginspraak-intake", adding(place)), ("beginspraak-gather", reading(place))];
            let statements = statements.into_iter().flat_map(|(user, statements)| {
                statements.into_iter().map(move |mut statement| {
                    statement["Principal"] = json!({ "AWS": [format!("arn:aws:iam:::user/{user}")] });
                    statement
                })
            });
            format!(
                "radosgw-admin user create --uid=beginspraak-intake --display-name=intake --max-buckets=-1\n\
                 radosgw-admin user create --uid=beginspraak-gather --display-name=gather --max-buckets=-1\n{}",
                put(place, "bucket-policy", "policy", &policy("2012-10-17", statements.collect()))
            )
        }
        // For -s3.config; the keys are yours to choose. SeaweedFS asks for the whole bucket when a form is posted; the
        // signed policy keeps to the prefix.
        Provider::Seaweedfs => {
            let key = |name: &str| json!([{ "accessKey": format!("{name}-key"), "secretKey": "CHANGE-ME" }]);
            let config = json!({ "identities": [
                { "name": "owner", "credentials": key("owner"), "actions": ["Admin", "Read", "Write", "List", "Tagging"] },
                { "name": "intake", "credentials": key("intake"), "actions": [format!("Write:{bucket}")] },
                { "name": "gather", "credentials": key("gather"),
                  "actions": [format!("Read:{bucket}/{prefix}/*"), format!("List:{bucket}/{prefix}/*")] },
            ]});
            format!("cat > s3.json <<'JSON'\n{config:#}\nJSON\nweed s3 -config=s3.json")
        }
    }
}

fn adding(place: &Location) -> Vec<Value> {
    let Location { bucket, prefix, .. } = place;
    vec![
        json!({ "Effect": "Allow", "Action": ["s3:PutObject"], "Resource": [format!("arn:aws:s3:::{bucket}/{prefix}/*")] }),
    ]
}

fn reading(place: &Location) -> Vec<Value> {
    let Location { bucket, prefix, .. } = place;
    vec![
        json!({ "Effect": "Allow", "Action": ["s3:GetObject"], "Resource": [format!("arn:aws:s3:::{bucket}/{prefix}/*")] }),
        json!({ "Effect": "Allow", "Action": ["s3:ListBucket"], "Resource": [format!("arn:aws:s3:::{bucket}")],
            "Condition": { "StringLike": { "s3:prefix": [format!("{prefix}/*")] } } }),
    ]
}

fn policy(version: &str, statements: Vec<Value>) -> Value {
    json!({ "Version": version, "Statement": statements })
}

/// OVH and Scaleway want every statement to have a name.
fn with_ids(statements: Vec<Value>) -> Vec<Value> {
    let named = |(n, mut statement): (usize, Value)| {
        statement["Sid"] = json!(format!("beginspraak{n}"));
        statement
    };
    statements.into_iter().enumerate().map(named).collect()
}

/// Browsers may post from the site, and read the answer. Without this a reaction arrives, but is sent again and again.
fn cors(origin: &str) -> Value {
    json!({ "CORSRules": [{ "AllowedOrigins": [origin], "AllowedMethods": ["POST"], "AllowedHeaders": ["*"], "MaxAgeSeconds": 3600 }] })
}

fn versions() -> Value {
    json!({ "Status": "Enabled" })
}

fn lifecycle(place: &Location) -> Value {
    json!({ "Rules": [{
        "ID": "beginspraak", "Status": "Enabled", "Filter": { "Prefix": format!("{}/", place.prefix) },
        "Expiration": { "Days": KEPT_DAYS }, "NoncurrentVersionExpiration": { "NoncurrentDays": 30 },
        "AbortIncompleteMultipartUpload": { "DaysAfterInitiation": 1 }
    }] })
}

/// What belongs in `site.json`.
fn site(place: &Location) -> String {
    let url = place.url();
    let origin: Vec<_> = url.split('/').take(3).collect();
    format!("\"endpoint\": {}", json!({ "kind": "s3", "intake": "/intake.json", "origin": origin.join("/") }))
}

/// `aws s3api VERB --bucket …` for this server.
fn aws(place: &Location, verb: &str, rest: &str) -> String {
    let Location { server, bucket, region, .. } = place;
    format!("aws s3api {verb} --bucket {bucket} --region {region} --endpoint-url {server}{rest}")
}

fn put(place: &Location, what: &str, option: &str, value: &Value) -> String {
    aws(place, &format!("put-{what}"), &format!(" --{option} '{}'", compact(value)))
}

fn compact(value: &Value) -> String {
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::bucket::Addressing;
    use clap::ValueEnum;

    fn place() -> Location {
        Location {
            server: "https://s3.gra.io.cloud.ovh.net".into(),
            region: "gra".into(),
            bucket: "reacties".into(),
            prefix: "in".into(),
            addressing: Addressing::Path,
        }
    }

    /// Everything between quotes or in a here-document, as JSON.
    fn documents(text: &str) -> Vec<Value> {
        let quoted = text
            .lines()
            .filter_map(|line| line.split_once(" '{")?.1.split_once("}'"))
            .map(|(json, _)| format!("{{{json}}}"));
        let here = text
            .split("<<'JSON'\n")
            .skip(1)
            .filter_map(|rest| rest.split_once("\nJSON"))
            .map(|(json, _)| json.to_owned());
        quoted.chain(here).map(|json| serde_json::from_str(&json).expect("JSON")).collect()
    }

    #[test]
    fn every_provider_gets_a_key_to_add_and_a_key_to_read_and_nothing_more() {
        for provider in Provider::value_variants() {
            let text = text(Language::En, *provider, &place(), "https://denkmee.example.nl");
            let all = serde_json::to_string(&documents(&text)).unwrap();
            assert!(all.contains("https://denkmee.example.nl") && all.contains("\"POST\""), "{text}");
            assert!(all.contains("Enabled") && all.contains("NoncurrentVersionExpiration"), "{text}");
            let (add, read) = match provider {
                Provider::Seaweedfs => ("Write:reacties", "Read:reacties/in/*"),
                _ => ("s3:PutObject", "s3:GetObject"),
            };
            assert!(all.contains(add) && all.contains(read), "{text}");
            assert!(!all.contains("s3:DeleteObject") && !all.contains("\"s3:*\""), "{text}");
            assert!(
                text.contains(r#"{"intake":"/intake.json","kind":"s3","origin":"https://s3.gra.io.cloud.ovh.net"}"#)
            );
        }
    }
}
