//! The collector as the outside world meets it: a real process, real bytes on real connections.

mod conduct;
mod contract;
mod erase;
mod forms;
mod gather;
mod hostile;
mod power;
mod pressure;
#[path = "../support/reactions.rs"]
mod reactions;
mod refusals;
mod site;
mod support;
