//! The texts of the screen "harvest".

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Harvest {
    pub lede: &'static str,
    pub show: &'static str,
    pub all: fn(usize) -> String,
    pub disputed: fn(usize) -> String,
    pub hidden: fn(usize) -> String,
    pub elsewhere: &'static str,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub to_collect: &'static str,
    pub empty_table: &'static str,
    pub no_disputed: &'static str,
    pub no_disputed_help: &'static str,
    pub no_hidden: &'static str,
    pub no_hidden_help: &'static str,
    pub disputed_help: &'static str,
    pub hidden_help: &'static str,
}

pub(super) const ENGLISH: Harvest = Harvest {
    lede: "Read through what was written. You can correct a note or set it aside; nothing is deleted by that.",
    show: "Show",
    all: |count| format!("All ({count})"),
    disputed: |count| format!("Two versions ({count})"),
    hidden: |count| format!("Set aside ({count})"),
    elsewhere: "At a table that is no longer in the set-up",
    empty: "There is nothing to harvest yet.",
    empty_help: "When the tables have handed over and you have collected their bundles, their notes stand here.",
    to_collect: "Collect",
    empty_table: "Nothing from this table yet.",
    no_disputed: "No note stands in two versions.",
    no_disputed_help: "When the same note is changed on two devices, both texts wait here until you pick one or keep both.",
    no_hidden: "Nothing is set aside.",
    no_hidden_help: "A note that you set aside stays out of the report. It waits here and can be shown again.",
    disputed_help: "Pick the text that should stay, or keep both. Until then the report shows both.",
    hidden_help: "These notes stay out of the report until you show them again.",
};

pub(super) const FRENCH: Harvest = Harvest {
    lede: "Relisez ce qui a été écrit. Vous pouvez corriger une note ou la mettre de côté\u{202f}; rien n’est supprimé ainsi.",
    show: "Montrer",
    all: |count| format!("Toutes ({count})"),
    disputed: |count| format!("Deux versions ({count})"),
    hidden: |count| format!("Mises de côté ({count})"),
    elsewhere: "À une table qui n’est plus dans la mise en place",
    empty: "Il n’y a encore rien à récolter.",
    empty_help: "Quand les tables auront remis leurs notes et que vous aurez collecté leurs paquets, elles seront ici.",
    to_collect: "Collecter",
    empty_table: "Rien de cette table pour l’instant.",
    no_disputed: "Aucune note n’est en deux versions.",
    no_disputed_help: "Quand la même note est modifiée sur deux appareils, les deux textes attendent ici que vous en choisissiez un, ou gardiez les deux.",
    no_hidden: "Rien n’est mis de côté.",
    no_hidden_help: "Une note mise de côté n’entre pas dans la restitution. Elle attend ici et peut être montrée à nouveau.",
    disputed_help: "Choisissez le texte qui doit rester, ou gardez les deux. En attendant, la restitution montre les deux.",
    hidden_help: "Ces notes n’entrent pas dans la restitution tant que vous ne les montrez pas à nouveau.",
};
