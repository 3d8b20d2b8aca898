#include "protocol/html_style.hpp"

namespace klartext::protocol {

std::string_view html_style() {
    return R"css(
:root { color-scheme: light dark; --ink: #112028; --soft: #4a5b63; --paper: #ffffff; --ground: #f4f7f8; --line: #d3dce0; --accent: #005b71; --warn: #fff6df; --warn-line: #b97900; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eff1; --soft: #a9bac1; --paper: #172329; --ground: #10191e; --line: #36474f; --accent: #7fd0e4; --warn: #33290f; --warn-line: #d9a441; } }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; overflow-wrap: anywhere; hyphens: auto; }
.sheet { max-width: 50rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 5vw, 3.5rem) 4rem; background: var(--paper); border-top: 6px solid var(--accent); }
h1, h2, h3, h4, h5, h6 { color: var(--ink); line-height: 1.25; break-after: avoid; text-wrap: balance; hyphens: manual; }
h1 { margin: 0 0 1.25rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem); letter-spacing: -.01em; }
h2 { margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--accent); font-size: 1.4rem; }
h3 { margin: 2rem 0 .5rem; font-size: 1.125rem; color: var(--accent); }
h4, h5, h6 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .6rem 0; orphans: 3; widows: 3; }
a { color: var(--accent); text-underline-offset: .18em; }
a:focus-visible, .table:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .75rem 1rem; background: var(--paper); }
.skip:focus { left: .5rem; top: .5rem; }
.house { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem 1.25rem; margin: 0 0 1.75rem; }
.house img { display: block; max-width: 14rem; max-height: 4rem; padding: .25rem; background: #ffffff; border-radius: 4px; }
.house p { margin: 0; font-weight: 600; }
.kicker { margin: 0 0 .25rem; color: var(--accent); font-weight: 700; letter-spacing: .04em; }
.facts { display: flex; flex-wrap: wrap; gap: .35rem 2rem; margin: .6rem 0 1rem; }
.facts div { min-width: 0; }
.facts dt { font-size: .875rem; color: var(--soft); }
.facts dd { margin: 0; font-weight: 600; }
nav { margin: 1.75rem 0 0; padding: 1rem 1.25rem; background: var(--ground); border-radius: 4px; }
nav h2 { margin: 0 0 .4rem; padding: 0; border: 0; font-size: 1rem; }
nav ul { margin: 0; padding: 0; list-style: none; }
nav > ul { columns: 17rem 2; column-gap: 2rem; }
nav ul ul { padding-inline-start: 1rem; font-size: .9375rem; }
nav a { display: inline-block; padding: .3rem 0; text-decoration: none; }
nav a:hover { text-decoration: underline; }
.count { color: var(--soft); font-weight: 400; font-size: .875rem; white-space: nowrap; }
nav .count { font-size: .8125rem; }
.note { color: var(--soft); font-style: italic; }
.warning { padding: .75rem 1rem; background: var(--warn); border-inline-start: 4px solid var(--warn-line); break-inside: avoid; }
.framed { padding: .5rem 1.25rem; border: 1px solid var(--line); border-radius: 4px; }
.markdown > :first-child { margin-top: .35rem; }
.markdown pre { overflow-x: auto; padding: .75rem 1rem; background: var(--ground); white-space: pre-wrap; hyphens: manual; }
.markdown code { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .9em; hyphens: manual; }
.markdown blockquote { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--line); }
.said { margin: 0; white-space: pre-wrap; }
.cards { margin: .75rem 0; padding: 0; list-style: none; }
.page-end { break-after: page; }
.cards > li { margin: 0 0 .6rem; padding: .65rem 1rem; background: var(--ground); border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
.cards .note { margin: 0; }
.marks { margin: .3rem 0 0; font-size: .875rem; color: var(--soft); }
.marks .kind, .marks .votes { color: var(--ink); font-weight: 600; }
.kind::before { content: ""; display: inline-block; width: .7em; height: .7em; margin-inline-end: .4em; border-radius: 2px; forced-color-adjust: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.comments-label { margin: .6rem 0 .2rem; font-size: .875rem; color: var(--soft); break-after: avoid; }
.comments { margin: 0; padding: 0 0 0 1rem; border-left: 3px solid var(--accent); list-style: none; }
.comments li { margin: .25rem 0; white-space: pre-wrap; }
.bullets li { margin: .25rem 0; white-space: pre-wrap; }
.files { margin: .75rem 0; padding: 0; list-style: none; }
.files li { display: flex; flex-wrap: wrap; gap: .1rem 1rem; padding: .45rem 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.file { flex: 1 1 17rem; font-weight: 600; hyphens: manual; }
.holds { flex: 1 1 14rem; color: var(--soft); }
.table { margin: 1.25rem 0; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
caption { padding-bottom: .5rem; text-align: start; font-weight: 700; }
caption span { display: block; font-weight: 400; font-size: .875rem; color: var(--soft); }
th, td { padding: .5rem .6rem; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { vertical-align: bottom; text-align: start; font-size: .875rem; line-height: 1.3; border-bottom: 2px solid var(--accent); }
tbody th { min-width: 9rem; font-weight: 400; text-align: start; white-space: pre-wrap; }
tbody td, thead th.number { text-align: end; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
tbody td { font-weight: 600; white-space: nowrap; }
tbody td.words { text-align: start; font-weight: 400; white-space: pre-wrap; overflow-wrap: anywhere; }
figure { margin: 1.25rem 0; padding: 1rem; background: #ffffff; border: 1px solid var(--line); border-radius: 4px; break-inside: avoid; }
figure svg { display: block; }
figcaption { margin-top: .5rem; font-size: .875rem; color: #112028; }
figcaption span { display: block; color: #4a5b63; }
@media (max-width: 34rem) { .sheet { padding-top: 1.5rem; } th, td { padding: .45rem .3rem; } tbody th { min-width: 6.5rem; } thead th { font-size: .75rem; } figure { padding: .75rem; } }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #4a5b63; } }
@media print {
:root { color-scheme: light; --ink: #112028; --soft: #4a5b63; --paper: #ffffff; --ground: #f4f7f8; --line: #c3ced3; --accent: #005b71; --warn: #fff6df; --warn-line: #b97900; }
body { background: #ffffff; font-size: 10.5pt; line-height: 1.45; }
.sheet { max-width: none; padding: 0; border: 0; }
.skip { display: none; }
h2 { margin-top: 2rem; }
.cards > li, nav { background: none; }
nav { padding: 0; }
nav a { padding: .1rem 0; color: inherit; }
.table { overflow: visible; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
caption { break-inside: avoid; break-after: avoid; }
.short { break-inside: avoid; }
.facts { break-after: avoid; break-inside: avoid; }
th, td { padding-block: .3rem; }
figure { border: 0; padding: 0; }
.warning { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.markdown a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .875em; }
}
)css";
}

}  // namespace klartext::protocol
