//! The collector as the outside world meets it: a real process, real bytes on real connections.

mod conduct;
mod contract;
mod forms;
mod gather;
mod hostile;
mod power;
mod pressure;
mod refusals;
mod site;
mod support;
