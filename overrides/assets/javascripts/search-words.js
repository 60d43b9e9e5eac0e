// What readers write in another way than the records do: dates, short forms of names, questions.

const NUMERALS = "〇一二三四五六七八九"
const NUMBER = "[\\d〇零○一二三四五六七八九十]"
const CHINESE_NUMBER = /[〇零○一二三四五六七八九十]+/g
const GAP = "[-/._—–]"
const YEAR_FIRST = new RegExp(`^(\\d{4})(?:(?:${GAP}|年)(?:(\\d{1,2})(?:(?:${GAP}|月)(?:(\\d{1,2})[日号]?)?)?)?|(\\d\\d)(\\d\\d))$`)
const MONTH_FIRST = /^(\d{1,2})月(?:(\d{1,2})[日号]?)?$/
// In the midst of other words a date ends with its sign, or has all its parts.
const DAY = `${NUMBER}{1,3}[日号]?`
const DATE = new RegExp(
  `(${NUMBER}{4}(?:${GAP}${NUMBER}{1,2}${GAP}${DAY}|年(?:${NUMBER}{1,3}月(?:${DAY})?)?)|${NUMBER}{1,3}月(?:${DAY})?)`
)
// What stands between the words of a question and tells nothing.
const FILLER = /^(?:请问|什么|哪些|哪个|哪家|哪里|哪儿|怎么|怎样|如何|多少|关于|有关|以及|[的了是在有和与及谁吗呢啊吧])/
const HAN = /^\p{Script=Han}+$/u
// Of two characters nobody can tell whether they shorten a name or happen to be in it.
const SHORTEST = 3

// The date that a text is, as the records write it, or an empty text: 2023-07-06, 2023.7.6, 20230706, 2023年07月,
// 二〇二三年七月六日, 7月6号. While it is typed, as far as it goes: 2023-0 is 2023年.
export function dateOf(text) {
  const plain = text.normalize("NFKC").replace(CHINESE_NUMBER, inDigits)
  const [, year, ...rest] = plain.match(YEAR_FIRST) || []
  const [, ...short] = plain.match(MONTH_FIRST) || []
  const [month, day] = (year ? [rest[0] || rest[2], rest[1] || rest[3]] : short).map(part => Number(part || 0))
  if (!(year || month) || month > 12 || day > 31) return ""
  return [[year, "年"], [month, "月"], [day, "日"]].map(([number, sign]) => (number ? number + sign : "")).join("")
}

// A text that is written without blanks, cut before and after each date in it.
export function cutAtDates(text) {
  return text.normalize("NFKC").split(DATE).filter(Boolean)
}

// How many characters at the beginning of a text tell nothing.
export function fillerAt(text) {
  const [filler] = text.match(FILLER) || [""]
  return filler.length
}

// Whether something typed can be the short form of a name at all.
export function mayShorten(term) {
  return term.length >= SHORTEST && HAN.test(term)
}

// Whether a term shortens a name: the name has all its characters in their order, and others between them, and the two
// begin with the same character (上外马院 is 上海外国语大学马克思主义学院) or end with the same two (区组织部 is 虹口区委组织部).
export function shortens(term, name) {
  if (name[0] !== term[0] && name.slice(-2) !== term.slice(-2)) return false
  let at = 0
  for (const character of term) {
    at = name.indexOf(character, at) + 1
    if (!at) return false
  }
  return !name.includes(term)
}

// 二〇二三 → 2023, 三十一 → 31
function inDigits(numerals) {
  const [tens, ones] = numerals.replace(/[零○]/g, "〇").split("十")
  const digits = text => Array.from(text, one => (NUMERALS.includes(one) ? NUMERALS.indexOf(one) : one)).join("")
  return ones === undefined ? digits(tens) : `${digits(tens) || 1}${digits(ones) || 0}`
}
