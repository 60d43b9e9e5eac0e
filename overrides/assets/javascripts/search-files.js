// The files of the search, and the exact substring index in them: hooks/chuxin/search/files.py, packing.py and grams.py.
//
// Most terms are answered by the list of one gram; the others are known to be in few documents, whose texts are then
// looked at. So nothing is found that is not there, and nothing is missed.

import { makeFold } from "./folding.js"

// More candidates than this are first narrowed by other parts of the term, before texts are loaded.
const LOOK_AT = 10

const NOTHING = { fields: [], whole: [] }

// A file of the index could not be had: everything else that is thrown is a fault of the program.
export class LoadingError extends Error {}

export class SearchFiles {
  // `base` is the address of the folder `search/`.
  static async open(base) {
    return new this(base, await load(new URL("meta.json", base), answer => answer.json()))
  }

  constructor(base, meta) {
    this.meta = meta
    this.root = new URL("../", base)
    // Where each block, kind and year ends.
    this.blocks = meta.blocks.map((sum => size => (sum += size))(0))
    this.kinds = meta.kinds.map(([, , end]) => end)
    this.years = meta.years.map(([, end]) => end)
    this.folder = new URL(`${meta.version}/`, base)
    this.folding = makeFold(meta.folding)
    this.files = new Map()
  }

  // Load documents by their numbers, in that order.
  async documents(numbers) {
    return Promise.all(numbers.map(async number => {
      const place = upper(this.blocks, number)
      const block = await this._json(`texts/${place}.json`)
      const [route, date, context, names, pinyin, paragraphs] = block[number - (place ? this.blocks[place - 1] : 0)]
      return { number, kind: this.kind(number), route, date, context, names, pinyin, paragraphs }
    }))
  }

  // The kind of a document, as [id, name].
  kind(number) {
    return this.meta.kinds[upper(this.kinds, number)]
  }

  year(number) {
    return this.meta.years[upper(this.years, number)][0]
  }

  // Whether a document is none of the readers', but of those who write the records.
  isForEditors(number) {
    return this.kind(number)[0] === "handbook"
  }

  // What a kind is called; a kind that nothing is of by its id.
  kindName(kind) {
    const [, name] = this.meta.kinds.find(([id]) => id === kind) || [kind, kind]
    return name
  }

  // Whether a document is called by a name, so that something is said of it in a line or two.
  isNamed(number) {
    return number < this.meta.named
  }

  // What is said of named documents: a text, and counts, each with the place on its page that it leads to.
  async answers(numbers) {
    const files = await Promise.all(numbers.map(number => this._json(`answers/${Math.floor(number / this.meta.answers)}.json`)))
    return files.map((file, place) => file[numbers[place] % this.meta.answers])
  }

  // Which units and people a document names: for both, a function of its number that returns their names.
  async facets() {
    const { units, people } = await this._json("facets.json")
    return { unit: this._facet("organizations", units), person: this._facet("people", people) }
  }

  _facet(kind, { names, of }) {
    const called = names.split("\n")
    const places = of.split(" ")
    const place = this.meta.kinds.findIndex(([id]) => id === kind)
    const first = place > 0 ? this.kinds[place - 1] : 0
    return number => {
      if (places[number]) return places[number].split(",").map(digits => called[parseInt(digits, 36)])
      // A unit has itself, unless another one of its name comes before it.
      return this.kind(number)[0] === kind ? [called[number - first]] : []
    }
  }

  // Folded names with the numbers of their documents: at least all that begin or end with the same sign as a term.
  async names(term) {
    const signs = Array.from(term)
    const places = new Set([signs[0], signs[signs.length - 1]].map(sign => sign.codePointAt(0) % this.meta.names))
    return (await Promise.all(Array.from(places, place => this._json(`names/${place}.json`)))).flat()
  }

  // The fields that contain a term, ascending, and those of them where it is a whole text.
  async find(term) {
    let candidates = null
    for (let start = 0; start < term.length; ) {
      const part = term.slice(start)
      const gram = await this._gram(part)
      if (!gram || this._isComplete(gram)) return NOTHING
      if (gram.ends && !candidates) return gram
      candidates = candidates ? intersection(candidates, gram.fields) : gram.fields
      if (gram.ends || candidates.length <= LOOK_AT) break
      // Three characters tell more than one or two that are left over.
      start = Math.max(start + 1, Math.min(start + gram.length, term.length - 3))
    }
    return candidates ? this._verified(candidates, term) : NOTHING
  }

  // Whether a gram that a term only begins with has all its children, so that the term would be below one of them.
  _isComplete({ ends, length, fields }) {
    return !ends && (length === 1 || fields.length > this.meta.leaf) && length < this.meta.longest
  }

  // Keep the fields whose texts really contain the term.
  async _verified(candidates, term) {
    const documents = await this.documents(candidates.map(documentOf))
    const texts = new Map(candidates.map((field, place) => {
      const { names, pinyin, date, paragraphs } = documents[place]
      return [field, (inName(field) ? [...names, ...pinyin, date] : paragraphs).map(text => this.folding.fold(text))]
    }))
    const fields = candidates.filter(field => texts.get(field).some(text => text.includes(term)))
    return { fields, whole: fields.filter(field => texts.get(field).includes(term)) }
  }

  // The gram in which a term ends or, if there is none, the longest gram that it begins with, or null.
  async _gram(term) {
    const { grams } = this.meta
    const shard = upper(grams, term) - 1
    const gram = shard < 0 ? null : await this._gramOf(shard, term)
    const last = (gram && gram.ends) || shard + 1 === grams.length
    return !last && grams[shard + 1].startsWith(term) ? this._gramOf(shard + 1, term) : gram
  }

  async _gramOf(shard, term) {
    const bytes = await this._file(`grams/${shard}.bin`, answer => answer.arrayBuffer().then(buffer => new Uint8Array(buffer)))
    let at = 0
    const next = () => {
      let number = 0
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++]
        number |= (byte & 127) << shift
        if (byte < 128) return number
      }
    }
    const skip = count => {
      while (count--) while (bytes[at++] > 127);
    }
    // Ascending numbers, each written as the difference from the one before.
    const list = count => {
      let number = 0
      return Array.from({ length: count }, () => (number += next()))
    }
    // The grams that the term begins with, and the one in which it ends, each in the one before.
    const path = []
    let gram = null
    while (at < bytes.length) {
      const begin = next()
      const shared = begin >> 1
      const added = begin & 1 ? next() : 1
      const units = Array.from({ length: added }, next)
      if (gram !== null) units[0] += gram.charCodeAt(shared) || 0
      gram = gram === null ? this.meta.grams[shard] : gram.slice(0, shared) + String.fromCharCode(...units)
      const count = next()
      const ends = gram.startsWith(term)
      if (ends || term.startsWith(gram)) path.push({ ends, shared, length: gram.length, count: count >> 1, marked: count & 1, at })
      if (ends || gram > term) break
      skip(count >> 1)
      if (count & 1) skip(next())
    }
    if (!path.length) return null
    let fields = []
    for (const [place, one] of path.entries()) {
      const parent = path[place - 1]
      at = one.at
      const places = list(one.count)
      const ofParent = parent && parent.length === one.shared && parent.count <= this.meta.leaf
      fields = ofParent ? places.map(at => fields[at]) : places
    }
    const { ends, length, marked } = path[path.length - 1]
    const whole = marked && length === term.length ? list(next()).map(place => fields[place]) : []
    return { ends, length, fields, whole }
  }

  _json(name) {
    return this._file(name, answer => answer.json())
  }

  _file(name, read) {
    if (!this.files.has(name)) {
      const loading = load(new URL(name, this.folder), read)
      // A failed load is tried again at the next search.
      loading.catch(() => this.files.delete(name))
      this.files.set(name, loading)
    }
    return this.files.get(name)
  }
}

// What `read` makes of the answer at an address; it fails with a LoadingError only.
async function load(address, read) {
  try {
    const answer = await fetch(address)
    if (answer.ok) return await read(answer)
    throw new Error(answer.status)
  } catch (error) {
    throw new LoadingError(`${address}: ${error.message}`)
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

// Document n has the fields 2n, its names, and 2n + 1, its texts.
export function documentOf(field) {
  return field >> 1
}

export function inName(field) {
  return field % 2 === 0
}

function intersection(a, b) {
  const other = new Set(b)
  return a.filter(value => other.has(value))
}
