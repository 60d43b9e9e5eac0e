// The exact substring index in the browser. Files and their format: hooks/chuxin/search/files.py and packing.py.
//
// A query is folded like the texts. One gram file answers a term of up to `longest` characters: either the term is a
// gram, or a gram that it begins with lists few documents, whose texts are then looked at. So nothing is found that is
// not there, and nothing is missed.

import { makeFold } from "./folding.js"

// More candidates than this are first narrowed by other parts of the term, before texts are loaded.
const LOOK_AT = 10

// What of a query a neighbour has to share.
const SHARED = 0.3

export class SearchIndex {
  // `base` is the address of the folder `search/`.
  static async open(base) {
    const answer = await fetch(new URL("meta.json", base))
    if (!answer.ok) throw new Error(`meta.json: ${answer.status}`)
    return new SearchIndex(base, await answer.json())
  }

  constructor(base, meta) {
    this.meta = meta
    // Sizes → where each block ends.
    this.blocks = meta.blocks.map((sum => size => (sum += size))(0))
    this.folder = new URL(`${meta.version}/`, base)
    this.folding = makeFold(meta.folding)
    this.files = new Map()
  }

  // Split what was typed into folded terms. Quotation marks keep a phrase together; blanks separate.
  terms(query) {
    const parts = query.match(/"[^"]*"?|“[^”]*”?|「[^」]*」?|[^\s"“「]+/gu) ?? []
    return [...new Set(parts.map(part => this.folding.fold(part)).filter(Boolean))]
  }

  // Return the numbers of all documents that contain every term, best first.
  async search(query) {
    const terms = this.terms(query)
    if (!terms.length) return { terms, found: [] }
    const whole = this.folding.fold(query)
    const [joined, ...each] = await Promise.all([whole, ...terms].map(term => this.#fields(term)))
    const wanted = each.map(fields => new Set(fields.map(field => field >> 1)))
    const smallest = wanted.reduce((a, b) => (b.size < a.size ? b : a))
    const found = [...smallest].filter(number => wanted.every(documents => documents.has(number)))
    // Latin words typed apart are also pinyin typed apart: qu yang finds quyang.
    return { terms, found: await this.#ranked(found, whole, joined, each) }
  }

  // Name before text: the whole name, the query in a name, all terms in names, anything. Within a rank the order of
  // the documents: by kind, short names first, the newest meeting first.
  async #ranked(found, whole, joined, each) {
    const names = fields => new Set(fields.filter(field => field % 2 === 0).map(field => field >> 1))
    const named = names(joined)
    const inNames = each.map(names)
    const rank = number => (named.has(number) ? 1 : inNames.every(documents => documents.has(number)) ? 2 : 3)
    const ranks = new Map(found.map(number => [number, rank(number)]))
    // A name equal to the query comes first. The shortest titles of a kind stand first, so it is the first of its kind
    // that has the query, or, being another name, among those that are shown first.
    const candidates = found.filter(number => ranks.get(number) === 1)
    const first = this.meta.kinds.flatMap(([, , end], place) => {
      const start = place ? this.meta.kinds[place - 1][2] : 0
      return candidates.find(number => number >= start && number < end) ?? []
    })
    for (const document of await this.documents([...new Set([...first, ...candidates.slice(0, LOOK_AT)])])) {
      if ([...document.names, ...document.pinyin].some(name => this.folding.fold(name) === whole)) ranks.set(document.number, 0)
    }
    return found.sort((a, b) => ranks.get(a) - ranks.get(b) || a - b)
  }

  // When nothing matches: the documents that share the most, and the rarest, characters and pairs with the query.
  // A single character counts only in names, where one wrong character leaves little else.
  async near(query, limit = 6) {
    const grams = new Set(this.terms(query).flatMap(parts))
    const scores = new Map()
    for (const gram of grams) {
      const fields = (await this.#fields(gram)).filter(field => gram.length > 1 || field % 2 === 0)
      const weight = Math.log(1 + (2 * this.meta.documents) / (fields.length || 1))
      for (const [number, inName] of new Map([...fields].reverse().map(field => [field >> 1, field % 2 === 0]))) {
        const [score, shared] = scores.get(number) ?? [0, 0]
        scores.set(number, [score + (inName ? 2 * weight : weight), shared + 1])
      }
    }
    return [...scores]
      .filter(([, [, shared]]) => shared >= SHARED * grams.size)
      .sort((a, b) => b[1][0] - a[1][0] || a[0] - b[0])
      .slice(0, limit)
      .map(([number]) => number)
  }

  // Load documents by their numbers, in that order.
  async documents(numbers) {
    return Promise.all(numbers.map(async number => {
      const place = upper(this.blocks, number)
      const block = await this.#json(`texts/${place}.json`)
      const [route, date, context, names, pinyin, paragraphs] = block[number - (place ? this.blocks[place - 1] : 0)]
      return { number, kind: this.kind(number), route, date, context, names, pinyin, paragraphs }
    }))
  }

  // The kind of a document, as [id, name].
  kind(number) {
    return this.meta.kinds[upper(this.meta.kinds.map(run => run[2]), number)]
  }

  year(number) {
    return this.meta.years[upper(this.meta.years.map(run => run[1]), number)][0]
  }

  facets() {
    return this.#json("facets.json")
  }

  // The fields that contain a term, ascending.
  async #fields(term) {
    const { leaf, longest } = this.meta
    let candidates = null
    for (let start = 0; start < term.length; ) {
      const part = term.slice(start)
      const gram = await this.#gram(part)
      const partial = gram && gram.length < part.length
      // A frequent gram is followed by everything that follows it anywhere: what is not there does not occur.
      if (!gram || (partial && gram.fields.length > leaf && gram.length < longest)) return []
      if (!candidates && !partial) return gram.fields
      candidates = candidates ? intersection(candidates, gram.fields) : gram.fields
      if (!partial || candidates.length <= LOOK_AT) break
      start += gram.length
    }
    return this.#verified(candidates, term)
  }

  // Keep the fields whose texts really contain the term.
  async #verified(fields, term) {
    const documents = await this.documents(fields.map(field => field >> 1))
    return fields.filter((field, place) => {
      const { names, pinyin, paragraphs } = documents[place]
      const texts = field % 2 ? paragraphs : [...names, ...pinyin]
      return texts.some(text => this.folding.fold(text).includes(term))
    })
  }

  // The longest gram that `part` begins with, as { length, fields }, or null.
  async #gram(part) {
    const shard = upper(this.meta.grams, part) - 1
    if (shard < 0) return null
    const bytes = await this.#file(`grams/${shard}.bin`, answer => answer.arrayBuffer().then(buffer => new Uint8Array(buffer)))
    let at = 0
    const next = () => {
      let number = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]
        number |= (byte & 127) << shift
        if (byte < 128) return number
      }
    }
    let gram = this.meta.grams[shard]
    let best = null
    for (let first = true; at < bytes.length; first = false) {
      const length = next()
      const unit = next()
      if (!first) gram = gram.slice(0, length - 1) + String.fromCharCode(unit + (gram.charCodeAt(length - 1) || 0))
      if (gram > part) break
      const count = next()
      const place = at
      for (let left = count; left; left--) while (bytes[at++] > 127);
      if (part.startsWith(gram)) best = { length, count, place }
    }
    if (!best) return null
    at = best.place
    let field = 0
    return { length: best.length, fields: Array.from({ length: best.count }, () => (field += next())) }
  }

  #json(name) {
    return this.#file(name, answer => answer.json())
  }

  #file(name, read) {
    if (!this.files.has(name)) {
      const loading = fetch(new URL(name, this.folder)).then(answer => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
        return read(answer)
      })
      // A failed load is tried again at the next search.
      loading.catch(() => this.files.delete(name))
      this.files.set(name, loading)
    }
    return this.files.get(name)
  }
}

// The number of sorted values that are at most `value`.
function upper(values, value) {
  let low = 0
  for (let high = values.length; low < high; ) {
    const middle = (low + high) >> 1
    if (values[middle] <= value) low = middle + 1
    else high = middle
  }
  return low
}

// The pairs of characters of a term and, but for Latin and digits, its characters.
function parts(term) {
  const pairs = Array.from({ length: term.length - 1 }, (_, at) => term.slice(at, at + 2))
  return [...pairs, ...term.matchAll(/[^a-z0-9]/g)].map(String)
}

function intersection(a, b) {
  const other = new Set(b)
  return a.filter(value => other.has(value))
}
