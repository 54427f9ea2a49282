//! The texts of the screen "harvest": its frame, its questions, how far the sorting is. Those of the board, of its
//! themes and of finding stand beside.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Harvest {
    pub other_question: &'static str,
    pub lede: &'static str,
    pub show: &'static str,
    pub sort: &'static str,
    pub disputed: fn(usize) -> String,
    pub hidden: fn(usize) -> String,
    pub beside: &'static str,
    pub similar: &'static str,
    pub dots: &'static str,
    pub next_steps: &'static str,
    pub questions: &'static str,
    pub other_tab: &'static str,
    pub found_tab: fn(usize) -> String,
    pub progress: fn(usize, usize) -> String,
    pub all_sorted: &'static str,
    pub no_notes: &'static str,
    pub nothing_from: fn(usize, &str) -> String,
    pub nothing_from_rounds: fn(&str, &[usize]) -> String,
    pub rounds_missing: fn(usize) -> String,
    pub nothing_from_help: &'static str,
    pub empty: &'static str,
    pub empty_help: &'static str,
    pub to_collect: &'static str,
    pub no_disputed: &'static str,
    pub no_disputed_help: &'static str,
    pub no_hidden: &'static str,
    pub no_hidden_help: &'static str,
    pub disputed_help: &'static str,
    pub hidden_help: &'static str,
    pub key_point_of: fn(&str) -> String,
    pub next_step: &'static str,
    pub settled: &'static str,
    pub aside: &'static str,
    pub kept_both: &'static str,
    pub corrected: &'static str,
    pub point_aside: &'static str,
    pub point_shown: &'static str,
    pub note_shown: &'static str,
}

/// Numbers as people say them: 2, 3 and 4.
fn listed(numbers: &[usize], and: &str) -> String {
    let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match numbers.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} {and} {last}", others.join(", ")),
        None => String::new(),
    }
}

pub(super) const ENGLISH: Harvest = Harvest {
    other_question: "A question that is not on this device",
    lede: "Sort what was written into themes. Every note keeps its words, and every step can be undone.",
    show: "Show",
    sort: "Sort",
    disputed: |count| format!("Two versions ({count})"),
    hidden: |count| format!("Set aside ({count})"),
    beside: "Besides sorting",
    similar: "Similar notes",
    dots: "Dots",
    next_steps: "Next steps",
    questions: "Questions",
    other_tab: "Another question",
    found_tab: |count| format!("{count} found"),
    progress: |sorted, all| format!("{sorted} of {all} sorted"),
    all_sorted: "All sorted.",
    no_notes: "Nobody answered this question.",
    nothing_from: |count, tables| {
        if count == 1 {
            format!("Nothing is here from this table yet: {tables}.")
        } else {
            format!("Nothing is here from these tables yet: {tables}.")
        }
    },
    nothing_from_rounds: |table, rounds| match rounds {
        [round] => format!("{table}: nothing from round {round}"),
        rounds => format!("{table}: nothing from rounds {}", listed(rounds, "and")),
    },
    rounds_missing: |tables| format!("{tables} tables: nothing from some rounds"),
    nothing_from_help: "A table that handed over may still have written more since: only its devices know.",
    empty: "There is nothing to harvest yet.",
    empty_help: "When the tables have handed over and you have collected their bundles, their notes appear here.",
    to_collect: "Collect",
    no_disputed: "Nothing is in two versions.",
    no_disputed_help: "When the same note, key point, theme or next step is changed on two devices, both texts wait here until you choose.",
    no_hidden: "Nothing is set aside.",
    no_hidden_help: "A note or key point that you set aside stays out of the report. It waits here and can be shown again.",
    disputed_help: "Pick the text that should stay. Where “Keep both” stands, both may stay. Until then the report shows both.",
    hidden_help: "What is here stays out of the report until you show it again.",
    key_point_of: |table| format!("Key point of {table}"),
    next_step: "Next step",
    settled: "Settled: one wording stays.",
    aside: "Set aside",
    kept_both: "Both texts stay, side by side.",
    corrected: "The words are corrected.",
    point_aside: "The key point is set aside. It waits under “Set aside”.",
    point_shown: "The key point is shown again.",
    note_shown: "The note is shown again.",
};

pub(super) const FRENCH: Harvest = Harvest {
    other_question: "Une question qui n’est pas sur cet appareil",
    lede: "Classez par thèmes ce qui a été écrit. Chaque note garde ses mots, et chaque geste peut être défait.",
    show: "Montrer",
    sort: "Classer",
    disputed: |count| format!("Deux versions ({count})"),
    hidden: |count| format!("Mis de côté ({count})"),
    beside: "En plus du classement",
    similar: "Notes semblables",
    dots: "Gommettes",
    next_steps: "Suites",
    questions: "Questions",
    other_tab: "Une autre question",
    found_tab: |count| if count < 2 { format!("{count} trouvée") } else { format!("{count} trouvées") },
    progress: |sorted, all| {
        if sorted < 2 { format!("{sorted} classée sur {all}") } else { format!("{sorted} classées sur {all}") }
    },
    all_sorted: "Tout est classé.",
    no_notes: "Personne n’a répondu à cette question.",
    nothing_from: |count, tables| {
        if count == 1 {
            format!("Rien n’est encore arrivé de cette table\u{202f}: {tables}.")
        } else {
            format!("Rien n’est encore arrivé de ces tables\u{202f}: {tables}.")
        }
    },
    nothing_from_rounds: |table, rounds| match rounds {
        [round] => format!("{table}\u{202f}: rien du tour {round}"),
        rounds => format!("{table}\u{202f}: rien des tours {}", listed(rounds, "et")),
    },
    rounds_missing: |tables| format!("{tables} tables\u{202f}: rien de certains tours"),
    nothing_from_help: "Une table qui a remis ses notes a pu en écrire d’autres depuis\u{202f}: seuls ses appareils le savent.",
    empty: "Il n’y a encore rien à récolter.",
    empty_help: "Quand les tables auront remis leurs notes et que vous aurez collecté leurs paquets, elles seront ici.",
    to_collect: "Collecter",
    no_disputed: "Rien n’est en deux versions.",
    no_disputed_help: "Quand la même note, le même point clé, le même thème ou la même suite est modifié sur deux appareils, les deux textes attendent ici que vous choisissiez.",
    no_hidden: "Rien n’est mis de côté.",
    no_hidden_help: "Une note ou un point clé mis de côté n’entre pas dans la restitution. Il attend ici et peut être montré à nouveau.",
    disputed_help: "Choisissez le texte qui doit rester. Là où figure «\u{202f}Garder les deux\u{202f}», les deux peuvent rester. En attendant, la restitution montre les deux.",
    hidden_help: "Ce qui est ici n’entre pas dans la restitution tant que vous ne le montrez pas à nouveau.",
    key_point_of: |table| format!("Point clé\u{202f}: {table}"),
    next_step: "Suite",
    settled: "C’est choisi\u{202f}: une formulation reste.",
    aside: "Mis de côté",
    kept_both: "Les deux textes restent, côte à côte.",
    corrected: "Le texte est corrigé.",
    point_aside: "Le point clé est mis de côté. Il attend sous «\u{202f}Mis de côté\u{202f}».",
    point_shown: "Le point clé est montré à nouveau.",
    note_shown: "La note est montrée à nouveau.",
};
