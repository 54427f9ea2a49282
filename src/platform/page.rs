//! The document around the app: its language, title, focus.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// Whether nobody can see the page: another tab is in front, the window is put away, the device is locked.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Names the language of the document, and the manifest in that language. (A page from a file has none.)
pub fn set_language(tag: &str) {
    if let Some(root) = root() {
        root.set_lang(tag);
    }
    let manifest = if tag == "fr" { "nappe.fr.webmanifest" } else { "nappe.webmanifest" };
    if let Some(link) = document().and_then(|document| document.query_selector("link[rel=manifest]").ok().flatten())
        && link.get_attribute("href").as_deref() != Some(manifest)
    {
        let _ = link.set_attribute("href", manifest);
    }
}

/// Names the icon for a phone's home screen. (A page from a file has none.) Firefox downloads it at once, on every
/// device.
pub fn set_home_screen_icon() {
    if let Some(link) =
        document().and_then(|document| document.query_selector("link[rel=apple-touch-icon]").ok().flatten())
    {
        let _ = link.set_attribute("href", "apple-touch-icon.png");
    }
}

/// Names the document.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets a CSS property of the root element.
pub fn set_root_property(name: &str, value: &str) {
    if let Some(root) = root() {
        let _ = root.style().set_property(name, value);
    }
}

/// Puts the focus on the element with an id, if it is there, and scrolls to it.
pub fn focus(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
    }
}

/// Where keys make letters.
pub const WRITES: &str = "input:not([type=checkbox], [type=radio]), textarea, select";

/// Whether the focus is where keys make letters.
pub fn is_writing() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_some_and(|it| it.matches(WRITES).unwrap_or_default())
}

/// Whether there is something on the page that nothing but the page has: what is marked `data-unkept`, and a box so
/// marked that something stands in.
pub fn has_unkept() -> bool {
    let find = |what: &str| document().and_then(|document| document.query_selector(what).ok().flatten());
    let area = find("textarea[data-unkept]").map(JsCast::unchecked_into::<web_sys::HtmlTextAreaElement>);
    area.is_some_and(|area| !area.value().is_empty()) || find("section[data-unkept]").is_some()
}

/// Puts the focus on the element with an id, unless a person writes by then: a box that is written in keeps it.
pub fn focus_next(id: &str) {
    if !is_writing() {
        focus(id);
    }
}

/// The ids of the element that has the focus and of those around it, the nearest first.
pub fn focus_path() -> Vec<String> {
    let mut ids = Vec::new();
    let mut at = document().and_then(|document| document.active_element());
    while let Some(element) = at {
        let id = element.id();
        if !id.is_empty() {
            ids.push(id);
        }
        at = element.parent_element();
    }
    ids
}

/// Whether nothing has the focus: then the body has it, in some browsers nobody.
fn is_focus_lost() -> bool {
    document().and_then(|document| document.active_element()).is_none_or(|it| it.tag_name() == "BODY")
}

/// Puts the focus on a new screen's content, from its top; what has it there by then keeps it, and is in sight.
pub fn begin_screen() {
    if is_focus_lost() {
        focus("main");
        scroll_to_top();
    }
}

/// Puts the focus on the first of these elements that takes it, unless something has it.
pub fn focus_if_lost(ids: &[String]) {
    for id in ids {
        if !is_focus_lost() {
            break;
        }
        focus(id);
    }
}

/// The element with an id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The topmost element at a place of the visible part, in CSS pixels.
pub fn element_at(x: i32, y: i32) -> Option<web_sys::Element> {
    document()?.element_from_point(x as f32, y as f32)
}

/// Scrolls the page down by this many pixels; up, where they are negative.
pub fn scroll_by(pixels: i32) {
    if let Some(root) = root() {
        root.scroll_by_with_x_and_y(0.0, f64::from(pixels));
    }
}

/// Takes away the static shell of `index.html` that stood in for the app until it started.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Scrolls to the top: a new screen begins there.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Scrolls to the last row of the last list in the element with an id, as little as needed. It goes there by last
/// children: searching ten thousand rows takes longer than drawing one.
pub fn reveal_last(id: &str) {
    let lists = document().and_then(|document| document.get_element_by_id(id));
    let row = lists.and_then(|lists| lists.last_element_child()).and_then(|list| list.last_element_child());
    if let Some(row) = row {
        row.scroll_into_view_with_bool(false);
    }
}

/// Scrolls an element to the middle of what scrolls around it, sideways; the page itself stays where it is.
pub fn center(selector: &str) {
    let Some(element) = document().and_then(|document| document.query_selector(selector).ok().flatten()) else {
        return;
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    options.set_inline(web_sys::ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}
