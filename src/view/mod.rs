//! Leptos components for both worlds: natively they prerender pages, in the browser they make what comes later.

pub mod block;
pub mod desk;
pub mod feedback;
pub mod follow;
pub mod form;
pub mod looked;
pub mod mine;
pub mod page;
pub mod picture;
pub mod qr;
pub mod question;
pub mod signpost;
