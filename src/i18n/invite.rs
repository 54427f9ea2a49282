//! The texts of the screen "invite".

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Invite {
    pub title: &'static str,
    pub help: &'static str,
    pub copy: &'static str,
    pub print: &'static str,
    pub on_paper: &'static str,
    pub cards: &'static str,
    pub cards_help: &'static str,
    pub tents: &'static str,
    pub tents_help: &'static str,
    pub whole_cafe: &'static str,
    pub whole_cafe_help: &'static str,
    pub scan: &'static str,
    /// On paper: the first one only where there is a code.
    pub how: [&'static str; 3],
    pub by_hand: fn(&str) -> String,
    pub link_of: fn(&str) -> String,
    pub copy_link: fn(&str) -> String,
    pub select_and_copy: &'static str,
    pub code_of: fn(&str) -> String,
    pub large: &'static str,
    pub large_of: fn(&str) -> String,
    pub too_long: &'static str,
    pub only_here: &'static str,
    pub only_here_help: &'static str,
    pub from_file: &'static str,
    pub from_file_help: &'static str,
    pub changed: &'static str,
    pub changed_help: &'static str,
    pub short: &'static str,
    pub short_help: &'static str,
    pub short_how: [&'static str; 3],
    pub short_file: &'static str,
    pub short_check: &'static str,
    pub looking_beside: &'static str,
    pub laid: &'static str,
    pub laid_older: &'static str,
    pub laid_other: &'static str,
    pub laid_not: &'static str,
    pub laid_unknown: &'static str,
    /// With a short link.
    pub typed: fn(&str) -> String,
    pub not_ready: &'static str,
    pub to_prepare: &'static str,
}

pub(super) const ENGLISH: Invite = Invite {
    copy: "Copy",
    title: "Invite",
    help: "One card for each table, to print or to show. Whoever scans its code can write at once, without an account.",
    print: "Print",
    on_paper: "On paper",
    cards: "Cards",
    cards_help: "Two to a sheet, to be cut in the middle.",
    tents: "Tents",
    tents_help: "One to a sheet. Folded in the middle it stands, and is read from both sides.",
    whole_cafe: "The whole café",
    whole_cafe_help: "People choose their table themselves.",
    scan: "Point the phone’s camera at this square.",
    how: [
        "Point the phone’s camera at the square and open the link.",
        "Write short notes, one idea in each. They stay on your phone.",
        "At the end, hand your notes over; the app shows how.",
    ],
    by_hand: |address| {
        format!(
            "Without a camera: open {address} in a browser, choose “Join with a link”, and paste the link that whoever \
             facilitates can send you."
        )
    },
    link_of: |name| format!("Link: {name}"),
    copy_link: |name| format!("Copy the link: {name}"),
    select_and_copy: "This browser does not let Nappe copy. The link is selected: copy it with the menu or the keyboard.",
    code_of: |name| format!("QR code: {name}"),
    large: "Larger",
    large_of: |name| format!("Larger: {name}"),
    too_long: "The questions together are too long for a code. Send the link; or shorten the questions and the code is back.",
    only_here: "These links work on this computer only",
    only_here_help: "Other phones cannot open an address that begins with “localhost” or “127.”. Put Nappe at an address \
                     that they reach, such as a website or this computer’s address in the venue’s Wi-Fi. Open it there, \
                     import this café (after “Export the café” here), and invite from there.",
    from_file: "These links work on this computer only",
    from_file_help: "Nappe runs from a file here, which other devices cannot reach, neither by link nor by code. Anyone who \
                     also has the file can open it and paste a link under “Join with a link”. For phones, put Nappe at an \
                     address that they reach, such as a website or this computer’s address in the venue’s Wi-Fi. Open it \
                     there, import this café (after “Export the café” here), and invite from there.",
    changed: "Changed the questions or tables?",
    changed_help: "A link carries the café as it is now, and no contribution. Earlier links still lead to this café, with the \
                   questions of their time.",
    short: "Short links, to be typed",
    short_help: "For phones that read no codes. The whole set-up does not fit into a link that people type, so it lies in a \
                 small file beside Nappe, where whoever knows the address can read it: title, day, place and questions, \
                 no notes. Without it, the codes and the long links work all the same.",
    short_how: [
        "Download the file “cafe.txt”.",
        "Put it into the folder that Nappe is served from, beside “index.html”.",
        "Check here that it is found: the short links then stand on the cards and tents.",
    ],
    short_file: "Download “cafe.txt”",
    short_check: "Check",
    looking_beside: "Looking for the file…",
    laid: "The file is there. The cards and tents now have short links.",
    laid_older: "The file is there, of before you changed the set-up. The short links work with the questions of then: replace it.",
    laid_other: "The file of another café lies there. If you replace it, the short links of that café lead here.",
    laid_not: "No “cafe.txt” with an invitation lies beside Nappe yet.",
    laid_unknown: "The folder could not be asked. Is there a network?",
    typed: |link| format!("Without a camera: type {link} into a browser."),
    not_ready: "Something is missing before you invite: the café needs a question, a table and a round, and each table or \
                round its question.",
    to_prepare: "Go to Prepare",
};

pub(super) const FRENCH: Invite = Invite {
    copy: "Copier",
    title: "Inviter",
    help: "Une carte par table, à imprimer ou à montrer. Il suffit de scanner son code pour écrire, sans compte.",
    print: "Imprimer",
    on_paper: "Sur papier",
    cards: "Cartes",
    cards_help: "Deux par feuille, à découper au milieu.",
    tents: "Chevalets",
    tents_help: "Un par feuille. Plié au milieu, il tient debout et se lit des deux côtés.",
    whole_cafe: "Tout le café",
    whole_cafe_help: "Chacun choisit sa table.",
    scan: "Visez ce carré avec l’appareil photo du téléphone.",
    how: [
        "Visez le carré avec l’appareil photo du téléphone et ouvrez le lien.",
        "Écrivez des notes courtes, une idée par note. Elles restent sur votre téléphone.",
        "À la fin, remettez vos notes\u{202f}; l’application montre comment.",
    ],
    by_hand: |address| {
        format!(
            "Sans appareil photo\u{202f}: ouvrez {address} dans un navigateur, choisissez «\u{202f}Rejoindre avec un \
             lien\u{202f}» et collez le lien, que la personne qui anime peut vous envoyer."
        )
    },
    link_of: |name| format!("Lien\u{202f}: {name}"),
    copy_link: |name| format!("Copier le lien\u{202f}: {name}"),
    select_and_copy: "Ce navigateur ne laisse pas Nappe copier. Le lien est sélectionné\u{202f}: copiez-le par le menu ou au clavier.",
    code_of: |name| format!("Code QR\u{202f}: {name}"),
    large: "En grand",
    large_of: |name| format!("En grand\u{202f}: {name}"),
    too_long: "Les questions réunies sont trop longues pour un code. Envoyez le lien\u{202f}; ou raccourcissez les questions et le code revient.",
    only_here: "Ces liens ne marchent que sur cet ordinateur",
    only_here_help: "Un autre téléphone ne peut pas ouvrir une adresse qui commence par «\u{202f}localhost\u{202f}» ou «\u{202f}127.\u{202f}». \
                     Mettez Nappe à une adresse qu’il peut atteindre\u{202f}: un site web, ou l’adresse de cet ordinateur sur le \
                     Wi-Fi de la salle. Ouvrez Nappe à cette adresse, importez-y ce café (après «\u{202f}Exporter le café\u{202f}» ici), puis invitez de là.",
    from_file: "Ces liens ne marchent que sur cet ordinateur",
    from_file_help: "Nappe est ouverte ici depuis un fichier, qu’un autre appareil ne peut atteindre ni par lien ni par code. \
                     Si l’on a aussi le fichier, on l’ouvre et on colle un lien sous «\u{202f}Rejoindre avec un lien\u{202f}». \
                     Pour les téléphones, mettez Nappe à une adresse qu’ils peuvent atteindre\u{202f}: un site web, ou \
                     l’adresse de cet ordinateur sur le Wi-Fi de la salle. Ouvrez Nappe à cette adresse, importez-y ce café (après «\u{202f}Exporter le \
                     café\u{202f}» ici), puis invitez de là.",
    changed: "Questions ou tables modifiées\u{202f}?",
    changed_help: "Un lien porte le café tel qu’il est maintenant, sans aucune contribution. Les liens précédents mènent toujours \
                   à ce café, avec les questions d’alors.",
    short: "Liens courts, à saisir à la main",
    short_help: "Pour les téléphones qui ne lisent pas les codes. Un lien que l’on saisit est trop court pour contenir le \
                 café\u{202f}: celui-ci se trouve donc dans un petit fichier à côté de Nappe, lisible par quiconque \
                 connaît l’adresse\u{202f}: titre, jour, lieu et questions, aucune note. Sans ce fichier, les codes et les \
                 liens longs fonctionnent quand même.",
    short_how: [
        "Téléchargez le fichier «\u{202f}cafe.txt\u{202f}».",
        "Placez-le dans le dossier d’où Nappe est servie, à côté de «\u{202f}index.html\u{202f}».",
        "Vérifiez ici qu’il est trouvé\u{202f}: les liens courts figurent alors sur les cartes et les chevalets.",
    ],
    short_file: "Télécharger «\u{202f}cafe.txt\u{202f}»",
    short_check: "Vérifier",
    looking_beside: "Recherche du fichier…",
    laid: "Le fichier est là. Les cartes et les chevalets portent maintenant des liens courts.",
    laid_older: "Le fichier est là, mais il date d’avant vos modifications. Les liens courts mènent aux questions \
                 d’alors\u{202f}: remplacez-le.",
    laid_other: "C’est le fichier d’un autre café. Si vous le remplacez, les liens courts de cet autre café mèneront ici.",
    laid_not: "Aucun «\u{202f}cafe.txt\u{202f}» contenant une invitation ne se trouve encore à côté de Nappe.",
    laid_unknown: "Impossible de regarder dans le dossier. Y a-t-il du réseau\u{202f}?",
    typed: |link| format!("Sans appareil photo\u{202f}: saisissez {link} dans un navigateur."),
    not_ready: "Il manque quelque chose avant d’inviter\u{202f}: le café a besoin d’une question, d’une table et d’un tour, et chaque \
                table ou chaque tour de sa question.",
    to_prepare: "Aller à Préparer",
};
