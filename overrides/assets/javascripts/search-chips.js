// The rows of chips by which results are narrowed: the choices that leave the most, and the others behind a button. A
// chip is a link to the same search with another choice; the one that is chosen leads to the search without it.

import { FILTERS, NAMED } from "./search-filters.js"
import { time } from "./search-text.js"

// So many stand in a row, and so many when it is opened.
const FEW = { kind: 10, year: 6, unit: 5, person: 5 }
const MOST = 60

export class Chips {
  // `box` holds the rows, `open` the names of those that are opened. `address` returns that of a state.
  constructor(box, open, address, changed) {
    this.rows = new Map(FILTERS.map(name => [name, box.querySelector(`[data-search-row=${name}]`)]))
    this.box = box
    this.open = new Set(open)
    this.address = address
    // The chip that had the focus when it was replaced.
    this.focused = ""
    for (const [name, row] of this.rows) {
      row.querySelector("button").addEventListener("click", () => {
        if (!this.open.delete(name)) this.open.add(name)
        changed()
      })
    }
  }

  // Show the rows of kinds and years, which everything found has, and room for those whose names are still to be had.
  show(index, state, filters, found) {
    this._noteFocus()
    const counts = filters.counts(found, ["kind", "year"])
    this.box.hidden = !found.length && !FILTERS.some(name => state[name])
    this._fill("kind", state, byCount(counts.kind), counts.kind.size, value => [index.kindName(value)])
    const years = byCount(counts.year).slice(0, this._room("year")).sort(([a], [b]) => b - a)
    this._fill("year", state, years, counts.year.size, value => time(`${value}年`))
    for (const name of NAMED) this._empty(name, found)
    this._focus()
  }

  // Show the rows of units and people, unless something else is wanted by the time that these are known.
  async showNamed(state, filters, found, isWanted) {
    if (!filters.facets) await filters.load()
    if (!isWanted()) return
    const counts = filters.counts(found, NAMED)
    this._noteFocus()
    for (const name of NAMED) {
      this._fill(name, state, byCount(counts[name]).slice(0, this._room(name)), counts[name].size, value => [value])
    }
    this._focus()
    this.focused = ""
  }

  // Nothing more is known of units and people.
  hideNamed() {
    for (const name of NAMED) this.rows.get(name).hidden = true
  }

  _room(name) {
    return this.open.has(name) ? MOST : FEW[name]
  }

  // `choices` are values with how many documents they leave, of `total`; `label` returns the nodes for a value.
  _fill(name, state, choices, total, label) {
    const row = this.rows.get(name)
    const list = row.querySelector("ul")
    const others = choices.filter(([value]) => value !== state[name])
    const chosen = choices.filter(([value]) => value === state[name])
    // The address may ask for what nothing found has.
    if (state[name] && !chosen.length) chosen.push([state[name], 0])
    row.hidden = !state[name] && total < 2
    list.textContent = ""
    for (const [value, count] of [...chosen, ...others]) {
      list.append(this._chip(name, state, value, [...label(value), part("cx-note", ` ${count}`)]))
    }
    this._more(name, row, list, total)
  }

  _chip(name, state, value, label) {
    const isChosen = state[name] === value
    const item = document.createElement("li")
    const link = document.createElement("a")
    link.href = this.address({ ...state, [name]: isChosen ? "" : value })
    link.dataset.chip = `${name}=${value}`
    link.append(...label)
    if (isChosen) {
      link.setAttribute("aria-current", "true")
      const cross = part("", " ×")
      cross.setAttribute("aria-hidden", "true")
      link.append(cross, part("cx-visually-hidden", "，已选，去掉"))
    }
    item.append(link)
    return item
  }

  _more(name, row, list, total) {
    const isOpen = this.open.has(name)
    const [button, note] = [row.querySelector("button"), row.querySelector("p.cx-note")]
    row.classList.toggle("is-open", isOpen)
    button.setAttribute("aria-expanded", String(isOpen))
    button.firstChild.data = isOpen ? "收起" : "更多"
    button.hidden = !isOpen && total <= FEW[name]
    // Looked at when the page is drawn anyhow: some of few may be beyond the edge, too.
    if (button.hidden) requestAnimationFrame(() => (button.hidden = list.scrollWidth <= list.clientWidth && button.hidden))
    note.hidden = !isOpen || total <= MOST
    note.textContent = `只列出最多的${MOST}个，一共${total}个；别的可以把名称写进搜索框。`
  }

  // A row whose choices are not known yet is as high as it will be: nothing below it moves.
  _empty(name, found) {
    const row = this.rows.get(name)
    row.querySelector("ul").textContent = ""
    if (row.hidden) {
      row.hidden = !found.length
      row.querySelector("button").hidden = true
    }
  }

  _noteFocus() {
    const { activeElement } = document
    if (activeElement && activeElement !== document.body) this.focused = activeElement.dataset.chip || ""
  }

  // What had the focus is another element now.
  _focus() {
    const link = this.focused && [...this.box.querySelectorAll("[data-chip]")].find(one => one.dataset.chip === this.focused)
    if (link) link.focus()
  }
}

function byCount(counts) {
  return [...counts].sort((a, b) => b[1] - a[1])
}

function part(className, textContent) {
  return Object.assign(document.createElement("span"), { className, textContent })
}
