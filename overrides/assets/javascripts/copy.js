// What a record's page copies: its title and link, or how to cite it. Everything that is copied also stands on the page
// as text. Title and link are shared where the browser can, which on a phone leads to whom they are meant for.

// Not of pages of a site that does not know its own address.
const canonical = document.querySelector("link[rel=canonical]")
const address = (canonical || location).href.split("#")[0]

// What is said to be copied.
const COPIED = { title: "标题和链接", gbt: "引用", bibtex: "BibTeX", ris: "RIS" }

// What is copied. A citation's gaps are filled when it is: the day is the reader's, and that on which it is copied.
function text(name) {
  if (name === "title") return `${document.title}\n${address}`
  const now = new Date()
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0"))
  const values = { day: day.join("-"), "slashed-day": day.join("/"), address }
  const shown = document.querySelector(`[data-citation=${name}]`)
  for (const gap of shown.querySelectorAll("[data-gap]")) gap.textContent = values[gap.dataset.gap]
  return shown.textContent
}

// Whether the browser has taken what is shared, or the reader changed their mind: then nothing is copied.
async function shared() {
  if (!navigator.share) return false
  try {
    await navigator.share({ title: document.title, url: address })
    return true
  } catch (error) {
    return error.name === "AbortError"
  }
}

async function copy(copied, box) {
  try {
    await navigator.clipboard.writeText(copied)
    return true
  } catch {
    // Old web views, and pages without https, have no clipboard; others refuse.
    return copyBySelecting(copied, box)
  }
}

function copyBySelecting(copied, box) {
  const focused = document.activeElement
  const area = Object.assign(document.createElement("textarea"), { value: copied, readOnly: true })
  area.className = "cx-visually-hidden"
  box.append(area)
  area.focus({ preventScroll: true })
  area.setSelectionRange(0, copied.length)
  const done = document.execCommand("copy")
  area.remove()
  if (focused) focused.focus({ preventScroll: true })
  return done
}

// A link to where it stands becomes a button that copies it.
for (const link of document.querySelectorAll("a[data-copy]")) {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: link.textContent })
  Object.assign(button.dataset, link.dataset)
  link.replaceWith(button)
}

for (const box of document.querySelectorAll(".cx-copy")) {
  const status = box.querySelector("[role=status]")
  box.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]")
    if (!button) return
    // Emptied first: the same words again would not be spoken again.
    status.textContent = ""
    if ("share" in button.dataset && await shared()) return
    const copied = await copy(text(button.dataset.copy), box)
    status.textContent = copied ? `已复制${COPIED[button.dataset.copy]}` : "没有复制成功，请长按文字复制"
  })
  box.hidden = false
}
