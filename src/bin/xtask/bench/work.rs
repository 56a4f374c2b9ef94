//! What staff wait for: publishing a hundred consultations, and gathering, deciding about and publishing the feedback on many
//! reactions; and what folding the log of five people costs.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::bench::reaction::Consultation;
use crate::bundle;
use crate::error::Error;
use crate::paths::Paths;
use crate::site;
use crate::steps::Steps;
use crate::table::{Table, grouped};

/// How much.
#[derive(clap::Args)]
pub struct Work {
    /// How many consultations a site has
    #[arg(long, value_name = "N", default_value_t = 100)]
    consultations: u32,
    /// How many reactions one of them got, and how many are placed in the log that is folded
    #[arg(long, value_name = "N", default_value_t = 100_000)]
    reactions: u32,
}

/// How many themes they are in.
const THEMES: usize = 9;
/// How often a process is asked for its memory.
const LOOK: Duration = Duration::from_millis(20);

/// Prints seconds and memory of each; it fails where something does.
pub fn run(paths: &Paths, steps: &mut Steps, work: &Work) -> Result<(), Error> {
    site::native(paths, steps, true)?;
    bundle::build(paths, steps)?;
    let dir = paths.root.join("target/bench-work");
    if dir.exists() {
        fs::remove_dir_all(&dir).map_err(Error::io("empty", &dir))?;
    }
    let many = dir.join("many");
    consultations(paths, &many.join("content"), work.consultations)?;
    let one = dir.join("one");
    consultations(paths, &one.join("content"), 0)?;
    let consultation = Consultation::open_one(&paths.root)?;
    let came_in = one.join("in.ndjson");
    let ids = reactions(&came_in, &consultation, work.reactions)?;
    let decided = one.join("decided.json");
    fs::write(&decided, decisions(&consultation, &ids)).map_err(Error::io("write", &decided))?;

    let mut table = Table::new(["what", "seconds", "memory MB"]);
    let mut measure = |name: String, dir: &Path, args: &[&str]| {
        let (seconds, memory) = measured(paths, steps, &name, dir, args)?;
        table.row([name, format!("{seconds:.1}"), memory.map_or("?".to_owned(), |kib| grouped(kib / 1024))]);
        Ok::<(), Error>(())
    };
    let bundle = paths.bundle.to_string_lossy();
    let publish = ["publish", "--quick", "--content", "content", "--out", "site", "--bundle", &bundle];
    measure(format!("publish {} consultations", work.consultations), &many, &publish)?;
    measure("… once more, nothing changed".to_owned(), &many, &publish)?;
    let count = grouped(u64::from(work.reactions));
    measure(format!("gather {count} reactions"), &one, &["gather", "--from", "in.ndjson", "--to", "."])?;
    measure("… once more, nothing new".to_owned(), &one, &["gather", "--from", "in.ndjson", "--to", "."])?;
    measure("say how it stands".to_owned(), &one, &["stand", "."])?;
    measure("give each its place".to_owned(), &one, &["decide", ".", "--from", "decided.json"])?;
    measure(
        "publish with the feedback on them".to_owned(),
        &one,
        &[&publish[..], &["--feedback", consultation.slug()]].concat(),
    )?;
    println!("{table}");

    let mut command = Command::new(paths.native_command(true));
    command.args(["rehearse", "--placements", &work.reactions.to_string()]);
    let told: Value = serde_json::from_str(&steps.command("fold a log", &mut command)?).unwrap_or_default();
    let number = |key: &str| told[key].as_f64().unwrap_or_default();
    let mut table = Table::new(["placements", "reading s", "folding s", "one change, at 10 / all (µs)", "memory MB"]);
    table.row([
        count,
        format!("{:.2}", number("read_seconds")),
        format!("{:.2}", number("fold_seconds")),
        format!("{:.0} / {:.0}", number("change_at_10_us"), number("change_at_all_us")),
        grouped(told["peak_memory_kib"].as_u64().unwrap_or_default() / 1024),
    ]);
    println!("{table}");
    println!("{}", crate::test::folding(paths, steps, work.reactions)?);
    Ok(())
}

/// The example content without its feedback, and so many consultations more, each a copy of one of them.
fn consultations(paths: &Paths, content: &Path, more: u32) -> Result<(), Error> {
    let from = paths.root.join("public");
    for folder in ["consultations", "places", "pictures"] {
        let to = content.join(folder);
        fs::create_dir_all(&to).map_err(Error::io("make", &to))?;
        let from = from.join("content").join(folder);
        for entry in fs::read_dir(&from).map_err(Error::io("list", &from))?.flatten() {
            let to = to.join(entry.file_name());
            fs::copy(entry.path(), &to).map_err(Error::io("write", &to))?;
            let Some(name) = to.file_stem().and_then(|name| name.to_str()) else { continue };
            if folder == "consultations" && name == "drenthe-dichterbij" {
                for n in 0..more {
                    let copy = to.with_file_name(format!("{name}-{n}.json"));
                    let text = fs::read_to_string(&to).map_err(Error::io("read", &to))?;
                    let mut json: Value = serde_json::from_str(&text).unwrap_or_default();
                    json["slug"] = json!(format!("{name}-{n}"));
                    fs::write(&copy, json.to_string()).map_err(Error::io("write", &copy))?;
                }
            }
        }
    }
    let site = content.with_file_name("site.json");
    fs::copy(from.join("site.json"), &site).map_err(Error::io("write", &site))?;
    Ok(())
}

/// So many reactions as lines; their ids.
fn reactions(file: &Path, consultation: &Consultation, count: u32) -> Result<Vec<String>, Error> {
    let mut out = std::io::BufWriter::new(fs::File::create(file).map_err(Error::io("write", file))?);
    let mut ids = Vec::new();
    for _ in 0..count {
        let (id, body) = consultation.reaction();
        writeln!(out, "{body}").map_err(Error::io("write", file))?;
        ids.push(id);
    }
    out.flush().map_err(Error::io("write", file))?;
    Ok(ids)
}

/// Nine themes that landed, with all of them in it.
fn decisions(consultation: &Consultation, ids: &[String]) -> String {
    let landing = json!({"status": "adopted", "what": "Vaker een bus", "reason": "Dat hoorden we vaak.",
        "destination": {"kind": "province", "name": "Provincie"}});
    let theme = |n| json!({"id": format!("thema-{n}"), "title": format!("Thema {n}"), "summary": "Wat we hoorden.", "landings": [landing]});
    let place = |(at, id): (usize, &String)| json!({"reaction": id, "themes": [format!("thema-{}", at % THEMES)]});
    json!({"format": "beginspraak.decisions/1", "consultation": consultation.slug(),
        "themes": (0..THEMES).map(theme).collect::<Vec<_>>(),
        "placements": ids.iter().enumerate().map(place).collect::<Vec<_>>()})
    .to_string()
}

/// Runs the command in a folder: how long it took, and the most memory that it had, in KiB, where the system tells.
fn measured(
    paths: &Paths,
    steps: &mut Steps,
    name: &str,
    dir: &Path,
    args: &[&str],
) -> Result<(f64, Option<u64>), Error> {
    steps.work(name, || {
        let program = paths.native_command(true);
        let mut command = Command::new(&program);
        command.args(args).current_dir(dir).stdout(Stdio::null()).stderr(Stdio::piped());
        let started = Instant::now();
        let mut child = command.spawn().map_err(Error::io("start", &program))?;
        let status = format!("/proc/{}/status", child.id());
        let mut memory = None;
        let ended = loop {
            if let Some(ended) = child.try_wait().map_err(Error::io("wait for", &program))? {
                break ended;
            }
            let told = fs::read_to_string(&status).unwrap_or_default();
            let peak = told
                .lines()
                .find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix("kB")?.trim().parse().ok());
            memory = memory.max(peak);
            thread::sleep(LOOK);
        };
        let took = started.elapsed().as_secs_f64();
        if ended.success() {
            return Ok((took, memory));
        }
        let said = child.wait_with_output().map(|output| String::from_utf8_lossy(&output.stderr).into_owned());
        eprint!("{}", said.unwrap_or_default());
        Err(Error::Failed { step: name.to_owned(), command: args.join(" "), code: ended.code() })
    })
}
