//! A picture as SVG: a file that opens anywhere, without script, style sheet, font or anything from elsewhere.

use super::super::Words;
use super::marks::{Anchor, Ink, Mark, Picture};
use super::measure::Face;

/// An element of a picture: its name, its attributes, the text in it.
pub type Element = (&'static str, Vec<(&'static str, String)>, Option<String>);

/// What is drawn of a stripe where it crosses no other.
const STRIPE_SHARE: &str = "0.2";

const SERIF: &str = "'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,'Noto Serif',Georgia,serif";
const SANS: &str = "system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif";

impl Ink {
    /// The class that a screen knows it by.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Cloth => "map-cloth",
            Self::Stripe => "map-stripe",
            Self::Hem => "map-hem",
            Self::Card => "map-card",
            Self::Frame => "map-frame",
            Self::Dashed => "map-dashed",
            Self::Shade => "map-shade",
            Self::Plate => "map-plate",
            Self::Ring => "map-ring",
            Self::Seed => "map-seed",
            Self::Dot => "map-dot",
            Self::Star => "map-star",
            Self::Coffee => "map-coffee",
            Self::Ink => "map-ink",
            Self::Quiet => "map-quiet",
            Self::Red => "map-red",
            Self::OnDot => "map-on-dot",
        }
    }

    /// Fill, line, its width, its dashes.
    const fn colours(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Cloth => ("#fffaf3", "", "", ""),
            Self::Stripe => ("#a3271c", "", "", ""),
            Self::Hem => ("none", "#fffdf8", "2", "7 5"),
            Self::Card => ("#fffdf8", "#85796a", "0.8", ""),
            Self::Frame => ("none", "#a3271c", "0.8", ""),
            Self::Dashed => ("#fffdf8", "#5a5144", "1.2", "5 4"),
            Self::Shade => ("#4a300e", "", "", ""),
            Self::Plate => ("#ffffff", "#85796a", "1", ""),
            Self::Ring => ("#fffdf8", "#c9bba5", "1", ""),
            Self::Seed => ("#85796a", "", "", ""),
            Self::Dot => ("#861c13", "", "", ""),
            Self::Star => ("#241f19", "", "", ""),
            Self::Coffee => ("#5b3a22", "#c9bba5", "1", ""),
            Self::Ink => ("#241f19", "", "", ""),
            Self::Quiet => ("#5a5144", "", "", ""),
            Self::Red => ("#96221a", "", "", ""),
            Self::OnDot => ("#ffffff", "", "", ""),
        }
    }

    /// Its attributes.
    fn attributes(self) -> Vec<(&'static str, String)> {
        let (fill, line, width, dashes) = self.colours();
        let all = [("class", self.class()), ("fill", fill), ("stroke", line), ("stroke-width", width)];
        let mut all: Vec<_> = all.into_iter().chain([("stroke-dasharray", dashes)]).collect();
        match self {
            Self::Stripe => all.push(("fill-opacity", STRIPE_SHARE)),
            Self::Shade => all.push(("fill-opacity", "0.22")),
            _ => {}
        }
        all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (name, value.to_owned())).collect()
    }
}

/// A number with two digits behind the point at most.
fn number(value: f64) -> String {
    let hundredths = (value * 100.0).round() as i64;
    let (sign, whole, part) = (if hundredths < 0 { "-" } else { "" }, hundredths.abs() / 100, hundredths.abs() % 100);
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

fn star(x: f64, y: f64, r: f64) -> String {
    /// Sines and cosines of the corners, the upper first.
    const CORNERS: [(f64, f64); 5] =
        [(0.0, -1.0), (0.951_06, -0.309_02), (0.587_79, 0.809_02), (-0.587_79, 0.809_02), (-0.951_06, -0.309_02)];
    let mut path = String::new();
    for (place, (cx, cy)) in CORNERS.into_iter().enumerate() {
        // The corner inside lies opposite to one outside.
        let (ix, iy) = CORNERS[(place + 3) % 5];
        let letter = if place == 0 { 'M' } else { 'L' };
        let inner = -0.45 * r;
        path.push_str(&format!("{letter}{} {}", number(x + cx * r), number(y + cy * r)));
        path.push_str(&format!("L{} {}", number(x + ix * inner), number(y + iy * inner)));
    }
    path.push('Z');
    path
}

fn disc(x: f64, y: f64, r: f64) -> String {
    let (r, d) = (number(r), number(2.0 * r));
    format!("M{} {}a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z", number(x), number(y))
}

fn stripes(width: f64, height: f64, step: f64, down: bool) -> String {
    let end = if down { width } else { height };
    let mut path = String::new();
    let mut at = 0.0;
    while at < end {
        let thick = step.min(end - at);
        path.push_str(&match down {
            true => format!("M{} 0h{}v{}h-{}Z", number(at), number(thick), number(height), number(thick)),
            false => format!("M0 {}h{}v{}h-{}Z", number(at), number(width), number(thick), number(width)),
        });
        at += 2.0 * step;
    }
    path
}

impl Mark {
    /// As an element of SVG, with its colours on paper.
    pub fn element(&self) -> Element {
        let with = |ink: Ink, own: Vec<(&'static str, String)>| own.into_iter().chain(ink.attributes()).collect();
        match self {
            Self::Rect { x, y, width, height, round, ink } => {
                let own =
                    vec![("x", number(*x)), ("y", number(*y)), ("width", number(*width)), ("height", number(*height))];
                let round = (*round > 0.0).then(|| ("rx", number(*round)));
                ("rect", with(*ink, own.into_iter().chain(round).collect()), None)
            }
            Self::Circle { x, y, r, ink } => {
                ("circle", with(*ink, vec![("cx", number(*x)), ("cy", number(*y)), ("r", number(*r))]), None)
            }
            Self::Seeds { at, r, ink } => {
                let path = at.iter().map(|(x, y)| disc(x - r, *y, *r)).collect();
                ("path", with(*ink, vec![("d", path)]), None)
            }
            Self::Stars { at, r, ink } => {
                ("path", with(*ink, vec![("d", at.iter().map(|(x, y)| star(*x, *y, *r)).collect())]), None)
            }
            Self::Stripes { width, height, step, down, ink } => {
                ("path", with(*ink, vec![("d", stripes(*width, *height, *step, *down))]), None)
            }
            Self::Text { x, y, face, size, anchor, ink, text } => {
                let mut own = vec![("x", number(*x)), ("y", number(*y)), ("font-size", number(*size))];
                let (family, weight, style) = match face {
                    Face::Name => (SERIF, "600", ""),
                    Face::Quote => (SERIF, "", "italic"),
                    Face::Plain => (SANS, "", ""),
                    Face::Figure => (SANS, "700", ""),
                };
                own.push(("font-family", family.to_owned()));
                let (held, direction) = match anchor {
                    Anchor::Left => ("", ""),
                    Anchor::Middle => ("middle", ""),
                    // Text that is read from the right starts there.
                    Anchor::Right => ("start", "rtl"),
                };
                let more =
                    [("font-weight", weight), ("font-style", style), ("text-anchor", held), ("direction", direction)];
                own.extend(
                    more.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, it)| (name, it.to_owned())),
                );
                ("text", with(*ink, own), Some(text.clone()))
            }
        }
    }
}

/// What stands on the picture as a whole.
pub fn frame(picture: &Picture) -> Vec<(&'static str, String)> {
    let (width, height) = (number(picture.width), number(picture.height));
    vec![("viewBox", format!("0 0 {width} {height}")), ("width", width), ("height", height), ("role", "img".to_owned())]
}

/// Text for markup: what XML cannot hold is not in it.
fn escaped(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' => out.push('\n'),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
}

fn open(name: &str, attributes: &[(&'static str, String)], out: &mut String) {
    out.push_str(&format!("<{name}"));
    for (name, value) in attributes {
        out.push_str(&format!(" {name}=\""));
        escaped(value, out);
        out.push('"');
    }
    out.push('>');
}

/// The file.
pub fn svg(picture: &Picture, words: &Words) -> String {
    let language = ("xml:lang", words.language.to_owned());
    written(picture, words, "", vec![("xmlns", "http://www.w3.org/2000/svg".to_owned()), language])
}

/// The picture inside a page of HTML; its elements have names that begin with this one, and the class is the page's.
pub fn inline(picture: &Picture, words: &Words, name: &str, class: &str) -> String {
    written(picture, words, &format!("{name}-"), vec![("class", class.to_owned())])
}

fn written(picture: &Picture, words: &Words, name: &str, mut attributes: Vec<(&'static str, String)>) -> String {
    let mut out = String::new();
    let (title, desc) = (format!("{name}title"), format!("{name}desc"));
    attributes.extend(frame(picture));
    attributes.push(("aria-labelledby", title.clone()));
    attributes.push(("aria-describedby", desc.clone()));
    open("svg", &attributes, &mut out);
    open("title", &[("id", title)], &mut out);
    escaped(&format!("{} – {}", words.map.name, picture.told.question), &mut out);
    out.push_str("</title>");
    open("desc", &[("id", desc)], &mut out);
    escaped(&picture.told.to_string(), &mut out);
    out.push_str("</desc>\n");
    for mark in &picture.marks {
        let (name, attributes, text) = mark.element();
        open(name, &attributes, &mut out);
        escaped(text.as_deref().unwrap_or_default(), &mut out);
        out.push_str(&format!("</{name}>\n"));
    }
    out.push_str("</svg>\n");
    out
}
