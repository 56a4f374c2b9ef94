//! `_redirects`, for Netlify, Cloudflare and GitLab Pages: addresses that people try.

/// The file. Pages themselves need none of it: they are folders.
pub fn file(base: &str) -> String {
    if base == "/" {
        // Dutch has no path of its own; English has, so people guess that Dutch has too.
        "/nl/* /:splat 301\n/security.txt /.well-known/security.txt 301\n".to_owned()
    } else {
        format!("/ {base} 302\n")
    }
}

#[cfg(test)]
mod tests {
    use super::file;

    #[test]
    fn under_a_path_the_root_leads_there_and_nothing_else_is_touched() {
        assert_eq!(file("/denkmee/"), "/ /denkmee/ 302\n");
        assert!(file("/").lines().all(|line| line.starts_with("/nl/* ") || line.starts_with("/security.txt ")));
    }
}
