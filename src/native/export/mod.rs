//! `beginspraak export`: a gathered file as JSON, or as CSV for a spreadsheet.

pub mod cell;
pub mod table;

use super::{
    Outcome,
    cli::{ExportArgs, ExportFormat},
    error::Error,
    gather::gathered::Gathered,
    private,
};
use crate::{domain::language::Language, texts};
use std::io::{self, ErrorKind, Write};

/// By this Excel knows that a file is UTF-8.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writes the file.
pub fn run(args: &ExportArgs, language: Language) -> Result<Outcome, Error> {
    if !args.from.exists() {
        return Err(Error::Read { path: args.from.clone(), cause: ErrorKind::NotFound.into() });
    }
    let gathered = Gathered::open(&args.from)?;
    let by_name = match args.to.extension() {
        Some(extension) if extension.eq_ignore_ascii_case("json") => ExportFormat::Json,
        _ => ExportFormat::Csv,
    };
    private::replace(&args.to, |out| match args.format.unwrap_or(by_name) {
        ExportFormat::Json => json(&gathered, out),
        ExportFormat::Csv => csv(&gathered, !args.no_bom, out),
    })?;
    println!("{}", texts::cli::exported(language, gathered.len(), &args.to));
    private::tell(&args.to, language);
    Ok(Outcome::Clean)
}

/// A list of reactions, a line for each.
fn json(gathered: &Gathered, out: &mut dyn Write) -> io::Result<()> {
    for (n, reaction) in gathered.reactions().enumerate() {
        out.write_all(if n == 0 { b"[\n" } else { b",\n" })?;
        serde_json::to_writer(&mut *out, reaction)?;
    }
    out.write_all(if gathered.is_empty() { b"[]\n" } else { b"\n]\n" })
}

/// A row for each reaction, every cell quoted and safe.
pub fn csv(gathered: &Gathered, bom: bool, out: &mut dyn Write) -> io::Result<()> {
    if bom {
        out.write_all(BOM)?;
    }
    let mut writer = csv::WriterBuilder::new()
        .quote_style(csv::QuoteStyle::Always)
        .terminator(csv::Terminator::CRLF)
        .from_writer(out);
    for row in table::rows(gathered.reactions()) {
        writer.write_record(&row)?;
    }
    writer.flush()
}
