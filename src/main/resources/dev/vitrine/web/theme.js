// Runs before the page is drawn, so that a chosen look is there from the first pixel. A browser that keeps nothing for
// pages follows the system.
(() => {
  const KEY = "vitrine.theme";
  const root = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem(KEY);
  } catch {
    // nothing is kept here
  }
  if (chosen === "light" || chosen === "dark") {
    root.dataset.theme = chosen;
  }
  addEventListener("DOMContentLoaded", () => {
    document.getElementById("theme").addEventListener("click", () => {
      const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const next = (root.dataset.theme ?? system) === "dark" ? "light" : "dark";
      root.dataset.theme = next;
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // it lasts as long as the page then
      }
    });
  });
})();
