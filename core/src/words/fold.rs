//! Texts without what a search must not depend on: case, accents, ligatures, kinds of apostrophes and spaces.

/// The letters from U+00C0 to U+017F without their marks, in that order. `+` stands for letters that become two, and
/// for the two signs among them.
const PLAIN: &[u8; 192] = b"aaaaaa+ceeeeiiiidnooooo+ouuuuy++aaaaaa+ceeeeiiiidnooooo+ouuuuy+y\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii++jjkkkllllllllllnnnnnn+nnoooooo++rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// The text for comparisons and searches: lower case; Latin letters without accents (é is e, œ is oe, ß is ss); marks
/// that were typed on their own are gone; every apostrophe is `'`, every space that does not break a plain one. Letters
/// of other scripts only become lower case. Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            out.push(letter.to_ascii_lowercase());
        } else {
            letter.to_lowercase().for_each(|it| fold_into(it, &mut out));
        }
    }
    out
}

/// A name for comparing it with others: folded, with one space between words, and none beside the signs that French
/// parts from a word by one.
pub fn bare_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in fold(name).split_whitespace() {
        if !out.is_empty() && !out.ends_with('«') && !word.starts_with(['?', '!', ':', ';', '»']) {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

fn fold_into(letter: char, out: &mut String) {
    match letter {
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'ß' => out.push_str("ss"),
        'þ' => out.push_str("th"),
        'ĳ' => out.push_str("ij"),
        'ŉ' => out.push_str("'n"),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        'ﬃ' => out.push_str("ffi"),
        'ﬄ' => out.push_str("ffl"),
        'ﬅ' | 'ﬆ' => out.push_str("st"),
        '×' | '÷' => out.push(letter),
        '\u{c0}'..='\u{17f}' => out.push(char::from(PLAIN[letter as usize - 0xc0])),
        _ if is_apostrophe(letter) => out.push('\''),
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' => out.push(' '),
        '\u{2010}' | '\u{2011}' => out.push('-'),
        _ if is_silent(letter) => {}
        _ => out.push(letter),
    }
}

/// Whether it is one of the signs that people use for an apostrophe.
pub(super) const fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | '′' | '＇')
}

/// Marks that stand on their own behind their letter, and signs that nobody sees: they part no words and are not
/// compared.
pub(super) const fn is_silent(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// What a person looks for: words, in any order, also parts of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needle {
    words: Vec<String>,
}

impl Needle {
    /// The words of a query as it was typed. A query with no words fits every text.
    pub fn new(query: &str) -> Self {
        Self { words: fold(query).split_whitespace().map(str::to_owned).collect() }
    }

    /// Whether the query has no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether all words of the query are in this text, which was folded before (once, not at every key).
    pub fn matches(&self, folded: &str) -> bool {
        self.words.iter().all(|word| folded.contains(word.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_ligatures_apostrophes_and_spaces_do_not_count() {
        assert_eq!(fold("L’Été à la CAFÉTÉRIA\u{202f}: Ça suffit\u{a0}!"), "l'ete a la cafeteria : ca suffit !");
        assert_eq!(fold("Œuvre, cœur, Æsir, Straße, ﬁn, eﬀort"), "oeuvre, coeur, aesir, strasse, fin, effort");
        assert_eq!(fold("e\u{301}cole, c\u{327}a"), "ecole, ca", "marks typed on their own");
        assert_eq!(fold("Łódź, Şişli, Dvořák, İstanbul, Þór, Đakovo"), "lodz, sisli, dvorak, istanbul, thor, dakovo");
        assert_eq!(fold("3 × 4 ÷ 2"), "3 × 4 ÷ 2");
    }

    #[test]
    fn every_latin_letter_of_the_table_loses_its_mark_and_keeps_its_letter() {
        let all: String = ('\u{c0}'..='\u{17f}').collect();
        assert!(fold(&all).chars().all(|it| it.is_ascii_lowercase() || "'×÷".contains(it)), "{}", fold(&all));
        for (marked, plain) in
            ["àáâãäåāăą a", "çćĉċč c", "ďđð d", "èéêëēĕėęě e", "ìíîïĩīĭįı i", "ĵ j", "ķĸ k", "ĺļľŀł l"]
                .iter()
                .chain(&[
                    "ñńņňŋ n",
                    "òóôõöøōŏő o",
                    "ŕŗř r",
                    "śŝşšſ s",
                    "ţťŧ t",
                    "ùúûüũūŭůűų u",
                    "ŵ w",
                    "ýÿŷ y",
                    "źżž z",
                ])
                .chain(&["ĝğġģ g", "ĥħ h"])
                .filter_map(|line| line.split_once(' '))
        {
            for letter in marked.chars() {
                assert_eq!(fold(&letter.to_string()), plain, "{letter}");
            }
        }
    }

    #[test]
    fn names_that_people_write_in_several_ways_are_the_same() {
        for [one, other] in [
            ["Manque d'eau", "manque  d’eau "],
            ["Pourquoi\u{a0}?", "Pourquoi ?"],
            ["Pourquoi\u{202f}?", "Pourquoi?"],
            ["Prérequis", "Prerequis"],
            ["« L’eau »", "«\u{a0}L'eau\u{a0}»"],
        ] {
            assert_eq!(bare_name(one), bare_name(other));
        }
        assert_eq!(bare_name("Qui ? Quand ?"), "qui? quand?");
        assert_ne!(bare_name("Eau"), bare_name("Eaux"));
        assert_eq!(bare_name(" \u{200b}"), "");
    }

    #[test]
    fn other_scripts_pass() {
        assert_eq!(fold("ΑΘΗΝΑ Москва 東京 مدرسة 🌱"), "αθηνα москва 東京 مدرسة 🌱");
    }

    #[test]
    fn a_search_finds_all_its_words_in_any_order_and_in_the_middle_of_words() {
        let text = fold("Un potager derrière l’école, arrosé l’été par les voisins.");
        for query in ["potager", "VOISIN ecole", "l'école", "l’ecole", "  ", "rosé été"] {
            assert!(Needle::new(query).matches(&text), "{query}");
        }
        assert!(!Needle::new("potager cantine").matches(&text));
        assert!(Needle::new(" ").is_empty());
    }
}
