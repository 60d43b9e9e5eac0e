// The members of a body on one day, and who held its offices. A row says between which days its unit joined and left;
// where these do not tell of the day, the row stays and says so. The address keeps the day.

import { addressOf, settleAt, stateIn } from "./address.js"
import { keepPlace, takePlace } from "./place.js"

const box = document.querySelector("[data-members-day]")
const rows = [...document.querySelectorAll("[data-member]")]
const offices = [...document.querySelectorAll("[data-office]")]
const counted = [...document.querySelectorAll("[data-counted]")]
const status = box.querySelector("[data-members-status]")
const input = box.querySelector("input")
// Browsers without a picker of days (Safari before 14.1) take any text for valid.
const DAY = /^(\d{4}-\d{2}-\d{2})?$/

// Whether the unit of a row was a member on a day: yes, no, or why nobody can tell. ISO dates compare as texts.
// On the day of leaving it no longer is one. Whoever left no later than a day may have left as soon as it joined.
export function membership({ sinceFirst, sinceLast, untilFirst, untilLast, undated }, day) {
  if ((sinceFirst && day < sinceFirst) || (untilLast && day >= untilLast)) return "no"
  const joined = sinceLast && day >= sinceLast
  const leaving = untilFirst ? day >= untilFirst : untilLast
  if (joined && !leaving) return "yes"
  return undated !== undefined && !joined ? "undated" : "vague"
}

function uncertain(of) {
  return box.querySelector(`template[data-of="${of}"]`).content.cloneNode(true)
}

// Shows a row of members or of offices if it tells of the day, and what it tells.
function showRow(row, day, of) {
  const found = day ? membership(row.dataset, day) : "yes"
  row.hidden = found === "no"
  for (const note of row.querySelectorAll("[data-uncertain]")) note.remove()
  if (found === "undated" || found === "vague") row.cells[0].append(uncertain(of))
  return found
}

// A unit that was called otherwise is listed by that day's name. Its former names stand in the row, the oldest first.
for (const row of rows) {
  const link = row.querySelector("th a")
  link.dataset.name = link.textContent
}

function showName(row, day) {
  const link = row.querySelector("th a")
  const former = [...row.querySelectorAll("[data-name-until]")].find(one => day && day < one.dataset.nameUntil)
  const { name } = former ? former.dataset : link.dataset
  if (link.textContent !== name) link.textContent = name
}

function show(day) {
  for (const row of rows) showName(row, day)
  // A unit that joined twice stands in two rows, and is counted once.
  const units = { yes: new Set(), undated: new Set(), vague: new Set(), no: new Set() }
  for (const row of rows) units[showRow(row, day, "member")].add(row.querySelector("th a").href)
  for (const row of offices) showRow(row, day, "office")
  const undated = without(units.undated, units.yes)
  const vague = without(units.vague, units.yes, units.undated)
  status.textContent = day ? sentence(day, units.yes.size, undated.length, vague.length) + count(day, units.yes.size) : ""
}

// What a source counts at the last meeting until the day, else at the first, when it is more than we know of.
function count(day, sure) {
  const nearest = counted.filter(one => one.dataset.counted <= day).pop() || counted[0]
  return nearest && nearest.dataset.number > sure ? nearest.textContent : ""
}

function without(units, ...others) {
  return [...units].filter(unit => !others.some(other => other.has(unit)))
}

function sentence(day, sure, undated, vague) {
  const [year, month, date] = day.split("-").map(Number)
  const others = [undated && `${undated}个加入日期未载明`, vague && `${vague}个加入或退出日期没有载明是哪一天`].filter(Boolean)
  const rest = others.length ? `；另有${others.join("、")}，这一天是否为成员不能确定` : ""
  return `${year}年${month}月${date}日：有记录可查的成员${sure}个${rest}。`
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

// What is no day leaves the box empty.
input.value = stateIn(location.search, ["on"]).on
if (!holdsDay()) input.value = ""
box.hidden = false
keepPlace()
show(input.value)
takePlace()
