//! On paper: how many sheets, and whether a phone could read the codes. The reader of the codes shares nothing with the app.

use browser_tests::app::open_example;
use browser_tests::{Can, Options, Page, Server, in_each_engine_that};

const A4: (f64, f64) = (21.0, 29.7);
const LETTER: (f64, f64) = (21.59, 27.94);

/// The pages of a PDF, as its objects name them.
fn pages(pdf: &[u8]) -> usize {
    let text = String::from_utf8_lossy(pdf);
    let all = |name: &str| text.matches(name).count();
    all("/Type /Page") - all("/Type /Pages")
}

#[test]
fn sheets_and_cards_fill_the_pages_that_they_should() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "printed", &Options::english(), |browser| {
        let page = open_example(browser, &server);
        // Three tables and the whole café, two to a sheet.
        page.go_in_cafe("invite");
        page.button("Larger: The tray").wait();
        assert_eq!((pages(&page.print(A4)), pages(&page.print(LETTER))), (2, 2), "invitations");
        page.go_in_cafe("run");
        page.radio(browser_tests::containing("Run sheet")).wait();
        assert_eq!((pages(&page.print(A4)), pages(&page.print(LETTER))), (1, 1), "the run sheet");
        page.go_in_cafe("seats");
        page.field("Number of people").fill("20");
        page.button("Make a plan").click();
        page.wait_sees("The plan is ready.");
        // Eight cards to a sheet.
        assert_eq!((pages(&page.print(A4)), pages(&page.print(LETTER))), (3, 3), "cards");
    });
}

/// The text of the one code that is in the picture.
fn read_code(picture: &[u8]) -> Option<String> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(picture)).read_info().ok()?;
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let info = reader.next_frame(&mut bytes).ok()?;
    let (width, height, samples) = (info.width as usize, info.height as usize, info.color_type.samples());
    let grey = |x: usize, y: usize| bytes[(y * width + x) * samples];
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}

#[test]
fn the_code_of_a_table_reads_as_its_link() {
    let server = Server::of_the_app();
    in_each_engine_that(Can::EmulateMedia, "the code", &Options::english(), |browser| {
        let page: Page = open_example(browser, &server);
        page.go_in_cafe("invite");
        let link = page.field("Link: The tray").value();
        page.button("Larger: The tray").click();
        page.wait_for("the code to be drawn", || {
            let picture = page.picture().expect("a picture");
            read_code(&picture).as_deref() == Some(link.as_str())
        });
    });
}
