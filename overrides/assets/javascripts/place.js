// Where a reader stands on a page that a script fills or thins out: after *back* it stands there again. The browser goes
// there before the script has run; or it keeps whole pages as they were, on which nobody can rely. So each step of the
// history remembers its place, and the page goes there when it is as it was.

// Milliseconds without scrolling, after which the place is written down: Safari allows a hundred changes in half a minute.
const PAUSE = 400

// Whether a step is shown whose place has not been taken yet: until then there is none to remember.
let arriving = true
let waiting = 0

// Begin to remember; before the page itself listens to `popstate`. What `more` returns is remembered with the place.
export function keepPlace(more = () => ({})) {
  const write = () => {
    clearTimeout(waiting)
    if (!arriving) history.replaceState({ ...history.state, ...more(), top: scrollY }, "")
  }
  history.scrollRestoration = "manual"
  addEventListener("popstate", () => {
    clearTimeout(waiting)
    arriving = true
  })
  addEventListener("scroll", () => {
    clearTimeout(waiting)
    waiting = setTimeout(write, PAUSE)
  })
  // Whoever follows a link is gone before the pause is over.
  addEventListener("click", write, true)
}

// What the step of the history that is shown remembers.
export function remembered() {
  return history.state || {}
}

// Go where the reader stood when this step was left, if it ever was. The page is as it was.
export function takePlace() {
  const { top } = remembered()
  if (arriving && top !== undefined) scrollTo(0, top)
  arriving = false
}
