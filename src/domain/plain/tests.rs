//! What is a signal in a whole text, and what holds for any text.

use super::*;
