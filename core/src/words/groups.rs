//! Groups of notes that are alike on average.

use super::pairs::{ALIKE, Pairs};

/// A group has at most this many notes: nobody reads more at a glance.
pub(super) const MOST: usize = 8;

/// Notes that come together, the most alike first, as long as each group stays small and what comes together is alike
/// on average: one note that is like two others does not pull them together.
#[derive(Debug)]
pub(super) struct Groups {
    /// How many times each note stands.
    sizes: Vec<usize>,
    home: Vec<usize>,
    groups: Vec<Vec<usize>>,
}

impl Groups {
    /// Each note on its own.
    pub fn new(sizes: Vec<usize>) -> Self {
        let home: Vec<usize> = (0..sizes.len()).collect();
        let groups = home.iter().map(|&it| vec![it]).collect();
        Self { sizes, home, groups }
    }

    /// Puts the groups of two notes that are alike together, if they fit.
    pub fn join(&mut self, pairs: &Pairs, a: usize, b: usize) {
        let (a, b) = (self.home[a].min(self.home[b]), self.home[a].max(self.home[b]));
        if a == b || self.size(&self.groups[a]) + self.size(&self.groups[b]) > MOST {
            return;
        }
        let [one, other] = [&self.groups[a], &self.groups[b]];
        let across = one.iter().flat_map(|&it| other.iter().map(move |&to| pairs.likeness(it, to)));
        let links = (one.len() * other.len()) as u32;
        if across.sum::<u32>() >= ALIKE * links {
            let moved = std::mem::take(&mut self.groups[b]);
            moved.iter().for_each(|&it| self.home[it] = a);
            self.groups[a].extend(moved);
        }
    }

    fn size(&self, group: &[usize]) -> usize {
        group.iter().map(|&it| self.sizes[it]).sum()
    }

    /// The groups; those of one are left out.
    pub fn take(&mut self) -> Vec<Vec<usize>> {
        let groups = std::mem::take(&mut self.groups);
        groups.into_iter().filter(|group| self.size(group) > 1).collect()
    }
}
