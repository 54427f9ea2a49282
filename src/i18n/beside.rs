//! The texts of a short link that was opened.

/// Its texts.
#[expect(missing_docs, reason = "the English text beside each name says what it is")]
pub struct Beside {
    pub title: &'static str,
    pub opening: &'static str,
    pub nothing: &'static str,
    pub nothing_help: &'static str,
    pub silent: &'static str,
    pub silent_help: &'static str,
    pub join: &'static str,
}

pub(super) const ENGLISH: Beside = Beside {
    title: "Joining a café",
    opening: "Looking for the café…",
    nothing: "No café waits at this address",
    nothing_help: "Perhaps a letter of the address is not right. Or scan the code on the table, or ask whoever \
                          facilitates for the link.",
    silent: "This address does not answer",
    silent_help: "A short link needs a network. The code on the table works without one, if Nappe is ready on this phone. A \
                  café that you joined before is on Home.",
    join: "Join with a link",
};

pub(super) const FRENCH: Beside = Beside {
    title: "Rejoindre un café",
    opening: "Recherche du café…",
    nothing: "Aucun café n’attend à cette adresse",
    nothing_help: "Peut-être y a-t-il une faute dans l’adresse. Sinon, scannez le code sur la table, ou demandez le \
                          lien à la personne qui anime.",
    silent: "Cette adresse ne répond pas",
    silent_help: "Un lien court a besoin du réseau. Le code sur la table s’en passe, si Nappe est prête sur ce téléphone. Un \
                  café déjà rejoint se trouve sur l’accueil.",
    join: "Rejoindre avec un lien",
};
