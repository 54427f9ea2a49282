//! The texts of the first screen, and of joining with a link.

use super::day;

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Home {
    pub tagline: &'static str,
    pub words: &'static str,
    pub choices: &'static str,
    pub example: &'static str,
    pub example_help: &'static str,
    pub create: &'static str,
    pub create_help: &'static str,
    pub join: &'static str,
    pub join_help: &'static str,
    pub import: &'static str,
    pub import_help: &'static str,
    pub on_this_device: &'static str,
    pub from_file: &'static str,
    pub from_file_help: &'static str,
    pub join_label: &'static str,
    pub join_hint: &'static str,
    pub join_go: &'static str,
    pub no_cafe_in_files: &'static str,
    pub opening: &'static str,
    pub day: fn(&str) -> String,
}

pub(super) const ENGLISH: Home = Home {
    tagline: "the tablecloth that people write on",
    words: "At each table of a World Café, people write their ideas on a phone, with no network and no account. \
            The facilitator gathers what the tables wrote, and the report is ready before everybody goes home.",
    choices: "How do you want to begin?",
    example: "Open an example",
    example_help: "A café that is already full, to look around without risk.",
    create: "Create a café",
    create_help: "Your questions, tables and rounds.",
    join: "Join with a link",
    join_help: "The link you were sent, or the code on the table.",
    import: "Import a bundle",
    import_help: "A Nappe file from another device.",
    on_this_device: "On this device",
    from_file: "Nappe runs from a file here",
    from_file_help: "What you write stays in this browser on this computer and not in the file: a USB stick does not carry \
                     it along. Some browsers lose sight of it when the file is moved or renamed. To take a café with \
                     you, export it.",
    join_label: "Link to the café",
    join_hint: "Paste the whole link, from http to the last letter. Or scan the code on the table with the phone’s camera.",
    join_go: "Join",
    no_cafe_in_files: "None of these files is a bundle that can be read.",
    opening: "Opening the café…",
    day: day::english,
};

pub(super) const FRENCH: Home = Home {
    tagline: "la nappe sur laquelle on écrit",
    words: "À chaque table d’un World Café, on note ses idées sur un téléphone, sans réseau et sans compte. \
            La personne qui anime rassemble les notes des tables, et la restitution est prête avant que chacun rentre chez soi.",
    choices: "Par quoi commencer\u{202f}?",
    example: "Ouvrir un exemple",
    example_help: "Un café déjà rempli, pour regarder sans risque.",
    create: "Créer un café",
    create_help: "Vos questions, vos tables, vos tours.",
    join: "Rejoindre avec un lien",
    join_help: "Le lien reçu, ou le code posé sur la table.",
    import: "Importer un paquet",
    import_help: "Un fichier Nappe venu d’un autre appareil.",
    on_this_device: "Sur cet appareil",
    from_file: "Nappe est ouverte ici depuis un fichier",
    from_file_help: "Ce que vous écrivez reste dans ce navigateur, sur cet ordinateur, et non dans le fichier\u{202f}: une clé \
                     USB ne l’emporte pas. Certains navigateurs le perdent de vue quand le fichier est déplacé ou renommé. \
                     Pour emporter un café, exportez-le.",
    join_label: "Lien du café",
    join_hint: "Collez le lien entier, de http à la dernière lettre. Ou scannez le code de la table avec l’appareil photo du téléphone.",
    join_go: "Rejoindre",
    no_cafe_in_files: "Aucun de ces fichiers n’est un paquet lisible.",
    opening: "Ouverture du café…",
    day: day::french,
};
