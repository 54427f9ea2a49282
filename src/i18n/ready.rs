//! The texts about starting without a network: the check of a device, updates.

/// What the browser withholds from a page, so that it cannot start without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// The page is a file.
    File,
    /// The page came over plain http from another computer.
    Insecure,
    /// The browser has no service workers, or not in this window.
    Unsupported,
}

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Ready {
    pub title: &'static str,
    pub lede: &'static str,
    pub again: &'static str,
    pub ready: &'static str,
    pub ready_help: &'static str,
    pub looking: &'static str,
    pub lacking: fn(usize) -> String,
    pub failed: &'static str,
    pub failed_help: &'static str,
    pub withheld: fn(Withheld) -> &'static str,
    pub withheld_help: fn(Withheld) -> &'static str,
    pub stored: &'static str,
    pub room: fn(usize, usize) -> String,
    pub little_room: fn(usize) -> String,
    pub little_room_help: &'static str,
    pub recovered: &'static str,
    pub put_aside: fn(usize) -> String,
    pub put_aside_help: &'static str,
    pub drop_aside: &'static str,
    pub kept: &'static str,
    pub kept_help: &'static str,
    pub may_be_cleared: &'static str,
    pub keeping_unknown: &'static str,
    pub may_be_cleared_help: &'static str,
    pub ask_to_keep: &'static str,
    pub not_promised: &'static str,
    pub clock: fn(&str) -> String,
    pub clock_help: &'static str,
    pub clock_wrong: &'static str,
    pub clock_behind: fn(&str) -> String,
    pub device: fn(&str) -> String,
    pub device_help: &'static str,
    pub nickname: &'static str,
    pub nickname_help: &'static str,
    pub version: fn(&str) -> String,
    pub installed: &'static str,
    pub not_installed: &'static str,
    pub install: &'static str,
    pub install_help: &'static str,
    pub update: &'static str,
    pub use_update: &'static str,
    pub later: &'static str,
    pub round_runs: fn(&str) -> String,
    pub copy_first: fn(&str) -> String,
    pub set_back: fn(u64) -> String,
    pub set_ahead: fn(u64) -> String,
    pub jumped: fn(u64) -> String,
    pub clock_moved_help: &'static str,
    pub clock_broken: &'static str,
    pub stay_open: &'static str,
    pub receiving: &'static str,
    pub nothing_received: &'static str,
}

pub(super) const ENGLISH: Ready = Ready {
    title: "Check this device",
    lede: "Before you leave for a place without a network, the first two lines need a tick. The others say what to look out for.",
    again: "Check again",
    ready: "Ready to work without a network",
    ready_help: "Every file of the app was found on this device and compared. You can go where there is no network.",
    looking: "Looking at the files of the app, and downloading what is missing…",
    lacking: |count| match count {
        1 => "1 file of the app is not on this device yet".into(),
        count => format!("{count} files of the app are not on this device yet"),
    },
    failed: "The app is not kept on this device yet",
    failed_help: "Where there is a network, press “Check again”: what is missing is then downloaded.",
    withheld: |what| match what {
        Withheld::File => "Nappe runs from a file",
        Withheld::Insecure => "This page came over an unprotected connection (http)",
        Withheld::Unsupported => "This browser window keeps no app for later",
    },
    withheld_help: |what| match what {
        Withheld::File => {
            "It starts without a network wherever the file is. Other phones cannot join by its links. It cannot be \
             installed. For a newer version, replace the file. Nothing can be shared with it: import bundles instead."
        }
        Withheld::Insecure => {
            "The browser then keeps nothing of the app for the time without a network: leave this tab open. It offers no \
             sharing, no installing and not all ways of copying, and lets the screen go dark: set the device not to sleep. \
             Downloading the bundle works."
        }
        Withheld::Unsupported => "Perhaps it is a private window. Use an ordinary one, or leave this tab open.",
    },
    stored: "What you write is stored on this device",
    room: |notes, percent| format!("Room for about {} more notes ({percent}% used).", thousands(notes, ',')),
    little_room: |notes| format!("There is room for only about {} more notes.", thousands(notes, ',')),
    recovered: "The browser had lost what was stored here last. It was put back.",
    little_room_help: "Export the café now. Then make room: remove from this device the cafés that are over. Their space is \
                       freed a day later, or at once if you delete them on Home.",
    put_aside: |count| match count {
        1 => "1 stored piece could not be read and was put aside.".into(),
        count => format!("{count} stored pieces could not be read and were put aside."),
    },
    put_aside_help: "Everything else is here. Download what could not be read and give it to somebody who can look inside; then you can delete it.",
    drop_aside: "Delete for good",
    kept: "The browser promised to keep this data",
    kept_help: "It is lost only if somebody clears this site’s data.",
    may_be_cleared: "The browser may clear this data",
    keeping_unknown: "The browser does not say whether it keeps this data",
    // Safari: "deleting all of a website's script-writable storage after seven days of Safari use without user
    // interaction on the site" (webkit.org/blog/10218, "Full Third-Party Cookie Blocking and More"; an app on the home
    // screen counts its own use). Newer Safaris wait longer on some devices (github.com/WebKit/WebKit/pull/46107):
    // seven days are the safe side. Private windows: what is stored goes with the last of them (developer.mozilla.org,
    // "Window: localStorage" and "Storage quotas and eviction criteria").
    may_be_cleared_help: "Safari clears what a page has stored if the page is not opened for seven days; a private window \
                          clears it when it closes. Hand over before that.",
    ask_to_keep: "Ask the browser to keep it",
    not_promised: "The browser did not promise it. Hand over after each round.",
    clock: |now| format!("This device says it is {now}"),
    clock_help: "Notes are put in order by this clock. If it is wrong, set it.",
    clock_wrong: "This clock cannot be right: set it in the device’s settings.",
    clock_behind: |last| {
        format!(
            "That is earlier than the last note written here ({last}): one of the two times is wrong. If it is this \
             one, set the clock."
        )
    },
    device: |letters| format!("This device: {letters}"),
    device_help: "These letters are in the names of its bundle files.",
    nickname: "A name for this device",
    nickname_help: "If you like: “phone 12”, “Jo’s tablet”. It appears in the names of the files that leave it, and nowhere else.",
    version: |version| format!("Version {version}."),
    installed: "Installed as an app",
    not_installed: "You can install it as an app",
    install: "Install Nappe",
    // Safari gives each app in the Dock a store of its own and copies cookies alone into it (WebKit's "News from
    // WWDC23", as multitudes.blog, "Apple is still sabotaging offline-first web apps", quotes it); for the home screen
    // Apple's "SFAddToHomeScreenInfo" speaks of the "Home Screen web app's data store". That iOS shares the files of
    // the app is said (firt.dev/ios-14), not promised.
    install_help: "Once installed, it opens with one tap. If there is no button here: “Add to home screen” in the browser’s \
                   menu (on a Mac: “Add to Dock”). On iPhone, iPad and Mac the installed app begins empty: hand over first, open it once with a \
                   network, and check again there.",
    update: "A newer Nappe is on this device.",
    use_update: "Use it now",
    later: "Later",
    round_runs: |title| format!("A round is on in “{title}”. The newer Nappe can be used when it is over."),
    copy_first: |title| format!("Go to the export of “{title}”"),
    set_back: |minutes| format!("The clock of this device was set back by {}.", span(minutes, "days")),
    set_ahead: |minutes| format!("The clock of this device was set ahead by {}.", span(minutes, "days")),
    jumped: |minutes| {
        format!("The clock of this device jumped ahead by {}, or the device slept.", span(minutes, "days"))
    },
    clock_moved_help: "No note is lost by that. Notes are put in order by this clock: see that it is right.",
    clock_broken: "The clock of this device cannot be right. Set it in the device’s settings.",
    stay_open: "Leave this tab open: over http, this browser keeps nothing of the app for later.",
    receiving: "Reading the bundle…",
    nothing_received: "No bundle arrived. Choose the file here instead.",
};

pub(super) const FRENCH: Ready = Ready {
    title: "Vérifier cet appareil",
    lede: "Avant de partir là où il n’y a pas de réseau, les deux premières lignes doivent porter une coche. Les autres indiquent ce qu’il faut surveiller.",
    again: "Vérifier à nouveau",
    ready: "Prêt à fonctionner sans réseau",
    ready_help: "Tous les fichiers de l’application ont été retrouvés et comparés sur cet appareil. Vous pouvez partir sans réseau.",
    looking: "Examen des fichiers de l’application, téléchargement de ce qui manque…",
    lacking: |count| {
        if count < 2 {
            format!("Il manque encore {count} fichier de l’application sur cet appareil")
        } else {
            format!("Il manque encore {count} fichiers de l’application sur cet appareil")
        }
    },
    failed: "L’application n’est pas encore gardée sur cet appareil",
    failed_help: "Là où il y a du réseau, touchez «\u{202f}Vérifier à nouveau\u{202f}»\u{202f}: ce qui manque est alors téléchargé.",
    withheld: |what| match what {
        Withheld::File => "Nappe est ouverte depuis un fichier",
        Withheld::Insecure => "Cette page est arrivée par une connexion non protégée (http)",
        Withheld::Unsupported => "Cette fenêtre du navigateur ne peut pas garder l’application",
    },
    withheld_help: |what| match what {
        Withheld::File => {
            "Elle démarre sans réseau partout où se trouve le fichier. Ses liens ne permettent pas d’inviter d’autres \
             téléphones. Elle ne s’installe pas. Pour une version plus récente, remplacez le fichier. Elle ne reçoit \
             rien par «\u{202f}Partager\u{202f}»\u{202f}: importez plutôt les paquets."
        }
        Withheld::Insecure => {
            "Le navigateur ne garde alors rien de l’application pour le temps sans réseau\u{202f}: laissez cet onglet ouvert. \
             Il n’offre ni le partage, ni l’installation, ni toutes les façons de copier, et laisse l’écran \
             s’éteindre\u{202f}: désactivez la mise en veille. Le téléchargement du paquet fonctionne."
        }
        Withheld::Unsupported => {
            "C’est peut-être une fenêtre privée. Prenez une fenêtre ordinaire, ou laissez cet onglet ouvert."
        }
    },
    stored: "Ce que vous écrivez est enregistré sur cet appareil",
    room: |notes, percent| {
        format!(
            "Il reste de la place pour environ {} notes (espace utilisé\u{202f}: {percent}\u{202f}%).",
            thousands(notes, '\u{202f}')
        )
    },
    little_room: |notes| format!("Il ne reste de la place que pour environ {} notes.", thousands(notes, '\u{202f}')),
    recovered: "Le navigateur avait perdu ce qui a été enregistré ici en dernier. Tout est rétabli.",
    little_room_help: "Exportez le café maintenant. Puis faites de la place\u{202f}: retirez de cet appareil les cafés \
                       terminés. La place se libère un jour après, ou tout de suite si vous les supprimez sur l’accueil.",
    put_aside: |count| match count {
        0 | 1 => "Un morceau enregistré était illisible et a été mis de côté.".into(),
        count => format!("{count} morceaux enregistrés étaient illisibles et ont été mis de côté."),
    },
    put_aside_help: "Tout le reste est là. Téléchargez ce qui est illisible pour quelqu’un qui sait regarder dedans\u{202f}; ensuite, vous pourrez le supprimer.",
    drop_aside: "Supprimer pour de bon",
    kept: "Le navigateur a promis de garder ces données",
    kept_help: "Elles ne disparaissent que si quelqu’un efface les données de ce site.",
    may_be_cleared: "Le navigateur peut effacer ces données",
    keeping_unknown: "Le navigateur ne dit pas s’il garde ces données",
    may_be_cleared_help: "Safari efface ce qu’une page a enregistré si on ne l’ouvre pas pendant sept jours\u{202f}; une \
                          fenêtre privée l’efface en se fermant. Remettez vos notes avant.",
    ask_to_keep: "Demander au navigateur de les garder",
    not_promised: "Le navigateur ne l’a pas promis. Remettez vos notes après chaque tour.",
    clock: |now| format!("Cet appareil indique\u{202f}: {now}"),
    clock_help: "Les notes sont rangées selon cette horloge. Si elle se trompe, mettez-la à l’heure.",
    clock_wrong: "Cette horloge ne peut pas être juste\u{202f}: mettez-la à l’heure dans les réglages de l’appareil.",
    clock_behind: |last| {
        format!(
            "C’est avant la dernière note écrite ici ({last})\u{202f}: l’une des deux heures est fausse. Si c’est celle-ci, \
             mettez l’horloge à l’heure."
        )
    },
    device: |letters| format!("Cet appareil\u{202f}: {letters}"),
    device_help: "Ces lettres figurent dans le nom de ses paquets.",
    nickname: "Un nom pour cet appareil",
    nickname_help: "Si vous voulez\u{202f}: «\u{202f}téléphone 12\u{202f}», «\u{202f}tablette de Jo\u{202f}». Il figure dans le nom des fichiers qui en partent, et nulle part ailleurs.",
    version: |version| format!("Version {version}."),
    installed: "Installée comme application",
    not_installed: "Vous pouvez l’installer comme une application",
    install: "Installer Nappe",
    install_help: "Une fois installée, elle s’ouvre d’un seul geste. S’il n’y a pas de bouton ici\u{202f}: \
                   «\u{202f}Ajouter à l’écran d’accueil\u{202f}», dans le menu du navigateur (sur Mac\u{202f}: \
                   «\u{202f}Ajouter au Dock\u{202f}»). Sur iPhone, iPad et Mac, l’application installée est vide au départ\u{202f}: \
                   remettez d’abord vos notes, ouvrez-la une fois avec du réseau, et refaites-y cette vérification.",
    update: "Une version plus récente de Nappe est sur cet appareil.",
    use_update: "L’utiliser maintenant",
    later: "Plus tard",
    round_runs: |title| {
        format!(
            "Un tour est en cours dans «\u{202f}{title}\u{202f}». La nouvelle version pourra servir quand il sera fini."
        )
    },
    copy_first: |title| format!("Aller à l’export de «\u{202f}{title}\u{202f}»"),
    set_back: |minutes| format!("L’horloge de cet appareil a été retardée de {}.", span(minutes, "jours")),
    set_ahead: |minutes| format!("L’horloge de cet appareil a été avancée de {}.", span(minutes, "jours")),
    jumped: |minutes| {
        format!(
            "L’horloge de cet appareil a fait un saut de {} en avant, ou l’appareil s’est mis en veille.",
            span(minutes, "jours")
        )
    },
    clock_moved_help: "Aucune note n’est perdue pour autant. Les notes sont rangées selon cette horloge\u{202f}: vérifiez \
                       qu’elle est à l’heure.",
    clock_broken: "L’horloge de cet appareil ne peut pas être juste. Mettez-la à l’heure dans les réglages.",
    stay_open: "Laissez cet onglet ouvert\u{202f}: en http, ce navigateur ne garde rien de l’application pour plus tard.",
    receiving: "Lecture du paquet…",
    nothing_received: "Aucun paquet n’est arrivé. Choisissez plutôt le fichier ici.",
};

/// Minutes in the largest unit that says them well enough: minutes, hours, days.
pub(super) fn span(minutes: u64, days: &str) -> String {
    match minutes {
        0..=119 => format!("{minutes}\u{a0}min"),
        120..=2_879 => format!("{}\u{a0}h", minutes / 60),
        _ => format!("{}\u{a0}{days}", minutes / 1_440),
    }
}

/// A number in groups of three digits.
fn thousands(number: usize, between: char) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(between);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_grouped() {
        assert_eq!((ENGLISH.room)(12_345, 3), "Room for about 12,345 more notes (3% used).");
        assert_eq!((FRENCH.little_room)(999), "Il ne reste de la place que pour environ 999 notes.");
    }
}
