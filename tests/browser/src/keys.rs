//! Keys on the keyboard, pressed and released through W3C actions: they go to whatever has the focus.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::firefox;
use crate::page::Page;

/// A key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Key {
    Tab,
    Enter,
    Escape,
    Space,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    Shift,
    Control,
    Alt,
    /// A key that makes this character.
    Char(char),
}

impl Key {
    /// The character by which WebDriver names it.
    pub fn code(self) -> char {
        match self {
            Key::Tab => '\u{E004}',
            Key::Enter => '\u{E007}',
            Key::Escape => '\u{E00C}',
            Key::Space => ' ',
            Key::Backspace => '\u{E003}',
            Key::Delete => '\u{E017}',
            Key::Up => '\u{E013}',
            Key::Down => '\u{E015}',
            Key::Left => '\u{E012}',
            Key::Right => '\u{E014}',
            Key::Home => '\u{E011}',
            Key::End => '\u{E010}',
            Key::Shift => '\u{E008}',
            Key::Control => '\u{E009}',
            Key::Alt => '\u{E00A}',
            Key::Char(character) => character,
        }
    }
}

impl Page {
    /// Presses and releases a key.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.press_with(&[], key);
    }

    /// Presses a key while others are held, such as Shift.
    #[track_caller]
    pub fn press_with(&self, held: &[Key], key: Key) {
        let act = |kind: &str, key: &Key| json!({ "type": kind, "value": key.code() });
        let mut actions: Vec<Value> = held.iter().map(|key| act("keyDown", key)).collect();
        actions.extend([act("keyDown", &key), act("keyUp", &key)]);
        actions.extend(held.iter().rev().map(|key| act("keyUp", key)));
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        let actions = json!({ "actions": [keyboard] });
        let answer = match self.session().engine() {
            Engine::Firefox if key == Key::Tab => firefox::press_tab(self.session(), actions),
            _ => self.session().post("actions", actions),
        };
        self.must("press a key", answer);
    }

    /// Types with real keys into whatever has the focus.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        text.chars().for_each(|character| self.press(Key::Char(character)));
    }

    /// Presses Tab until something with this name has the focus: at most `limit` times.
    #[track_caller]
    pub fn tab_to(&self, name: &str, limit: usize) {
        let mut passed = Vec::new();
        for _ in 0..limit {
            self.press(Key::Tab);
            let focused = self.focused();
            if focused.name == name {
                return;
            }
            passed.push(format!("{} {:?}", focused.role, focused.name));
        }
        panic!("Tab does not lead to {name:?}; it led to: {}", passed.join(", "));
    }
}
