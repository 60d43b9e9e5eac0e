// A page's state and the address that says it. A state is named texts; those that are empty are left out of the address.

// Milliseconds without a change, after which the address follows. At every key it would take longer than a search, and
// Safari allows a hundred changes in half a minute.
const PAUSE = 200

let waiting = 0

// What an address says of each of these names.
export function stateIn(search, names) {
  const parameters = new URLSearchParams(search)
  return Object.fromEntries(names.map(name => [name, parameters.get(name) || ""]))
}

// The address of a state. What else `base` says stays in it: all that the page's own does, or nothing of a bare path.
export function addressOf(state, base = location.href) {
  const address = new URL(base, location.href)
  for (const [name, value] of Object.entries(state)) {
    if (value) address.searchParams.set(name, value)
    else address.searchParams.delete(name)
  }
  return address.href
}

// Let the step of the history that is shown have an address.
export function settleAt(address) {
  clearTimeout(waiting)
  if (address !== location.href) history.replaceState(history.state, "", address)
}

// Call what settles when nothing has changed for a while.
export function settleSoon(settle) {
  clearTimeout(waiting)
  waiting = setTimeout(settle, PAUSE)
}
