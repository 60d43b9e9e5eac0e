// Text → what is compared when searching: no case, marks, punctuation or widths, no Traditional characters.
// Exactly what hooks/chuxin/words/folding.py does when the site is built, where the why is told.

const MARKS = /[\u0300-\u036f]/g
const NOT_KEPT = /[^\p{L}\p{N}\u{20000}-\u{3fffd}]/gu

// The table is folding_table's: groups of a Simplified character and its Traditional variants, separated by spaces.
export function makeFold(table) {
  const simplified = new Map()
  for (const [first, ...variants] of table.split(" ")) {
    for (const variant of variants) simplified.set(variant, first)
  }

  const known = new Map()

  function foldCharacter(character) {
    let folded = known.get(character)
    if (folded === undefined) {
      const plain = character.normalize("NFKC").toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC")
      folded = Array.from(plain.replace(NOT_KEPT, ""), part => simplified.get(part) || part).join("")
      known.set(character, folded)
    }
    return folded
  }

  // The letters and digits of a text, folded.
  function fold(text) {
    return Array.from(text, foldCharacter).join("")
  }

  // The same and, for each of its UTF-16 units, where in the text the character that it comes from begins.
  function foldWithOffsets(text) {
    const pieces = []
    const offsets = []
    let offset = 0
    for (const character of text) {
      const piece = foldCharacter(character)
      pieces.push(piece)
      for (let unit = 0; unit < piece.length; unit++) offsets.push(offset)
      offset += character.length
    }
    return [pieces.join(""), offsets]
  }

  return { fold, foldWithOffsets }
}
