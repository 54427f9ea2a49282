//! What makes people look up: a soft sound, a vibration, a screen that stays on. Each is a try: where a browser has
//! none of it, or does not allow it now, nothing happens, and the page shows the same thing anyway.

use super::js;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AudioContext, GainNode};

thread_local! {
    /// One for the life of the page: browsers allow only a few. Made when a person taps: what is made before, one of
    /// them holds back for good.
    static AUDIO: OnceCell<Option<AudioContext>> = const { OnceCell::new() };
}

/// The one that was made.
fn audio() -> Option<AudioContext> {
    AUDIO.with(|audio| audio.get().cloned().flatten())
}

/// A soft tone of this pitch (hertz) that fades out within a second; `start` in seconds, by the clock of the sound.
fn tone(audio: &AudioContext, pitch: f32, start: f64) -> Result<GainNode, JsValue> {
    let (source, gain) = (audio.create_oscillator()?, audio.create_gain()?);
    source.frequency().set_value(pitch);
    gain.gain().set_value_at_time(0.0001, start)?;
    gain.gain().exponential_ramp_to_value_at_time(0.25, start + 0.03)?;
    gain.gain().exponential_ramp_to_value_at_time(0.0001, start + 1.0)?;
    source.connect_with_audio_node(&gain)?;
    gain.connect_with_audio_node(&audio.destination())?;
    source.start_with_when(start)?;
    source.stop_with_when(start + 1.1)?;
    Ok(gain)
}

fn resume(audio: &AudioContext) {
    if let Ok(resumed) = audio.resume() {
        wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(resumed).await) });
    }
}

/// To be called while a person taps: browsers hold sound back until then.
pub fn allow_sound() {
    let audio = AUDIO.with(|audio| audio.get_or_init(|| AudioContext::new().ok()).clone());
    audio.iter().for_each(resume);
}

/// Whether the browser lets this page sound by now.
pub fn may_sound() -> bool {
    audio().is_some_and(|audio| js::get(&audio, "state") == "running")
}

/// This many soft tones, one after the other; none where the browser holds them back, not even later.
pub fn chime(tones: u32) {
    /// Milliseconds.
    const LATE: u64 = 1_500;
    if may_sound() {
        return drop(order(0.0, tones));
    }
    let Some(resumed) = audio().and_then(|audio| audio.resume().ok()) else { return };
    let asked = super::now();
    wasm_bindgen_futures::spawn_local(async move {
        // It waits for a tap where it has to.
        if JsFuture::from(resumed).await.is_ok() && super::now() < asked + LATE {
            drop(order(0.0, tones));
        }
    });
}

/// Orders this many soft tones, the first one in this many seconds; none where there is no sound.
pub fn order(seconds: f64, tones: u32) -> Option<Coming> {
    let audio = audio()?;
    let start = audio.current_time() + seconds;
    let pitch = |number: u32| if number.is_multiple_of(2) { 523.25 } else { 659.26 };
    let tones = (0..tones).filter_map(|it| tone(&audio, pitch(it), start + f64::from(it) * 0.7).ok());
    Some(Coming { start, tones: tones.collect() })
}

/// Tones that come by the clock of the sound, also in a page in the background, where browsers let a page act once a
/// minute. That clock stands still while the device sleeps, and until a person has tapped. Dropped, what has not begun
/// does not come.
#[derive(Debug)]
pub struct Coming {
    start: f64,
    tones: Vec<GainNode>,
}

impl Coming {
    fn wait(&self) -> f64 {
        audio().map_or(0.0, |audio| self.start - audio.current_time())
    }

    /// Whether the first tone sounds already, or has sounded.
    pub fn has_begun(&self) -> bool {
        self.wait() <= 0.0
    }

    /// Whether the first tone comes in about this many seconds.
    pub fn comes_in(&self, seconds: f64) -> bool {
        (self.wait() - seconds).abs() < 0.3
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        if !self.has_begun() {
            // It fails only for one that is not connected any more.
            self.tones.iter().for_each(|tone| drop(tone.disconnect()));
        }
    }
}

/// Shakes the device for this many milliseconds.
pub fn vibrate(milliseconds: u32) {
    let Some(window) = web_sys::window() else { return };
    let _ = js::call(&window.navigator(), "vibrate", &[&milliseconds.into()]);
}

/// The browser's promise to keep the screen on. It breaks it when another page comes in front, and has to be asked
/// again.
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
        let released = |lock: &JsValue| js::get(lock, "released").as_bool().unwrap_or_default();
        if held.lock.as_ref().is_some_and(|lock| !released(lock)) {
            return;
        }
        let Some(asked) = request() else { return };
        let own = self.0.clone();
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(lock) = asked.await {
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

fn request() -> Option<JsFuture> {
    js::ask(&js::get(&web_sys::window()?.navigator(), "wakeLock"), "request", &[&"screen".into()])
}

fn release(lock: Option<JsValue>) {
    let Some(lock) = lock else { return };
    // One that is released already says so, and nobody minds.
    if let Some(released) = js::ask(&lock, "release", &[]) {
        wasm_bindgen_futures::spawn_local(async { drop(released.await) });
    }
}
