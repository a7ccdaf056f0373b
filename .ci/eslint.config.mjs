// What a browser would say only once it gets there: names that nobody has given, and names that nobody needs.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.serviceworker } },
    // terminals' own signs are what the kind `log` looks for
    rules: { "no-control-regex": "off" },
  },
];
