//! What others put in the folder stays; and wherever publishing is cut off, what stands there can be used.

use super::*;
use crate::{
    native::publish::output::{Effort, same},
    press::{Made, edition},
};
use indicatif::ProgressBar;

/// A site of a number of pages that all name the app of this release.
fn site(root: &Path, release: u32, pages: &[&str]) -> Output {
    let mut out = Made::default();
    let app = format!("export default {release}; // {}", "x".repeat(600));
    let asset = format!("assets/page-{}.js", edition::sum(app.as_bytes()));
    out.text(&asset, &app);
    for page in pages {
        let text = "Denk mee. ".repeat(60);
        out.text(
            page,
            &format!("<!doctype html><html lang=\"nl\"><body data-base=\"/\">{asset} {release} {text}</body>"),
        );
    }
    out.text("assets.json", "{\"base\":\"/\",\"theme\":\"\",\"apps\":{}}");
    out.text("site.json", "{\"format\":\"beginspraak.site/1\"}");
    out.text("sw.js", &format!("list {asset}"));
    Output::of(out, root, Effort::Quick, &ProgressBar::hidden())
}

fn find(root: &Path) -> Release {
    Release::find(root, &[]).unwrap()
}

fn publish(root: &Path, out: &Output) -> Result<Put, Error> {
    let lock = Lock::take(root)?;
    put(&find(root), out, &lock, || Ok(()))
}

/// Every file below a folder, with what is in it.
fn tree(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut tree = BTreeMap::new();
    let mut look = vec![root.to_owned()];
    while let Some(folder) = look.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                look.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                tree.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    tree
}

/// What is wrong in a folder for somebody who visits it now.
fn wrong(root: &Path) -> Vec<String> {
    let tree = tree(root);
    let mut wrong = Vec::new();
    for (path, bytes) in &tree {
        if let Some(plain) = whose(path) {
            let right = tree.get(plain).is_some_and(|plain| same(path, bytes, plain));
            wrong.extend((!right).then(|| format!("{path} is not as its page")));
        } else if path.ends_with(".html") || path == "sw.js" {
            let text = String::from_utf8_lossy(bytes);
            let named = text.split([' ', '>', '"']).find(|word| word.starts_with("assets/")).unwrap_or_default();
            wrong.extend((!tree.contains_key(named)).then(|| format!("{path} names {named}, which is not there")));
        }
    }
    wrong
}

#[test]
fn wherever_it_is_cut_off_each_page_is_whole_and_the_next_time_all_is_right() {
    let (first, second) = (["index.html", "oud/index.html", "a/b/index.html"], ["index.html", "nieuw/index.html"]);
    let fresh = tempfile::tempdir().unwrap();
    publish(fresh.path(), &site(fresh.path(), 2, &second)).unwrap();
    let expected = tree(fresh.path());
    let mut at = 0;
    loop {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path();
        publish(root, &site(root, 1, &first)).unwrap();
        let (release, out) = (find(root), site(root, 2, &second));
        let staged = Staged::new(&release, &out).unwrap();
        staged.write(&out).unwrap();
        staged.begin().unwrap();
        for step in staged.steps.iter().take(at) {
            staged.walk(step).unwrap();
            assert_eq!(wrong(root), [""; 0], "after {step:?}, step {at} of {}", staged.steps.len());
        }
        let over = at > staged.steps.len();
        publish(root, &site(root, 2, &second)).unwrap();
        assert_eq!(tree(root).keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>(), "cut off at {at}");
        assert!(tree(root) == expected && !root.join("oud").exists() && !root.join("a").exists());
        if over {
            break;
        }
        at += 1;
    }
    assert!(at > 10, "there were steps to cut off");
}

#[test]
fn what_others_put_in_the_folder_stays() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, &site(root, 1, &["index.html", "oud/index.html"])).unwrap();
    let others = [".git/HEAD", "CNAME", "google1.html", ".well-known/acme-challenge/x", "oud/foto.jpg", "intake.json"];
    for path in others {
        fs::create_dir_all(disk::parent(&root.join(path))).unwrap();
        fs::write(root.join(path), "not ours").unwrap();
    }
    publish(root, &site(root, 2, &["index.html"])).unwrap();
    let tree = tree(root);
    for path in others {
        assert_eq!(tree[path], b"not ours", "{path}");
    }
    assert!(!tree.contains_key("oud/index.html") && !tree.contains_key("oud/index.html.br"));
}

#[test]
fn a_page_of_ours_that_somebody_changed_is_left_and_told() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, &site(root, 1, &["index.html", "oud/index.html"])).unwrap();
    fs::write(root.join("oud/index.html"), "My own words now").unwrap();
    let put = publish(root, &site(root, 2, &["index.html"])).unwrap();
    // The page, the app under its new name and what lists it; the old app has gone.
    assert_eq!(put, Put { new: 1, changed: 2, gone: 1, left: vec!["oud/index.html".to_owned()] });
    assert_eq!(fs::read(root.join("oud/index.html")).unwrap(), b"My own words now");
}

#[cfg(unix)]
#[test]
fn links_are_neither_followed_nor_removed() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let (root, mine) = (dir.path().join("dist"), dir.path().join("mine"));
    fs::create_dir_all(mine.join("deep")).unwrap();
    fs::write(mine.join("index.html"), "years of work").unwrap();
    publish(&root, &site(&root, 1, &["index.html", "oud/index.html"])).unwrap();
    symlink("../mine", root.join("extra")).unwrap();
    symlink("../dist", root.join("loop")).unwrap();
    // A folder of ours was replaced by a link to somebody's own.
    fs::remove_dir_all(root.join("oud")).unwrap();
    symlink("../mine", root.join("oud")).unwrap();
    publish(&root, &site(&root, 2, &["index.html"])).unwrap();
    assert_eq!(fs::read(mine.join("index.html")).unwrap(), b"years of work");
    for link in ["extra", "loop", "oud"] {
        assert!(root.join(link).is_symlink(), "{link}");
    }
    // And nothing is written through one.
    let refused = publish(&root, &site(&root, 3, &["index.html", "extra/index.html"]));
    assert!(matches!(refused, Err(Error::InTheWay(path)) if path == root.join("extra")));
    let (mut told, lock) = (false, Lock::take(&root).unwrap());
    let out = site(&root, 3, &["extra/index.html"]);
    put(&find(&root), &out, &lock, || {
        told = true;
        Ok(())
    })
    .unwrap_err();
    assert!(!told, "what goes with it is not done either");
    assert_eq!(fs::read(mine.join("index.html")).unwrap(), b"years of work");
    assert!(String::from_utf8_lossy(&fs::read(root.join("sw.js")).unwrap()).starts_with("list"));
    assert!(!String::from_utf8_lossy(&fs::read(root.join("index.html")).unwrap()).contains(" 3 "), "nothing is new");
}

#[test]
fn a_site_without_a_list_is_taken_over_and_its_old_pages_go() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, &site(root, 1, &["index.html", "oud/index.html"])).unwrap();
    fs::remove_file(root.join(MANIFEST)).unwrap();
    for (path, text) in [("CNAME", "denkmee.example.nl"), ("google1.html", "google-site-verification")] {
        fs::write(root.join(path), text).unwrap();
    }
    publish(root, &site(root, 2, &["index.html"])).unwrap();
    let tree = tree(root);
    assert!(tree.contains_key("CNAME") && tree.contains_key("google1.html") && tree.contains_key("index.html"));
    assert!(!root.join("oud").exists());
    assert_eq!(tree.keys().filter(|path| path.ends_with(".js")).count(), 2, "the old app has gone");
}

#[test]
fn one_publisher_at_a_time() {
    let dir = tempfile::tempdir().unwrap();
    let lock = Lock::take(dir.path()).unwrap();
    assert!(matches!(Lock::take(dir.path()), Err(Error::Publishing(_))));
    drop(lock);
    assert!(Lock::take(dir.path()).is_ok());
}

#[test]
fn the_same_again_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    publish(root, &site(root, 1, &["index.html"])).unwrap();
    let modified = |path: &str| fs::metadata(root.join(path)).unwrap().modified().unwrap();
    let before = (modified("index.html"), modified(MANIFEST));
    publish(root, &site(root, 1, &["index.html"])).unwrap();
    assert_eq!((modified("index.html"), modified(MANIFEST)), before);
}
