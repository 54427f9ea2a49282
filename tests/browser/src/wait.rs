//! Waiting for a condition, with a deadline. The only place of the harness that sleeps.

use std::time::{Duration, Instant};

/// How long an act or an expectation waits before the test fails.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// The pause after the first look. It gets longer with each look: looking takes time from what is waited for.
const PAUSE: Duration = Duration::from_millis(15);
/// The longest pause.
const LONGEST_PAUSE: Duration = Duration::from_millis(150);

/// Looks until `look` gives something, for at most `limit`; the last reason why not, otherwise.
pub fn poll<T>(limit: Duration, mut look: impl FnMut() -> Result<T, String>) -> Result<T, String> {
    let end = Instant::now() + limit;
    let mut pause = PAUSE;
    loop {
        match look() {
            Ok(found) => return Ok(found),
            Err(why) if Instant::now() >= end => return Err(why),
            Err(_) => std::thread::sleep(pause),
        }
        pause = (pause * 3 / 2).min(LONGEST_PAUSE);
    }
}

/// Waits until `condition` holds; panics with `what` after [`DEADLINE`].
#[track_caller]
pub fn wait_for(what: &str, mut condition: impl FnMut() -> bool) {
    let seen = poll(DEADLINE, || if condition() { Ok(()) } else { Err(String::new()) });
    assert!(seen.is_ok(), "waited {} s in vain for: {what}", DEADLINE.as_secs());
}
