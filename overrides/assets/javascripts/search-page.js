// The search page: what is in the address is what is shown, and the other way round. Nothing else stays in the address.

import { addressOf, settleAt, settleSoon, stateIn } from "./address.js"
import { keepPlace, remembered, takePlace } from "./place.js"
import { LoadingError, SearchIndex } from "./search-index.js"
import { mark, onTyping, time } from "./search-text.js"

const form = document.querySelector("[data-search-form]")
const view = Object.fromEntries(
  ["results", "status", "total", "how", "empty", "near-list", "filters", "more", "chosen"].map(name => [
    name, document.querySelector(`[data-search-${name}]`)
  ])
)
const base = new URL(form.dataset.searchForm, location.href)
const root = new URL("../", base)
// What stands there for browsers in which nothing of this runs.
const fallback = document.querySelector("[data-search-fallback]")
const details = view.filters.querySelector("details")
const TITLE = document.title
const FILTERS = ["kind", "year", "unit", "person"]

let index = null
let state = read()
let latest = 0
let shown = remembered().shown || 0

async function update() {
  const turn = ++latest
  try {
    if (!index) index = await SearchIndex.open(base)
    const answer = await index.answer(state.q, isWanted)
    const { terms, found } = answer
    const facets = state.unit || state.person || details.open ? await index.facets() : null
    const kept = found.filter(number => passes(number, facets))
    const page = await index.documents(kept.slice(0, shown || pageSize()))
    const isNothing = terms.length && !found.some(isWanted)
    const near = isNothing ? await index.documents(await index.near(state.q, isWanted)) : []
    if (turn !== latest) return
    render(answer, kept, page, near, facets)
    takePlace()
  } catch (error) {
    if (turn === latest) fail(error)
  }
}

// A small archive is shown whole; in a large one every further document is a further file.
function pageSize() {
  return index.meta.blocks.length <= 40 ? 100 : 10
}

// The handbook is for those who write the records: it is searched when it is asked for.
function isWanted(number) {
  return index.isForEditors(number) === (state.kind === "handbook")
}

function passes(number, facets) {
  return (
    isWanted(number) &&
    (!state.kind || index.kind(number)[0] === state.kind) &&
    (!state.year || String(index.year(number)) === state.year) &&
    (!state.unit || facets.units[number].some(unit => facets.names[unit] === state.unit)) &&
    (!state.person || facets.people[number].some(person => facets.names[person] === state.person))
  )
}

function render({ words, terms, found, apart }, kept, page, near, facets) {
  view.total.textContent = kept.length
  view.how.textContent = kept.length ? how(words, apart) : ""
  view.status.hidden = !terms.length
  view.empty.hidden = !terms.length || Boolean(kept.length)
  view.empty.firstElementChild.textContent = near.length ? "没有完全匹配，相近的有：" : "没有找到。"
  fill(view["near-list"], near.map(document => entry(document, terms, "near")))
  const groups = byKind(page)
  fill(view.results, [...groups].map(([name, documents]) => group(name, documents, terms)))
  view.more.hidden = kept.length <= page.length
  shown = page.length
  filters(found, facets)
  fill(view.chosen, FILTERS.filter(name => state[name]).map(chosen))
  // Says for which query these results are.
  view.results.dataset.searchResults = state.q
}

// What was looked for, when it is not just what was typed.
function how(words, apart) {
  const quoted = texts => texts.map(text => `“${text}”`).join("")
  const others = words.flatMap(({ forms }) => forms.slice(1))
  const parts = apart ? [`没有连在一起的${quoted([state.q.trim()])}，分开找了${quoted(words.map(({ text }) => text))}`] : []
  return [...parts, ...(others.length ? [`也找了${quoted(others)}`] : [])].map(text => `；${text}`).join("")
}

function byKind(documents) {
  const groups = new Map()
  for (const document of documents) groups.set(document.kind[1], [...(groups.get(document.kind[1]) || []), document])
  return groups
}

function group(name, documents, terms) {
  const section = element("section")
  const list = element("ol", { className: "cx-rows" })
  list.append(...documents.map(document => entry(document, terms, "result")))
  section.append(element("h2", { textContent: name }), list)
  return section
}

function entry(document, terms, kind) {
  const item = element("li", { className: "cx-row" })
  const title = element("p", { className: "cx-row__title" })
  const link = element("a", { href: new URL(document.route, root).href })
  link.setAttribute(`data-search-${kind}`, "")
  link.append(...mark(index.folding, document.names[0], terms))
  title.append(link)
  item.append(title)
  if (document.date || document.context) item.append(facts(document, terms))
  const other = document.names.slice(1).find(name => terms.some(term => index.folding.fold(name).includes(term)))
  if (other) item.append(line(`又称${other}`, terms))
  const passage = best(document, terms)
  if (passage) item.append(line(passage, terms, true))
  return item
}

function facts({ date, context }, terms) {
  const paragraph = line(context, terms)
  // A term may begin with what stands before the date itself.
  const dated = terms.map(term => term.replace(/^不晚于/, "")).filter(Boolean)
  if (date) paragraph.prepend(...time(date, part => mark(index.folding, part, dated)), context && "；")
  return paragraph
}

function line(text, terms, cut = false) {
  const paragraph = element("p", { className: "cx-row__more" })
  paragraph.append(...mark(index.folding, text, terms, cut ? 44 : 0))
  return paragraph
}

// The paragraph that holds the most of the terms.
function best(document, terms) {
  const score = text => terms.filter(term => index.folding.fold(text).includes(term)).length
  const [text, most] = document.paragraphs.reduce(
    (found, text) => (score(text) > found[1] ? [text, score(text)] : found), ["", 0]
  )
  return most ? text : ""
}

// Counts are of everything found, so that a reader sees what another choice would give.
function filters(found, facets) {
  const counts = Object.fromEntries(FILTERS.map(name => [name, new Map()]))
  const add = (name, value) => counts[name].set(value, (counts[name].get(value) || 0) + 1)
  for (const number of found) {
    add("kind", index.kind(number))
    if (index.year(number)) add("year", index.year(number))
    if (!facets) continue
    for (const unit of facets.units[number]) add("unit", facets.names[unit])
    for (const person of facets.people[number]) add("person", facets.names[person])
  }
  view.filters.hidden = !found.length
  for (const name of FILTERS) {
    const values = [...counts[name]].sort((a, b) => (name === "year" ? b[0] - a[0] : b[1] - a[1])).slice(0, 12)
    const choices = values.map(([value, count]) => {
      if (name === "kind") return choice(name, value[0], [value[1]], count)
      return choice(name, String(value), name === "year" ? time(`${value}年`) : [value], count)
    })
    fill(view.filters.querySelector(`[data-search-filter=${name}]`), choices)
  }
}

function choice(name, value, label, count) {
  const item = element("li")
  const pressed = state[name] === value
  const link = element("a", { href: address({ ...state, [name]: pressed ? "" : value }) })
  link.append(...label)
  if (pressed) link.setAttribute("aria-current", "true")
  item.append(link, element("span", { className: "cx-note", textContent: ` ${count}` }))
  return item
}

function chosen(name) {
  // The address may ask for a kind that nothing is of.
  const [, label] = (name === "kind" && index.meta.kinds.find(([id]) => id === state.kind)) || [null, state[name]]
  const link = element("a", { href: address({ ...state, [name]: "" }), textContent: `去掉“${label}”` })
  const item = element("li")
  item.append(link)
  return item
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties)
}

function fill(parent, children) {
  parent.textContent = ""
  parent.append(...children)
}

// A file that did not come is one thing, a program that does not run in this browser another.
function fail(error) {
  const isLoading = error instanceof LoadingError
  view.status.hidden = true
  view.empty.hidden = false
  view.empty.firstElementChild.textContent = isLoading ? "搜索的文件没有读到，请检查网络后再试。" : "搜索在这个浏览器里出了错，不是网络的问题。"
  fallback.hidden = isLoading
  if (!isLoading) console.error(error)
}

function read(search = location.search) {
  return stateIn(search, ["q", ...FILTERS])
}

function address(wanted) {
  return addressOf(wanted, location.pathname)
}

// Show another state; the address follows.
function go(next, count = 0) {
  state = next
  shown = count
  update()
}

// Make the address and the title say what is shown.
function settle() {
  settleAt(address(state))
  entitle()
}

// The same as a step of its own, so that back leads to what was shown before.
function step(next) {
  settle()
  history.pushState(null, "", address(next))
  go(next)
  entitle()
}

function entitle() {
  document.title = state.q ? `${state.q} - ${TITLE}` : TITLE
}

// Typing is no step: back leads to the search before, not to half a word.
onTyping(form.elements.q, () => {
  go({ ...state, q: form.elements.q.value })
  settleSoon(settle)
})
// Whoever follows a link leaves the box first.
form.elements.q.addEventListener("blur", settle)
form.addEventListener("submit", event => {
  event.preventDefault()
  step({ ...state, q: form.elements.q.value })
})
view.filters.addEventListener("click", event => {
  const link = event.target.closest("a")
  if (!link) return
  event.preventDefault()
  step(read(link.search))
})
details.addEventListener("toggle", () => details.open && update())
view.more.addEventListener("click", () => {
  shown += pageSize()
  update()
})
keepPlace(() => ({ shown, open: details.open }))
addEventListener("popstate", () => {
  go(read(), remembered().shown)
  form.elements.q.value = state.q
  entitle()
})

fallback.hidden = true
details.open = Boolean(remembered().open)
form.elements.q.value = state.q
entitle()
if (state.q) update()
else form.elements.q.focus()
