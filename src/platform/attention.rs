//! What makes people look up: a soft sound, a vibration, a screen that stays on. Each is a try: where a browser has none of
//! it, or does not allow it now, nothing happens, and the page shows the same thing anyway.

use js_sys::{Function, Promise, Reflect};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AudioContext;

thread_local! {
    /// One for the life of the page: browsers allow only a few.
    static AUDIO: Option<AudioContext> = AudioContext::new().ok();
}

/// A soft tone of this pitch (hertz) that fades out within a second.
fn tone(audio: &AudioContext, pitch: f32, after: f64) -> Result<(), JsValue> {
    let (source, gain) = (audio.create_oscillator()?, audio.create_gain()?);
    let start = audio.current_time() + after;
    source.frequency().set_value(pitch);
    gain.gain().set_value_at_time(0.0001, start)?;
    gain.gain().exponential_ramp_to_value_at_time(0.25, start + 0.03)?;
    gain.gain().exponential_ramp_to_value_at_time(0.0001, start + 1.0)?;
    source.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&audio.destination())?;
    source.start_with_when(start)?;
    source.stop_with_when(start + 1.1)
}

fn resume(audio: &AudioContext) {
    if let Ok(resumed) = audio.resume() {
        wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(resumed).await) });
    }
}

/// To be called while a person taps: browsers hold sound back until then, and one of them also what was made before.
pub fn allow_sound() {
    AUDIO.with(|audio| audio.iter().for_each(resume));
}

/// So many soft tones, one after the other.
pub fn chime(tones: u32) {
    AUDIO.with(|audio| {
        let Some(audio) = audio else { return };
        resume(audio);
        for number in 0..tones {
            let _ = tone(audio, if number % 2 == 0 { 523.25 } else { 659.26 }, f64::from(number) * 0.7);
        }
    });
}

/// Shakes the device so many milliseconds.
pub fn vibrate(milliseconds: u32) {
    let Some(window) = web_sys::window() else { return };
    let navigator = window.navigator();
    let vibrate = Reflect::get(&navigator, &"vibrate".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    if let Some(vibrate) = vibrate {
        let _ = vibrate.call1(&navigator, &milliseconds.into());
    }
}

/// The browser's promise to keep the screen on. It breaks it when another page comes in front, and has to be asked again.
#[derive(Clone, Debug, Default)]
pub struct ScreenLock(Rc<RefCell<Held>>);

#[derive(Debug, Default)]
struct Held {
    is_wanted: bool,
    lock: Option<JsValue>,
}

impl ScreenLock {
    /// Asks for it, unless it is held.
    pub fn ask(&self) {
        let mut held = self.0.borrow_mut();
        held.is_wanted = true;
        let released = |lock: &JsValue| read(lock, "released").as_bool().unwrap_or_default();
        if held.lock.as_ref().is_some_and(|lock| !released(lock)) {
            return;
        }
        let Some(asked) = request() else { return };
        let own = self.0.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(lock) = JsFuture::from(asked).await {
                let mut held = own.borrow_mut();
                // Nobody may want it any more by now, or it was asked for twice.
                let other = if held.is_wanted { held.lock.replace(lock) } else { Some(lock) };
                drop(held);
                release(other);
            }
        });
    }

    /// Lets the screen go dark again.
    pub fn let_go(&self) {
        let lock = {
            let mut held = self.0.borrow_mut();
            held.is_wanted = false;
            held.lock.take()
        };
        release(lock);
    }
}

fn read(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn request() -> Option<Promise> {
    let wake = read(web_sys::window()?.navigator().as_ref(), "wakeLock");
    let request = read(&wake, "request").dyn_into::<Function>().ok()?;
    request.call1(&wake, &"screen".into()).ok()?.dyn_into().ok()
}

fn release(lock: Option<JsValue>) {
    let Some(lock) = lock else { return };
    let released = read(&lock, "release").dyn_into::<Function>().ok().and_then(|it| it.call0(&lock).ok());
    // One that is released already says so, and nobody minds.
    if let Some(released) = released.and_then(|it| it.dyn_into::<Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(released).await) });
    }
}
