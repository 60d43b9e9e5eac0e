// The search page: what is in the address is what is shown, and the other way round. Nothing else stays in the address.

import { addressOf, settleAt, settleSoon, stateIn } from "./address.js"
import { keepPlace, remembered, takePlace } from "./place.js"
import { Chips } from "./search-chips.js"
import { FILTERS, Filters } from "./search-filters.js"
import { LoadingError, SearchIndex } from "./search-index.js"
import { Results } from "./search-results.js"
import { onTyping } from "./search-text.js"

const form = document.querySelector("[data-search-form]")
const view = Object.fromEntries(
  ["results", "answers", "status", "total", "how", "empty", "near-list", "filters", "more"].map(name => [
    name, document.querySelector(`[data-search-${name}]`)
  ])
)
const base = new URL(form.dataset.searchForm, location.href)
// What stands there for browsers in which nothing of this runs.
const fallback = document.querySelector("[data-search-fallback]")
const TITLE = document.title
// Of so many records that are called just what was typed, each has a card.
const CARDS = 3
// Milliseconds without a key after which units and people are looked for.
const PAUSE = 150
const chips = new Chips(view.filters, remembered().open || [], address, () => update())

let index = null
let state = read()
let latest = 0
let shown = remembered().shown || 0

// `pause` is how long to wait for further keys before more is loaded than results take.
async function update(pause = 0) {
  const turn = ++latest
  try {
    if (!index) index = await SearchIndex.open(base)
    const answer = await index.answer(state.q, isWanted)
    const filters = await Filters.of(index, state)
    const kept = answer.found.filter(number => filters.passes(number))
    const first = kept.slice(0, CARDS).filter(number => answer.equal.has(number) && index.isNamed(number))
    const [page, said] = await Promise.all([index.documents(kept.slice(0, shown || pageSize())), index.answers(first)])
    const isNothing = answer.terms.length && !answer.found.some(isWanted)
    const near = isNothing ? await index.documents(await index.near(state.q, isWanted)) : []
    if (turn !== latest) return
    render(answer, kept, page, near, new Map(first.map((number, place) => [number, said[place]])))
    chips.show(index, state, filters, answer.found)
    takePlace()
    showNamed(turn, pause, filters, answer.found)
  } catch (error) {
    if (turn === latest) fail(error)
  }
}

// Units and people come when nobody types any more. Without them the search is what it is.
async function showNamed(turn, pause, filters, found) {
  try {
    await new Promise(done => setTimeout(done, pause))
    if (turn === latest) await chips.showNamed(state, filters, found, () => turn === latest)
  } catch (error) {
    chips.hideNamed()
    if (!(error instanceof LoadingError)) throw error
  }
}

// A small archive is shown whole; in a large one every further document is a further file.
function pageSize() {
  return index.meta.blocks.length <= 60 ? 100 : 10
}

// The handbook is for those who write the records: it is searched when it is asked for.
function isWanted(number) {
  return index.isForEditors(number) === (state.kind === "handbook")
}

// `said` is what the records say of those that may be what was asked for.
function render({ words, terms, found, apart }, kept, page, near, said) {
  view.total.textContent = kept.length
  view.how.textContent = kept.length ? how(words, apart) : ""
  view.status.hidden = !terms.length
  view.empty.hidden = !terms.length || Boolean(kept.length)
  view.empty.firstElementChild.textContent = near.length ? "没有完全匹配，相近的有：" : "没有找到。"
  const results = new Results(index, terms)
  fill(view["near-list"], near.map(one => results.row(one, "near")))
  const asked = words.map(({ forms }) => forms[0]).join("")
  const isAsked = one => said.has(one.number) && one.names.some(name => index.folding.fold(name) === asked)
  fill(view.answers, page.filter(isAsked).map(one => results.card(one, said.get(one.number))))
  fill(view.results, results.groups(page.filter(one => !isAsked(one))))
  view.more.hidden = kept.length <= page.length
  shown = page.length
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
function go(next, count = 0, pause = 0) {
  state = next
  shown = count
  update(pause)
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
  go({ ...state, q: form.elements.q.value }, 0, PAUSE)
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
view.more.addEventListener("click", () => {
  shown += pageSize()
  update()
})
keepPlace(() => ({ shown, open: [...chips.open] }))
addEventListener("popstate", () => {
  go(read(), remembered().shown)
  form.elements.q.value = state.q
  entitle()
})

fallback.hidden = true
form.elements.q.value = state.q
entitle()
if (state.q) update()
else form.elements.q.focus()
