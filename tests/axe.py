"""What is measured of a page for its readers."""

from __future__ import annotations

# Text that is seen, with its size; and what is pressed, with its box. Links inside of sentences are text.
SIZES = """
elder => {
  // Where links stand by themselves; elsewhere they are words of a sentence.
  const LISTS = ".cx-contents, .cx-links, .cx-tiles, .cx-speakers, .cx-around, .cx-kicker, .cx-row__title, .cx-footer"
  const APART = "svg, .cx-visually-hidden, .cx-skip"
  const seen = element => element.checkVisibility({ visibilityProperty: true }) && !element.closest(APART)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement
    if (walker.currentNode.data.trim() && !parent.closest("script, style, noscript, option") && seen(parent)) {
      texts.push([parseFloat(getComputedStyle(parent).fontSize), walker.currentNode.data.trim().slice(0, 20)])
    }
  }
  const always = "button, input, select, summary, .cx-header a, [role=option]"
  const pressed = [...document.querySelectorAll(elder ? `${always}, :is(${LISTS}) a` : always)]
    .filter(seen)
    .map(one => {
      return [one.getBoundingClientRect().height, one.outerHTML.slice(0, 80)]
    })
  return { texts, pressed }
}
"""


# What breaks a rule, by every rule that is on and the one of WCAG 2.2 on targets. What holds is not described: that
# takes longer than to look.
RUN_AXE = """
axe.run({
  rules: { "target-size": { enabled: true } }, resultTypes: ["violations"], iframes: false, preload: false,
}).then(({ violations }) => violations)
"""


TEXT_SIZE = {"light": 15.9, "dark": 15.9, "elder": 24}
TARGET_SIZE = {"light": 43.9, "dark": 43.9, "elder": 59.9}
