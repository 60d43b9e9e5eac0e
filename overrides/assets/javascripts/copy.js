// The buttons at a record's foot: its title and link, or how to cite it, to the clipboard. Everything that they copy
// also stands on the page as text.

// Not of pages of a site that does not know its own address.
const canonical = document.querySelector("link[rel=canonical]")
const address = (canonical || location).href.split("#")[0]

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

for (const box of document.querySelectorAll(".cx-copy")) {
  const status = box.querySelector("[role=status]")
  box.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]")
    if (!button) return
    // Emptied first: the same words again would not be spoken again.
    status.textContent = ""
    status.textContent = (await copy(text(button.dataset.copy), box)) ? "已复制" : "没有复制成功，请长按文字复制"
  })
  box.hidden = false
}
