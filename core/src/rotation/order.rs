//! Few people in order. std's sorts are made for many, and cost the app some kilobytes for each kind of key.

/// People in the order of a key; equals stay as they are.
pub fn by_key(people: impl Iterator<Item = usize>, key: &dyn Fn(usize) -> usize) -> Vec<usize> {
    let mut ordered: Vec<usize> = Vec::new();
    for person in people {
        let place = ordered.iter().rposition(|&other| key(other) <= key(person)).map_or(0, |before| before + 1);
        ordered.insert(place, person);
    }
    ordered
}
