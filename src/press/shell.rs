//! What every page has around its own part: head, security policy, header and footer.

use super::{
    assets::{App, Assets},
    edition, host,
    html::escape,
    news, offline, policy,
    start::{self, Second},
    style,
};
use crate::{
    domain::{
        endpoint::{Endpoint, FORMAT, Present},
        gathering::{Offer, Offered, OfferedRegion, OfferedTouchstone},
        id::Id,
        language::Language,
        places::Municipality,
        room::Piece,
        route::Route,
        site::Touchstone,
    },
    files::content::Content,
    texts::{desk as t, site as say},
    view::{
        block::{Footer, Header, Notice},
        desk::{self, shell::DeskPage},
        mine,
        page::Around,
    },
};
use leptos::prelude::*;

/// What a page puts in the shell.
pub struct Page {
    /// Where it is.
    pub route: Route,
    /// In which language.
    pub language: Language,
    /// Before the site's name in the title.
    pub title: String,
    /// For search engines and shared links.
    pub description: String,
    /// The apps that run here, in the order in which they start; none on answers of the collector.
    pub apps: &'static [App],
    /// When the second of them starts.
    pub second: Second,
    /// The style sheets of what they show on this page only.
    pub later: &'static [&'static str],
    /// Whether its apps may show a QR code.
    pub qr: bool,
    /// Data for the app: the id of its script element, and JSON.
    pub data: Option<(&'static str, String)>,
    /// A script of its own.
    pub script: Option<String>,
    /// The picture at its top, by name.
    pub picture: Option<Id>,
    /// Whether the page exists in the other language at the same place.
    pub twin: bool,
    /// Whether the site's notice stands above it; else the page has a place for it.
    pub notice: bool,
    /// Whether it can be found at its address: not an answer, nor what stands in for a page that is not there.
    pub listed: bool,
}

impl Page {
    /// An ordinary page.
    pub fn new(route: Route, language: Language, title: &str, description: &str) -> Self {
        let (title, description) = (title.to_owned(), description.to_owned());
        Self {
            route,
            language,
            title,
            description,
            apps: &[App::Page, App::Send],
            second: Second::Waiting,
            later: &[],
            qr: false,
            data: None,
            script: None,
            picture: None,
            twin: true,
            notice: true,
            listed: true,
        }
    }
}

/// Makes pages: knows what they have in common, and what they refer to.
pub struct Pages {
    /// The site, where it lives, and the day.
    pub around: Around,
    /// Style and apps.
    pub assets: Assets,
    /// Whether they are made to be tried out: nothing of them is ever online.
    pub is_trial: bool,
}

impl Pages {
    /// Where reactions go now, for what waits on a device.
    pub fn present(&self) -> String {
        let (base, endpoint) = (self.around.base.clone(), self.around.site.endpoint.clone());
        serde_json::to_string(&Present { format: FORMAT.into(), base, endpoint }).unwrap_or_default()
    }

    /// The whole document, with what `make` puts in it.
    pub fn document(&self, make: impl FnOnce() -> (Page, AnyView)) -> String {
        Owner::new().with(|| {
            let (page, body) = make();
            self.around_it(page, body)
        })
    }

    /// The page of the desk. It has no header of residents', and a policy of its own: connections to whatever the host
    /// chooses, over https only, and frames and pictures that it made itself.
    pub fn desk(&self, content: &Content, language: Language) -> String {
        // Those that closed too: what was said about them in time still comes in.
        let questions = content.consultations.values().filter_map(|one| {
            let language = self.around.site.page_language(&one.languages, language)?;
            Some(Offered::of(one, language))
        });
        let touchstone = |one: &Touchstone| OfferedTouchstone {
            id: one.id.clone(),
            title: one.title.get(language).to_owned(),
            items: one.items.iter().map(|item| item.get(language).to_owned()).collect(),
        };
        let touchstones = self.around.site.touchstones.iter().map(touchstone).collect();
        let contact = &self.around.site.contact;
        let name = self.around.site.name.get(language).to_owned();
        let region = |one: &Municipality| OfferedRegion { name: one.name.clone(), villages: one.villages.clone() };
        let regions = content.places.values().flat_map(|places| places.municipalities.iter().map(region)).collect();
        let (email, phone) = (contact.email.clone(), contact.phone.clone());
        let organisation = self.around.site.organisation.get(language).to_owned();
        let offer = Offer { name, organisation, email, phone, questions: questions.collect(), touchstones, regions };
        let data = serde_json::to_string(&offer).unwrap_or_default();
        let page = Page {
            apps: &[App::Desk],
            data: Some((desk::DATA, data)),
            listed: false,
            ..Page::new(Route::Desk, language, t::title(language), t::lead(language))
        };
        Owner::new().with(|| self.around_it(page, ().into_any()))
    }

    fn around_it(&self, page: Page, body: AnyView) -> String {
        let Assets { base, theme, apps, hear, .. } = &self.assets;
        let is_desk = page.route == Route::Desk;
        let language = page.language;
        let qr = apps.get(&App::Qr).filter(|_| page.qr);
        let apps: Vec<_> = page.apps.iter().filter_map(|app| apps.get(app)).collect();
        let asks = self.assets.apps.get(&App::Personal).filter(|_| page.second == Second::Touched);
        let asks = asks.map(start::asks).unwrap_or_default();
        let later = |piece: Piece| Some(start::later(piece, self.assets.apps.get(&App::of(piece))?));
        let rooms: String = Piece::ALL.into_iter().filter_map(later).collect();
        let stays = self.stays(&page);
        let framed = host::embed::script(&self.around.site, base).filter(|_| !page.apps.is_empty() && !is_desk);
        let scripts = [
            // What residents wrote is not touched from here.
            start::script(&apps, page.second, qr).map(|all| match is_desk {
                true => all + &rooms,
                // What others kept is not theirs.
                false if self.is_trial => all + &asks,
                false => start::at(base, all + &asks),
            }),
            page.script.clone(),
            stays.then(|| offline::script(base)),
            framed,
            hear.as_deref().filter(|_| !page.apps.is_empty() && !is_desk).map(start::hear),
        ];
        let scripts: Vec<_> = scripts.into_iter().flatten().collect();
        let early = start::letters() + &start::catch(&apps, page.second).unwrap_or_default();
        let main = if is_desk { self.desk_frame(&page) } else { self.frame(&page, body) };
        let later = page.apps.iter().flat_map(|app| app.sheets()).chain(page.later);
        let later: Vec<_> = later.copied().collect();
        let style = style::of_page(&main, &later, theme);
        let run = scripts.iter().chain([&early]);
        let policy = match is_desk {
            true => policy::desk(&style, run),
            false => policy::residents(&self.around.site.endpoint, &style, run),
        };
        let title = format!("{} – {}", page.title, self.around.site.name.get(language));
        let mut head = format!(
            "<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><title>{}</title>",
            policy,
            escape(&title)
        );
        if let Some(app) = apps.first() {
            head += &format!(
                "<link rel=\"modulepreload\" href=\"{}\"><link rel=\"preload\" as=\"fetch\" \
                 type=\"application/wasm\" crossorigin href=\"{}\">",
                app.module, app.wasm
            );
        }
        for (name, content) in
            [("description", &page.description), ("og:description", &page.description), ("og:title", &page.title)]
        {
            let key = if name.starts_with("og:") { "property" } else { "name" };
            head += &format!("<meta {key}=\"{name}\" content=\"{}\">", escape(content));
        }
        let locale = match language {
            Language::Nl => "nl_NL",
            Language::En => "en_GB",
        };
        head += &format!(
            "<meta property=\"og:type\" content=\"website\"><meta property=\"og:locale\" content=\"{locale}\">\
             <meta property=\"og:site_name\" content=\"{}\"><meta name=\"color-scheme\" content=\"light dark\">\
             <link rel=\"icon\" href=\"data:image/svg+xml,{ICON}\">",
            escape(self.around.site.name.get(language))
        );
        if let Some(image) = self.shared_image(&page) {
            head += &format!("<meta property=\"og:image\" content=\"{}\">", escape(&image));
        }
        if page.twin && page.listed {
            for other in &self.around.site.languages {
                let href = self.around.site.whole(&page.route.href(base, *other));
                head += &format!("<link rel=\"alternate\" hreflang=\"{}\" href=\"{href}\">", other.code());
            }
        }
        head += &news::link(&self.around, &page.route, language, &page.title);
        head += &host::links(&self.around, &page.route, language, page.listed);
        head += &format!("<style>{style}</style>");
        // Behind the order of layers.
        if let Some(print) = &self.assets.print {
            head += &format!("<link rel=\"stylesheet\" media=\"print\" href=\"{print}\">");
        }
        let scripts: String = scripts.iter().map(|code| format!("<script type=\"module\">{code}</script>")).collect();
        let edition = if stays { edition::BLANK } else { "" };
        let by_hand = self.around.site.endpoint.all().iter().all(|endpoint| matches!(endpoint, Endpoint::File { .. }));
        let by_hand = if by_hand { " data-by-hand" } else { "" };
        let data = page.data.as_ref().map(|(id, json)| {
            // A '<' in a text can't end the element.
            format!("<script type=\"application/json\" id=\"{id}\">{}</script>", json.replace('<', "\\u003c"))
        });
        format!(
            "<!doctype html><html lang=\"{}\"{edition}><head>{head}</head>\
             <body data-base=\"{base}\"{by_hand}><script>{early}</script>{main}{}{scripts}</body></html>\n",
            language.code(),
            data.unwrap_or_default(),
        )
    }

    /// The whole address of the page's picture, for where its link is shared: what reads it knows no site, and no drawing
    /// in lines.
    fn shared_image(&self, page: &Page) -> Option<String> {
        let site = &self.around.site;
        let shown = self.around.pictures.get(page.picture.as_ref()?)?;
        let widest = shown.sizes.last().map(|(_, href)| href);
        let href = widest.or(Some(&shown.plain).filter(|plain| !plain.ends_with(".svg")))?;
        site.address.is_some().then(|| site.whole(href))
    }

    /// Whether the page may stay on a device.
    fn stays(&self, page: &Page) -> bool {
        !page.apps.is_empty() && offline::wanted(&self.around.site, &self.assets)
    }

    fn desk_frame(&self, page: &Page) -> String {
        let (site, language) = (&self.around.site, page.language);
        view! {
            <DeskPage
                name=site.name.get(language).to_owned()
                logo=site.logo.as_ref().and_then(|name| self.around.pictures.get(name).cloned())
                base=self.around.base.clone()
                language
                presses=self.assets.presses.clone()
                twin=page.twin && site.languages.contains(&language.other())
            />
        }
        .to_html()
        // Marks for hydrating, of which there is none.
        .replace("<!>", "")
    }

    /// Header, the page's own part, footer.
    fn frame(&self, page: &Page, body: AnyView) -> String {
        let (site, language, base) = (&self.around.site, page.language, self.around.base.clone());
        let organisation = site.organisation.get(language).to_owned();
        let other_language = page.twin && site.languages.contains(&language.other());
        let href = page.route.href(&base, language);
        let newer = self.stays(page).then(|| {
            view! {
                <div role="status">
                    <div id="newer" class="notice" hidden>
                        <p>{say::newer(language)}" "<a href=href>{say::newer_load(language)}</a></p>
                    </div>
                </div>
            }
        });
        // Shown by the service worker, on pages of which an old one may be wrong.
        let kept = (self.stays(page) && offline::When::Fresh == offline::when(&page.route)).then(|| {
            view! { <div id=offline::KEPT class="notice" hidden><p>{say::kept(language)}</p></div> }
        });
        // Shown by the script in a frame.
        let framed = (!page.apps.is_empty() && !site.embed.is_empty()).then(|| {
            let href = page.route.href(&base, language);
            view! {
                <div id="framed" class="notice" hidden>
                    <p>{say::framed(language)}" "<a href=href target="_blank">{say::framed_alone(language)}</a></p>
                </div>
            }
        });
        view! {
            <Header
                name=site.name.get(language).to_owned()
                organisation=organisation.clone()
                logo=site.logo.as_ref().and_then(|name| self.around.pictures.get(name).cloned())
                here=page.route.clone()
                base=base.clone()
                language
                other_language
            />
            {site.notice.as_ref().filter(|_| page.notice).map(|notice| view! { <Notice text=notice.get(language).to_owned() language /> })}
            <div id=mine::BANNER></div>
            {newer}
            {kept}
            {framed}
            <main id="main" data-hear=say::hear(language) data-hush=say::hush(language)>{body}</main>
            <Footer organisation contact=site.contact.clone() base language />
        }
        .to_html()
        // Marks for hydrating, of which there is none.
        .replace("<!>", "")
    }
}

/// A standing stone under a lintel, as in the header.
const ICON: &str = "%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath fill='%23a8431f' \
                    d='M4 8c6-5 18-5 24 0l-1 6H5zM7 15h6v13H6zM19 15h6l1 13h-7z'/%3E%3C/svg%3E";
