//! One collector for each data folder. The operating system holds the lock for as long as the process lives, however
//! it ends; the file that it is on stays.

use crate::{files::error::Error, native::private};
use std::{
    fs::{File, TryLockError},
    path::Path,
};

/// The name of the file.
pub const FILE: &str = "collector.lock";

/// The folder is ours until this is dropped.
pub struct Lock {
    _held: File,
}

impl Lock {
    /// Takes the folder, or says that another collector has it.
    pub fn take(dir: &Path) -> Result<Self, Error> {
        let path = dir.join(FILE);
        let file = private::create(&path).map_err(Error::write(&path))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _held: file }),
            Err(TryLockError::WouldBlock) => Err(Error::DataInUse(dir.to_owned())),
            Err(TryLockError::Error(cause)) => Err(Error::Write { path, cause }),
        }
    }
}
