// A chart by keyboard: the arrow keys go from mark to mark, and each is read out as a sentence.

/** Lets `place` be focused and walked; the sentence of the mark stands in `readout`. */
export function walk(place, readout, state) {
  let at = -1;
  place.tabIndex = 0;
  place.addEventListener("focus", () => {
    if (at < 0 && state.texts.length > 0) {
      readout.textContent = "Arrow keys go from mark to mark.";
    }
  });
  place.addEventListener("blur", () => {
    at = -1;
    readout.textContent = "";
  });
  place.addEventListener("keydown", (event) => {
    const to = target(event.key, at, state.texts.length);
    if (to === null || event.target !== place) {
      return;
    }
    event.preventDefault();
    at = to;
    readout.textContent = `${at + 1} of ${state.texts.length}: ${state.texts[at]}`;
  });
}

function target(key, at, count) {
  if (count === 0) {
    return null;
  }
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return Math.min(at + 1, count - 1);
    case "ArrowLeft":
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
