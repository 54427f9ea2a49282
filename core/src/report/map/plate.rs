//! A plate with what lies on it.

use super::marks::{Ink, Mark};
use super::settings::Setting;

/// The golden angle, as a turn: cosine and sine. Seeds that follow each other so lie evenly, as in a sunflower.
const TURN: (f64, f64) = (-0.737_368_878_078_319_7, 0.675_490_294_261_523_8);

/// The width of a rim, of the radius of the largest plate.
const RIM: f64 = 0.15;

/// The size of seeds, of the distance that one needs.
const PLAIN: f64 = 0.5;
const LARGE: f64 = 0.72;

/// Seeds lie a little closer than they need, so that the outermost stay off the rim.
const CLOSE: f64 = 0.95;

/// How large things on the plates of a picture are: alike on all, so that areas can be compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    rim: f64,
    seed: f64,
}

impl Scale {
    /// So large that the fullest plate has this radius, and a few seeds do not look like stones.
    pub fn new(settings: &[Setting], largest: f64) -> Self {
        let most = settings.iter().map(|it| it.seeds.len()).max().unwrap_or_default().max(1) as f64;
        let rim = largest * RIM;
        Self { rim, seed: ((largest - rim) / (most + 0.6).sqrt()).min(largest * 0.26) }
    }

    /// The radius of a plate: what is inside its rim grows with what lies there.
    pub fn radius(self, setting: &Setting) -> f64 {
        (self.seed * (setting.seeds.len() as f64 + 0.6).sqrt()).max(self.rim) + self.rim
    }

    /// Draws a plate around this point.
    pub fn draw(self, setting: &Setting, x: f64, y: f64, out: &mut Vec<Mark>) {
        let r = self.radius(setting);
        let ring = if setting.is_rest { Ink::Dashed } else { Ink::Ring };
        out.push(Mark::Circle { x: x + self.rim * 0.2, y: y + self.rim * 0.3, r, ink: Ink::Shade });
        out.push(Mark::Circle { x, y, r, ink: Ink::Plate });
        out.push(Mark::Circle { x, y, r: r - self.rim * 0.55, ink: ring });
        let mut kinds = [Vec::new(), Vec::new(), Vec::new()];
        let mut angle = (0.0, -1.0);
        for (place, seed) in setting.seeds.iter().enumerate() {
            // A lone seed lies in the middle.
            let far = if setting.seeds.len() == 1 { 0.0 } else { self.seed * CLOSE * (place as f64 + 0.35).sqrt() };
            kinds[*seed as usize].push((x + far * angle.0, y + far * angle.1));
            angle = (angle.0 * TURN.0 - angle.1 * TURN.1, angle.0 * TURN.1 + angle.1 * TURN.0);
        }
        let [plain, dotted, starred] = kinds;
        if !plain.is_empty() {
            out.push(Mark::Seeds { at: plain, r: self.seed * PLAIN, ink: Ink::Seed });
        }
        if !dotted.is_empty() {
            out.push(Mark::Seeds { at: dotted, r: self.seed * LARGE, ink: Ink::Dot });
        }
        if !starred.is_empty() {
            out.push(Mark::Stars { at: starred, r: self.seed * LARGE * 1.05, ink: Ink::Star });
        }
    }
}

/// A cup of coffee, where the cloth has room.
pub(super) fn cup(x: f64, y: f64, r: f64, out: &mut Vec<Mark>) {
    out.push(Mark::Circle { x: x + r * 0.04, y: y + r * 0.06, r, ink: Ink::Shade });
    out.push(Mark::Circle { x, y, r, ink: Ink::Plate });
    out.push(Mark::Circle { x, y, r: r * 0.86, ink: Ink::Ring });
    let (width, height) = (r * 0.5, r * 0.2);
    out.push(Mark::Rect { x: x + r * 0.45, y: y - height / 2.0, width, height, round: height / 2.0, ink: Ink::Card });
    out.push(Mark::Circle { x, y, r: r * 0.6, ink: Ink::Plate });
    out.push(Mark::Circle { x, y, r: r * 0.5, ink: Ink::Coffee });
}

#[cfg(test)]
mod tests {
    use super::super::settings::Seed;
    use super::*;

    #[test]
    fn seeds_lie_apart_and_inside_the_rim() {
        for count in [1, 2, 3, 7, 40, 400] {
            let seeds = vec![Seed::Dotted; count];
            let setting =
                Setting { name: String::new(), is_rest: false, total: count, dots: count, seeds, quotes: vec![] };
            let scale = Scale::new(std::slice::from_ref(&setting), 80.0);
            let mut marks = Vec::new();
            scale.draw(&setting, 0.0, 0.0, &mut marks);
            let Some(Mark::Seeds { at, r, .. }) = marks.last() else { panic!("seeds") };
            for (place, one) in at.iter().enumerate() {
                assert!(
                    one.0.hypot(one.1) + r < scale.radius(&setting) - scale.rim * 0.3,
                    "{count}: seed {place} is on the rim"
                );
                let near = at[..place].iter().map(|it| (it.0 - one.0).hypot(it.1 - one.1)).fold(f64::MAX, f64::min);
                assert!(near >= 2.0 * r, "{count}: seed {place} lies on another: {near} of {r}");
            }
        }
    }
}
