//! How the HTML file looks: on a screen in light and dark, on A4 paper with page numbers.

/// What the file may do: show itself in its own style. The digest is that of [`STYLE`]; a test compares them.
pub const POLICY: &str = "default-src 'none'; style-src 'sha256-5kYKxPmI99ahB8zIi0KT5Dww6CFAUua5+9JhBDCapLw='; base-uri 'none'; form-action 'none'";

/// The style sheet.
pub const STYLE: &str = "
:root{color-scheme:light;--paper:#fffdf8;--ink:#241f19;--soft:#5a5144;--line:#dccfba;--red:#96221a;--wash:#fbe9e4}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);
font:1.0625rem/1.5 system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;overflow-wrap:anywhere}
h1,h2,h3,.number{font-family:'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,Georgia,serif;line-height:1.2}
h1{margin:0;font-size:2.25rem}
h2{margin:.25rem 0 1rem;font-size:1.625rem}
h3{margin:2rem 0 .5rem;font-size:1.25rem;color:var(--red)}
h4{margin:1rem 0 .25rem;font-size:1rem}
p{margin:0}
header{padding-bottom:1.25rem;border-bottom:.375rem double var(--red)}
.facts{margin-top:.5rem;color:var(--soft)}
nav{margin-top:2rem}
nav h2{font-size:1.25rem}
nav ol,nav ul{margin:0;padding-inline-start:1.5rem}
nav li{padding:.1875rem 0}
nav a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.1875rem}
nav a:hover{text-decoration-color:currentcolor}
a:focus-visible{outline:.1875rem solid var(--red);outline-offset:.125rem}
main>section{margin-top:3rem;padding-top:1.5rem;border-top:1px solid var(--line)}
.number{color:var(--red);font-style:italic}
ul{margin:.5rem 0;padding-inline-start:1.375rem}
main li{margin:.5rem 0}
li::marker{color:var(--red)}
figure{margin:1.5rem 0}
svg{display:block;width:100%;height:auto;border-radius:.1875rem}
.narrow{display:none}
.high{list-style-type:'★ '}
.high>p:first-of-type{font-weight:600}
.points{padding-block:.5rem;padding-inline-end:1rem;border-inline-start:.25rem solid var(--red);background:var(--wash)}
.details,.or,.none,.before,.about{color:var(--soft)}
.details{font-size:.875rem}
.or,.none,.before,.about{font-style:italic}
.before+p{display:inline}
.dots{font:600 .875rem system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;color:var(--soft);white-space:nowrap}
table{width:100%;border-collapse:collapse}
th,td{padding:.5rem .75rem;border:1px solid var(--line);text-align:start;vertical-align:top}
th{background:var(--wash)}
th{font-weight:600}
.steps td+td{width:22%}
caption{padding-bottom:.5rem;text-align:start;color:var(--soft)}
.counts td{text-align:end;font-variant-numeric:tabular-nums}
.words{display:flex;flex-wrap:wrap;gap:.5rem;padding:0;list-style:none}
main .words li{margin:0;padding:.125rem .75rem;border:1px solid var(--line);border-radius:2rem}
@media screen and (max-width:36rem){
.wide{display:none}
.narrow{display:block}
}
@media screen and (prefers-color-scheme:dark){
svg{filter:brightness(.86)}
:root{color-scheme:dark;--paper:#1b1814;--ink:#f1e8d9;--soft:#c0b39d;--line:#4d4436;--red:#f2a297;--wash:#2b211c}
}
@media print{
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#999}
@page{size:A4;margin:20mm 20mm 22mm;@bottom-center{content:counter(page) ' / ' counter(pages);font:9pt sans-serif;color:#444}}
body{max-width:none;padding:0;font-size:10pt;line-height:1.35}
main li{margin:.25rem 0}
h3{margin-top:1.25rem}
a{text-decoration:none}
main>section{border-top:0;margin-top:1.5rem;padding-top:0}
.own-page{break-before:page}
h1,h2,h3,h4,.number,.before{break-after:avoid}
li>p,tr,.words li{break-inside:avoid}
p{orphans:2;widows:2}
figure{break-inside:avoid}
svg{max-height:24cm}
.points,th{border-color:#999;background:none}
}
";
