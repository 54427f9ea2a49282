//! Slides for a screen that draws the harvest map: there it is one picture, however many slides its list would take.

use super::{Slide, Subject};

/// The same slides, with the list of each map in one piece.
pub fn whole_maps(slides: Vec<Slide>) -> Vec<Slide> {
    let mut whole: Vec<Slide> = Vec::with_capacity(slides.len());
    for slide in slides {
        match whole.last_mut() {
            Some(map) if matches!(slide.subject, Subject::Map(_)) && map.subject == slide.subject => {
                map.items.extend(slide.items);
                map.parts = 1;
            }
            _ => whole.push(slide),
        }
    }
    whole
}
