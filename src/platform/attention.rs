//! What makes people look up: a soft sound, a vibration, a screen that stays on. Each is a try: where a browser has none of
//! it, or does not allow it now, nothing happens, and the page shows the same thing anyway.

use js_sys::{Function, Promise, Reflect};
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

/// So many soft tones, one after the other.
pub fn chime(tones: u32) {
    AUDIO.with(|audio| {
        let Some(audio) = audio else { return };
        // Before the first tap on the page browsers hold sound back.
        if let Ok(resumed) = audio.resume() {
            wasm_bindgen_futures::spawn_local(async { drop(JsFuture::from(resumed).await) });
        }
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

/// Asks the browser to keep the screen on while this page is in front; says whether it does. It lets go when another page
/// comes in front, and has to be asked again then.
pub async fn keep_awake() -> bool {
    let lock = || -> Option<Promise> {
        let navigator = web_sys::window()?.navigator();
        let wake = Reflect::get(&navigator, &"wakeLock".into()).ok().filter(JsValue::is_object)?;
        let request = Reflect::get(&wake, &"request".into()).ok()?.dyn_into::<Function>().ok()?;
        request.call1(&wake, &"screen".into()).ok()?.dyn_into().ok()
    };
    match lock() {
        Some(lock) => JsFuture::from(lock).await.is_ok(),
        None => false,
    }
}
