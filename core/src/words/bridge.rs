//! Words of the field that mean nearly the same, in French and English, and words that mean the contrary.
//!
//! The field is what people talk about in such cafés: schools, food, streets, work, youth, old age, meetings. A word
//! stands here once and with one meaning; what is not here is compared by its letters.

use super::fold::fold;
use super::stem::{stem, words};
use std::collections::BTreeMap;

/// Meanings, parted by `;`, each with its words, in any form. Forms that have the same stem need not be repeated.
const MEANINGS: &str = "école school scolaire;cantine canteen cafeteria refectory;repas meal déjeuner lunch;élève pupil;\
enseignant teacher professeur instituteur;enfant child kid;jeune youth young teenager adolescent ado jeunesse;aîné senior elderly aged vieux old \
retraité retired pensioner;parent;famille family familial;bébé baby crèche nursery;femme woman;gens people habitant resident inhabitant \
citoyen citizen;voisin neighbour neighbor voisinage neighbourhood neighborhood quartier district;commune town municipality municipal ville city communal;village;\
mairie townhall;maire mayor;élu councillor councilor;conseil council;budget budgétaire;argent money fonds fund financement funding financer financial;\
coût cost cher expensive prix price tarif;gratuit free;payer pay paiement payment;subvention grant subsidy;impôt tax taxe;économie saving;\
réunion meeting rencontre meet rencontrer réunir;partenaire partner partenariat partnership;projet project;équipe team;bénévole volunteer bénévolat volunteering;\
association charity associatif nonprofit;groupe;atelier workshop;formation training former train stage apprentissage learning apprendre learn;\
emploi job travail work travailler employment métier;chômage unemployment chômeur unemployed;entreprise company business;employeur employer;\
staff personnel;salaire wage salary;magasin shop boutique store commerce commerçant shopkeeper;marché market;\
nourriture food alimentation alimentaire aliment;légume vegetable veg;fruit;pain bread boulangerie bakery boulanger baker;viande meat;lait milk;poisson fish;\
eau water;manger eat;cuisine kitchen cuisiner cook cuisinier cooking;recette recipe;goût taste goûter;bio organic biologique;\
producteur producer maraîcher grower;paysan farmer agriculteur farm agriculture agricole agricultural;jardin garden potager jardinage gardening jardinier;\
arbre tree;plante plant planter planting plantation;fleur flower;graine seed semence;forêt forest bois wood;parc park;nature natural naturel;animal;chien dog;abeille bee;\
déchet waste ordure rubbish garbage trash gaspillage gaspiller;poubelle bin;compost compostage composting;tri sorting trier;recyclage recycling recycler recycle;\
réparer repair réparation mend fix;réutiliser reuse réemploi;acheter buy achat purchase purchasing;vendre sell vente;donner don donation donate;\
prêter lend prêt lending emprunter borrow;échange swap échanger exchange troc;partage share partager sharing mutualiser;\
énergie energy;électricité electricity électrique electric;chauffage heating chauffer heat;solaire solar;panneau panel;insulate;\
climat climate climatique;chaleur heatwave canicule;froid cold;été summer;hiver winter;printemps spring;automne autumn;\
pluie rain rainwater;ombre shade;air;pollution polluer pollute;bruit noise bruyant noisy;propre clean nettoyer cleaning propreté;saleté dirty;\
transport;bus navette shuttle autocar coach;voiture car automobile;covoiturage carpool carpooling rideshare lift;vélo bike bicycle cycling bicyclette cyclable cyclist cycliste;\
walk walking piéton pedestrian pied foot;route road rue street;trottoir pavement sidewalk;gare station;conducteur driver chauffeur;\
vitesse speed ralentir slow;circulation traffic;sécurité safety safe security sûr;danger dangerous dangereux;lumière light éclairage lighting lamp lampadaire;\
logement housing flat apartment appartement maison house domicile;loyer rent;bâtiment build building construire construction;salle room hall;mur wall;toit roof;porte door;clé key;\
place square;lieu venue premises;banc bench;table;jeu game jouer play;aire playground;sport sportif;piscine pool swimming;football;\
bibliothèque library médiathèque;livre book;lire read lecture reading;musique music;chanson song chanter sing chorale choir;théâtre theatre theater;film cinéma cinema;\
culture cultural culturel;fête party festival;concert;exposition exhibition;photo picture image;histoire history;souvenir memory mémoire;\
langue language;traduire translate traduction translation traducteur translator interprète interpreter;parler speak talk;écouter listen écoute listening;\
écrire write;lettre letter courrier mail;journal newspaper;information info informer inform renseignement;communication;affiche poster afficher;site website;\
internet wifi réseau;numérique digital;ordinateur computer;téléphone phone telephone portable smartphone mobile;application app;écran screen;\
santé health;médecin doctor docteur médical medical;infirmière nurse;hôpital hospital clinique clinic;malade sick maladie illness;soin care soigner;handicap disability handicapé disabled;\
solitude loneliness isolement lonely isolé isolated;aide help aider support soutien soutenir;accueil welcome accueillir;\
visite visit visiter;voyage travel trip;jumelage twinning twin jumelé;étranger foreign foreigner abroad;migrant réfugié refugee;frontière border;Europe European européen;\
international;monde world;coopération cooperation coopérer cooperate;confiance trust;respect;égalité equality égal equal;droit right;loi law;règle rule règlement;\
décision decision décider decide;vote voter;participation participate participer taking;idée idea;proposition proposal proposer propose suggest;question;réponse answer répondre;\
problème problem difficulté difficulty difficile difficult;solution;besoin;objectif goal;moyen means;outil tool;matériel equipment;exemple example;expérience experience;\
temps time;horaire schedule timetable;heure hour;jour day;semaine week hebdomadaire weekly;mois month mensuel monthly;année year an annuel annual yearly;matin morning;soir evening soirée;\
nuit night;samedi saturday;dimanche sunday;lundi monday;mardi tuesday;mercredi wednesday;jeudi thursday;vendredi friday;vacances holiday;weekend;\
premier first;dernier last;nouveau new nouvelle;petit small little;grand big large;long;court short;lent;simple easy facile;\
ouvrir open ouverture opening ouvert;fermer close fermeture fermé closed closing;créer create création;commencer start begin démarrer;\
garder maintenir;changer change changement;améliorer improve amélioration;augmenter increase raise;réduire reduce reduction diminuer baisse cut;\
interdire ban interdiction forbid forbidden;autoriser allow permettre;supprimer remove abolish;organiser organize organise;\
inviter invite invitation;raconter tell;montrer show;trouver find;chercher search;demander ask;choisir choose choix choice;\
attendre wait attente waiting;oublier forget;rappeler remind rappel reminder;inscription registration inscrire register;formulaire;papier paper administratif paperwork;\
entrée entrance entry;carte map;chaise chair;vaisselle dishes crockery;verre glass;bouteille bottle;plastique plastic;sac bag;vêtement clothes clothing;\
café coffee;thé tea;berge riverbank rivière river;mer sea;montagne mountain;campagne countryside rural;centre center;\
facilitateur facilitator animateur;rapport report compte;restitution;suite;étudiant student université university;assiette plate plateau tray;menu;végétarien vegetarian;\
responsable manager;garderie childcare;devoirs homework;récréation recess cour playtime;cartable satchel;stagiaire intern apprenti apprentice;mentor tutor tuteur parrain parrainage";

/// Contraries: what leads one way `|` what leads the other, parted by `;`.
const CONTRARIES: &str = "plus more davantage augmenter increase raise|moins less fewer réduire reduce diminuer cut lower baisser;\
ouvrir open ouverture opening ouvert|fermer close fermeture fermé closed closing;\
interdire ban forbid interdiction|autoriser allow permettre;garder keep maintenir conserver|supprimer remove abolish scrap arrêter stop end;\
gratuit free|payant paid paying;avant before|après after;tôt early|tard late;grand big large long|petit small short court;\
jour day matin morning|nuit night soir evening;pour|contre against;été summer|hiver winter;obligatoire compulsory mandatory|facultatif optional volontaire voluntary;\
ensemble together mixed mixte|séparé separate separately apart;public publicly|privé private;entrée|sortie";

/// Words that turn what is said around.
const NEGATIONS: &str =
    "ne pas jamais sans aucun aucune ni non rien not no never without none nobody nothing nor cannot neither";

/// The lists, ready to be asked.
#[derive(Clone, Debug)]
pub struct Bridge {
    meanings: BTreeMap<String, u16>,
    /// For each folded word the axis and which end of it.
    ends: BTreeMap<String, (u8, bool)>,
}

impl Default for Bridge {
    fn default() -> Self {
        let (mut meanings, mut ends) = (BTreeMap::new(), BTreeMap::new());
        for (meaning, words) in (0..).zip(MEANINGS.split(';')) {
            for word in words.split_whitespace() {
                meanings.entry(stem(&fold(word))).or_insert(meaning);
            }
        }
        for (axis, both) in (0..).zip(CONTRARIES.split(';')) {
            for (end, words) in both.split('|').enumerate() {
                for word in words.split_whitespace() {
                    ends.insert(stem(&fold(word)), (axis, end == 1));
                }
            }
        }
        Self { meanings, ends }
    }
}

impl Bridge {
    /// The meaning of a stem, where it is in the list.
    pub fn meaning(&self, stem: &str) -> Option<u16> {
        self.meanings.get(stem).copied()
    }

    /// Which way these words lead: two bits for each pair of contraries, and in the highest bit whether anything is
    /// negated.
    pub fn direction(&self, text: &str) -> u64 {
        words(text).map(fold).fold(0, |direction, word| {
            let negated = if NEGATIONS.split(' ').any(|it| it == word) { 1 << 63 } else { 0 };
            let end = self.ends.get(&stem(&word)).map_or(0, |&(axis, end)| 1 << (2 * axis + u8::from(end)));
            direction | negated | end
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_word_has_two_meanings_or_leads_two_ways() {
        for list in [MEANINGS.split(';').collect::<Vec<_>>(), CONTRARIES.split([';', '|']).collect()] {
            let mut seen = BTreeSet::new();
            let mut twice = Vec::new();
            for words in list {
                let stems: BTreeSet<String> = words.split_whitespace().map(|it| stem(&fold(it))).collect();
                twice.extend(stems.iter().filter(|it| !seen.insert((*it).clone())).cloned());
            }
            assert_eq!(twice, [""; 0]);
        }
        assert!(CONTRARIES.split(';').count() < 31, "two bits each, and one for negation");
    }

    #[test]
    fn words_of_two_languages_have_one_meaning() {
        let bridge = Bridge::default();
        let meaning = |word: &str| bridge.meaning(&stem(&fold(word)));
        for (french, english) in
            [("écoles", "schools"), ("réunions", "meeting"), ("partenariats", "partners"), ("Énergies", "energy")]
        {
            assert!(meaning(french).is_some(), "{french}");
            assert_eq!(meaning(french), meaning(english), "{french} {english}");
        }
    }

    #[test]
    fn what_denies_or_wants_the_contrary_leads_another_way() {
        let bridge = Bridge::default();
        for (one, other) in
            [("avec des parents", "sans les parents"), ("It works", "It doesn’t work"), ("plus de bus", "moins de bus")]
        {
            assert_ne!(bridge.direction(one), bridge.direction(other), "{one}");
        }
        assert_eq!(bridge.direction("Ne pas forcer"), bridge.direction("Never force"));
    }
}
