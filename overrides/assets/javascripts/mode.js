// How the pages are shown: light, dark or elder mode (长辈模式), remembered. Without a choice they follow the device.
// Runs in the head, before anything is painted; the buttons come later.
{
  const KEY = "chuxin.mode"
  const root = document.documentElement
  root.classList.replace("no-js", "js")

  // Storage can be switched off.
  const stored = () => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null
    }
  }

  const show = mode => {
    if (mode) root.dataset.mode = mode
    else delete root.dataset.mode
    for (const button of document.querySelectorAll("[data-set-mode]")) {
      button.setAttribute("aria-pressed", String(button.dataset.setMode === mode))
    }
  }

  show(stored())
  addEventListener("DOMContentLoaded", () => {
    show(stored())
    document.querySelector(".cx-modes").addEventListener("click", event => {
      const button = event.target.closest("[data-set-mode]")
      if (!button) return
      // A second tap takes the choice back.
      const chosen = button.dataset.setMode
      const mode = root.dataset.mode === chosen ? null : chosen
      show(mode)
      try {
        if (mode) localStorage.setItem(KEY, mode)
        else localStorage.removeItem(KEY)
      } catch {
        // Then it holds for this page.
      }
    })
  })
  // Another tab, or a page that the browser kept while the choice was made elsewhere.
  addEventListener("storage", () => show(stored()))
  addEventListener("pageshow", () => show(stored()))
}
