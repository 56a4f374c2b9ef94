//! `/` of a site that is not in Dutch, whose pages all have the address of another language: leads to its overview.

use super::super::{Pages, host, shell::escape};
use crate::domain::{language::Language, route::Route};

/// The page.
pub fn render(pages: &Pages, language: Language) -> String {
    let home = Route::Overview.href(&pages.assets.base, language);
    let name = escape(pages.site.name.get(language));
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'\"><meta http-equiv=\"refresh\" content=\"0; url={home}\"><title>{name}</title>\
         <link rel=\"canonical\" href=\"{}\"></head><body><p><a href=\"{home}\">{name}</a></p></body></html>\n",
        language.code(),
        escape(&host::address(&pages.site, &home)),
    )
}
