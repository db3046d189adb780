// What all charts share: their place on the page, their look, and that they follow its width.
import { walk } from "./walk.js";

/** Below this many pixels labels stand above their rows, not beside them. */
export const NARROW = 560;

/**
 * Draws a chart and draws it again when the page gets wider or narrower.
 * A kind is {plot(data, width), texts(data), key?}; plot gives an svg, or null where there is nothing to show.
 */
export function draw(place, kind, data) {
  place.setAttribute("role", "group");
  place.setAttribute("aria-roledescription", "chart");
  place.setAttribute("aria-labelledby", place.dataset.title);
  place.setAttribute("aria-describedby", place.dataset.summary);
  const picture = document.createElement("div");
  const readout = document.createElement("output");
  readout.className = "readout";
  const state = { data, texts: kind.texts(data) };
  if (kind.key) {
    place.append(key(kind.key(data)));
  }
  place.append(picture, readout);
  walk(place, readout, state);
  let width = 0;
  const paint = () => {
    const chart = kind.plot(state.data, width);
    if (chart === null) {
      picture.textContent = "Nothing of it can be shown.";
      return;
    }
    // The texts and the table say what it shows; single marks would only be noise to a screen reader.
    chart.setAttribute("aria-hidden", "true");
    picture.replaceChildren(chart);
  };
  new ResizeObserver(() => {
    const now = Math.round(place.clientWidth);
    if (now > 0 && now !== width) {
      width = now;
      // Not within the observation: the new height would be observed in the same round.
      requestAnimationFrame(paint);
    }
  }).observe(place);
  kind.connect?.(state, () => {
    state.texts = kind.texts(state.data);
    if (width > 0) {
      paint();
    }
  });
}

/** What each sign means, in words and in the sign itself. */
function key(entries) {
  const list = document.createElement("p");
  list.className = "key";
  for (const [name, words] of entries) {
    const entry = document.createElement("span");
    entry.className = name;
    entry.textContent = words;
    list.append(entry);
  }
  return list;
}

/** A plot with the look that all have. */
export function plot(options) {
  return Plot.plot({
    ...options,
    style: { fontSize: "12px", fontFamily: "inherit", background: "none", color: "inherit" },
  });
}

export const ARMS = {
  treatment: { color: "var(--trained)", symbol: "circle", dash: null },
  control: { color: "var(--control)", symbol: "square2", dash: "6,4" },
};

/** The signs of those arms that are there. */
export function armKey(points) {
  const there = new Set(points.map((point) => point.arm));
  return [
    ["trained", "● Trained, solid line"],
    ["control", "■ Control, dashed line"],
  ].filter(([name]) => there.has(name === "trained" ? "treatment" : "control"));
}

/** The ends of all intervals and all values, and whatever else must be seen. */
export function extent(figures, ...others) {
  const ends = figures.flatMap((figure) => [figure.value, figure.lower, figure.upper]);
  return d3.extent([...ends.filter((end) => end !== undefined && end !== null), ...others]);
}

/** A line at zero that cannot be taken for a grid line. */
export function zeroX() {
  return Plot.ruleX([0], { stroke: "var(--zero)", strokeWidth: 1.5 });
}
