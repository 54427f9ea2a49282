//! What people do in the app, in small steps that several scenarios share. Each step finds its buttons by what they say
//! in the language of the browser.

use std::cell::Cell;
use std::path::{Path, PathBuf};

use browser_tests::{Browser, Key, Language, Locator, Page, Server, any, containing};
use nappe_core::bundle::encode;
use nappe_core::domain::Scope;
use nappe_core::example;
use nappe_core::invite;

/// The one of two texts that is in the browser's language.
pub fn say(browser: &Browser, english: &'static str, french: &'static str) -> &'static str {
    match browser.options().language {
        Language::English => english,
        Language::French => french,
    }
}

/// The example café when its last round is over, taken in as a bundle: nothing is sorted, there are no dots, no next
/// steps.
#[track_caller]
pub fn open_example_before_the_harvest(browser: &Browser, server: &Server) -> Page {
    let language = match browser.options().language {
        Language::English => example::Language::English,
        Language::French => example::Language::French,
    };
    let folder = tempfile::tempdir().expect("a folder");
    let text = encode(&example::before_the_harvest(language), Scope::Whole);
    let file = crate::bundles::file(&folder, "example.json", text);
    let page = browser.open(&server.url("/"));
    page.file_field(say(browser, "Import a bundle", "Importer un paquet")).choose_files(&[&file]);
    page.wait_sees(say(browser, "What would change", "Ce qui changerait"));
    import(browser);
    page.wait_sees(say(browser, "1 file was imported.", "1 fichier importé."));
    page
}

/// A link to a table of the example café, with its set-up and none of its notes.
pub fn link_to_example(server: &Server, table: usize) -> String {
    let letters = invite::write(&example::cafe(example::Language::English)).expect("a café that can be invited to");
    server.url(&format!("/#/join/{table}/{letters}"))
}

/// Creates a café with a question for each table, from the first screen on; ends on the screen "invite".
#[track_caller]
pub fn create_cafe(browser: &Browser, server: &Server, title: &str, questions: &[&str]) -> Page {
    create_cafe_at(browser, &server.url("/"), title, questions)
}

/// The same in the app at this address.
#[track_caller]
pub fn create_cafe_at(browser: &Browser, address: &str, title: &str, questions: &[&str]) -> Page {
    let page = browser.open(address);
    page.button(containing(say(browser, "Create a café", "Créer un café"))).click();
    page.field(say(browser, "Title of the café", "Titre du café")).type_text(title);
    for (line, question) in questions.iter().enumerate() {
        let label = format!("Question {}", line + 1);
        if !page.field(&label).exists() {
            page.button(say(browser, "Add a question", "Ajouter une question")).click();
        }
        page.field(&label).type_text(question);
    }
    page.button(say(browser, "Create the café", "Créer le café")).click();
    page.heading(say(browser, "Invite", "Inviter")).wait();
    page
}

/// The link on a card of the screen "invite".
#[track_caller]
pub fn read_link(browser: &Browser, card: &str) -> String {
    let label = format!("{} {card}", say(browser, "Link:", "Lien :"));
    browser.page().field(&label).value()
}

/// Opens a link to a table, and waits for the box.
#[track_caller]
pub fn open_link(browser: &Browser, link: &str) -> Page {
    let page = browser.open(link);
    the_box(browser).wait();
    page
}

/// The box to write in.
pub fn the_box(browser: &Browser) -> Locator {
    browser.page().field(say(browser, "Your contribution", "Votre contribution"))
}

/// A note, by a part of its words.
pub fn note(browser: &Browser, words: &str) -> Locator {
    browser.page().by_role("article", containing(words))
}

/// Waits until a note is there, drawn or not: WebKit lays nothing out in a tab in the background.
#[track_caller]
pub fn wait_note(page: &Page, text: &str) {
    page.wait_for(&format!("the note {text:?}"), || page.notes().iter().any(|it| it == text));
}

/// Waits until a note is gone, drawn or not.
#[track_caller]
pub fn wait_no_note(page: &Page, text: &str) {
    page.wait_for(&format!("the note {text:?} to go"), || page.notes().iter().all(|it| it != text));
}

/// Writes a note at a table.
#[track_caller]
pub fn write_note(browser: &Browser, text: &str) {
    the_box(browser).paste_text(text);
    browser.page().button(say(browser, "Add", "Ajouter")).click();
    note(browser, text).wait();
}

/// Rewrites a note, at its table or in the harvest.
#[track_caller]
pub fn rewrite_note(browser: &Browser, old: &str, new: &str) {
    let (page, row) = (browser.page(), note(browser, old));
    let edit = say(browser, "Edit", "Modifier");
    let more = row.button(say(browser, "Move to…", "Déplacer…"));
    row.wait();
    if more.exists() {
        more.click();
        page.dialog(containing(say(browser, "Move", "Déplacer"))).button(edit).click();
    } else {
        row.button(edit).click();
    }
    let field = page.field(say(browser, "Your contribution, corrected", "Votre contribution, corrigée"));
    field.clear();
    field.paste_text(new);
    page.button(say(browser, "Save", "Enregistrer")).click();
    field.wait_gone();
    note(browser, new).wait();
}

/// Erases a note of one's own, for good.
#[track_caller]
pub fn erase_note(browser: &Browser, words: &str) {
    note(browser, words).button(say(browser, "Erase", "Effacer")).click();
    browser.page().button(say(browser, "Erase for good", "Effacer pour de bon")).click();
    note(browser, words).wait_gone();
}

/// Hands over a table as a file, from its screen and back to it.
#[track_caller]
pub fn hand_over_file(browser: &Browser) -> PathBuf {
    let page = browser.page();
    page.link(say(browser, "Hand over", "Remettre mes notes")).click();
    let file = download_bundle(browser);
    page.link(say(browser, "Back to the table", "Retour à la table")).click();
    the_box(browser).wait();
    file
}

/// Takes the bundle from the screen "hand over" as a file.
#[track_caller]
pub fn download_bundle(browser: &Browser) -> PathBuf {
    let page = browser.page();
    page.button(say(browser, "Download the bundle", "Télécharger le paquet")).click();
    let file = browser.wait_download();
    page.wait_sees(&file.file_name().unwrap_or_default().to_string_lossy());
    file
}

/// The whole café as a file, from the overview on.
#[track_caller]
pub fn export_cafe(browser: &Browser) -> PathBuf {
    browser.page().link(say(browser, "Export the café", "Exporter le café")).click();
    download_bundle(browser)
}

/// Goes from a table to the six steps.
#[track_caller]
pub fn leave_table(browser: &Browser) {
    let page = browser.page();
    page.button("Menu").click();
    page.link(say(browser, "The six steps", "Les six étapes")).click();
    page.link(say(browser, "Export the café", "Exporter le café")).wait();
}

/// Goes up from a step to the overview of the café.
#[track_caller]
pub fn to_overview(browser: &Browser) {
    let page = browser.page();
    page.link(say(browser, "Back", "Retour")).click();
    page.link(say(browser, "Export the café", "Exporter le café")).wait();
}

/// Goes to one of the six steps, from the overview or from another step.
#[track_caller]
pub fn to_step(browser: &Browser, name: &str) {
    let page = browser.page();
    let steps = page.region(say(browser, "Steps", "Étapes"));
    // The steps come with the café, which may have arrived just now.
    page.wait_for("a way there", || steps.exists() || page.link(containing(name)).count() == 1);
    let link = if steps.exists() { steps.link(name) } else { page.link(containing(name)) };
    link.click();
    page.wait_for(&format!("the step {name}"), || page.title().starts_with(&format!("{name} · ")));
}

/// Lays out files on the screen "collect" and gives what the preview says of each.
#[track_caller]
pub fn lay_out(browser: &Browser, files: &[&Path]) -> Vec<String> {
    let page = browser.page();
    page.file_field(say(browser, "Choose files", "Choisir des fichiers")).choose_files(files);
    let preview = page.region(containing(say(browser, "What would change", "Ce qui changerait")));
    let name = |file: &&Path| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files.iter().map(|file| preview.item(containing(&name(file))).text()).collect()
}

/// Says yes to the preview.
#[track_caller]
pub fn import(browser: &Browser) {
    let page = browser.page();
    let button = page.button(say(browser, "Import", "Importer"));
    button.click();
    button.wait_gone();
}

/// Presses Tab until something whose name begins like this has the focus.
#[track_caller]
pub fn tab_to(page: &Page, start: &str) {
    let mut passed = Vec::new();
    for _ in 0..60 {
        page.press(Key::Tab);
        let name = page.focused().name;
        if name.starts_with(start) {
            return;
        }
        passed.push(name);
    }
    panic!("Tab does not lead to {start:?}; it led to: {}", passed.join(", "));
}

/// How many notes are on the screen.
pub fn notes_on_screen(browser: &Browser) -> usize {
    browser.page().by_role("article", any()).count()
}

/// Counts what a person does.
#[derive(Default)]
pub struct Finger {
    taps: Cell<usize>,
    fields: Cell<usize>,
}

impl Finger {
    /// Taps once.
    #[track_caller]
    pub fn tap(&self, what: &Locator) {
        what.click();
        self.taps.set(self.taps.get() + 1);
    }

    /// Types into a field, which takes a tap on it as well.
    #[track_caller]
    pub fn type_into(&self, what: &Locator, text: &str) {
        self.tap(what);
        what.type_text(text);
        self.fields.set(self.fields.get() + 1);
    }

    /// Taps so far.
    pub fn taps(&self) -> usize {
        self.taps.get()
    }

    /// Fields that were typed into so far.
    pub fn fields(&self) -> usize {
        self.fields.get()
    }
}
