// The frame: which page is shown, the search, the foot.
import { json } from "./api.js";
import { copy, h } from "./dom.js";
import { cards, list } from "./gallery.js";
import { read } from "./link.js";

const nav = document.getElementById("gallery");
const main = document.getElementById("main");
const search = document.getElementById("search");
let models = [];
let page = null;
let turn = 0;
let hasShown = false;

async function route() {
  if (location.hash === "#main") {
    return;
  }
  const { id, inputs, example } = read();
  const mine = ++turn;
  page?.close();
  page = null;
  document.body.classList.toggle("has-demo", id !== "");
  list(nav, models, search.value, id);
  if (id === "") {
    document.title = "Vitrine";
    cards(main, models, search.value);
    return;
  }
  try {
    const [{ open }, description] = await Promise.all([import("./demo.js"), json(`/models/${encodeURIComponent(id)}`)]);
    const next = await open(description, { inputs, example });
    if (mine !== turn) {
      next.close();
      return;
    }
    page = next;
    document.title = `${description.title} · Vitrine`;
    main.replaceChildren(page.element);
    scrollTo(0, 0);
    if (hasShown) {
      // whoever cannot see the page is told that it is another
      main.focus({ preventScroll: true });
    }
    hasShown = true;
    page.begin();
  } catch (error) {
    if (mine === turn) {
      complain(error.message);
    }
  }
}

function complain(sentence) {
  main.replaceChildren(
    h(
      "div",
      { class: "page" },
      h("p", { class: "notice", role: "alert" }, sentence),
      h("button", { type: "button", class: "button", onclick: start }, "Try again"),
      " ",
      h("a", { class: "button", href: "#/" }, "Gallery"),
    ),
  );
}

async function start() {
  try {
    models = (await json("/models")).models;
    document.getElementById("dot").className = "dot up";
    await route();
  } catch (error) {
    document.getElementById("dot").className = "dot down";
    complain(error.message);
  }
}

search.addEventListener("input", () => {
  const { id } = read();
  list(nav, models, search.value, id);
  if (id === "") {
    cards(main, models, search.value);
  }
});
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") {
    nav.querySelector("a")?.click();
  }
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  main.focus();
});
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key === "k") {
    event.preventDefault();
    search.focus();
    search.select();
  }
});
addEventListener("hashchange", route);
if (new URLSearchParams(location.search).has("token")) {
  // it is a cookie by now, and need not stand where others read it
  history.replaceState(null, "", `/${location.hash}`);
}
document.getElementById("address").textContent = location.origin;
document.getElementById("copy-address").addEventListener("click", () => copy(location.origin));

// Kept for when Vitrine is not there; a browser has this for loopback and for safe connections only.
if (navigator.serviceWorker) {
  const worker = { createScriptURL: () => "/sw.js" };
  const policy = globalThis.trustedTypes?.createPolicy("vitrine", worker) ?? worker;
  navigator.serviceWorker.register(policy.createScriptURL("")).catch(() => {});
}
start();
