//! The texts of the screen "hand over".

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct HandOver {
    pub title: &'static str,
    pub lede: fn(usize) -> String,
    pub points: fn(usize) -> String,
    pub erasures: fn(usize) -> String,
    pub empty: &'static str,
    pub nothing_deleted: &'static str,
    pub who: &'static str,
    pub scope: &'static str,
    pub this_table: fn(&str) -> String,
    pub this_table_help: &'static str,
    pub whole: &'static str,
    pub whole_help: &'static str,
    pub share: &'static str,
    pub share_help: &'static str,
    pub share_go: &'static str,
    pub download: &'static str,
    pub download_help: &'static str,
    pub download_go: &'static str,
    pub copy: &'static str,
    pub copy_help: &'static str,
    pub copy_go: &'static str,
    pub text_label: &'static str,
    pub show_text: &'static str,
    pub by_hand: &'static str,
    pub shared: &'static str,
    pub shared_next: &'static str,
    pub not_shared: &'static str,
    pub downloaded: fn(&str) -> String,
    pub downloaded_next: &'static str,
    pub downloaded_next_facilitator: &'static str,
    pub not_downloaded: &'static str,
    pub copied: &'static str,
    pub copied_next: &'static str,
    pub back_to_table: &'static str,
}

pub(super) const ENGLISH: HandOver = HandOver {
    title: "Hand over",
    lede: |count| match count {
        1 => "1 contribution is ready to leave in one bundle.".into(),
        count => format!("{count} contributions are ready to leave in one bundle."),
    },
    points: |count| match count {
        1 => "1 key point is in the bundle.".into(),
        count => format!("{count} key points are in the bundle."),
    },
    erasures: |count| match count {
        1 => "1 erasure is in the bundle: its words will also disappear wherever the bundle is imported.".into(),
        count => format!(
            "{count} erasures are in the bundle: their words will also disappear wherever the bundle is imported."
        ),
    },
    empty: "There is no contribution in the bundle yet, only the questions, tables and rounds.",
    nothing_deleted: "Nothing is deleted here: everything also stays on this device, and you can hand over again at any time.",
    who: "The bundle goes only to the person to whom you give it, normally the facilitator, for the report. They can read \
          the contributions and the pseudonyms in it.",
    scope: "What goes into the bundle?",
    this_table: |table| format!("{table} only"),
    this_table_help: "What was written at this table, as far as this device knows it.",
    whole: "The whole café",
    whole_help: "Everything that this device knows, of all tables.",
    share: "Share",
    share_help: "To a device beside you, or with one of your apps.",
    share_go: "Open the share sheet",
    download: "Download",
    download_help: "A file, for a USB stick, a cable or an e-mail.",
    download_go: "Download the bundle",
    copy: "Copy as text",
    copy_help: "When nothing else works: paste it into a message.",
    copy_go: "Copy the bundle",
    text_label: "The bundle as text",
    show_text: "Show the text",
    by_hand: "The browser does not let Nappe copy. The text is selected: press Ctrl+C (⌘C on a Mac), or hold your finger \
              on it and choose “Copy”.",
    shared: "The bundle was shared.",
    shared_next: "Ask the person who receives it whether the file arrived.",
    not_shared: "Nothing was shared. Try again, or choose another way.",
    downloaded: |name| format!("The file {name} was downloaded."),
    downloaded_next: "You will find it among your downloads. Give the file to your facilitator.",
    downloaded_next_facilitator: "You will find it among your downloads. Keep it as a copy, or import it on another device.",
    not_downloaded: "The browser did not take the file. Copy the text instead.",
    copied: "The bundle was copied as text.",
    copied_next: "Paste it into a message and send it whole, from the first “{” to the last “}”.",
    back_to_table: "Back to the table",
};

pub(super) const FRENCH: HandOver = HandOver {
    title: "Remettre les notes",
    lede: |count| match count {
        0 | 1 => format!("{count} contribution est prête à partir dans un paquet."),
        count => format!("{count} contributions sont prêtes à partir dans un paquet."),
    },
    points: |count| match count {
        0 | 1 => format!("{count} point clé est dans le paquet."),
        count => format!("{count} points clés sont dans le paquet."),
    },
    erasures: |count| match count {
        0 | 1 => {
            format!(
                "{count} effacement est dans le paquet\u{202f}: son texte disparaîtra aussi partout où le paquet sera importé."
            )
        }
        count => format!(
            "{count} effacements sont dans le paquet\u{202f}: leurs textes disparaîtront aussi partout où le paquet sera importé."
        ),
    },
    empty: "Le paquet ne contient encore aucune contribution, seulement les questions, les tables et les tours.",
    nothing_deleted: "Rien n’est supprimé ici\u{202f}: tout reste aussi sur cet appareil, et vous pouvez le remettre à nouveau quand vous voulez.",
    who: "Le paquet ne va qu’à la personne à qui vous le donnez, en principe celle qui anime, pour la restitution. Elle \
          peut y lire les contributions et les pseudonymes.",
    scope: "Que met-on dans le paquet\u{202f}?",
    this_table: |table| format!("{table} seulement"),
    this_table_help: "Ce qui a été écrit à cette table, d’après cet appareil.",
    whole: "Tout le café",
    whole_help: "Tout ce que cet appareil connaît, toutes tables réunies.",
    share: "Partager",
    share_help: "Vers un appareil proche, ou avec une de vos applications.",
    share_go: "Ouvrir le partage",
    download: "Télécharger",
    download_help: "Un fichier, pour une clé USB, un câble ou un courriel.",
    download_go: "Télécharger le paquet",
    copy: "Copier en texte",
    copy_help: "Quand rien d’autre ne marche\u{202f}: collez-le dans un message.",
    copy_go: "Copier le paquet",
    text_label: "Le paquet en texte",
    show_text: "Afficher le texte",
    by_hand: "Le navigateur ne laisse pas Nappe copier. Le texte est sélectionné\u{202f}: tapez Ctrl+C (⌘C sur un Mac), ou \
              appuyez longuement dessus et choisissez «\u{202f}Copier\u{202f}».",
    shared: "Le paquet a été partagé.",
    shared_next: "Demandez à la personne qui le reçoit si le fichier est bien arrivé.",
    not_shared: "Rien n’a été partagé. Réessayez, ou choisissez un autre moyen.",
    downloaded: |name| format!("Le fichier {name} est téléchargé."),
    downloaded_next: "Il est dans vos téléchargements. Donnez ce fichier à la personne qui anime.",
    downloaded_next_facilitator: "Il est dans vos téléchargements. Gardez-le comme copie, ou importez-le sur un autre appareil.",
    not_downloaded: "Le navigateur n’a pas pris le fichier. Copiez plutôt le texte.",
    copied: "Le paquet a été copié en texte.",
    copied_next: "Collez-le dans un message et envoyez-le entier, du premier «\u{202f}{\u{202f}» au dernier «\u{202f}}\u{202f}».",
    back_to_table: "Retour à la table",
};
