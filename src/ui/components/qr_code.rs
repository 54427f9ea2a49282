//! A QR code on white, in the dark too: scanners need it.

use crate::core::invite::qr::Qr;
use crate::dom::prelude::*;

/// The code as a picture; its drawing brings the quiet zone.
#[component]
pub fn QrCode(
    /// The code.
    code: Qr,
    /// What it leads to, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
    /// As large as the window.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let side = code.side();
    view! {
        <span class="qr" class:qr--big=big role="img" aria-label=label>
            <svg viewBox=format!("0 0 {side} {side}") aria-hidden="true">
                <path d=code.path() />
            </svg>
        </span>
    }
}
