//! The texts of a step back and forward at the harvest, on every screen that has one: what was done, in a word.

use crate::core::harvest::Phase;

/// What a step back would take back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Notes were moved: how many.
    Moved(usize),
    /// Themes were made.
    Made,
    /// A theme was named.
    Named,
    /// A theme was described.
    Described,
    /// A theme was put elsewhere among the others.
    Placed,
    /// Two themes were joined.
    Joined,
    /// A theme was taken out of the one that it was joined to.
    Unjoined,
    /// A theme was taken away.
    Removed,
    /// A theme that was taken away was put back.
    PutBack,
    /// Notes were gathered.
    Gathered,
    /// Notes were taken out of what they were gathered with.
    Parted,
    /// Notes were highlighted.
    Highlighted,
    /// Notes are highlighted no more.
    Unhighlighted,
    /// A note was set aside.
    SetAside,
    /// A note that was set aside is shown again.
    ShownAgain,
    /// A key point was set aside.
    PointAside,
    /// A key point that was set aside is shown again.
    PointShown,
    /// Words of a note or a key point were corrected.
    Corrected,
    /// One of two versions was chosen.
    Chosen,
    /// Two versions were left side by side.
    KeptBoth,
    /// A note was left off the slides.
    OffSlides,
    /// A note that was left off the slides is on them again.
    OnSlides,
    /// How many notes of a theme the slides show.
    MostOnSlides,
    /// A person's dots.
    Dots,
    /// Dots were opened or closed.
    Phase(Phase),
    /// How dots are given.
    Voting,
    /// A next step was written.
    StepAdded,
    /// A next step was changed or moved.
    StepChanged,
    /// A next step was taken away.
    StepRemoved,
    /// A next step that was taken away was put back.
    StepPutBack,
    /// What the report shows.
    Report,
}

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct StepBack {
    pub undo: &'static str,
    pub redo: &'static str,
    pub deed: fn(Deed) -> String,
    pub undone: fn(&str) -> String,
    pub redone: fn(&str) -> String,
    pub undone_in_part: fn(&str) -> String,
    pub redone_in_part: fn(&str) -> String,
    pub not_undone: fn(&str) -> String,
    pub not_redone: fn(&str) -> String,
    pub nothing_to_undo: &'static str,
    pub nothing_to_redo: &'static str,
}

pub(super) const ENGLISH: StepBack = StepBack {
    undo: "Undo",
    redo: "Redo",
    deed: |deed| match deed {
        Deed::Moved(1) => "move of 1 note".into(),
        Deed::Moved(count) => format!("move of {count} notes"),
        Deed::Made => "new theme".into(),
        Deed::Named => "name of a theme".into(),
        Deed::Described => "description of a theme".into(),
        Deed::Placed => "order of the themes".into(),
        Deed::Joined => "joining of themes".into(),
        Deed::Unjoined => "parting of themes".into(),
        Deed::Removed => "removal of a theme".into(),
        Deed::PutBack => "return of a theme".into(),
        Deed::Gathered => "gathering".into(),
        Deed::Parted => "taking out of a group".into(),
        Deed::Highlighted => "highlight".into(),
        Deed::Unhighlighted => "end of a highlight".into(),
        Deed::SetAside => "setting aside".into(),
        Deed::ShownAgain => "showing again".into(),
        Deed::PointAside => "setting aside of a key point".into(),
        Deed::PointShown => "showing of a key point again".into(),
        Deed::Corrected => "correction".into(),
        Deed::Chosen => "choice of a version".into(),
        Deed::KeptBoth => "keeping of both versions".into(),
        Deed::OffSlides => "hiding on the slides".into(),
        Deed::OnSlides => "showing on the slides".into(),
        Deed::MostOnSlides => "notes per theme".into(),
        Deed::Dots => "dots".into(),
        Deed::Phase(Phase::Closed) => "closing of the dots".into(),
        Deed::Phase(_) => "opening of the dots".into(),
        Deed::Voting => "settings of the dots".into(),
        Deed::StepAdded => "new step".into(),
        Deed::StepChanged => "change of a step".into(),
        Deed::StepRemoved => "removal of a step".into(),
        Deed::StepPutBack => "return of a step".into(),
        Deed::Report => "choice for the report".into(),
    },
    undone: |deed| format!("Undone: {deed}."),
    redone: |deed| format!("Done again: {deed}."),
    undone_in_part: |deed| format!("Undone in part: {deed}. Somebody changed the rest since."),
    redone_in_part: |deed| format!("Done again in part: {deed}. Somebody changed the rest since."),
    not_undone: |deed| format!("Not undone: {deed}. Somebody changed it since."),
    not_redone: |deed| format!("Not done again: {deed}. Somebody changed it since."),
    nothing_to_undo: "There is nothing to undo.",
    nothing_to_redo: "There is nothing to do again.",
};

pub(super) const FRENCH: StepBack = StepBack {
    undo: "Défaire",
    redo: "Refaire",
    deed: |deed| match deed {
        Deed::Moved(0..=1) => "déplacement d’une note".into(),
        Deed::Moved(count) => format!("déplacement de {count} notes"),
        Deed::Made => "nouveau thème".into(),
        Deed::Named => "nom d’un thème".into(),
        Deed::Described => "description d’un thème".into(),
        Deed::Placed => "ordre des thèmes".into(),
        Deed::Joined => "réunion de thèmes".into(),
        Deed::Unjoined => "séparation de thèmes".into(),
        Deed::Removed => "retrait d’un thème".into(),
        Deed::PutBack => "retour d’un thème".into(),
        Deed::Gathered => "regroupement".into(),
        Deed::Parted => "sortie d’un groupe".into(),
        Deed::Highlighted => "mise en avant".into(),
        Deed::Unhighlighted => "fin d’une mise en avant".into(),
        Deed::SetAside => "mise de côté".into(),
        Deed::ShownAgain => "note montrée à nouveau".into(),
        Deed::PointAside => "point clé mis de côté".into(),
        Deed::PointShown => "point clé montré à nouveau".into(),
        Deed::Corrected => "correction".into(),
        Deed::Chosen => "choix d’une version".into(),
        Deed::KeptBoth => "les deux versions gardées".into(),
        Deed::OffSlides => "note masquée sur les diapositives".into(),
        Deed::OnSlides => "note montrée sur les diapositives".into(),
        Deed::MostOnSlides => "notes par thème".into(),
        Deed::Dots => "gommettes".into(),
        Deed::Phase(Phase::Closed) => "clôture des gommettes".into(),
        Deed::Phase(_) => "ouverture des gommettes".into(),
        Deed::Voting => "réglages des gommettes".into(),
        Deed::StepAdded => "nouvelle suite".into(),
        Deed::StepChanged => "modification d’une suite".into(),
        Deed::StepRemoved => "retrait d’une suite".into(),
        Deed::StepPutBack => "retour d’une suite".into(),
        Deed::Report => "choix pour la restitution".into(),
    },
    undone: |deed| format!("Défait\u{202f}: {deed}."),
    redone: |deed| format!("Refait\u{202f}: {deed}."),
    undone_in_part: |deed| format!("Défait en partie\u{202f}: {deed}. Le reste a été modifié depuis."),
    redone_in_part: |deed| format!("Refait en partie\u{202f}: {deed}. Le reste a été modifié depuis."),
    not_undone: |deed| format!("Pas défait\u{202f}: {deed}. Quelqu’un y a touché depuis."),
    not_redone: |deed| format!("Pas refait\u{202f}: {deed}. Quelqu’un y a touché depuis."),
    nothing_to_undo: "Il n’y a rien à défaire.",
    nothing_to_redo: "Il n’y a rien à refaire.",
};
