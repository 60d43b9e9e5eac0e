// What was said stands in its first lines, and opens by a button each, or all at once where there is more. Without scripts, on
// paper, and for whoever is led to it, it is open.

const all = document.querySelector("[data-fold-all]")
const boxes = [...document.querySelectorAll("[data-fold]")]

function open(box) {
  box.classList.remove("is-folded")
  box.querySelector(".cx-fold__more").hidden = true
}

// Opens what the address names.
function openNamed() {
  const item = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  const box = item && item.querySelector("[data-fold]")
  if (box) open(box)
}

for (const box of boxes) box.classList.add("is-folded")
// All are measured after all are folded: the page is laid out once.
const folded = boxes.filter(box => {
  const text = box.querySelector(".cx-words__text")
  return text && text.scrollHeight > text.clientHeight + 1
})
for (const box of boxes) {
  if (!folded.includes(box)) {
    box.classList.remove("is-folded")
    continue
  }
  const more = box.querySelector(".cx-fold__more")
  more.hidden = false
  more.firstElementChild.addEventListener("click", () => {
    open(box)
    // The button is gone: whoever reads on does so where it stood.
    box.tabIndex = -1
    box.focus({ preventScroll: true })
  })
  // Who comes by keyboard to a link in it sees the link.
  box.firstElementChild.addEventListener("focusin", () => open(box))
}
openNamed()
addEventListener("hashchange", openNamed)
if (all && folded.length) {
  all.parentElement.hidden = false
  all.addEventListener("click", () => {
    for (const box of folded) open(box)
    all.parentElement.hidden = true
  })
}
