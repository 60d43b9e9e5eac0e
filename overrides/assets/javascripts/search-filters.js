// What results are narrowed by: their kind, year, units and people.

export const FILTERS = ["kind", "year", "unit", "person"]
export const NAMED = ["unit", "person"]

export class Filters {
  // Which units and people documents name is loaded when one of them is chosen.
  static async of(index, state) {
    const filters = new this(index, state)
    const chosen = NAMED.filter(name => state[name])
    if (!chosen.length) return filters
    await filters.load()
    for (const name of chosen) filters.misses.push([name, number => !filters.facets[name](number).includes(state[name])])
    return filters
  }

  constructor(index, state) {
    this.index = index
    this.facets = null
    // For each filter by which there is a choice, whether a document is not of it. The handbook is for those who write
    // the records: it is searched when it is asked for.
    this.misses = [["kind", state.kind ? number => index.kind(number)[0] !== state.kind : number => index.isForEditors(number)]]
    if (state.year) this.misses.push(["year", number => String(index.year(number)) !== state.year])
  }

  async load() {
    this.facets = await this.index.facets()
  }

  passes(number) {
    return this.misses.every(([, misses]) => !misses(number))
  }

  // How many of the documents found every choice would leave, with all that is chosen besides: for each filter, the
  // numbers by the values.
  counts(found, filters) {
    const counts = Object.fromEntries(filters.map(name => [name, new Map()]))
    for (const number of found) {
      const missed = this.misses.filter(([, misses]) => misses(number))
      if (missed.length > 1) continue
      for (const name of missed.length ? [missed[0][0]] : filters) {
        if (!counts[name]) continue
        for (const value of this._values(name, number)) counts[name].set(value, (counts[name].get(value) || 0) + 1)
      }
    }
    return counts
  }

  _values(name, number) {
    if (name === "kind") return [this.index.kind(number)[0]]
    if (name === "year") return this.index.year(number) ? [String(this.index.year(number))] : []
    return this.facets[name](number)
  }
}
