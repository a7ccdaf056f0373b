// The stops of a number between two bounds, and how it is written, as in the window.

/** The distance between two stops: the port's step, else about a hundredth of its range, rounded down to 1, 2 or 5 times a power of ten. */
export function stop(port) {
  const range = port.max - port.min;
  if (port.step !== undefined || !(range > 0)) {
    return port.step ?? 1;
  }
  const ten = Math.floor(Math.log10(range / 100));
  const digits = range / 100 / 10 ** ten;
  return Number(`${digits >= 5 ? 5 : digits >= 2 ? 2 : 1}e${ten}`);
}

/** A number with as many decimals as the stops have, so that it keeps its width while it moves; one between the stops as it is. */
export function exact(port, value) {
  const most = Math.max(decimals(stop(port)), decimals(port.min ?? 0));
  return decimals(Number(value)) > most ? String(value) : Number(value).toFixed(most);
}

function decimals(number) {
  const [digits, power = "0"] = String(number).split("e");
  return Math.max(0, (digits.split(".")[1] ?? "").length - Number(power));
}
