//! The words of a text, and what is left of a word without its ending.
//!
//! Source of the rules: Jacques Savoy's light stemmers for French and English (UniNE; the English one is Harman's
//! S-stemmer). They take off plurals, feminine forms and the commonest derivations, and leave verbs alone but for the
//! infinitive. Differences, each because both languages run through the same rules, on words without accents:
//! - a final y, ie or ies becomes i, and ity becomes it, so that *énergie, energy, energies* and *mobilité, mobility*
//!   are one;
//! - *ique* and *ics* become *ic*;
//! - English -ing, -ed and -ly, and French -ez, go.
//!
//! A rule of one language also cuts words of the other. That does no harm as long as it cuts them the same way each
//! time.

use super::fold::{is_apostrophe, is_silent};

/// What French cuts off before a vowel.
const ELIDED: [&str; 14] =
    ["l", "d", "qu", "j", "n", "s", "c", "m", "t", "lorsqu", "puisqu", "jusqu", "quelqu", "presqu"];
/// What English puts behind an apostrophe.
const ENGLISH_TAILS: [&str; 6] = ["s", "re", "ve", "ll", "d", "m"];

/// The words of a text, folded or as it was written, in their order. Hyphens and apostrophes part words; *l’*, *d’*,
/// *qu’* and the like are not words, nor is an English *’s*; *n’* and *n’t* are the words `ne` and `not`. Signs and
/// emoji are none. A run of letters of a script without spaces is one word.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    words_at(text).map(|it| it.1)
}

/// The words of a text, each with the place of its first byte.
pub(super) fn words_at(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + text[at..].find(char::is_alphanumeric)?;
            let word = run(&text[start..]);
            at = start + word.len();
            let Some(mark) = text[at..].chars().next().filter(|&it| is_apostrophe(it)) else {
                return Some((start, word));
            };
            let after = at + mark.len_utf8();
            let tail = run(&text[after..]);
            let is = |part: &str, word: &str| part.eq_ignore_ascii_case(word);
            if is(tail, "t") && word.len() > 1 && word.ends_with(['n', 'N']) {
                at = after + tail.len();
                return Some((start, "not"));
            }
            if ENGLISH_TAILS.iter().any(|it| is(tail, it)) {
                at = after + tail.len();
                return Some((start, word));
            }
            if tail.is_empty() || !ELIDED.iter().any(|it| is(word, it)) {
                return Some((start, word));
            }
            if is(word, "n") {
                return Some((start, "ne"));
            }
        }
    })
}

/// The letters and digits that a text begins with.
fn run(text: &str) -> &str {
    &text[..text.find(|it| !in_word(it)).unwrap_or(text.len())]
}

fn in_word(sign: char) -> bool {
    // Vowel signs of Arabic and Indian scripts that are not letters, and what joins letters there.
    sign.is_alphanumeric()
        || is_silent(sign)
        || matches!(sign, '\u{64b}'..='\u{65f}' | '\u{94d}' | '\u{200c}' | '\u{200d}')
}

/// What a rule of the French stemmer needs: how long the word is at least, its ending, and what comes in its place.
const ENDINGS: [(usize, &str, &str); 28] = [
    (10, "issement", "ir"),
    (9, "issant", "ir"),
    (8, "ivement", "if"),
    (7, "ement", "e"),
    (12, "ficatrice", "fier"),
    (11, "ficateur", "fier"),
    (10, "catrice", "quer"),
    (9, "cateur", "quer"),
    (9, "atrice", "er"),
    (8, "ateur", "er"),
    (7, "trice", "ter"),
    (6, "ieme", ""),
    (8, "teuse", "ter"),
    (7, "teur", "ter"),
    (7, "tor", "ter"),
    (6, "euse", "eu"),
    (8, "ive", "if"),
    (6, "tive", "tif"),
    (10, "nnelle", "n"),
    (10, "nnel", "n"),
    (9, "esse", "e"),
    (8, "inage", "in"),
    (10, "isation", ""),
    (10, "ization", ""),
    (10, "isateur", ""),
    (9, "ation", ""),
    (9, "ition", ""),
    (6, "ique", "ic"),
];

/// A folded word without its ending. Words with other than Latin letters, and short ones, stay as they are. What comes
/// out is for comparing, not for reading.
pub fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    if word.len() < 4 || !word.bytes().all(|it| it.is_ascii_lowercase()) {
        return stem;
    }
    match word {
        "children" => return "child".into(),
        "women" => return "woman".into(),
        _ => plural(&mut stem),
    }
    let cut = [("ly", 7), ("ing", 6), ("ed", 6), ("ez", 6)]
        .iter()
        .any(|(ending, least)| replace(&mut stem, *least, ending, ""));
    if cut || !ENDINGS.iter().any(|(least, ending, by)| replace(&mut stem, *least, ending, by)) {
        replace(&mut stem, 6, "ics", "ic");
    }
    finish(&mut stem);
    stem
}

/// Puts `by` in the place of an ending of a word that has at least this many letters.
fn replace(word: &mut String, least: usize, ending: &str, by: &str) -> bool {
    let fits = word.len() >= least && word.ends_with(ending);
    if fits {
        word.truncate(word.len() - ending.len());
        word.push_str(by);
    }
    fits
}

/// Takes off what makes a plural in either language.
fn plural(word: &mut String) {
    if !word.ends_with("eaux") && replace(word, 6, "aux", "al") || word.ends_with("ss") || word.ends_with("ics") {
        return;
    }
    let _ = ["ches", "shes", "sses", "xes", "zes"].iter().any(|it| replace(word, 6, it, &it[..it.len() - 2]))
        || replace(word, 4, "x", "")
        || replace(word, 4, "s", "");
}

/// Doubled letters become one; y and ie become i; a final er or e goes. Only where four letters are left.
fn finish(word: &mut String) {
    if word.len() > 4 {
        let mut last = '\0';
        word.retain(|it| std::mem::replace(&mut last, it) != it);
    }
    if replace(word, 6, "ity", "it") || replace(word, 7, "itie", "it") || word.len() < 4 {
        return;
    }
    let _ = replace(word, 4, "ie", "i") || replace(word, 4, "y", "i");
    replace(word, 5, "er", "e");
    replace(word, 5, "e", "");
    replace(word, 5, "e", "");
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    fn of(text: &str) -> Vec<&str> {
        words(text).collect()
    }

    #[test]
    fn elisions_hyphens_signs_and_emoji_are_no_words() {
        assert_eq!(
            of("L’école d’Aldermere, qu’est-ce que c’est\u{202f}? 🌱 (n’oubliez pas l'eau!)"),
            ["école", "Aldermere", "est", "ce", "que", "est", "ne", "oubliez", "pas", "eau"]
        );
        assert_eq!(
            of("The school’s kitchen can’t wait; they'll re-open it in May."),
            ["The", "school", "kitchen", "not", "wait", "they", "re", "open", "it", "in", "May"]
        );
        assert_eq!(of("aujourd’hui 35 min"), ["aujourd", "hui", "35", "min"]);
        assert_eq!(of("’’ ' - 🙂 …"), [""; 0]);
    }

    #[test]
    fn words_of_other_scripts_are_whole() {
        assert_eq!(of("مدرسة جديدة، 学校给食。"), ["مدرسة", "جديدة", "学校给食"]);
        assert_eq!(of("e\u{301}cole"), ["e\u{301}cole"]);
    }

    fn all_one(words: &str) {
        let stems: Vec<String> = words.split(' ').map(|it| stem(&fold(it))).collect();
        assert!(stems.windows(2).all(|it| it[0] == it[1]), "{words}: {stems:?}");
    }

    #[test]
    fn forms_of_a_french_word_are_one() {
        for line in [
            "cantine cantines",
            "journal journaux",
            "bateau bateaux",
            "organisateur organisatrice organiser",
            "activité activités",
            "actif active actifs actives",
            "énergie énergies",
            "animer animateur animatrice animé animée animés",
            "associer association associations",
            "social sociale sociaux sociales",
            "jardin jardins",
            "proposer proposez proposé",
        ] {
            all_one(line);
        }
    }

    #[test]
    fn forms_of_an_english_word_are_one() {
        for line in [
            "school schools",
            "city cities",
            "class classes",
            "meet meeting meetings",
            "share shared sharing",
            "cook cooked cooking cooks",
            "plan planned planning plans",
            "child children",
            "lunch lunches",
            "activity activities",
        ] {
            all_one(line);
        }
    }

    #[test]
    fn words_that_came_from_one_language_to_the_other_meet() {
        for line in [
            "énergie energy",
            "mobilité mobility",
            "musique music",
            "qualité quality",
            "transports transport",
            "numérique numeric",
            "association associations",
        ] {
            all_one(line);
        }
    }

    #[test]
    fn short_words_numbers_and_other_scripts_stay() {
        for word in ["bus", "30", "1er", "東京", "москва", "", "s", "xx"] {
            assert_eq!(stem(word), word);
        }
    }
}
