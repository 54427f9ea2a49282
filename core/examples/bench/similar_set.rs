//! Notes of an invented café in two languages, with what a careful person would put together: for measuring
//! [`nappe_core::words::suggest`], never shipped.
//!
//! In a group the notes say the same: forms of one sentence, other words, the other language, misspellings. Notes that
//! stand alone are hard on purpose: the topic of a group with another idea, its words with the contrary meaning. The
//! threshold, the weights and the list of meanings were tuned on the first half only.

/// One half of the set: notes that belong together, and notes that stand alone.
pub struct Half {
    /// In each group all notes say the same.
    pub groups: &'static [&'static [&'static str]],
    /// Each says something of its own.
    pub alone: &'static [&'static str],
}

/// What the method was tuned on.
pub const TUNED: Half = Half {
    groups: &[
        &[
            "Un potager derrière l’école",
            "Faire un jardin potager à l’école avec les enfants",
            "A vegetable garden at the school",
        ],
        &[
            "Moins de bruit à la cantine\u{202f}!",
            "La cantine est trop bruyante",
            "Too much noise in the canteen",
            "il ya trop de bruit a la cantinne",
        ],
        &["Une navette pour les personnes âgées le jour du marché", "Shuttle bus on market day for older people"],
        &[
            "Créer un conseil municipal des jeunes",
            "Un conseil de jeunes, avec un vrai budget",
            "A youth council with a budget of its own",
        ],
        &[
            "Ouvrir la bibliothèque le dimanche",
            "La bibliotèque devrait ouvrir aussi le dimanche",
            "Open the library on Sundays",
        ],
        &[
            "Organiser du covoiturage pour aller au travail",
            "Covoiturer entre collègues pour le travail",
            "Carpooling to work",
        ],
        &[
            "Des pistes cyclables entre les villages",
            "Relier les villages par une piste cyclable",
            "Bike lanes between the villages",
        ],
        &[
            "Peser les déchets de la cantine chaque semaine",
            "Weigh the canteen’s food waste every week",
            "Peser chaque semaine ce qu’on jette à la cantine",
        ],
        &["Traduire les menus pour les familles étrangères", "Translate the menus for families from abroad"],
        &[
            "Un café des réparations une fois par mois",
            "A monthly repair café",
            "Repair cafe each month, at the village hall",
        ],
        &["Former les bénévoles", "Il faudrait former nos bénévoles", "Training for volunteers"],
        &[
            "Les élus devraient venir manger à la cantine",
            "Que les élus viennent déjeuner à la cantine avec les enfants",
        ],
        &["Une page internet avec toutes les associations", "Un annuaire des associations en ligne, sur internet"],
        &[
            "Plant trees in the playground",
            "Planter des arbres dans la cour de récréation",
            "Trees for shade in the school playground",
        ],
        &[
            "Les jeunes aident les aînés avec le téléphone et l’ordinateur",
            "Teenagers help pensioners with their phones and computers",
        ],
        &[
            "Share tools between neighbours",
            "Une bibliothèque d’outils à partager entre voisins",
            "Lending tools between neighbours",
        ],
        &["Lights out at midnight to save energy", "Éteindre l’éclairage public à minuit pour économiser l’énergie"],
        &["Inviter nos villes jumelles à la fête de l’été", "Invite our twin towns to the summer party"],
        &[
            "Simplifier les dossiers de subvention",
            "Des dossiers de subventions plus simples",
            "Simpler grant applications",
        ],
        &["Payer les producteurs en trente jours", "Pay the producers within thirty days"],
    ],
    alone: &[
        "Un garage à vélos derrière l’école",
        "Fermer la bibliothèque le dimanche coûte moins cher",
        "Des repas végétariens deux fois par semaine à la cantine",
        "La cantine ferme trop tôt",
        "Un conseil de quartier élu",
        "Un marché le vendredi soir",
        "More benches on the market place",
        "The library needs more books in other languages",
        "Volunteers should be thanked once a year",
        "Une piste de danse sur la place",
        "Ne plus planter d’arbres sous les fils électriques",
        "Écrire aux villes jumelles chaque trimestre",
        "Pas de budget sans les habitants",
        "Le prix du repas selon le revenu des familles",
        "School starts too early for teenagers",
        "On manque de médecins dans les villages",
        "A film night in the town hall",
        "Des toilettes publiques propres",
        "Qui a les clés de la salle\u{202f}?",
        "Share the minutes of every meeting",
        "Les réunions finissent trop tard pour les parents",
        "Rendre les bus gratuits pour les moins de vingt ans",
        "Learn each other’s songs before the visit",
        "Un tableau d’affichage devant la mairie",
        "Les agriculteurs manquent de bras en été",
        "Ask grandparents to tell how the river used to flood",
        "Mettre une infirmière à l’école un jour par semaine",
        "Work with the hospital on healthy food",
        "Éclairer le chemin de la gare",
        "Une monnaie locale\u{202f}?",
        "Composter au pied des immeubles",
        "Rain barrels for every house",
        "Interdire les voitures devant l’école le matin",
        "Accueillir un cuisinier étranger pendant un mois",
        "Merci pour le café",
    ],
};

/// What nothing was tuned on.
pub const HELD_OUT: Half = Half {
    groups: &[
        &[
            "Donner les repas non servis à une association",
            "Les repas qui restent, les donner à une association plutôt que les jeter",
            "Give leftover meals to a charity",
        ],
        &[
            "Ralentir les voitures devant l’école",
            "Slow the cars down in front of the school",
            "Les voitures roulent trop vite devant l’école",
        ],
        &[
            "Un repas partagé entre voisins une fois par an",
            "A yearly meal shared by neighbours",
            "Repas de voisins chaque année dans la rue",
        ],
        &["Plus de bus le soir", "More buses in the evening", "il faudrait plus de bus en soirée"],
        &["Isoler les bâtiments publics", "Isoler mieux les batiments de la commune", "Insulate public buildings"],
        &["Des stages pour les jeunes dans les entreprises d’ici", "Internships for young people in local companies"],
        &[
            "Récupérer l’eau de pluie pour arroser",
            "Arroser avec l’eau de pluie récupérée",
            "Use rainwater for watering the gardens",
        ],
        &[
            "Échanger des cuisiniers entre nos deux villes",
            "Échange de cuisiniers entre villes jumelles",
            "Swap cooks between the twin towns",
        ],
        &["Une salle ouverte le soir pour les ados", "A room for teenagers that is open in the evening"],
        &[
            "Commander ensemble, à plusieurs communes",
            "Grouper les commandes entre communes",
            "Communes should order together",
        ],
        &[
            "Panneaux solaires sur le toit du gymnase",
            "Solar panels on the roof of the gym",
            "Des panneau solaires sur les toits de la mairie et du gymnase",
        ],
        &["Apprendre à nager à tous les enfants", "Every child should learn to swim"],
        &["Publier les comptes rendus des réunions", "Mettre en ligne les comptes-rendus de réunion"],
        &["Des bancs à l’ombre sur la place", "Benches in the shade on the square"],
        &["Rendre visite aux personnes seules", "Visiter les personnes âgées isolées", "Visit lonely elderly people"],
        &["Un guichet unique pour les démarches administratives", "Un seul guichet pour toutes les démarches"],
        &["Let pupils taste and vote on new recipes", "Les élèves goûtent les nouvelles recettes et votent"],
        &["Un correspondant dans chaque mairie pour le jumelage", "One contact person for twinning in each town hall"],
        &["Safer crossing by the station", "The crossing near the station should be safer"],
        &[
            "Faire une fête de la musique avec toutes les associations",
            "La fête de la musique organisée par les associations ensemble",
        ],
    ],
    alone: &[
        "Un panneau d’information devant le gymnase",
        "Moins de bus vides en journée",
        "Les repas sont trop chers pour les familles nombreuses",
        "Jeter moins, acheter mieux",
        "Fermer la salle à vingt-deux heures à cause du bruit",
        "Parents should park further away from school",
        "Ne pas isoler les habitants de la décision",
        "Une piscine intercommunale",
        "Un cuisinier qui explique son métier en classe",
        "Les entreprises paient déjà trop",
        "Visites de ferme pour les classes de CE2",
        "Votes should be secret",
        "A sound archive of old songs",
        "Comptes de la commune en langage clair",
        "Des cours de langue gratuits pour les nouveaux arrivants",
        "The square is too hot in August",
        "Une place de jeux pour les petits",
        "Order and cleanliness in the streets",
        "On ne sait pas qui décide",
        "Who pays for the insurance when pupils travel?",
        "Keep the post office open",
        "Un bus sans chauffeur, c’est pour quand\u{202f}?",
        "La musique trop forte le samedi soir",
        "Twin schools, not only twin towns",
        "Rencontrer les gens là où ils sont, au marché",
        "Internet is too slow in the hamlets",
        "Une assurance commune pour les bénévoles",
        "Lutter contre les moustiques",
        "A quiet room for prayer or rest",
        "Les haies disparaissent",
        "Garder une école dans chaque village",
        "Wi-Fi dans la salle des fêtes",
        "Young people do not read letters from the town hall",
        "Un atelier d’écriture à la maison de retraite",
        "Bonjour à tous\u{202f}!",
    ],
};

/// The notes of a half, each with the number of its group; those that stand alone have none.
pub fn notes(half: &Half) -> Vec<(&'static str, Option<usize>)> {
    let together =
        half.groups.iter().enumerate().flat_map(|(group, notes)| notes.iter().map(move |it| (*it, Some(group))));
    together.chain(half.alone.iter().map(|it| (*it, None))).collect()
}

/// How right a set of pairs is.
#[derive(Clone, Copy, Debug)]
pub struct Score {
    /// Of the pairs found, how many belong together, from 0 to 1.
    pub precision: f64,
    /// Of the pairs that belong together, how many were found, from 0 to 1.
    pub recall: f64,
}

impl Score {
    /// The harmonic mean of the two.
    pub fn f1(self) -> f64 {
        2.0 * self.precision * self.recall / (self.precision + self.recall).max(f64::MIN_POSITIVE)
    }

    /// Compares groups that were found (of places in [`notes`]) with what belongs together.
    pub fn of(half: &Half, found: &[Vec<usize>]) -> Self {
        let notes = notes(half);
        let (mut all, mut right) = (0u32, 0u32);
        for group in found {
            for (place, &a) in group.iter().enumerate() {
                for &b in &group[place + 1..] {
                    all += 1;
                    right += u32::from(notes[a].1.is_some() && notes[a].1 == notes[b].1);
                }
            }
        }
        let wanted: usize = half.groups.iter().map(|it| it.len() * (it.len() - 1) / 2).sum();
        Self { precision: f64::from(right) / f64::from(all.max(1)), recall: f64::from(right) / wanted as f64 }
    }
}
