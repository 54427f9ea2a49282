//! What `cargo xtask bench` measures from outside. The app that is shipped does not have it.

use nappe::core::bundle;
use nappe::core::domain::{Cafe, Scope};
use nappe::core::import::Plan;
use nappe::core::storage::{Import, ImportState, Importing};
use nappe::storage::BrowserStore;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_split_helpers::wasm_split;

/// The bytes of two bundles in, the bytes of the merged café out; with `keep`, what the second one brings is stored as
/// an import does. The bench compares it with plain JavaScript. Nothing comes out when one of them cannot be read or
/// stored.
#[wasm_bindgen]
pub fn merge_bundles(a: Vec<u8>, b: Vec<u8>, keep: bool, done: js_sys::Function) {
    leptos::task::spawn_local(async move {
        let merged = merged(a, b, keep).await.unwrap_or_default();
        drop(done.call1(&JsValue::NULL, &js_sys::Uint8Array::from(&*merged)));
    });
}

#[wasm_split(rest)]
fn merged(a: Vec<u8>, b: Vec<u8>, keep: bool) -> Option<Vec<u8>> {
    let mut merged = bundle::decode(&a).ok()?.into_cafe();
    let brought = bundle::decode(&b).ok()?;
    if keep {
        let store = BrowserStore::open();
        let mut plan = Plan::default();
        plan.add(&merged, brought.records);
        let (id, files, state) = (merged.id(), Vec::new(), ImportState::Done);
        let manifest = Import { id, state, at: 0, files, new: plan.len(), changed: 0, segments: 0 };
        let mut importing = Importing::new(id, manifest, plan.into_records());
        while importing.step(&store).ok()? {}
        let (_, records) = importing.commit(&store).ok()?;
        merged.join(Cafe::from_records(id, records));
    } else {
        merged.join(brought.into_cafe());
    }
    Some(bundle::encode(&merged, Scope::Whole).into_bytes())
}

/// How long it takes to write the first bundle, to read the second one, and to plan its import, in milliseconds: the
/// best of seven each.
#[wasm_bindgen]
pub fn time_parts(a: Vec<u8>, b: Vec<u8>, done: js_sys::Function) {
    leptos::task::spawn_local(async move {
        let times = times(a, b).await.unwrap_or_default();
        drop(done.call1(&JsValue::NULL, &js_sys::Float64Array::from(&times[..])));
    });
}

#[wasm_split(rest)]
fn times(a: Vec<u8>, b: Vec<u8>) -> Option<[f64; 3]> {
    let clock = web_sys::window()?.performance()?;
    let best = |work: &dyn Fn() -> usize| {
        let times = (0..7).map(|_| {
            let start = clock.now();
            std::hint::black_box(work());
            clock.now() - start
        });
        times.fold(f64::INFINITY, f64::min)
    };
    let cafe = bundle::decode(&a).ok()?.into_cafe();
    let export = best(&|| bundle::encode(&cafe, Scope::Whole).len());
    let reading = best(&|| bundle::decode(&b).map_or(0, |it| it.records.len()));
    // Each plan takes its records with it, and they are copied before the clock starts.
    let mut planning = f64::INFINITY;
    for _ in 0..7 {
        let (mut plan, records) = (Plan::default(), bundle::decode(&b).ok()?.records);
        let start = clock.now();
        plan.add(&cafe, records);
        planning = planning.min(clock.now() - start);
    }
    Some([export, reading, planning])
}

/// Plans who sits where; `hosts` is 0 for nobody, 1 for hosts who stay, 2 for hosts who change. Gives S2, its bound,
/// how many visits are second ones, and the greatest number of times that a pair meets.
#[wasm_bindgen]
pub fn plan_seats(people: usize, tables: usize, rounds: usize, hosts: u32) -> Vec<u32> {
    use nappe::core::rotation::{Event, Hosting, plan};
    let hosts = [Hosting::None, Hosting::Stay, Hosting::Change][hosts.min(2) as usize];
    let quality = plan(&Event { people, tables, rounds, hosts, ..Event::default() }, 1).quality(&[]);
    [quality.s2, quality.s2_bound, quality.second_visits, quality.most_often].map(|it| it as u32).to_vec()
}
