//! The words that the map adds.

/// The words.
#[derive(Clone, Copy, Debug)]
pub struct MapWords {
    /// What the picture is: "Harvest map".
    pub name: &'static str,
    /// "5 themes".
    pub themes: fn(usize) -> String,
    /// Behind the notes that are shown: "and 37 more".
    pub more: fn(usize) -> String,
    /// Themes that the picture has no room for, and how many contributions are in them.
    pub more_themes: fn(usize, usize) -> String,
    /// What one seed stands for: a number of contributions.
    pub seed: fn(usize) -> String,
    /// What a large seed stands for: contributions with dots.
    pub with_dots: &'static str,
    /// What a star stands for.
    pub star: &'static str,
    /// Before the strongest notes of a theme: "Strongest".
    pub strongest: &'static str,
}
