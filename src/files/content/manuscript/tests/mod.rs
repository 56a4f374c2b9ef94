//! Manuscripts are read, changed, taken back and written as they should be.

mod changing;
mod going_out;
mod reading;
mod together;
