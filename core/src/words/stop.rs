//! Words that say nothing on their own, in French and English.

use super::fold::fold;
use super::stem::words_at;
use std::collections::BTreeSet;

/// French, folded.
const FRENCH: &str = "a afin ai aie ailleurs ainsi ait aller allez allons alors apres as assez au aucun aucune \
aujourd aura aurait aussi autour autre autres aux avaient avait avant avec avez avoir avons bah beaucoup ben bien \
bon bonne bref ca car ce ceci cela celle celles celui certain certaine certaines certains ces cet cette ceux chacun \
chaque chez comme comment contre d dans de dedans dehors deja depuis derriere des dessous dessus devant devoir \
devons devraient devrait devrions dire dit doit doivent donc dont du duquel elle elles en encore enfin ensuite entre \
envers es est et etaient etais etait etant ete etes etre eu eux faire fais faisait faisons fait faites fallait \
falloir fasse faudra faudrait faut fera ferait font furent fut hors hui ici il ils j jamais je jusqu jusque l la \
laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgre me meme memes mes \
mettre mien mienne mieux mis moi moins mon n ne ni non nos notre nous on ont ou oui par parce parfois parmi pas \
pendant peu peut peuvent peux plupart plus plusieurs plutot possible pour pourquoi pourra pourraient pourrait \
pourrions pouvoir pouvons pres presque puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quelques \
quels qui quoi rien s sa sans se selon sera seraient serait seront ses seul seule seulement si sien sienne sinon soi \
soient soit sommes son sont sous souvent suis sur surtout t ta tant te tel telle tellement telles tels tes toi ton \
toujours tous tout toute toutes tres trop tu un une va vais vas vers veulent veut veux voici voila voir voire vont \
vos votre vouloir voulons vous vraiment vu y";

/// English, folded.
const ENGLISH: &str = "a about above actually after again against all almost also although always am among an and \
another any anybody anyone anything are around as at away be became because become been before being below besides \
between both but by came can cannot come comes could d did do does doing done down during each either else enough \
especially even ever every everybody everyone everything few for from further get gets getting give gives go goes \
going gone got had has have having he her here hers herself him himself his how however i if in instead into is it \
its itself just keep let lets like ll lot lots m made make makes making many may maybe me might mine more most much \
must my myself need needs neither never next no nobody none nor not nothing now of off often on once one ones only \
onto or other others our ours ourselves out over own perhaps please put quite rather re really s same say says see \
seem seems shall she should since so some somebody someone something sometimes soon still such t take takes than \
that the their theirs them themselves then there these they thing things this those though through thus to together \
too toward towards under until up upon us use used using ve very via want wants was way we well were what whatever \
when where whether which while who whole whom whose why will with within without would yes yet you your yours \
yourself";

/// Words that say nothing in French and something in English.
const FRENCH_ONLY: &str = "ailleurs bien bon bref car comment contre devoir dit fait mis pour rien sans son ton tout";

/// Words that say nothing in English and something in French.
const ENGLISH_ONLY: &str = "but or if mine once over her";

/// Both lists, ready to be asked.
#[derive(Clone, Debug)]
pub struct StopWords {
    french: BTreeSet<&'static str>,
    english: BTreeSet<&'static str>,
}

/// Which language a note seems to be in, by its stop words: above 0 French, below 0 English, 0 nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Leaning(i32);

impl Default for StopWords {
    fn default() -> Self {
        Self { french: FRENCH.split(' ').collect(), english: ENGLISH.split(' ').collect() }
    }
}

fn all(text: &str) -> Vec<Said<'_>> {
    words_at(text).map(|(at, written)| Said { written, folded: fold(written), before: &text[..at] }).collect()
}

/// A word of a text.
pub(super) struct Said<'a> {
    pub written: &'a str,
    pub folded: String,
    /// What stands before it.
    pub before: &'a str,
}

impl StopWords {
    /// The words of a text that say something, in their order.
    pub(super) fn said<'a>(&self, text: &'a str) -> Vec<Said<'a>> {
        let mut said = all(text);
        let leaning = self.leaning(said.iter().map(|it| it.folded.as_str()));
        said.retain(|it| !self.contains(&it.folded, leaning));
        said
    }

    /// The same, but all words where none says anything.
    pub(super) fn said_or_all<'a>(&self, text: &'a str) -> Vec<Said<'a>> {
        let said = self.said(text);
        if said.is_empty() { all(text) } else { said }
    }

    /// Which language these folded words seem to be in. Mixed notes lean to one side; it matters for few words only.
    pub fn leaning<'a>(&self, folded: impl Iterator<Item = &'a str>) -> Leaning {
        Leaning(folded.map(|it| i32::from(self.french.contains(it)) - i32::from(self.english.contains(it))).sum())
    }

    /// Whether this folded word says nothing in a note that leans so. Single Latin letters say nothing.
    pub fn contains(&self, folded: &str, leaning: Leaning) -> bool {
        let (french, english) = (self.french.contains(folded), self.english.contains(folded));
        let foreign = |list: &str| list.split(' ').any(|it| it == folded);
        folded.len() < 2 && folded.bytes().all(|it| !it.is_ascii_digit())
            || french && english
            || french && (leaning.0 >= 0 || !foreign(FRENCH_ONLY))
            || english && (leaning.0 <= 0 || !foreign(ENGLISH_ONLY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        StopWords::default().said(text).into_iter().map(|it| it.folded).collect()
    }

    #[test]
    fn lists_are_folded_and_name_nothing_twice() {
        for list in [FRENCH, ENGLISH] {
            assert_eq!(fold(list), list);
            assert_eq!(list.split(' ').collect::<BTreeSet<_>>().len(), list.split(' ').count());
        }
    }

    #[test]
    fn what_is_left_of_a_sentence_is_what_it_is_about() {
        assert_eq!(said("Il faudrait faire plus de fêtes avec les voisins, pas moins."), ["fetes", "voisins"]);
        assert_eq!(said("We shouldn’t be doing this without the neighbours"), ["neighbours"]);
        assert_eq!(said("On devrait faire un workshop with the kids"), ["workshop", "kids"]);
    }

    #[test]
    fn a_word_that_says_something_in_one_language_only_depends_on_the_note() {
        assert_eq!(said("Share the car with your neighbours"), ["share", "car", "neighbours"]);
        assert_eq!(said("C’est fermé car il n’y a plus de cuisinier"), ["ferme", "cuisinier"]);
        assert_eq!(said("Le but de la fête"), ["but", "fete"]);
    }
}
