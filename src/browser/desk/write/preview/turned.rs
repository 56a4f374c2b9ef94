//! Makes one document what another is, touching only what differs: so where one was in it, what is unfolded and what was filled in
//! stays.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// What somebody does in a page, and is no part of it.
const OWN: &str = "open";

/// Makes this node what that one is. What is in a frame is of that frame's own classes: asked whether it is an element, it would say
/// no.
pub fn turned(is: &Node, wanted: &Node) {
    if is.is_equal_node(Some(wanted)) {
        return;
    }
    let elements = is.node_type() == Node::ELEMENT_NODE && wanted.node_type() == Node::ELEMENT_NODE;
    let (one, other): (&Element, &Element) = (is.unchecked_ref(), wanted.unchecked_ref());
    if elements && one.tag_name() == other.tag_name() && one.id() == other.id() {
        attributes(one, other);
        children(is, wanted);
    } else if let Some(around) = is.parent_node() {
        // What is there can be replaced.
        let _ = around.replace_child(wanted, is);
    }
}

// Attributes come from a page that the press made, so their names are proper ones, and setting them can't fail.
fn attributes(is: &Element, wanted: &Element) {
    let names = |of: &Element| of.get_attribute_names().iter().filter_map(|name| name.as_string()).collect::<Vec<_>>();
    for name in names(is).iter().filter(|name| *name != OWN && !wanted.has_attribute(name)) {
        let _ = is.remove_attribute(name);
    }
    for name in names(wanted) {
        let value = wanted.get_attribute(&name).unwrap_or_default();
        if name != OWN && is.get_attribute(&name).as_ref() != Some(&value) {
            let _ = is.set_attribute(&name, &value);
        }
    }
}

/// Those at the beginning and at the end that are the same stay; the others are turned in their order.
fn children(is: &Node, wanted: &Node) {
    let all = |of: &Node| {
        let nodes = of.child_nodes();
        (0..nodes.length()).filter_map(|at| nodes.item(at)).collect::<Vec<_>>()
    };
    let (ours, theirs) = (all(is), all(wanted));
    let same = |one: &(&Node, &Node)| one.0.is_equal_node(Some(one.1));
    let before = ours.iter().zip(&theirs).take_while(same).count();
    let (ours, theirs) = (&ours[before..], &theirs[before..]);
    let behind = ours.iter().rev().zip(theirs.iter().rev()).take_while(same).count();
    let end = ours.get(ours.len() - behind);
    let (ours, theirs) = (&ours[..ours.len() - behind], &theirs[..theirs.len() - behind]);
    for (one, other) in ours.iter().zip(theirs) {
        turned(one, other);
    }
    // What is a child of it can be taken out, and what is no child of anything here can be put in.
    for gone in ours.iter().skip(theirs.len()) {
        let _ = is.remove_child(gone);
    }
    for new in theirs.iter().skip(ours.len()) {
        let _ = is.insert_before(new, end);
    }
}
