// The buttons at a record's foot: its title and link, or how to cite it, to the clipboard. Everything that they copy
// also stands on the page as text.

const buttons = document.querySelector(".cx-copy")
const status = buttons.querySelector("[role=status]")
// Not of pages of a site that does not know its own address.
const canonical = document.querySelector("link[rel=canonical]")
const address = (canonical || location).href.split("#")[0]

const texts = {
  title: () => `${document.title}\n${address}`,
  citation() {
    // Far from its page a citation must still say that it is made up, as the title does.
    const mark = document.title.startsWith("（虚构示例）") ? "（虚构示例）" : ""
    const shown = document.querySelector(".cx-citation").textContent
    // A site that does not know its own address leaves it out.
    return mark + shown + (canonical ? "" : `，${address}`)
  },
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Old web views, and pages without https, have no clipboard; others refuse.
    return copyBySelecting(text)
  }
}

function copyBySelecting(text) {
  const focused = document.activeElement
  const area = Object.assign(document.createElement("textarea"), { value: text, readOnly: true })
  area.className = "cx-visually-hidden"
  buttons.append(area)
  area.focus({ preventScroll: true })
  area.setSelectionRange(0, text.length)
  const copied = document.execCommand("copy")
  area.remove()
  if (focused) focused.focus({ preventScroll: true })
  return copied
}

buttons.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]")
  if (!button) return
  // Emptied first: the same words again would not be spoken again.
  status.textContent = ""
  status.textContent = (await copy(texts[button.dataset.copy]())) ? "已复制" : "没有复制成功，请长按文字复制"
})
buttons.hidden = false
