//! What a person does with an element: click, type, choose, read.

use serde_json::{Value, json};

use crate::engine::Engine;
use crate::keys::Key;
use crate::locator::Locator;
use crate::session::{DriverError, Element};
use crate::wait::wait_for;

fn words(error: DriverError) -> String {
    error.to_string()
}

impl Locator {
    /// Clicks it. A check box or radio button that is covered by its own label is clicked by the label.
    #[track_caller]
    pub fn click(&self) {
        self.act("click", |element| {
            self.bring_into_view(element);
            match self.page.session().element(element, "click", json!({})) {
                Ok(_) if self.page.session().engine() == Engine::WebKit => self.was_clicked(element),
                Ok(_) => Ok(()),
                Err(refused) => self.click_label(element).ok_or_else(|| words(refused)),
            }
        });
    }

    /// WebKit's driver clicks where the element was a moment ago, and does not look whether it is still there.
    fn was_clicked(&self, element: &Element) -> Result<(), String> {
        let script = "return arguments[0].isConnected && arguments[0].nappe_clicked === 0";
        match self.page.script(script, json!([element.to_value()])) {
            Ok(Value::Bool(true)) => Err("the click went past it".to_owned()),
            // It may have gone with the click, or the whole page.
            _ => Ok(()),
        }
    }

    /// A page that scrolls smoothly would still be on its way when the driver looks where the element is. WebKit's
    /// looks at what was drawn last: there the element has to stand still from one frame to the next.
    fn bring_into_view(&self, element: &Element) {
        let script = "const [el, must_rest, done] = arguments;
            const { left, top, width, height } = el.getBoundingClientRect();
            const there = document.elementFromPoint(left + width / 2, top + height / 2);
            if (!there || !el.contains(there)) el.scrollIntoView({ block: 'center', behavior: 'instant' });
            el.nappe_clicked = 0;
            el.addEventListener('click', () => { el.nappe_clicked += 1; }, { capture: true, once: true });
            let last = '', frames = 0;
            const look = () => {
                const now = JSON.stringify(el.getBoundingClientRect());
                if (now === last || (frames += 1) > 20) return done(true);
                last = now;
                let waits = true;
                const go = () => { if (waits) { waits = false; look(); } };
                requestAnimationFrame(() => requestAnimationFrame(go));
                // A tab in the background draws no frames.
                setTimeout(go, 100);
            };
            must_rest ? look() : done(true);";
        let must_rest = self.page.session().engine() == Engine::WebKit;
        let _ = self.page.script_async(script, json!([element.to_value(), must_rest]));
    }

    fn click_label(&self, element: &Element) -> Option<()> {
        let script = "const el = arguments[0]; \
            return ['checkbox', 'radio'].includes(el.type) ? (el.labels && el.labels[0]) || null : null";
        let label = self.page.script(script, json!([element.to_value()])).ok()?;
        self.page.session().element(&Element::from_value(&label)?, "click", json!({})).ok().map(drop)
    }

    /// Types into it with real keys, after what is there. Chromium's driver knows no characters beyond the basic
    /// plane (emoji among them): use [`Locator::paste_text`] for these. A line feed is the Enter key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        // Only WebKit's driver does not take a line feed for a key.
        let keys = text.replace('\n', &Key::Enter.code().to_string());
        self.act("type into", |element| {
            self.page.session().element(element, "value", json!({ "text": keys })).map(drop).map_err(words)
        });
    }

    /// Inserts a text at the caret all at once, with the same input events as a paste: for any character.
    #[track_caller]
    pub fn paste_text(&self, text: &str) {
        let script = "arguments[0].focus(); return document.execCommand('insertText', false, arguments[1])";
        self.act("paste into", |element| {
            match self.page.script(script, json!([element.to_value(), text])).map_err(words)? {
                Value::Bool(true) => Ok(()),
                _ => Err("it takes no text".to_owned()),
            }
        });
    }

    /// Empties it.
    #[track_caller]
    pub fn clear(&self) {
        self.act("clear", |element| self.page.session().element(element, "clear", json!({})).map(drop).map_err(words));
    }

    /// Empties it and types.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.clear();
        self.type_text(text);
    }

    /// Chooses an option of a `<select>` by what it says.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        // What is at the edge of the window may lie under a bar: a person would scroll.
        let script = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); \
            const want = squeeze(arguments[1]); \
            return [...arguments[0].options].find((one) => squeeze(one.label) === want) || null";
        self.act("choose from", |element| {
            let option = self.page.look_body(script, json!([element.to_value(), label])).map_err(words)?;
            let option = Element::from_value(&option).ok_or_else(|| format!("no option {label:?}"))?;
            self.page.session().element(&option, "click", json!({})).map(drop).map_err(words)
        });
        wait_for(&format!("the option {label:?} to be chosen"), || self.chosen() == label);
    }

    /// What the chosen option of a `<select>` says.
    #[track_caller]
    pub fn chosen(&self) -> String {
        self.read("arguments[0].selectedOptions[0]?.label ?? ''")
    }

    /// Puts the focus on it, without a click.
    #[track_caller]
    pub fn focus(&self) {
        self.script("arguments[0].focus()");
    }

    /// Focuses it and presses a key.
    #[track_caller]
    pub fn press(&self, key: Key) {
        self.focus();
        self.page.press(key);
    }

    /// Drags it onto another with the pointer.
    #[track_caller]
    pub fn drag_to(&self, target: &Locator) {
        self.wait_still();
        self.script("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })");
        self.wait_still();
        self.act("drag", |from| {
            let to = target.act("drop on", |to| Ok(to.clone()));
            let step = |element: &Element| {
                json!({ "type": "pointerMove", "duration": 100, "origin": element.to_value(), "x": 0, "y": 0 })
            };
            let actions = json!([step(from), { "type": "pointerDown", "button": 0 },
                { "type": "pointerMove", "duration": 100, "origin": "pointer", "x": 8, "y": 8 },
                step(&to), { "type": "pointerUp", "button": 0 }]);
            let pointer = json!({ "type": "pointer", "id": "mouse", "actions": actions });
            self.page.session().post("actions", json!({ "actions": [pointer] })).map(drop).map_err(words)
        });
    }

    /// Waits until it stays where it is: a page may be scrolling smoothly to what was done last.
    #[track_caller]
    fn wait_still(&self) {
        let mut last = Value::Null;
        wait_for("it to stay where it is", || {
            let place = "(({ x, y }) => [x, y])(arguments[0].getBoundingClientRect())";
            let before = std::mem::replace(&mut last, self.evaluate(place, Value::Null));
            before == last
        });
    }

    /// Its visible text, white space squeezed. WebKit gives no text for what it leaves out until it comes near the
    /// window (`content-visibility`): the page is scrolled there, as a person would do.
    #[track_caller]
    pub fn text(&self) -> String {
        let script = "((el) => {
            const words = squeeze(el.innerText);
            if (words || !squeeze(el.textContent)) return words;
            for (let at = el; at; at = at.parentElement) {
                if (getComputedStyle(at).contentVisibility !== 'auto') continue;
                el.scrollIntoView({ block: 'center', behavior: 'instant' });
                return null;
            }
            return words;
        })(arguments[0])";
        let text = self.act("read", |element| match self.page.look(script, json!([element.to_value()])) {
            Ok(Value::Null) => Err("it is not drawn yet".to_owned()),
            answer => answer.map_err(words),
        });
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What a field holds.
    #[track_caller]
    pub fn value(&self) -> String {
        self.read("arguments[0].value ?? arguments[0].textContent")
    }

    /// An attribute, if it is there.
    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        let value = self.evaluate("arguments[0].getAttribute(arguments[1])", json!(name));
        value.as_str().map(str::to_owned)
    }

    /// Whether it can be used.
    #[track_caller]
    pub fn is_enabled(&self) -> bool {
        let script = "!arguments[0].matches(':disabled') && arguments[0].getAttribute('aria-disabled') !== 'true'";
        self.evaluate(script, Value::Null) == Value::Bool(true)
    }

    /// Whether a check box, radio button, switch or toggle button is on.
    #[track_caller]
    pub fn is_checked(&self) -> bool {
        let script = "arguments[0].checked ?? ['aria-checked', 'aria-pressed', 'aria-selected']\
            .some((name) => arguments[0].getAttribute(name) === 'true')";
        self.evaluate(script, Value::Null) == Value::Bool(true)
    }

    /// Left, top, width and height on the page's visible part, in CSS pixels.
    #[track_caller]
    pub fn place(&self) -> [f64; 4] {
        let script = "(({ x, y, width, height }) => [x, y, width, height])(arguments[0].getBoundingClientRect())";
        let place = self.evaluate(script, Value::Null);
        std::array::from_fn(|i| place[i].as_f64().unwrap_or_default())
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn wait(&self) -> &Self {
        self.act("see", |_| Ok(()));
        self
    }

    /// Waits until it is gone.
    #[track_caller]
    pub fn wait_gone(&self) {
        wait_for(&format!("{} to go away", self.describe()), || !self.exists());
    }

    /// Runs a script with it as the first argument.
    #[track_caller]
    pub fn script(&self, body: &str) -> Value {
        self.act("run a script on", |element| self.page.script(body, json!([element.to_value()])).map_err(words))
    }

    #[track_caller]
    fn read(&self, expression: &str) -> String {
        self.evaluate(expression, Value::Null).as_str().unwrap_or_default().to_owned()
    }

    #[track_caller]
    fn evaluate(&self, expression: &str, arg: Value) -> Value {
        self.act("read", |element| self.page.look(expression, json!([element.to_value(), arg])).map_err(words))
    }
}
