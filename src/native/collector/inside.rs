//! Which of the site's files anybody may have: those that are really in its folder, and no hidden ones.

use super::percent::decoded;
use std::path::Path;

/// What `publish` and web servers put beside a file, smaller.
const TWINS: [&str; 3] = ["", ".br", ".gz"];

/// Whether `path`, which begins with a slash and is relative to the folder, leads to nothing outside it and to nothing
/// that is hidden. A link to a place in the folder is fine; `.well-known` is there to be seen.
pub async fn is_inside(dir: &Path, path: &str) -> bool {
    let Some(path) = decoded(path.as_bytes(), b'+') else { return false };
    let relative = path.trim_start_matches('/');
    let hidden = |(at, part): (usize, &str)| part.starts_with('.') && !(at == 0 && part == ".well-known");
    if relative.split('/').enumerate().any(hidden) {
        return false;
    }
    let Ok(root) = tokio::fs::canonicalize(dir).await else { return false };
    let file = relative.trim_end_matches('/');
    let page = format!("{file}/index.html");
    for name in [file, page.trim_start_matches('/')] {
        for twin in TWINS {
            // What is not there is for the site's own page to say.
            let Ok(real) = tokio::fs::canonicalize(dir.join(format!("{name}{twin}"))).await else { continue };
            if !real.starts_with(&root) {
                return false;
            }
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[tokio::test]
    #[cfg(unix)]
    async fn links_lead_nowhere_outside_and_hidden_files_stay_hidden() {
        use std::os::unix::fs::symlink;
        let dir = tempfile::tempdir().unwrap();
        let (site, secret) = (dir.path().join("site"), dir.path().join("geheim"));
        for folder in ["site/vraag", "site/.git", "site/.well-known", "site/map", "geheim"] {
            fs::create_dir_all(dir.path().join(folder)).unwrap();
        }
        for file in ["site/a.html", "site/.htpasswd", "site/.git/config", "site/.well-known/x", "geheim/index.html"] {
            fs::write(dir.path().join(file), "x").unwrap();
        }
        symlink(secret.join("index.html"), site.join("uit.html")).unwrap();
        symlink(secret.join("index.html"), site.join("a.html.br")).unwrap();
        symlink(secret.join("index.html"), site.join("map/index.html")).unwrap();
        symlink(&secret, site.join("uit")).unwrap();
        symlink(site.join("vraag"), site.join("ook-vraag")).unwrap();
        for path in ["/", "/vraag/", "/ook-vraag/", "/nergens", "/.well-known/x", "/vr%61ag/"] {
            assert!(is_inside(&site, path).await, "{path}");
        }
        for path in [
            "/uit.html",
            "/uit/index.html",
            "/uit/",
            "/a.html",
            "/map/",
            "/.htpasswd",
            "/%2ehtpasswd",
            "/.git/config",
            "/vraag/../.git/config",
            "/vraag/.well-known",
            "/%ff",
            "/%2",
        ] {
            assert!(!is_inside(&site, path).await, "{path}");
        }
        // The site's folder may itself be a link, so that one can publish beside it and switch.
        symlink(&site, dir.path().join("nu")).unwrap();
        assert!(is_inside(&dir.path().join("nu"), "/vraag/").await);
    }
}
