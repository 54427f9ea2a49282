//! Finding things in a page by role and name, and acting on them.
//!
//! A [`Locator`] is a description, looked up anew for each act. An act waits until exactly one element fits and the
//! browser accepts the act; two that fit are an error, so that a test never acts on the wrong one by chance.

use serde_json::{Value, json};

use crate::page::Page;
use crate::session::Element;
use crate::wait::{DEADLINE, poll};

/// The functions in the page that find things.
pub(crate) const FINDER: &str = include_str!("locator.js");

/// How a name is compared. White space of any kind and amount counts as one space.
#[derive(Clone, Debug)]
pub enum Name {
    /// The whole name, upper and lower case as written.
    Exact(String),
    /// A part of the name.
    Containing(String),
    /// Any name, or none.
    Any,
}

/// A name that contains `part`.
pub fn containing(part: &str) -> Name {
    Name::Containing(part.to_owned())
}

/// Any name.
pub fn any() -> Name {
    Name::Any
}

impl From<&str> for Name {
    fn from(name: &str) -> Name {
        Name::Exact(name.to_owned())
    }
}

impl From<&String> for Name {
    fn from(name: &String) -> Name {
        Name::Exact(name.clone())
    }
}

#[derive(Clone, Debug)]
struct Step {
    roles: Vec<String>,
    name: Name,
    nth: Option<usize>,
    hidden: bool,
}

impl Step {
    fn to_value(&self) -> Value {
        let (how, name) = match &self.name {
            Name::Exact(name) => ("exact", name.as_str()),
            Name::Containing(part) => ("part", part.as_str()),
            Name::Any => ("any", ""),
        };
        json!({ "roles": self.roles, "how": how, "name": name, "nth": self.nth, "hidden": self.hidden })
    }
}

/// A description of one element: its role and name, possibly inside another.
#[derive(Clone)]
pub struct Locator {
    pub(crate) page: Page,
    steps: Vec<Step>,
}

/// The roles of things that are typed into or set.
const FIELDS: &[&str] = &["textbox", "searchbox", "spinbutton", "combobox", "listbox", "slider"];

macro_rules! finders {
    ($($(#[$doc:meta])* $name:ident: $roles:expr;)*) => {
        impl Page {
            $($(#[$doc])* pub fn $name(&self, name: impl Into<Name>) -> Locator { self.by_roles($roles, name) })*
        }
        impl Locator {
            $($(#[$doc])* pub fn $name(&self, name: impl Into<Name>) -> Locator { self.inside($roles, name, false) })*
        }
    };
}

finders! {
    /// A button, or the summary of a disclosure.
    button: &["button"];
    /// A link.
    link: &["link"];
    /// A heading of any level.
    heading: &["heading"];
    /// A field to type into or to choose from, by its label.
    field: FIELDS;
    /// A check box or a switch, by its label.
    checkbox: &["checkbox", "switch"];
    /// A radio button, by its label.
    radio: &["radio"];
    /// A tab of a tab list.
    tab: &["tab"];
    /// A dialog, by its name.
    dialog: &["dialog", "alertdialog"];
    /// A named part of the page: region, navigation, form, group, main and the like.
    region: &["region", "navigation", "form", "group", "main", "complementary", "banner", "contentinfo", "search"];
    /// A list item, article or row; its name is all its text, so [`containing`] is what one wants.
    item: &["listitem", "article", "row"];
    /// A picture, by its text.
    image: &["img"];
}

impl Page {
    /// Anything with this role and name.
    pub fn by_role(&self, role: &str, name: impl Into<Name>) -> Locator {
        self.by_roles(&[role], name)
    }

    /// A file input by its label, also when it is visually hidden; [`any`] when it has none.
    pub fn file_field(&self, name: impl Into<Name>) -> Locator {
        Locator { page: self.clone(), steps: Vec::new() }.inside(&["file"], name, true)
    }

    fn by_roles(&self, roles: &[&str], name: impl Into<Name>) -> Locator {
        Locator { page: self.clone(), steps: Vec::new() }.inside(roles, name, false)
    }
}

impl Locator {
    /// Something with this role and name inside this one.
    pub fn by_role(&self, role: &str, name: impl Into<Name>) -> Locator {
        self.inside(&[role], name, false)
    }

    fn inside(&self, roles: &[&str], name: impl Into<Name>, hidden: bool) -> Locator {
        let mut steps = self.steps.clone();
        let roles = roles.iter().map(|role| (*role).to_owned()).collect();
        steps.push(Step { roles, name: name.into(), nth: None, hidden });
        Locator { page: self.page.clone(), steps }
    }

    /// The one at this place (from 0) among several that fit.
    pub fn nth(&self, index: usize) -> Locator {
        let mut found = self.clone();
        if let Some(step) = found.steps.last_mut() {
            step.nth = Some(index);
        }
        found
    }

    /// The words for it in a failure.
    pub fn describe(&self) -> String {
        let words = |step: &Step| {
            let nth = step.nth.map(|n| format!(" [{n}]")).unwrap_or_default();
            format!("{} {:?}{nth}", step.roles.first().map_or("", String::as_str), step.name)
        };
        self.steps.iter().map(words).collect::<Vec<_>>().join(" > ")
    }

    fn steps_value(&self) -> Value {
        self.steps.iter().map(Step::to_value).collect()
    }

    /// Everything that fits at this moment.
    pub fn all(&self) -> Vec<Element> {
        let answer = self.page.look("find(arguments[0])", json!([self.steps_value()]));
        let list = answer.unwrap_or_default();
        list.as_array().map(|list| list.iter().filter_map(Element::from_value).collect()).unwrap_or_default()
    }

    /// How many fit at this moment.
    pub fn count(&self) -> usize {
        self.all().len()
    }

    /// Whether at least one fits at this moment.
    pub fn exists(&self) -> bool {
        self.count() > 0
    }

    /// Does `act` with the one element that fits, again and again until it succeeds or the deadline passes.
    #[track_caller]
    pub(crate) fn act<T>(&self, what: &str, mut act: impl FnMut(&Element) -> Result<T, String>) -> T {
        let done = poll(DEADLINE, || {
            let found = self.page.look("find(arguments[0])", json!([self.steps_value()])).map_err(|e| e.to_string())?;
            let found: Vec<Element> = found.as_array().into_iter().flatten().filter_map(Element::from_value).collect();
            match found.as_slice() {
                [one] => act(one),
                [] => Err("nothing fits".to_owned()),
                many => Err(format!("{} elements fit", many.len())),
            }
        });
        match done {
            Ok(value) => value,
            Err(why) => {
                let there = self.page.look("candidates(arguments[0])", json!([self.steps_value()]));
                let there = there.map(|list| format!("{list:#}")).unwrap_or_default();
                panic!("cannot {what} {}: {why}. There are: {there}", self.describe())
            }
        }
    }
}
