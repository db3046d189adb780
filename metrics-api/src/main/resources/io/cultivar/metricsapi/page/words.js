// Numbers as the server writes them.

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export const percent = (ratio) => `${whole(ratio * 100)} %`;

export const money = (currency, amount) => (currency ? `${currency} ${whole(amount)}` : whole(amount));

/** Halves go up, as the server rounds them; never a minus zero. */
function whole(value) {
  return WHOLE.format(Math.round(value) + 0);
}

/** Amounts on an axis, short. */
export const axisMoney = (amount) => d3.format("~s")(amount).replace("G", "B").replace("−", "-");

/** The interval that is shown: the one that holds however often one looks, else the one for one look. */
export function shown(figure) {
  if (!figure) {
    return null;
  }
  const ends = figure.alwaysValid ?? figure;
  return { value: figure.value, lower: ends.lower, upper: ends.upper, oneLook: !figure.alwaysValid };
}

/** Both ends of the interval, and whether it is for one look only; empty where there is none. */
export function ends(figure, words) {
  return figure?.lower === undefined || figure.lower === null
    ? ""
    : `${words(figure.lower)} to ${words(figure.upper)}${figure.oneLook ? " (one look)" : ""}`;
}

export function interval(figure, words) {
  const both = ends(figure, words);
  return both === "" ? "no interval" : `95 % interval ${both}`;
}
