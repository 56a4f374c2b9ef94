//! The ways out: into a folder, straight into a bucket, or as a file; how far that is, and putting the site before back.

use super::{Press, Want, Way, hosts::hosts, under_way};
use crate::{
    domain::language::Language,
    texts::{bucket as b, placing as t, publishing},
    view::desk::Desk,
};
use leptos::prelude::*;

/// The fields for a bucket.
pub const SERVER: &str = "bucket-server";
/// See there.
pub const REGION: &str = "bucket-region";
/// See there.
pub const BUCKET: &str = "bucket-name";
/// See there.
pub const PREFIX: &str = "bucket-prefix";
/// See there.
pub const ACCESS: &str = "bucket-access";
/// See there.
pub const SECRET: &str = "bucket-secret";
/// The box with which somebody lets the key be kept.
pub const REMEMBER: &str = "bucket-remember";

/// What stands in those fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    /// The address of the server.
    pub server: String,
    /// The region.
    pub region: String,
    /// The name of the bucket.
    pub bucket: String,
    /// In which folder of it.
    pub prefix: String,
    /// The public half of the key.
    pub access: String,
    /// The secret half.
    pub secret: String,
    /// Whether the key is kept.
    pub remember: bool,
}

/// A site that was on its way when somebody left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Halted {
    /// Where to.
    pub way: Way,
    /// What that is called.
    pub name: String,
    /// How far it was.
    pub at: usize,
    /// Of how much.
    pub of: usize,
}

/// A site that can be put back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Back {
    /// Where.
    pub way: Way,
    /// What that is called.
    pub name: String,
    /// What goes back then.
    pub what: Vec<String>,
}

/// The ways out; `go` does one if what changes is meant.
pub fn ways(language: Language, press: RwSignal<Press>, go: Callback<Want>) -> impl IntoView {
    let button = move |text: &'static str, want: Want, first: bool| {
        let class = if first { "button button--primary" } else { "button" };
        view! { <p><button class=class type="button" on:click=move |_| go.run(want.clone())>{text}</button></p> }
    };
    let (folders, typed) = press.with_untracked(|press| (press.folders, press.typed.clone()));
    let folder = match folders {
        true => button(t::to_folder(language), Want::Send(Way::Folder), true).into_any(),
        false => view! { <p>{t::no_folders(language)}</p> }.into_any(),
    };
    let sending = Memo::new(move |_| press.with(Press::is_sent));
    // Not the stage: how far it is changes within that.
    let came = Memo::new(move |_| {
        press.with(|press| (press.went, press.done.clone(), press.failed.clone(), press.cors.clone()))
    });
    let said = move |way: Way| {
        let (went, done, failed, cors) = came.get();
        if went != Some(way) {
            return ().into_any();
        }
        if sending.get() {
            return under_way(language, press, go).into_any();
        }
        let done = done.map(|text| view! { <p><strong>{text}</strong></p> });
        let failed = failed.map(|text| view! { <p class="error">{text}</p> });
        let cors = cors.map(|rules| {
            view! { <p>{b::cors(language)}</p><pre class="desk-rules" tabindex="0"><code>{rules}</code></pre> }
        });
        view! { {done}{failed}{cors} }.into_any()
    };
    let kept = Memo::new(move |_| press.with(|press| press.kept));
    let former = Memo::new(move |_| press.with(|press| press.former_zip.clone()));
    let fields = fields(language, typed);
    view! {
        <section class="desk-card desk-card--whole desk-ways">
            <h2>{publishing::online(language)}</h2>
            <h3>{t::folder(language)}</h3>
            <p>{t::folder_help(language)}</p>
            {folder}
            {move || said(Way::Folder)}
            <h3>{b::bucket(language)}</h3>
            <p>{b::bucket_help(language)}</p>
            <details>
                <summary>{b::fill_in(language)}</summary>
                {fields}
                {button(b::to_bucket(language), Want::Send(Way::Bucket), true)}
            </details>
            {move || said(Way::Bucket)}
            <h3>{t::zip(language)}</h3>
            <p>{publishing::online_help(language)}</p>
            {button(publishing::keep(language), Want::Keep, !folders)}
            {move || kept.get().then(|| view! { <p>{publishing::kept(language)}</p> })}
            {hosts(language)}
            <p>{t::former_help(language)}</p>
            {button(t::former_zip(language), Want::KeepFormer, false)}
            {move || former.get().map(|(said, came)| view! { <p class=if came { "" } else { "error" }>{said}</p> })}
        </section>
    }
}

/// What has to be known of a bucket.
fn fields(language: Language, typed: Typed) -> impl IntoView {
    let field = move |id: &'static str, label: &'static str, value: String, kind: &'static str| {
        view! {
            <p><label for=id>{label}</label><input id=id type=kind value=value autocomplete="off" spellcheck="false" autocapitalize="none" /></p>
        }
        .into_any()
    };
    let fields = vec![
        field(SERVER, b::server(language), typed.server, "text"),
        view! { <p class="soft">{b::server_help(language)}</p> }.into_any(),
        field(BUCKET, b::name(language), typed.bucket, "text"),
        field(PREFIX, b::prefix(language), typed.prefix, "text"),
        field(REGION, b::region(language), typed.region, "text"),
        field(ACCESS, b::access(language), typed.access, "text"),
        field(SECRET, b::secret(language), typed.secret, "password"),
    ];
    view! {
        <div class="desk-form">
            {fields}
            <label class="choice">
                <input type="checkbox" id=REMEMBER prop:checked=typed.remember aria-describedby="bucket-remember-help" />
                <span>{b::remember(language)}</span>
            </label>
            <p class="soft" id="bucket-remember-help">{b::remember_help(language)}</p>
        </div>
    }
}

/// What somebody left in the middle, and what can be put back.
pub fn before(desk: Desk, press: RwSignal<Press>, want: Callback<Want>) -> impl IntoView {
    let language = desk.language;
    let halted = Memo::new(move |_| press.with(|press| press.halted.clone().filter(|_| !press.is_sent())));
    let former = Memo::new(move |_| press.with(|press| press.former.clone()));
    let button = move |text: &'static str, to: Want, class: &'static str| {
        view! { <button class=class type="button" on:click=move |_| want.run(to.clone())>{text}</button> }
    };
    // Where a site was made, the fields of the bucket stand there.
    let asks = move |way: Way| {
        let typed = press.with(|press| Some(press.typed.clone()).filter(|_| press.report.is_none()));
        typed.filter(|typed| way == Way::Bucket && !typed.remember).map(|typed| fields(language, typed))
    };
    let halted = move || {
        halted.get().map(|Halted { way, name, at, of }| {
            view! {
                <section class="desk-card" id="publish-halted">
                    <h2>{t::halted(language)}</h2>
                    <p>{t::stood(language, &name, at, of)}</p>
                    {asks(way)}
                    <p class="row">
                        {button(t::go_on(language), Want::GoOn, "button button--primary")}
                        {button(t::let_go(language), Want::LetGo, "button")}
                    </p>
                </section>
            }
        })
    };
    let former = move || {
        former.get().map(|Back { way, name, what }| {
            let what = (!what.is_empty()).then(|| {
                let items: Vec<_> = what.into_iter().map(|line| view! { <li dir="auto">{line}</li> }).collect();
                view! { <p>{t::undone(language)}</p><ul class="desk-list">{items}</ul> }
            });
            view! {
                <section class="desk-card" id="publish-former">
                    <h2>{t::back(language)}</h2>
                    <p>{t::can_go_back(language, &name)}</p>
                    {what}
                    {asks(way).filter(|_| press.with(|press| press.halted.is_none()))}
                    <p>{button(t::take_back(language), Want::TakeBack, "button")}</p>
                </section>
            }
        })
    };
    view! { {halted}{former} }
}
