//! Which module names which, as the source says it: in `use` lines, grouped or not, and in the midst of code.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};

/// The way to a module, or to something in one.
type Way = Vec<String>;
/// From which neighbour to which, and by what.
type Steps = BTreeMap<String, BTreeMap<String, Vec<String>>>;

/// The modules, and what each of them names.
#[derive(Default)]
pub struct House {
    modules: BTreeSet<Way>,
    /// What is also known under another name, by that name: modules inside see what those around them `use`.
    told_on: BTreeMap<Way, Way>,
    names: BTreeMap<Way, BTreeSet<Way>>,
    /// What of the standard library it names.
    std: BTreeMap<Way, BTreeSet<String>>,
    /// Modules that are only there for tests.
    tests: BTreeSet<Way>,
}

impl House {
    /// Of these files, each with the module that it is.
    pub fn of(files: &[(Way, String)]) -> Self {
        let mut house = Self { modules: files.iter().map(|(module, _)| module.clone()).collect(), ..Self::default() };
        for (module, text) in files {
            let tokens: TokenStream = text.parse().unwrap_or_else(|error| panic!("{}: {error}", module.join("::")));
            house.look(module, module, tokens);
        }
        house
    }

    /// Whatever names something above it or beside it, or stands in no layer.
    pub fn upward(&self, layers: &[&[&str]]) -> Vec<String> {
        let layer = |way: &Way| layers.iter().position(|layer| layer.contains(&way[0].as_str()));
        let wrong = |(from, to): &(&Way, Way)| match (layer(from), layer(to)) {
            (Some(above), Some(below)) => above <= below && from[0] != to[0],
            _ => true,
        };
        let told = |(from, to): (&Way, Way)| format!("{} names {}", from.join("::"), to.join("::"));
        self.edges().filter(wrong).map(told).collect()
    }

    /// Whatever below the `edges` names what only they may.
    pub fn outward(&self, world: &[&str], edges: &[&str]) -> Vec<String> {
        let below = self.std.iter().filter(|(from, _)| !edges.contains(&from[0].as_str()) && !self.is_test(from));
        let touches = |name: &&String| world.iter().any(|part| name.split("::").take(2).eq(part.split("::")));
        below
            .flat_map(|(from, names)| {
                names.iter().filter(touches).map(move |name| format!("{} names {name}", from.join("::")))
            })
            .collect()
    }

    /// Neighbours at the second level that lean on each other, by one road or another.
    pub fn circles(&self) -> Vec<Vec<String>> {
        let steps = self.steps();
        let reached: BTreeMap<_, _> = steps.keys().map(|from| (from, reach(&steps, from))).collect();
        let mutual = |a: &String, b: &String| {
            let leads = |from: &String, to: &String| reached.get(from).is_some_and(|seen| seen.contains(to));
            leads(a, b) && leads(b, a)
        };
        let all = steps.keys().filter(|node| mutual(node, node));
        let circles: BTreeSet<Vec<String>> =
            all.map(|node| steps.keys().filter(|other| mutual(node, other)).cloned().collect()).collect();
        circles.into_iter().collect()
    }

    /// A circle with every step in it.
    pub fn told(&self, circle: &[String]) -> String {
        let steps = self.steps();
        let inside = |from: &String| -> Vec<String> {
            let steps = steps.get(from).into_iter().flatten().filter(|(to, _)| circle.contains(to));
            steps.map(|(to, where_)| format!("{from} → {to}: {}", where_.join(", "))).collect()
        };
        format!("a circle:\n{}", circle.iter().flat_map(inside).collect::<Vec<_>>().join("\n"))
    }

    /// From which neighbour to which, and by what.
    fn steps(&self) -> Steps {
        let mut steps = Steps::new();
        for (from, to) in self.edges() {
            let home = self.module(&to);
            if from.len() < 2 || home.len() < 2 || from[0] != home[0] || from[1] == home[1] {
                continue;
            }
            let by = format!("{} names {}", from.join("::"), to.join("::"));
            steps.entry(from[..2].join("::")).or_default().entry(home[..2].join("::")).or_default().push(by);
        }
        steps
    }

    /// From each module to each thing that it names, but for tests.
    fn edges(&self) -> impl Iterator<Item = (&Way, Way)> {
        let real = self.names.iter().filter(move |(from, _)| !self.is_test(from));
        real.flat_map(move |(from, names)| names.iter().map(move |to| (from, self.itself(to))))
            .filter(|(_, to)| !to.is_empty())
    }

    fn is_test(&self, module: &Way) -> bool {
        (1..=module.len()).any(|length| self.tests.contains(&module[..length]))
    }

    /// What is meant by a name that is told on from elsewhere.
    fn itself(&self, way: &Way) -> Way {
        let mut way = way.clone();
        // A name that is told on many times over would be a riddle to people too.
        for _ in 0..8 {
            let other =
                |length: usize| (!self.modules.contains(&way[..length])).then(|| self.told_on.get(&way[..length]))?;
            let known = (1..=way.len()).find_map(|length| Some((length, other(length)?)));
            let Some((length, target)) = known else { break };
            way = [&target[..], &way[length..]].concat();
        }
        way
    }

    /// The module in which something is.
    fn module(&self, way: &Way) -> Way {
        let known = (1..=way.len()).rev().map(|length| way[..length].to_vec()).find(|way| self.modules.contains(way));
        known.unwrap_or_default()
    }

    /// Looks through the tokens of a file, in the module `scope` of it.
    fn look(&mut self, file: &Way, scope: &Way, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            match &tokens[at] {
                TokenTree::Punct(mark) if mark.as_char() == '#' && is_for_tests(tokens.get(at + 1)) => {
                    at = self.skip(scope, &tokens, at + 2);
                    continue;
                }
                TokenTree::Ident(word) if word == "mod" => {
                    if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                        (tokens.get(at + 1), tokens.get(at + 2))
                    {
                        let inner = [&scope[..], &[name.to_string()]].concat();
                        self.look(file, &inner, body.stream());
                        at += 3;
                        continue;
                    }
                }
                TokenTree::Ident(word) if word == "use" => {
                    let mut ways = Vec::new();
                    at = tree(&tokens, at + 1, &Vec::new(), &mut ways);
                    for (way, name) in ways {
                        self.note(file, scope, &way, Some(name));
                    }
                    continue;
                }
                TokenTree::Ident(word) if is_root(&word.to_string()) && !follows_path(&tokens, at) => {
                    let mut ways = Vec::new();
                    let next = tree(&tokens, at, &Vec::new(), &mut ways);
                    for (way, _) in ways.into_iter().filter(|(way, _)| way.len() > 1) {
                        self.note(file, scope, &way, None);
                    }
                    at = next.max(at + 1);
                    continue;
                }
                TokenTree::Group(group) => self.look(file, scope, group.stream()),
                _ => {}
            }
            at += 1;
        }
    }

    /// Passes over an item that is only there for tests. One that is a file of its own is remembered.
    fn skip(&mut self, scope: &Way, tokens: &[TokenTree], mut at: usize) -> usize {
        while let Some(token) = tokens.get(at) {
            match token {
                TokenTree::Ident(word) if word == "mod" => {
                    if let Some(TokenTree::Ident(name)) = tokens.get(at + 1) {
                        self.tests.insert([&scope[..], &[name.to_string()]].concat());
                    }
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return at + 1,
                TokenTree::Punct(mark) if mark.as_char() == ';' => return at + 1,
                _ => {}
            }
            at += 1;
        }
        at
    }

    /// Notes what is named in a module, by whatever way; `name` is what it is known as here.
    fn note(&mut self, file: &Way, scope: &Way, way: &[String], name: Option<String>) {
        let child = |first: &String| self.modules.contains(&[&scope[..], std::slice::from_ref(first)].concat());
        let whole = match way[0].as_str() {
            "crate" => way[1..].to_vec(),
            "self" => [&scope[..], &way[1..]].concat(),
            "super" => {
                let up = way.iter().take_while(|part| *part == "super").count();
                [&scope[..scope.len().saturating_sub(up)], &way[up..]].concat()
            }
            "std" => {
                self.std.entry(file.clone()).or_default().insert(way.join("::"));
                return;
            }
            _ if child(&way[0]) => [&scope[..], way].concat(),
            // Another crate, or something that was named before.
            _ => return,
        };
        let whole: Way = whole.into_iter().filter(|part| part != "self" && part != "*").collect();
        if let Some(name) = name.filter(|name| name != "*" && name != "self") {
            let known = [&scope[..], &[name]].concat();
            if known != whole {
                self.told_on.insert(known, whole.clone());
            }
        }
        self.names.entry(file.clone()).or_default().insert(whole);
    }
}

/// Everything that one comes to from here.
fn reach<'a>(steps: &'a Steps, from: &'a str) -> BTreeSet<&'a String> {
    let (mut seen, mut look) = (BTreeSet::new(), vec![from]);
    while let Some(at) = look.pop() {
        let next = steps.get(at).into_iter().flat_map(BTreeMap::keys);
        look.extend(next.filter(|next| seen.insert(*next)).map(String::as_str));
    }
    seen
}

/// Reads a path with all its branches; each with the name under which it is known here. Gives where it ends.
fn tree(tokens: &[TokenTree], mut at: usize, before: &Way, ways: &mut Vec<(Way, String)>) -> usize {
    let mut way = before.clone();
    loop {
        match tokens.get(at) {
            Some(TokenTree::Ident(part)) => way.push(part.to_string()),
            Some(TokenTree::Punct(star)) if star.as_char() == '*' => way.push("*".to_owned()),
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                let mut next = 0;
                while next < inner.len() {
                    next = tree(&inner, next, &way, ways);
                    let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
                    next += inner[next..].iter().position(is_comma).map_or(inner.len() - next, |comma| comma + 1);
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        let colon = |at| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
        if !(colon(at) && colon(at + 1)) {
            break;
        }
        at += 2;
    }
    let name = match (tokens.get(at), tokens.get(at + 1)) {
        (Some(TokenTree::Ident(word)), Some(TokenTree::Ident(name))) if word == "as" => Some(name.to_string()),
        _ => way.iter().rev().find(|part| *part != "self").cloned(),
    };
    if let Some(name) = name.filter(|_| !way.is_empty()) {
        ways.push((way, name));
    }
    at
}

/// Whether a path may begin so, in the midst of code.
fn is_root(word: &str) -> bool {
    ["crate", "super", "self", "std"].contains(&word)
}

/// Whether what stands before is the middle of a path.
fn follows_path(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && tokens[at - 2..at].iter().all(|token| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ':'))
}

/// Whether this attribute says that what follows is only there for tests.
fn is_for_tests(token: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(attribute)) = token else { return false };
    let text = attribute.stream().to_string().replace(' ', "");
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}
