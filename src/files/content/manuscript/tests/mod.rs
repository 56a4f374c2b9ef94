//! Manuscripts are read, changed, taken back and written as they should be.

mod changing;
mod reading;
