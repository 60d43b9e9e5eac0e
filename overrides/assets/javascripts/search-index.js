// What readers type, and what they find by it. A query is folded like the texts; a term is found where it stands, or
// where the records write the same in another way.

import { SearchFiles, documentOf, inName } from "./search-files.js"
import { cutAtDates, dateOf, fillerAt, mayShorten, shortens } from "./search-words.js"

export { LoadingError } from "./search-files.js"

// What a neighbour has to score, measured by the nearest.
const NEAR = 0.4

// Parts of a query that neighbours are looked for by, and those of them that count: each may be a file.
const PARTS = 24
const COUNTED = 16

// What is written without blanks is taken apart as long as it may be a question.
const QUESTION = 40

export class SearchIndex extends SearchFiles {
  constructor(base, meta) {
    super(base, meta)
    this.synonyms = new Map(Object.entries(meta.synonyms))
  }

  // Split what was typed into words. Blanks separate; quotation marks keep a phrase together, and take it as it stands.
  // A word has the folded forms in which it is looked for, first the one that was typed.
  words(query) {
    const parts = query.match(/"[^"]*"?|“[^”]*”?|「[^」]*」?|[^\s"“「]+/gu) || []
    const words = parts.map(text => (/^["“「]/.test(text) ? { text, forms: [this.folding.fold(text)], quoted: true } : this._word(text)))
    const known = new Map(words.filter(({ forms }) => forms[0]).reverse().map(word => [word.forms[0], word]))
    return [...known.values()].reverse()
  }

  // Return the numbers of all documents that contain every word in one of its forms, best first. `terms` are the forms,
  // `equal` the documents one of whose names or dates, or the pinyin of one, is just what was typed.
  async search(query) {
    return this._matching(this.words(query), query)
  }

  // What a reader is shown: what `search` finds, and below it the records with names that a word shortens. When there
  // is neither, what contains all the parts that words can be taken apart into. `words` are those that it was found by.
  async answer(query, isWanted) {
    const words = this.words(query)
    const exact = await this._matching(words, query)
    const found = [...exact.found, ...(await this._shortened(words, exact))]
    if (found.some(isWanted) || !words.length) return { ...exact, words, found, apart: false }
    const parts = await this._takenApart(words)
    const apart = await this._matching(parts, query)
    return apart.found.some(isWanted) ? { ...apart, words: parts, apart: true } : { ...exact, words, found, apart: false }
  }

  // When nothing matches: the documents that share the most, and the rarest, characters and pairs with the query.
  // A single character counts only in names, where one wrong character leaves little else. Parts that are nowhere do not
  // count: the rest of a long question is not held against what it asks for.
  async near(query, isWanted, limit = 6) {
    const grams = [...new Set(this.words(query).flatMap(({ forms }) => parts(forms[0])))].slice(0, PARTS)
    const lists = await Promise.all(grams.map(gram => this.find(gram)))
    const counted = lists
      .map(({ fields }, place) => fields.filter(field => grams[place].length > 1 || inName(field)))
      .filter(fields => fields.length)
      .sort((a, b) => a.length - b.length)
      .slice(0, COUNTED)
    const scores = new Map()
    for (const fields of counted) {
      const weight = Math.log(1 + (2 * this.meta.documents) / fields.length)
      for (const [number, named] of new Map([...fields].reverse().map(field => [documentOf(field), inName(field)]))) {
        const [score, shared] = scores.get(number) || [0, 0]
        scores.set(number, [score + (named ? 2 * weight : weight), shared + 1])
      }
    }
    // Of a longer query one thing alone is shared by chance.
    const least = grams.length > 3 ? 2 : 1
    const near = [...scores]
      .filter(([number, [, shared]]) => shared >= least && isWanted(number))
      .sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0])
    return near.filter(([, [score]]) => score >= NEAR * near[0][1][0]).slice(0, limit).map(([number]) => number)
  }

  _word(text) {
    const folded = this.folding.fold(text)
    const forms = [folded, this.folding.fold(dateOf(text)), ...(this.synonyms.get(folded) || [])]
    return { text, forms: [...new Set(forms)].filter(Boolean), quoted: false }
  }

  async _matching(words, query) {
    const terms = words.flatMap(({ forms }) => forms)
    if (!terms.length) return { terms, found: [], each: [], equal: new Set() }
    // Words typed apart may be one name: qu yang is quyang.
    const whole = words.length > 1 ? [this._word(query)] : []
    const lists = await Promise.all([...words, ...whole].map(({ forms }) => this._findAny(forms)))
    const each = lists.slice(0, words.length)
    const found = common(each.map(({ fields }) => fields.map(documentOf)))
    const joined = lists[lists.length - 1]
    const equal = new Set(joined.whole.filter(inName).map(documentOf))
    return { terms, found: ranked(found, equal, joined, each), each, equal }
  }

  async _findAny(forms) {
    const lists = await Promise.all(forms.map(form => this.find(form)))
    if (lists.length === 1) return lists[0]
    const fields = [...new Set(lists.flatMap(({ fields }) => fields))].sort((a, b) => a - b)
    return { fields, whole: lists.flatMap(({ whole }) => whole) }
  }

  // Who types a part of a name means that: a word is taken for a short form only when it stands in no name.
  async _shortened(words, { found, each }) {
    const isShort = ({ forms, quoted }, place) => !quoted && mayShorten(forms[0]) && !each[place].fields.some(inName)
    if (!words.some(isShort)) return []
    const wanted = await Promise.all(words.map(async (word, place) => {
      const numbers = each[place].fields.map(documentOf)
      if (!isShort(word, place)) return numbers
      const named = (await this.names(word.forms[0])).filter(([, name]) => shortens(word.forms[0], name))
      return [...numbers, ...named.map(([number]) => number)].sort((a, b) => a - b)
    }))
    const known = new Set(found)
    return common(wanted).filter(number => !known.has(number))
  }

  // The parts of words: dates, what readers say in other words, and the longest runs of characters that are anywhere.
  // No parts when there is anything else in a word but fillers.
  async _takenApart(words) {
    const each = await Promise.all(words.map(word => (word.quoted ? [word] : this._partsOf(word.text))))
    return each.every(parts => parts.length) ? each.flat() : []
  }

  async _partsOf(text) {
    const parts = []
    for (const piece of text.length > QUESTION ? [] : cutAtDates(text)) {
      if (dateOf(piece)) parts.push(this._word(piece))
      for (let rest = dateOf(piece) ? "" : this.folding.fold(piece); rest; ) {
        const filler = fillerAt(rest)
        const length = filler || (await this._longest(rest))
        if (!length) return []
        if (!filler) parts.push(this._word(rest.slice(0, length)))
        rest = rest.slice(length)
      }
    }
    return parts
  }

  // How long the beginning of a text is that is anywhere, or a word of readers: two characters at least, or 0.
  async _longest(text) {
    let longest = Math.max(0, ...Array.from(this.synonyms.keys(), said => (text.startsWith(said) ? said.length : 0)))
    for (let length = 2; length <= text.length; length++) {
      const { fields } = await this.find(text.slice(0, length))
      if (!fields.length) break
      longest = Math.max(longest, length)
    }
    return longest
  }
}

// The numbers that are in all of several ascending lists, ascending.
function common(lists) {
  const sets = lists.map(list => new Set(list))
  const smallest = sets.reduce((a, b) => (b.size < a.size ? b : a))
  return [...smallest].filter(number => sets.every(numbers => numbers.has(number)))
}

// Name before text: a whole name, the query in a name, all terms in names, anything. Within a rank the order of the
// documents, which `found` is in: by kind, short names first, the newest meeting first.
function ranked(found, equal, joined, each) {
  const [named, ...inNames] = [joined.fields, ...each.map(({ fields }) => fields)].map(
    fields => new Set(fields.filter(inName).map(documentOf))
  )
  const rank = number => {
    if (equal.has(number)) return 0
    if (named.has(number)) return 1
    return inNames.every(numbers => numbers.has(number)) ? 2 : 3
  }
  const ranks = [[], [], [], []]
  for (const number of found) ranks[rank(number)].push(number)
  return ranks.flat()
}

// The pairs of characters of a term and, but for Latin and digits, its characters.
function parts(term) {
  const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2))
  return [...pairs, ...(term.match(/[^a-z0-9]/g) || [])]
}
