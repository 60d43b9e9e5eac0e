// What is shown of the documents found: rows, and cards of those that are called just what was typed.

import { dated, mark, time } from "./search-text.js"

// So many characters stand before what was found in a passage, and twice as many behind it.
const AROUND = 44
// So many passages show what one of them does not.
const PASSAGES = 2

export class Results {
  constructor(index, terms) {
    this.index = index
    this.terms = terms
  }

  // The documents of each kind below its name.
  groups(documents) {
    const groups = new Map()
    for (const one of documents) groups.set(one.kind[1], [...(groups.get(one.kind[1]) || []), one])
    return [...groups].map(([name, ofKind]) => {
      const list = element("ol", { className: "cx-rows" })
      list.append(...ofKind.map(one => this.row(one, "result")))
      const section = element("section")
      section.append(element("h2", { textContent: name }), list)
      return section
    })
  }

  row(found, kind) {
    const item = element("li", { className: "cx-row" })
    const title = element("p", { className: "cx-row__title" })
    title.append(this._link(found, kind))
    item.append(title)
    const shown = [found.names[0]]
    if (found.date || found.context) {
      item.append(this._facts(found))
      shown.push(`${found.date}${found.context}`, found.context)
    }
    const other = this._otherName(found)
    if (other) {
      item.append(this._line(`另一名称：${other}`))
      shown.push(other)
    }
    item.append(...this._passages(found.paragraphs, shown))
    return item
  }

  // What a document is by the records, in a line or two, and where there is more of it.
  card(found, [said, counts]) {
    const card = element("section", { className: "cx-answered" })
    card.dataset.searchAnswer = ""
    const title = element("h2")
    title.append(this._link(found, "result"))
    const text = element("p")
    text.append(...dated(said))
    card.append(element("p", { className: "cx-answered__kind", textContent: found.kind[1] }), title)
    const other = this._otherName(found)
    if (other && !said.includes(other)) card.append(this._line(`另一名称：${other}`))
    card.append(text)
    if (counts.length) {
      const list = element("ul", { className: "cx-answered__more" })
      list.append(...counts.map(([count, place]) => {
        const item = element("li")
        item.append(element("a", { href: `${this._address(found)}#${place}`, textContent: count }))
        return item
      }))
      card.append(list)
    }
    return card
  }

  _address(found) {
    return new URL(found.route, this.index.root).href
  }

  _link(found, kind) {
    const link = element("a", { href: this._address(found) })
    link.setAttribute(`data-search-${kind}`, "")
    link.append(...this._mark(found.names[0]))
    return link
  }

  _facts({ date, context }) {
    const paragraph = this._line(context)
    // A term may begin with what stands before the date itself.
    const terms = this.terms.map(term => term.replace(/^不晚于/, "")).filter(Boolean)
    if (date) paragraph.prepend(...time(date, part => mark(this.index.folding, part, terms)), context && "；")
    return paragraph
  }

  // A name that was found, when the title does not have what was typed.
  _otherName({ names }) {
    const has = name => this.terms.some(term => this.index.folding.fold(name).includes(term))
    return has(names[0]) ? "" : names.find(has) || ""
  }

  // The passages in which words stand that are not in what is `shown` already; when all of them are, the one that has
  // the most. What only says that again is none.
  _passages(paragraphs, shown) {
    const said = shown.map(text => this.index.folding.fold(text))
    const missing = this.terms.filter(term => !said.some(text => text.includes(term)))
    let sought = missing.length ? missing : this.terms
    let texts = paragraphs
      .map(text => [text, this.index.folding.fold(text)])
      .filter(([, folded]) => !said.some(text => text.includes(folded)))
    const found = []
    while (sought.length && found.length < (missing.length ? PASSAGES : 1)) {
      const has = folded => sought.filter(term => folded.includes(term))
      const [text, folded, terms] = texts.reduce(
        (best, [text, folded]) => (has(folded).length > best[2].length ? [text, folded, has(folded)] : best), ["", "", []]
      )
      if (!terms.length) break
      found.push(this._line(text, AROUND, terms))
      texts = texts.filter(([, one]) => one !== folded)
      sought = sought.filter(term => !terms.includes(term))
    }
    return found
  }

  _line(text, around, sought) {
    const paragraph = element("p", { className: "cx-row__more" })
    paragraph.append(...this._mark(text, around, sought))
    return paragraph
  }

  _mark(text, around, sought) {
    return mark(this.index.folding, text, this.terms, around, sought)
  }
}

function element(name, properties = {}) {
  return Object.assign(document.createElement(name), properties)
}
