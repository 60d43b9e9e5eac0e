// The box in every page's header: most readers of a page never type into it, so that what suggests is loaded by the first
// who does. Without scripts it is an ordinary form.
{
  const input = document.querySelector("[data-search-box]").elements.q
  // Where it does not come, the form still works.
  const load = () => import("./suggestions.js").catch(() => {})
  if (document.activeElement === input) load()
  else input.addEventListener("focus", load, { once: true })
}
