//! The lists of a form: their items, each with its fields, and what one does with them.

use super::{
    Html,
    page::is_part,
    rows::{FIELD, Row, SAID, fields, title},
};
use crate::{
    files::content::manuscript::{
        form::{Field, is_own},
        path::get,
    },
    texts::{fields as t, writing},
};
use serde_json::Value;

/// How a list shows where its items have many fields: each can be folded.
const FOLDED: usize = 3;

/// The list of what happened to the question: that is taken back by undoing.
const AMENDED: &str = "amended";

impl Row<'_> {
    /// A list: its items, and what one does with them.
    pub(super) fn list(&self, html: &mut Html, inner: Option<&[Field]>, min: usize, max: usize) {
        let language = self.form.language;
        let all = get(self.form.root, self.at).and_then(Value::as_array).map_or(0, Vec::len);
        // What the program makes shows once it is there.
        let own = inner.is_some_and(is_own);
        html.open("div", &[("class", Some("write-list"))]);
        if all > 0 || !own {
            let id = format!("{FIELD}{}", self.at);
            let id = own.then_some(id.as_str());
            // A part that is this list is called the same already.
            if !is_part(self.at) {
                html.put("h3", &[("id", id), ("tabindex", id.map(|_| "-1"))], t::label(language, self.name));
            }
            self.help(html);
        }
        html.open("ol", &[]);
        for n in 0..all {
            let at = format!("{}[{n}]", self.at);
            let item = t::nth(language, self.name, n);
            html.open("li", &[("data-item", Some(&at))]);
            match inner {
                Some(inner) if !own && inner.len() > FOLDED || self.form.folds(self.at) => {
                    html.open(
                        "details",
                        &[("data-fold", Some(&at)), ("open", self.form.unfolded.contains(&at).then_some(""))],
                    );
                    html.open("summary", &[]);
                    html.text(&item);
                    html.put("span", &[("data-title", Some(&at)), ("dir", Some("auto"))], &title(self.form, &at));
                    html.close("summary");
                    html.open("div", &[("class", Some("write-fields"))]);
                    self.inner(html, inner, &at);
                    html.close("div");
                    html.close("details");
                }
                Some(inner) => {
                    html.open(
                        "div",
                        &[("class", Some("write-fields")), ("role", Some("group")), ("aria-label", Some(&item))],
                    );
                    if own {
                        html.put("p", &[], &self.form.about(&at));
                    }
                    self.inner(html, inner, &at);
                    html.close("div");
                }
                None => {
                    let row = Row { at: &at, need: true, ..*self };
                    html.open("div", &[]);
                    row.texts(html, false, &item);
                    html.close("div");
                }
            }
            if max > min && self.name != AMENDED {
                // What the program makes has its own order.
                self.acts(html, &at, &item, if own { (0, 1) } else { (n, all) });
            }
            html.close("li");
        }
        html.close("ol");
        if all < max && !own {
            let id = format!("{FIELD}{}", self.at);
            html.put(
                "button",
                &[
                    ("class", Some("button")),
                    ("type", Some("button")),
                    ("id", Some(&id)),
                    ("data-do", Some("add")),
                    ("data-at", Some(self.at)),
                    ("aria-describedby", Some(&format!("{SAID}{}", self.at))),
                ],
                &t::add(language, self.name),
            );
        }
        self.said(html, self.at);
        html.close("div");
    }

    fn inner(&self, html: &mut Html, inner: &[Field], at: &str) {
        let owner = self.name.rsplit('.').next().unwrap_or_default();
        fields(html, self.form, inner, owner, at);
    }

    /// What one does with an item; it can be dragged too.
    fn acts(&self, html: &mut Html, at: &str, item: &str, (n, all): (usize, usize)) {
        let language = self.form.language;
        html.open("p", &[("class", Some("write-acts"))]);
        if all > 1 {
            html.put(
                "span",
                &[("class", Some("write-handle")), ("data-handle", Some(at)), ("aria-hidden", Some("true"))],
                "⠿",
            );
        }
        // At an end the button that leads no further stays where it is: who pressed it does not lose their place.
        let all_of_them = [
            ("up", writing::up(language), n > 0),
            ("down", writing::down(language), n + 1 < all),
            ("out", writing::out(language), true),
        ];
        for (what, text, can) in all_of_them {
            if all > 1 || can {
                let id = format!("{what}.{at}");
                html.open(
                    "button",
                    &[
                        ("class", Some("button button--link")),
                        ("type", Some("button")),
                        ("id", Some(&id)),
                        ("data-do", Some(what)),
                        ("data-at", Some(at)),
                        ("aria-disabled", (!can).then_some("true")),
                    ],
                );
                html.text(text);
                html.put("span", &[("class", Some("visually-hidden"))], &format!(": {item}"));
                html.close("button");
            }
        }
        html.close("p");
    }
}
