//! Texts that mean harm or are only unusual, for whatever shows what people wrote.

/// Texts that something in a file could take for its own.
pub const HOSTILE: [&str; 30] = [
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "</li></ul></main></body><style>*{display:none}</style>",
    "\"'><svg/onload=alert(3)> &lt;b&gt; &amp; &#60; ]]> <!-- --> <![CDATA[ <?xml ?>",
    "=1+1",
    "=HYPERLINK(\"http://example.org\";\"click\")",
    "@SUM(A1:A9)",
    "+41 79 000 00 00",
    "-2+3 cells \" and \"; \", 'quotes'",
    "  \t=cmd|' /C calc'!A0",
    "\u{ff1d}1+1 in full width",
    "1/2",
    "مرحبا بالعالم (abc) شكرا 123 — اكتب هنا!",
    "שלום (42) abc עולם",
    "abc שלום def",
    "\u{202e}turned around, never turned back",
    "\u{2069}\u{202c}ends without beginnings\u{2066}",
    "👩🏽‍🌾👨‍👩‍👧‍👦🇫🇷 e\u{301} Z̸͓a\u{35c}lgo 𝒳",
    "# no heading *no stars* _no_ [no](http://example.org) `no` | no \\ ~no~ $x$",
    "- no list\n1. no list\n> no quote\n    no code\n---\n===\n```\nno fence",
    "http://example.org www.example.org mailto:a@example.org <http://example.org>",
    "nul \0 bell \u{7} escape \u{1b}[31m delete \u{7f} next line \u{85} form \u{c} feed",
    "\u{fffe}\u{ffff}\u{fdd0}\u{1fffe} nothing \u{e000}\u{10fffd} private",
    "two lines\r\nthe second\u{2028}the third\rthe fourth",
    "{{7*7}} ${7*7} %s %n {0} \\u0041 \\x41",
    "no-break: 5\u{a0}€ «\u{a0}oui\u{a0}»\u{202f}! soft\u{ad}hyphen zero\u{200b}width \u{feff}mark",
    "日本語のテキスト 中文 한국어 ไทย हिन्दी",
    "[x] done ![img](x) [^1] :smile: :-: |-|",
    "PAGEREF _Toc1 \\h MERGEFIELD {TOC} REF",
    "'already with an apostrophe",
    "ﷺ ﷽ İstanbul ß ŉ ﬃ",
];

/// A word without a place to break it.
pub fn long_word() -> String {
    "Dampfschifffahrts".repeat(120).chars().take(2_000).collect()
}
