// Text that was searched for: marking it, and knowing when somebody has typed it.

// Return nodes for a text with the terms marked; with `around`, only the passage about the first one of those `sought`.
export function mark(folding, text, terms, around = 0, sought = terms) {
  const [folded, offsets] = folding.foldWithOffsets(text)
  const places = []
  let first = null
  for (const term of terms) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      const place = [offsets[at], end(text, offsets[at + term.length - 1])]
      places.push(place)
      if (sought.includes(term) && (!first || place[0] < first[0])) first = place
    }
  }
  places.sort((a, b) => a[0] - b[0])
  const from = around && first ? whole(text, Math.max(0, first[0] - around)) : 0
  const to = around && first ? whole(text, Math.min(text.length, first[1] + 2 * around)) : text.length
  const nodes = from ? [document.createTextNode("…")] : []
  let at = from
  for (const [start, stop] of places) {
    if (start < at || stop > to) continue
    nodes.push(document.createTextNode(text.slice(at, start)))
    nodes.push(Object.assign(document.createElement("mark"), { textContent: text.slice(start, stop) }))
    at = stop
  }
  nodes.push(document.createTextNode(text.slice(at, to) + (to < text.length ? "…" : "")))
  return nodes
}

// Call `run` when the text of an input changes, but not while an input method is still composing it.
export function onTyping(input, run) {
  let before = input.value
  const changed = event => {
    if (event.isComposing || input.value === before) return
    before = input.value
    run()
  }
  input.addEventListener("input", changed)
  input.addEventListener("compositionend", () => changed({ isComposing: false }))
}

// Return nodes for a text in which dates are elements that machines read.
export function dated(text) {
  return text.split(/(\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)/).flatMap((part, place) => (place % 2 ? time(part) : [part]))
}

// Return nodes for a date as pages show it, 2023年7月6日 or 不晚于2023年7月6日: the date itself is an element that machines
// read. `shown` returns the nodes for a text.
export function time(text, shown = part => [part]) {
  const [, sense, day] = text.match(/^(\D*)(.*)$/)
  const iso = day.match(/\d+/g).map((number, place) => number.padStart(place ? 2 : 4, "0")).join("-")
  const element = Object.assign(document.createElement("time"), { dateTime: iso })
  element.append(...shown(day))
  return [...(sense && shown(sense)), element]
}

// A place in a text, or the one behind it where that is inside of a character.
function whole(text, at) {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at
}

function end(text, at) {
  return at + String.fromCodePoint(text.codePointAt(at)).length
}
