//! How often what happened, so that a test can see that it does happen.

/// What happened in a sequence, counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub starts: usize,
    /// Starts that could not read the store.
    pub refused_starts: usize,
    pub deaths: usize,
    /// Tabs that died with an import begun.
    pub deaths_in_imports: usize,
    /// Records that someone tried to save.
    pub tried: usize,
    /// Changes that the store had not taken before the faults ended.
    pub unsaved: usize,
    pub erased: usize,
    pub imports: usize,
    pub broken_imports: usize,
    pub undone: usize,
    pub damaged: usize,
    pub clones: usize,
    pub drafts: usize,
    /// Acts at the harvest that changed something.
    pub sorted: usize,
    /// Changes of the store that a killed browser forgot; not among those that happen in every kind of sequence.
    pub forgotten: usize,
    /// Imports that nobody finished, and somebody took in; nor these.
    pub taken_in: usize,
    /// Cafés that were taken away for good, a day after they were taken off.
    pub cleared: usize,
}

impl Tally {
    fn counts(&mut self) -> [&mut usize; 14] {
        let Self {
            starts,
            refused_starts,
            deaths,
            deaths_in_imports,
            tried,
            unsaved,
            erased,
            imports,
            broken_imports,
            undone,
            damaged,
            clones,
            drafts,
            sorted,
            forgotten: _,
            taken_in: _,
            cleared: _,
        } = self;
        [
            starts,
            refused_starts,
            deaths,
            deaths_in_imports,
            tried,
            unsaved,
            erased,
            imports,
            broken_imports,
            undone,
            damaged,
            clones,
            drafts,
            sorted,
        ]
    }

    pub fn add(&mut self, other: &Self) {
        let mut other = *other;
        self.forgotten += other.forgotten;
        self.taken_in += other.taken_in;
        self.cleared += other.cleared;
        self.counts().into_iter().zip(other.counts()).for_each(|(own, more)| *own += *more);
    }

    /// What happened least.
    pub fn least(mut self) -> usize {
        self.counts().into_iter().map(|it| *it).min().unwrap_or(0)
    }
}
