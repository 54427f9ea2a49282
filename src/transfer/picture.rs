//! Pictures: an SVG drawn as PNG.

use super::file::blob;
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

/// Draws an SVG that needs nothing from elsewhere as a PNG of this many pixels. None where the browser cannot.
pub async fn png(svg: &str, width: u32, height: u32) -> Option<Blob> {
    let url = Url::create_object_url_with_blob(&blob(svg, "image/svg+xml").ok()?).ok()?;
    let drawn = draw(&url, width, height).await;
    drop(Url::revoke_object_url(&url));
    drawn.ok()
}

async fn draw(url: &str, width: u32, height: u32) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    let made = Promise::new(&mut |take, refuse| {
        if canvas.to_blob(&take).is_err() {
            drop(refuse.call0(&JsValue::NULL));
        }
    });
    // Null where there is no memory for it.
    JsFuture::from(made).await?.dyn_into()
}
