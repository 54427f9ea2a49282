//! Tabs: several pages of one browser, with one store.

use serde_json::json;

use crate::browser::Browser;
use crate::page::Page;

/// A tab of a browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab(String);

impl Browser {
    /// The tab in front.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        let page = self.page();
        let name = page.must("name the tab", page.session().get("window"));
        Tab(name.as_str().unwrap_or_default().to_owned())
    }

    /// All tabs, in no particular order.
    #[track_caller]
    pub fn tabs(&self) -> Vec<Tab> {
        let page = self.page();
        let list = page.must("list the tabs", page.session().get("window/handles"));
        list.as_array().into_iter().flatten().filter_map(|name| Some(Tab(name.as_str()?.to_owned()))).collect()
    }

    /// Opens an empty tab and brings it to the front.
    #[track_caller]
    pub fn new_tab(&self) -> Tab {
        let page = self.page();
        let made = page.must("open a tab", page.session().post("window/new", json!({ "type": "tab" })));
        let tab = Tab(made["handle"].as_str().unwrap_or_default().to_owned());
        self.switch_to(&tab);
        page.must("prepare the tab", self.prepare_tab());
        tab
    }

    /// Brings a tab to the front.
    #[track_caller]
    pub fn switch_to(&self, tab: &Tab) -> Page {
        let page = self.page();
        page.must("change the tab", page.session().post("window", json!({ "handle": tab.0 })));
        page
    }

    /// Waits for a tab that is none of `known` (opened by the page itself), and brings it to the front.
    #[track_caller]
    pub fn switch_to_new_tab(&self, known: &[Tab]) -> Tab {
        let mut found = None;
        crate::wait::wait_for("a new tab", || {
            found = self.tabs().into_iter().find(|tab| !known.contains(tab));
            found.is_some()
        });
        let tab = found.expect("waited for");
        self.switch_to(&tab);
        tab
    }

    /// Closes the tab in front and brings another to the front.
    #[track_caller]
    pub fn close_tab(&self) {
        let page = self.page();
        page.must("close the tab", page.session().delete("window"));
        if let Some(tab) = self.tabs().first() {
            self.switch_to(tab);
        }
    }
}
