// A file of its own, because the page's policy allows no script inside it.
const dark = matchMedia("(prefers-color-scheme: dark)");
const sans = 'Inter, system-ui, -apple-system, "Segoe UI", sans-serif';
const mono = '"JetBrains Mono", ui-monospace, "DejaVu Sans Mono", monospace';

const typography = { fontFamily: sans, headings: { fontFamily: sans, fontWeight: "600" } };

const light = {
  colors: { primary: { main: "#0969da" } },
  typography: { ...typography, code: { fontFamily: mono } },
  rightPanel: { backgroundColor: "#24292f" },
};

const night = {
  colors: {
    primary: { main: "#58a6ff" },
    success: { main: "#3fb950" },
    warning: { main: "#d29922" },
    error: { main: "#ff7b72" },
    gray: { 50: "#161b22", 100: "#21262d" },
    text: { primary: "#e6edf3", secondary: "#9da7b3" },
    border: { dark: "#30363d", light: "#30363d" },
    responses: {
      success: { color: "#3fb950", backgroundColor: "#12261e" },
      error: { color: "#ff7b72", backgroundColor: "#2d1618" },
      redirect: { color: "#d29922", backgroundColor: "#272115" },
      info: { color: "#58a6ff", backgroundColor: "#121d2f" },
    },
  },
  schema: { nestedBackground: "#161b22", linesColor: "#30363d" },
  typography: { ...typography, code: { fontFamily: mono, color: "#ffa198", backgroundColor: "#21262d" } },
  sidebar: { backgroundColor: "#161b22", textColor: "#e6edf3" },
  rightPanel: { backgroundColor: "#010409", servers: { overlay: { backgroundColor: "#161b22", textColor: "#e6edf3" }, url: { backgroundColor: "#0d1117" } } },
  codeBlock: { backgroundColor: "#0d1117" },
  fab: { backgroundColor: "#21262d", color: "#58a6ff" },
};

Redoc.init(
  "/openapi.json",
  { theme: dark.matches ? night : light, nativeScrollbars: true, expandResponses: "200" },
  document.getElementById("redoc"),
);

// ReDoc takes a theme only when it begins.
dark.addEventListener("change", () => location.reload());
