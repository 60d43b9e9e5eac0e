"""The pages' scripts are what Chromium 78 and Safari 12.1 run, and what holds this refuses what they do not."""

import pytest
from compatibility.scripts import newer_in_script, own_names, parse
from sites import ROOT

FILES = sorted((ROOT / "overrides/assets/javascripts").glob("*.js"))
SCRIPTS = {file.name: file.read_text("utf-8") for file in FILES}
TOGETHER = own_names([parse(script) for script in SCRIPTS.values()])

# By what is refused, scripts that need it and nothing else that is newer.
REFUSED = {
    "?. (ES2020)": ["const a = {}; a?.b", "const a = {}; a?.()", "const a = []; a?.[0]"],
    "?? (ES2020)": ["const a = null ?? 1"],
    "??= (ES2021)": ["let a = null; a ??= 1"],
    "||= (ES2021)": ["let a = null; a ||= 1"],
    "&&= (ES2021)": ["let a = null; a &&= 1"],
    "fields of classes (ES2022)": ["class A { b = 1 }", "class A { static b = 1 }"],
    "private members of classes (ES2022)": ["class A { #b() {} }", "class A { has(b) { return #c in b } }"],
    "static blocks of classes (ES2022)": ["class A { static { } }"],
    "await outside of functions (ES2022)": ["await fetch(location)", "{ const a = 1; await a }"],
    "import.meta (ES2020)": ["const a = import.meta"],
    "export * as (ES2020)": ['export * as a from "./a.js"'],
    "attributes of imports (ES2025)": ['import a from "./a.json" with { type: "json" }'],
    "the number 1_000": ["const a = 1_000"],
    "the number 1n": ["const a = 1n"],
    "flags of a regular expression: v": ["const a = /b/v"],
    "flags of a regular expression: dg": ["const a = /b/dg"],
    "a regular expression that looks behind": ["const a = /(?<=b)c/", "const a = /(?<!b)c/u"],
    "a regular expression that changes flags inside": ["const a = /(?i:b)/"],
    ".at (not known as a method)": ["[].at(-1)", 'const one = { at: 1 }; "b".at(one.at)'],
    ".replaceAll (not known as a method)": ['"a".replaceAll("a", "b")'],
    ".matchAll (not known as a method)": ['"a".matchAll(/a/g)'],
    ".hasOwn (not known as a method)": ['Object.hasOwn({}, "a")'],
    ".findLast (not known as a method)": ["[].findLast(Boolean)"],
    ".toSorted (not known as a method)": ["[].toSorted()"],
    ".allSettled (not known as a method)": ["Promise.allSettled([])"],
    ".timeout (not known as a method)": ["AbortSignal.timeout(1)"],
    ".Segmenter (not known as a property)": ["new Intl.Segmenter()"],
    ".replaceChildren (not known as a method)": ["document.body.replaceChildren()"],
    ".inert (not known as a property)": ["document.body.inert = true"],
    ".randomUUID (not known as a method)": ["crypto.randomUUID()"],
    "structuredClone (not known as a global name)": ["structuredClone({})"],
    "DecompressionStream (not known as a global name)": ['new DecompressionStream("gzip")'],
    "BigInt (not known as a global name)": ["BigInt(1)"],
    "ResizeObserver (not known as a global name)": ["new ResizeObserver(() => {})"],
    "globalScope (not known as a global name)": ["const a = () => globalScope"],
    "the event pointerdown": ['document.addEventListener("pointerdown", () => {})'],
    ":is()": ['document.querySelector(":is(h2, h3)")', "const a = 1; document.querySelector(`${a} > :is(h2)`)"],
    ":has()": ['document.body.closest("p:has(a)")'],
    ":focus-visible": ['document.body.matches("a:focus-visible")'],
    "what the parser cannot read": ["const = 1"],
}

# All that ES2019 has and that is easily taken for newer.
TAKEN = [
    "class A { static async b() { return await 1 } get c() { return 1 } }",
    "try { fetch(location) } catch { alert(1) }",
    "const { a, ...b } = { ...location }; b[a]",
    "async function a(b) { for await (const c of b) yield_(c) } function yield_(d) { return d }",
    'import("./a.js").then(({ b }) => b)',
    "const a = /(?<year>\\p{L})(?:b|(?=c))/gimsuy",
    "[[1]].flat().flatMap(a => [a]); Object.fromEntries([])",
    "const at = 1; [].concat({ at }).map(one => one.at)",
    "const folding = { fold }; function fold() {} folding.fold()",
    'document.addEventListener("click", event => event.target.closest("a:not([hidden]) > b, c:nth-child(2n + 1)"))',
    "label: for (const [a, b = 1] of []) { if (a ? b : 1e3) continue label }",
]


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_oldest_browsers_understand_every_script(name: str) -> None:
    assert newer_in_script(SCRIPTS[name], TOGETHER) == []


@pytest.mark.parametrize(
    ("what", "script"), [(what, script) for what, scripts in REFUSED.items() for script in scripts]
)
def test_what_is_newer_is_refused(what: str, script: str) -> None:
    assert f"1: {what}" in newer_in_script(script)


@pytest.mark.parametrize("script", TAKEN)
def test_what_is_old_enough_is_taken(script: str) -> None:
    assert newer_in_script(script) == []
