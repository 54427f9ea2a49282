//! The programs in which people open the report's files, as the tests do: found, or installed where that is
//! allowed.

use crate::engines::{Found, Wanted};
use crate::{npm_tools, paths, system};

/// LibreOffice without windows, and a reader of PDF.
const PACKAGES: [&str; 4] =
    ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "libreoffice-impress-nogui", "poppler-utils"];
/// The checker of HTML is a Java program.
const JAVA: [&str; 1] = ["default-jre-headless"];

const WANTED: [Wanted; 3] = [
    Wanted { variable: "NAPPE_SOFFICE", what: "LibreOffice", find: || paths::on_path("soffice") },
    Wanted { variable: "NAPPE_PDFTOTEXT", what: "pdftotext", find: || paths::on_path("pdftotext") },
    Wanted { variable: "NAPPE_JAVA", what: "Java", find: || paths::on_path("java") },
];

/// Finds or installs every reader; what cannot be had is named, not hidden.
pub fn find_or_install() -> Found {
    let mut found = Found::default();
    let absent = |variable: &str| WANTED.iter().any(|it| it.variable == variable && it.look().is_none());
    let mut packages = Vec::new();
    if absent("NAPPE_SOFFICE") || absent("NAPPE_PDFTOTEXT") {
        packages.extend(PACKAGES);
    }
    if absent("NAPPE_JAVA") {
        packages.extend(JAVA);
    }
    if !packages.is_empty()
        && let Err(why) = system::install(&packages)
    {
        println!("    {why:#}");
    }
    WANTED.iter().for_each(|wanted| found.look_for(wanted));
    found.note("NAPPE_VNU", "vnu (the checker of HTML)", npm_tools::html_checker());
    found
}
