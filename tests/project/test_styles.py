"""The pages' styles are what Chromium 78 and Safari 12.1 lay out, and what holds this refuses what they do not know."""

import pytest
from chuxin.site.styles import joined
from compatibility.styles import HARMLESS, newer_in_styles
from sites import ROOT

STYLES = joined(ROOT / "overrides/styles/site.css")

# By what is refused, styles that need it and nothing else that is newer.
REFUSED = {
    ":is()": [":is(h1, h2) { color: red }", "a:not([href]) :is(b) { color: red }"],
    ":where()": [":where(a) { color: red }"],
    ":has()": ["p:has(a) { color: red }", "@media print { p:has(a) { color: red } }"],
    ":not() with more than one simple selector": ["a:not(b, c) { color: red }", "a:not(.b.c) { color: red }"],
    ":focus-visible beside other selectors": ["a:hover, a:focus-visible { color: red }"],
    ":user-invalid": ["input:user-invalid { color: red }"],
    "a rule inside of a rule": ["a { color: red; &:hover { color: blue } }", "a { b { color: red } }"],
    "gap outside of a grid": ["a { gap: 1em }", "a { display: flex; gap: 1em }"],
    "column-gap outside of a grid": ["a { display: inline-flex; column-gap: 1em }"],
    "the property inset": ["a { inset: 0 }"],
    "the property margin-inline": ["a { margin-inline: auto }"],
    "the property padding-block": ["a { padding-block: 0 }"],
    "the property border-block": ["a { border-block: 0 }"],
    "the property aspect-ratio": ["a { aspect-ratio: 1 }"],
    "the property rotate": ["a { rotate: 45deg }"],
    "the property text-autospace": ["body { text-autospace: normal }"],
    "the property text-wrap": ["h1 { text-wrap: balance }"],
    "the property accent-color": ["a { accent-color: red }"],
    "overflow: clip": ["a { overflow: clip }"],
    "position: sticky": ["a { position: sticky }"],
    "display: flow-root": ["a { display: flow-root }"],
    "white-space: break-spaces": ["a { white-space: break-spaces; white-space: pre }"],
    "width: min()": ["a { width: min(1rem, 100%) }"],
    "width: clamp()": ["a { width: clamp(1rem, 2vw, 3rem) }"],
    "grid-template-columns: min()": ["a { grid-template-columns: repeat(auto-fill, minmax(min(1rem, 100%), 1fr)) }"],
    "color: color-mix()": ["a { color: color-mix(in srgb, red, blue) }"],
    "--a: light-dark()": [":root { --a: light-dark(red, blue) }"],
    "height: dvh": ["a { height: 100dvh }"],
    "height: svh": ["a { height: calc(100svh - 1rem) }"],
    "@layer": ["@layer base { a { color: red } }"],
    "@container": ["@container (width > 1rem) { a { color: red } }"],
    "@media (width >= 40em)": ["@media (width >= 40em) { a { color: red } }"],
    "@media (prefers-contrast: more)": ["@media (prefers-contrast: more) { a { color: red } }"],
    "@media … or …": ["@media (min-width: 1em) or (hover) { a { color: red } }"],
}

TAKEN = [
    "a:not([hidden]) > b::before, c:nth-child(2n + 1) ~ d { color: rgb(255 255 255 / 45%) }",
    "a:focus-visible, b :focus-visible { outline: 0 }",
    "a { display: grid; gap: 0 1em; grid-template-columns: auto minmax(0, 1fr) }",
    "a { white-space: pre-wrap; white-space: break-spaces }",
    "a { width: 1rem; width: min(1rem, 100%) }",
    "a { margin-inline-start: calc(1em + var(--b)); border-inline-end: 0 }",
    "@media screen and (max-width: 40em) { a { color: red } }",
    "@media (prefers-color-scheme: dark) { :root:not([data-mode]) { --a: #000 } }",
    "@page { margin: 37mm 26mm; size: A4 }",
]


def test_the_oldest_browsers_understand_the_styles() -> None:
    assert newer_in_styles(STYLES) == []


@pytest.mark.parametrize(("what", "styles"), [(what, one) for what, all_ in REFUSED.items() for one in all_])
def test_what_is_newer_is_refused(what: str, styles: str) -> None:
    assert f"1: {what}" in newer_in_styles(styles)


@pytest.mark.parametrize("styles", TAKEN)
def test_what_is_old_enough_is_taken(styles: str) -> None:
    assert newer_in_styles(styles) == []


def test_what_is_called_harmless_is_used() -> None:
    """Or its row says something about nothing."""
    names = [name if isinstance(name, str) else name[0] for name in HARMLESS]
    assert [name for name in names if f"{name}{' {' if name.startswith('@') else ':'}" not in STYLES] == []
