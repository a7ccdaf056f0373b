// Several tensors, one below the other.
import { h } from "../dom.js";
import { jsonEditor, show } from "./tensor.js";

export const editor = jsonEditor;

export function viewer(port, { caption }) {
  const element = h("div", { class: "tensors" });
  return {
    element,
    show(value = []) {
      caption(value.length === 0 ? "" : `${value.length}`);
      element.replaceChildren(
        ...value.slice(0, 20).map((one) => {
          const view = show();
          view.show(one);
          return view.element;
        }),
      );
    },
  };
}
