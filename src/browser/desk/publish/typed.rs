//! Which bucket somebody names, with its key; and what is kept of that.

use super::{Failed, in_bucket::Bucket};
use crate::{
    browser::desk::element,
    domain::{
        bucket::{Location, NotALocation, signature::Key},
        language::Language,
    },
    texts::bucket as t,
    view::desk::publish::{
        Press,
        out::{ACCESS, BUCKET, PREFIX, REGION, REMEMBER, SECRET, SERVER, Typed},
    },
};
use leptos::{prelude::*, web_sys::HtmlInputElement};
use serde_json::{Value, json};
use wasm_bindgen::JsCast;

/// The bucket that is named there, once that is a bucket.
pub fn bucket(language: Language, typed: &Typed) -> Result<Bucket, Failed> {
    let filled = [&typed.server, &typed.bucket, &typed.access, &typed.secret];
    if filled.iter().any(|field| field.is_empty()) {
        return Err(Failed::Typed(t::not_filled(language)));
    }
    let region = Some(typed.region.as_str()).filter(|region| !region.is_empty());
    let location = Location::new(&typed.server, region, &typed.bucket, &typed.prefix, None);
    let location = location.map_err(|why| {
        Failed::Typed(match why {
            NotALocation::Bucket(_) => t::bucket_wrong(language),
            NotALocation::Prefix(_) => t::prefix_wrong(language),
            NotALocation::Server(_) | NotALocation::NoServer => t::server_wrong(language),
        })
    })?;
    let key = Key { access: typed.access.clone(), secret: typed.secret.clone(), token: None };
    Ok(Bucket::new(location, key))
}

/// What stands in the fields.
pub fn typed(press: RwSignal<Press>) -> Typed {
    if element(SERVER).is_none() {
        return press.with_untracked(|press| press.typed.clone());
    }
    let input = |id: &str| element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok());
    let value = |id: &str| input(id).map(|input| input.value().trim().to_owned()).unwrap_or_default();
    Typed {
        server: value(SERVER),
        region: value(REGION),
        bucket: value(BUCKET),
        prefix: value(PREFIX),
        access: value(ACCESS),
        secret: value(SECRET),
        remember: input(REMEMBER).is_some_and(|input| input.checked()),
    }
}

/// What is kept of that: the key only if somebody wants it.
pub fn kept(typed: &Typed) -> Value {
    let Typed { server, region, bucket, prefix, access, secret, remember } = typed;
    let mut fact = json!({ "server": server, "region": region, "bucket": bucket, "prefix": prefix });
    if *remember {
        fact["access"] = access.as_str().into();
        fact["secret"] = secret.as_str().into();
    }
    fact
}

/// As it was kept.
pub fn typed_before(fact: &Value) -> Typed {
    let text = |key: &str| fact[key].as_str().unwrap_or_default().to_owned();
    Typed {
        server: text("server"),
        region: text("region"),
        bucket: text("bucket"),
        prefix: text("prefix"),
        access: text("access"),
        secret: text("secret"),
        remember: fact.get("secret").is_some(),
    }
}

/// Which rules let this site at a bucket.
pub fn cors() -> String {
    let origin = window().location().origin().unwrap_or_default();
    let rule = json!([{
        "AllowedOrigins": [origin],
        "AllowedMethods": ["GET", "PUT", "DELETE"],
        "AllowedHeaders": ["*"],
        "MaxAgeSeconds": 3600
    }]);
    serde_json::to_string_pretty(&rule).unwrap_or_default()
}
