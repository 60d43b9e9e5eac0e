// Suggestions while somebody types into the box in every page's header: search-box.js loads this when it is needed.

import { SearchIndex } from "./search-index.js"
import { mark, onTyping, time } from "./search-text.js"

const form = document.querySelector("[data-search-box]")
const input = form.elements.q
const list = form.querySelector("[role=listbox]")
const base = new URL(form.action, location.href)
const root = new URL("../", base)

let index = null
let latest = 0

async function suggest() {
  const turn = ++latest
  const query = input.value.trim()
  try {
    if (!index) index = await SearchIndex.open(base)
    const isWanted = number => !index.isForEditors(number)
    const { terms, found } = query ? await index.answer(query, isWanted) : { terms: [], found: [] }
    const documents = await index.documents(found.filter(isWanted).slice(0, 6))
    if (turn !== latest) return
    list.textContent = ""
    list.append(...documents.map((document, place) => option(document, terms, place)))
    show(Boolean(documents.length))
  } catch {
    // The form still works: it leads to the search page, which says what is wrong.
    show(false)
  }
}

function option(found, terms, place) {
  const item = Object.assign(document.createElement("li"), { id: `cx-suggestion-${place}` })
  item.setAttribute("role", "option")
  item.dataset.href = new URL(found.route, root).href
  item.append(...mark(index.folding, found.names[0], terms))
  const kind = Object.assign(document.createElement("span"), { className: "cx-note" })
  kind.textContent = found.kind[1]
  if (found.date) kind.append("，", ...time(found.date))
  item.append(kind)
  return item
}

function show(open) {
  list.hidden = !open
  input.setAttribute("aria-expanded", String(open))
  input.removeAttribute("aria-activedescendant")
}

function move(step) {
  const options = [...list.children]
  const current = options.findIndex(item => item.id === input.getAttribute("aria-activedescendant"))
  const next = options[(current + step + options.length + (current < 0 && step < 0)) % options.length]
  if (current >= 0) options[current].removeAttribute("aria-selected")
  next.setAttribute("aria-selected", "true")
  input.setAttribute("aria-activedescendant", next.id)
}

onTyping(input, suggest)
input.addEventListener("keydown", event => {
  if (event.isComposing || list.hidden) return
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault()
    move(event.key === "ArrowDown" ? 1 : -1)
  } else if (event.key === "Escape") {
    // Close the list only: browsers would also empty the box.
    event.preventDefault()
    show(false)
  } else if (event.key === "Enter") {
    const chosen = document.getElementById(input.getAttribute("aria-activedescendant"))
    if (!chosen) return
    event.preventDefault()
    location.href = chosen.dataset.href
  }
})
// Before the box loses the focus, which closes the list.
list.addEventListener("mousedown", event => {
  const chosen = event.target.closest("[role=option]")
  if (chosen) location.href = chosen.dataset.href
})
input.addEventListener("blur", () => show(false))
// What was typed before this file came.
if (input.value && document.activeElement === input) suggest()
