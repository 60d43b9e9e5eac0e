// The members of a body on one day, and who held its offices. A row, or the group in which it stands, says between which
// days its unit joined and left; where these do not tell of the day, the row stays and says so. The address keeps the
// day. Members can be looked for by name as well.

import { addressOf, settleAt, stateIn } from "./address.js"
import { makeFold } from "./folding.js"
import { keepPlace, takePlace } from "./place.js"
import { onTyping } from "./search-text.js"

const box = document.querySelector("[data-members-day]")
const offices = [...document.querySelectorAll("[data-office]")]
const groups = [...document.querySelectorAll("[data-together]")]
const counted = [...document.querySelectorAll("[data-counted]")]
const verdict = document.querySelector("[data-members-status]")
// What is said of the last day of which the record tells.
const said = [...verdict.childNodes]
const input = box.querySelector("input[type=date]")
const finder = box.querySelector("[data-members-find]")
const { fold } = makeFold("")
// Browsers without a picker of days (Safari before 14.1) take any text for valid.
const DAY = /^(\d{4}-\d{2}-\d{2})?$/

// A unit that was called otherwise is listed by that day's name. Its former names stand in the row, the oldest first.
const members = Array.from(document.querySelectorAll("[data-member]"), element => {
  const link = element.matches("a") ? element : element.querySelector("a")
  const days = { ...element.closest("[data-together]").dataset, ...element.dataset }
  const former = [...element.querySelectorAll("[data-name-until]")]
  return { element, link, days, former, name: link.firstChild.data, text: null, answer: "yes" }
})

// Whether the unit of a row was a member on a day: yes, no, or why nobody can tell. ISO dates compare as texts.
// On the day of leaving it no longer is one. Whoever left no later than a day may have left as soon as it joined.
export function membership({ sinceFirst, sinceLast, untilFirst, untilLast, undated }, day) {
  if ((sinceFirst && day < sinceFirst) || (untilLast && day >= untilLast)) return "no"
  const joined = sinceLast && day >= sinceLast
  const leaving = untilFirst ? day >= untilFirst : untilLast
  if (joined && !leaving) return "yes"
  return undated !== undefined && !joined ? "undated" : "vague"
}

// Says of a row whether it is uncertain what it tells of the day.
function tag(element, of, answer) {
  for (const note of element.querySelectorAll("[data-uncertain]")) note.remove()
  if (answer !== "undated" && answer !== "vague") return
  const place = element.cells ? element.cells[0] : element
  place.append(box.querySelector(`template[data-of="${of}"]`).content.cloneNode(true))
}

function showName({ link, former, name }, day) {
  const then = former.find(one => day && day < one.dataset.nameUntil)
  const shown = then ? then.dataset.name : name
  if (link.firstChild.data !== shown) link.firstChild.data = shown
}

// What a member is found by: all names that it has or had.
function textOf(member) {
  if (member.text === null) {
    const names = [member.name, ...Array.from(member.element.querySelectorAll(".cx-note"), note => note.textContent)]
    member.text = names.map(fold).join("\n")
  }
  return member.text
}

function showRows() {
  const terms = finder ? finder.value.split(/\s+/).map(fold).filter(Boolean) : []
  const left = new Set()
  for (const member of members) {
    const found = member.answer !== "no" && terms.every(term => textOf(member).includes(term))
    if (member.element.hidden === found) member.element.hidden = !found
    if (found) left.add(member.link.href)
  }
  for (const group of groups) {
    const empty = !group.querySelector("[data-member]:not([hidden])")
    if (group.hidden !== empty) group.hidden = empty
  }
  for (const heading of document.querySelectorAll("[data-together-year]")) {
    heading.hidden = !heading.querySelector("[data-together]:not([hidden])")
  }
  if (finder) {
    box.querySelector("[data-members-found]").textContent = terms.length
      ? left.size ? `找到${left.size}家` : "没有符合的成员" : ""
  }
}

function show(day) {
  // A unit that joined twice stands in two rows, and is counted once.
  const units = { yes: new Set(), undated: new Set(), vague: new Set(), no: new Set() }
  const dated = new Set()
  for (const member of members) {
    showName(member, day)
    member.answer = day ? membership(member.days, day) : "yes"
    // Where many names stand one after the other, there is room for a word.
    tag(member.element, member.element.cells ? "member" : "together", member.answer)
    units[member.answer].add(member.link.href)
    if (member.answer === "yes" && member.days.undated === undefined) dated.add(member.link.href)
  }
  for (const row of offices) {
    const answer = day ? membership(row.dataset, day) : "yes"
    row.hidden = answer === "no"
    tag(row, "office", answer)
  }
  showRows()
  for (const years of document.querySelectorAll("[data-lanes]")) showLine(years, day)
  if (day) {
    const undated = without(units.undated, units.yes)
    const vague = without(units.vague, units.yes, units.undated)
    const sure = units.yes.size
    verdict.textContent = sentence(day, sure, without(units.yes, dated).length, undated.length, vague.length)
      + count(day, sure)
  } else if (verdict.firstChild !== said[0]) {
    verdict.textContent = ""
    verdict.append(...said)
  }
}

// The line at the day, in all lanes of a table: they share it.
function showLine(years, day) {
  const line = years.querySelector(".cx-lane__asked")
  const [begin, end] = [years.dataset.begin, years.dataset.end].map(Number)
  const at = day ? (yearsUntil(day) - begin) / (end - begin) : -1
  for (const x of ["x1", "x2"]) line.setAttribute(x, `${100 * at}%`)
  line.setAttribute("visibility", at >= 0 && at <= 1 ? "visible" : "hidden")
}

function yearsUntil(day) {
  const year = Number(day.slice(0, 4))
  const [begin, end, at] = [`${day.slice(0, 4)}-01-01`, `${String(year + 1).padStart(4, "0")}-01-01`, day].map(Date.parse)
  return year + (at - begin) / (end - begin)
}

// What a source counts at the last meeting until the day, else at the first, when it is more than we know of.
function count(day, sure) {
  const nearest = counted.filter(one => one.dataset.counted <= day).pop() || counted[0]
  return nearest && nearest.dataset.number > sure ? `名单不全：来源称${nearest.dataset.said}。` : ""
}

function without(units, ...others) {
  return [...units].filter(unit => !others.some(other => other.has(unit)))
}

function sentence(day, sure, sureUndated, undated, vague) {
  const [year, month, date] = day.split("-").map(Number)
  const ofThose = sureUndated ? `，其中${sureUndated}家何时加入未载明` : ""
  const others = [undated && `${undated}家加入日期未载明`, vague && `${vague}家加入或退出日期没有载明是哪一天`].filter(Boolean)
  const rest = others.length ? `；另有${others.join("、")}，这一天是否为成员不能确定` : ""
  return `${year}年${month}月${date}日：有记录可查的成员${sure}家${ofThose}${rest}。`
}

function holdsDay() {
  return input.validity.valid && DAY.test(input.value)
}

function choose(day) {
  settleAt(addressOf({ on: day }))
  show(day)
}

input.addEventListener("input", () => {
  // While a year is typed there is no valid day yet.
  if (holdsDay()) choose(input.value)
})
box.querySelector("[data-members-all]").addEventListener("click", () => {
  input.value = ""
  choose("")
})
if (finder) onTyping(finder, showRows)

// What is no day leaves the box empty.
input.value = stateIn(location.search, ["on"]).on
if (!holdsDay()) input.value = ""
box.hidden = false
keepPlace()
show(input.value)
takePlace()
