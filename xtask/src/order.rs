//! The order of the functions in a module: like beside like, so that compression finds what they have in common.
//!
//! gzip looks 32 kB back, and the code of the app is ten times as long. wasm-opt can put functions in the order of
//! their names; here they get names that say where each belongs. The order is found greedily: next comes the function
//! that shares most with those just placed, each of which counts half as much as the one after it. Rare runs of bytes
//! count more than common ones. Measured on the first part: 117.4 kB gzipped as wasm-opt leaves it, 114.5 in this
//! order.

use crate::squeeze::{Reader, push_number, push_text};
use anyhow::{Result, ensure};
use std::collections::BTreeMap;

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;

/// The length of the runs of bytes that are compared.
const RUN: usize = 5;
/// By how much each function counts less than the one placed after it.
const FADE: f32 = 0.5;
/// A run that is in more than one function out of this many says nothing.
const COMMON: usize = 8;

/// The module with names for its functions, by which they sort into their order.
pub fn with_names(wasm: &[u8]) -> Result<Vec<u8>> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "this is not a WebAssembly module");
    let mut reader = Reader { bytes: wasm, at: 8 };
    let (mut imported, mut bodies) = (0, Vec::new());
    while reader.at < wasm.len() {
        let id = reader.take(1)?[0];
        let length = reader.number()? as usize;
        let mut section = Reader { bytes: reader.take(length)?, at: 0 };
        match id {
            IMPORT => imported = imported_functions(&mut section)?,
            CODE => {
                for _ in 0..section.number()? {
                    let length = section.number()? as usize;
                    bodies.push(section.take(length)?);
                }
            }
            _ => {}
        }
    }
    let mut names = Vec::new();
    push_number(&mut names, imported + bodies.len() as u32);
    let places = places(&bodies);
    let all = (0..imported).chain(places.iter().map(|place| imported + *place as u32));
    for (at, place) in (0u32..).zip(all) {
        push_number(&mut names, at);
        push_text(&mut names, &format!("{place:06}"));
    }
    let mut section = Vec::new();
    push_text(&mut section, "name");
    section.push(1);
    push_number(&mut section, names.len() as u32);
    section.extend(names);
    let mut out = wasm.to_vec();
    out.push(CUSTOM);
    push_number(&mut out, section.len() as u32);
    out.extend(section);
    Ok(out)
}

fn imported_functions(section: &mut Reader<'_>) -> Result<u32> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        functions += u32::from(section.bytes.get(section.at) == Some(&0));
        section.import_type()?;
    }
    Ok(functions)
}

/// For each function its place in the order.
fn places(bodies: &[&[u8]]) -> Vec<usize> {
    let runs: Vec<Vec<&[u8]>> = bodies
        .iter()
        .map(|body| {
            let mut runs: Vec<&[u8]> = body.windows(RUN).collect();
            runs.sort_unstable();
            runs.dedup();
            runs
        })
        .collect();
    let mut having: BTreeMap<&[u8], Vec<usize>> = BTreeMap::new();
    for (at, runs) in runs.iter().enumerate() {
        runs.iter().for_each(|run| having.entry(run).or_default().push(at));
    }
    having.retain(|_, all| all.len() > 1 && all.len() * COMMON < bodies.len());
    let weight = |all: &[usize]| (bodies.len() as f32 / all.len() as f32).ln().powi(2);
    let mut shared: Vec<Vec<&[usize]>> = vec![Vec::new(); bodies.len()];
    let mut size = vec![f32::EPSILON; bodies.len()];
    for all in having.values() {
        for &at in all {
            shared[at].push(all);
            size[at] += weight(all);
        }
    }
    let size: Vec<f32> = size.into_iter().map(f32::sqrt).collect();
    let (mut places, mut score) = (vec![None; bodies.len()], vec![0.0; bodies.len()]);
    let mut next = 0;
    for place in 0..bodies.len() {
        places[next] = Some(place);
        score.iter_mut().for_each(|score| *score *= FADE);
        for all in &shared[next] {
            let much = weight(all) / size[next];
            all.iter().for_each(|&at| score[at] += much);
        }
        let waiting = (0..bodies.len()).filter(|at| places[*at].is_none());
        let best = waiting.max_by(|a, b| (score[*a] / size[*a]).total_cmp(&(score[*b] / size[*b])).then(b.cmp(a)));
        next = best.unwrap_or_default();
    }
    places.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_comes_together_and_every_function_has_a_place() {
        let bodies: Vec<Vec<u8>> = (0..40u8)
            .map(|at| (0..30).map(|byte| if at % 2 == 0 { byte } else { 200 - byte }).chain([at, at / 2]).collect())
            .collect();
        // Each kind is half of these, and what its members share must not count as common: hence many more, which are
        // like nothing else.
        let others: Vec<Vec<u8>> = (0..400u32).map(|at| at.to_le_bytes().repeat(4)).collect();
        let all: Vec<&[u8]> = bodies.iter().chain(&others).map(Vec::as_slice).collect();
        let places = places(&all);
        let mut sorted = places.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..all.len()).collect::<Vec<_>>());
        let of = |rest: usize| places[..40].iter().skip(rest).step_by(2).copied().collect::<Vec<_>>();
        for kind in [of(0), of(1)] {
            let (first, last) = (kind.iter().min().expect("some"), kind.iter().max().expect("some"));
            assert_eq!(last - first, kind.len() - 1, "{kind:?}");
        }
    }
}
