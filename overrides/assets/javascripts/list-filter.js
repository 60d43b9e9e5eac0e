// The box above the list of an index page: what is typed and chosen in it is what is shown, and what the address says.
// Everything is in the page already; this only hides.

import { addressOf, settleAt, settleSoon, stateIn } from "./address.js"
import { makeFold } from "./folding.js"
import { keepPlace, takePlace } from "./place.js"
import { onTyping } from "./search-text.js"

const box = document.querySelector("[data-filter]")
const input = box.querySelector("input")
const buttons = [...box.querySelectorAll("button[value]")]
const facets = [...new Set(buttons.map(button => button.name))]
const status = box.querySelector("[data-filter-status]")
const clear = box.querySelector("[data-filter-clear]")
const list = document.querySelector("[data-list]")
// Only letters and digits count, in any case and width.
const { fold } = makeFold("")

const groups = new Map()
for (const element of [list, ...list.querySelectorAll("[data-group]")]) groups.set(element, readGroup(element))
const innermostFirst = [...groups.values()].reverse()
const rows = Array.from(list.querySelectorAll("[data-rows] > li"), readRow)
const contents = document.querySelector(".cx-contents")
let state = read()

function readGroup(element) {
  const parent = groups.get(element.parentElement.closest("[data-group]"))
  const heading = element.querySelector(":scope > h2, :scope > h3")
  const link = heading && document.querySelector(`.cx-contents a[href="#${heading.id}"], .cx-letters a[href="#${heading.id}"]`)
  const { year, kind, sort } = { ...parent, ...element.dataset }
  return { element, parent, entry: link && link.parentElement, year, kind, sort, text: null, left: 0 }
}

// A row has the year, the kind and the sort of its group, unless it has its own. A kind is a line.
function readRow(element) {
  const group = groups.get(element.closest("[data-group]"))
  const { year, kind = "", sort } = { ...group, ...element.dataset }
  return { element, group, year: [year], kind: kind.split("\n"), sort: [sort], text: null, shown: true }
}

// What can be found of a row: what stands in it, and above it in the headings of its groups.
function textOf(row) {
  if (row.text === null) row.text = `${above(row.group)}\n${fold(row.element.textContent)}`
  return row.text
}

function above(group) {
  if (!group) return ""
  if (group.text === null) {
    const own = [...group.element.childNodes].map(ownText).join("")
    group.text = [above(group.parent), ...own.split("\n").map(fold)].join("\n")
  }
  return group.text
}

// What stands beside a date belongs to it: 不晚于.
function ownText(child) {
  if (!child.matches) return child.textContent.trim()
  if (child.matches("time")) return child.textContent
  return child.matches("h2, h3, p") ? `\n${child.textContent}` : ""
}

function show() {
  const terms = state.q.split(/\s+/).map(fold).filter(Boolean)
  const counts = new Map(facets.map(name => [name, new Map()]))
  for (const group of innermostFirst) group.left = 0
  let total = 0
  for (const row of rows) {
    const found = terms.every(term => textOf(row).includes(term))
    const missed = found ? facets.filter(name => state[name] && !row[name].includes(state[name])) : facets
    const shown = found && !missed.length
    if (row.shown !== shown) row.element.hidden = !shown
    row.shown = shown
    if (shown) {
      total += 1
      row.group.left += 1
    }
    // A choice counts what it would leave: what all other choices leave of it.
    if (found && missed.length < 2) {
      for (const name of missed.length ? missed : facets) {
        for (const value of row[name]) counts.get(name).set(value, (counts.get(name).get(value) || 0) + 1)
      }
    }
  }
  hideEmptyGroups()
  for (const button of buttons) {
    const count = counts.get(button.name).get(button.value) || 0
    const pressed = state[button.name] === button.value
    button.setAttribute("aria-pressed", pressed)
    button.lastElementChild.textContent = count
    // Of the sorts, those of the kind that is chosen.
    if (button.name === "sort") button.hidden = !count && !pressed
  }
  status.textContent = total ? `显示${total}条，共${rows.length}条` : "没有符合的记录"
  clear.hidden = !state.q && !facets.some(name => state[name])
  // On paper it is said of a part only.
  box.toggleAttribute("data-narrowed", !clear.hidden)
}

function hideEmptyGroups() {
  for (const { element, parent, entry, left } of innermostFirst) {
    if (parent) parent.left += left
    if (element.hidden === Boolean(left)) element.hidden = !left
    if (entry) entry.hidden = !left
  }
}

// A choice that the page does not have is none.
function read() {
  const said = stateIn(location.search, ["q", ...facets])
  for (const name of facets) {
    if (!buttons.some(button => button.name === name && button.value === said[name])) said[name] = ""
  }
  return said
}

// Make the address say what is shown.
function settle() {
  settleAt(addressOf(state))
}

function go(next) {
  state = next
  show()
  settleSoon(settle)
}

// As if it were typed: whoever listens to typing has to know what stands there.
function write(text) {
  if (input.value === text) return
  input.value = text
  input.dispatchEvent(new Event("input"))
}

// Texts are read once, before the first key: in a long list that takes longer than filtering.
input.addEventListener("focus", () => rows.forEach(textOf), { once: true })
onTyping(input, () => go({ ...state, q: input.value.trim() }))
box.addEventListener("click", ({ target }) => {
  const button = target.closest("button[value]")
  if (button) go({ ...state, [button.name]: state[button.name] === button.value ? "" : button.value })
})
clear.addEventListener("click", () => {
  write("")
  go(Object.fromEntries(Object.keys(state).map(name => [name, ""])))
  input.focus()
})
// Whoever follows a link leaves the box first.
box.addEventListener("focusout", settle)
keepPlace()
addEventListener("popstate", () => {
  const next = read()
  write(next.q)
  go(next)
  takePlace()
})

// Where every part of the list has a button, buttons are the better contents.
if (contents) contents.hidden = [...groups.values()].every(group => !group.entry || group.year || group.kind)
write(state.q)
show()
box.hidden = false
// On a narrow screen choices are a row that scrolls.
for (const button of box.querySelectorAll("[aria-pressed=true]")) {
  button.parentElement.scrollLeft = button.offsetLeft - button.parentElement.firstElementChild.offsetLeft
}
takePlace()
