// What if: asks the server for the return under other assumptions, and shows it beside the published one.
import { forest } from "./returns.js";
import { interval, money, percent, shown } from "./words.js";

const DECISION_WORDS = { expand: "Expand", "not-proven-yet": "Not proven yet", "stop-or-fix": "Stop or fix" };
const IDS = Object.fromEntries(Object.entries(DECISION_WORDS).map(([id, words]) => [words, id]));

export const scenario = {
  texts: (data) => [sentence("As published", data.roi), ...(data.answer ? [sentence("What if", shown(data.answer.roi))] : [])],
  plot: (data, width) => forest([
    { label: "As published", roi: data.roi, decision: IDS[data.decision], text: sentence("As published", data.roi) },
    { label: "What if", roi: data.answer ? shown(data.answer.roi) : data.roi,
      decision: data.answer ? data.answer.decision : IDS[data.decision], status: "not estimable",
      text: sentence("What if", data.answer ? shown(data.answer.roi) : data.roi) },
  ], width, { figure: (row) => row.roi, words: percent, axis: "Return on investment →" }),
  connect,
};

function sentence(name, roi) {
  return roi ? `${name}: ROI ${percent(roi.value)}, ${interval(roi, percent)}.` : `${name}: not estimable.`;
}

/** Listens to the sliders; only what was moved is asked for, so that the published return stays what it is. */
function connect(state, repaint) {
  const form = document.getElementById("what-if-form");
  const answer = document.getElementById("what-if-answer");
  const sliders = [...form.querySelectorAll("input[type=range]")];
  let asked = 0;
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", async () => {
    const mine = ++asked;
    sliders.forEach(tell);
    const told = await ask(state.data.program, sliders.filter((slider) => slider.value !== slider.defaultValue));
    if (mine === asked) {
      show(told);
    }
  });
  form.addEventListener("reset", () => {
    asked++;
    // The sliders get their values back only after this event.
    queueMicrotask(() => sliders.forEach((slider) => {
      slider.value = slider.defaultValue;
      tell(slider);
    }));
    show({ row: null });
  });

  function show(told) {
    if (told.problem) {
      answer.textContent = told.problem;
      return;
    }
    state.data = { ...state.data, answer: told.row };
    answer.textContent = told.row === null ? "" : words(state.data.currency, told.row);
    repaint();
  }
}

function tell(slider) {
  const unit = slider.dataset.unit;
  slider.nextElementSibling.textContent = `${slider.value} ${unit}`;
  slider.setAttribute("aria-valuetext", `${slider.value} ${unit}`);
}

async function ask(program, moved) {
  const assumed = Object.fromEntries(moved.map((slider) => [slider.id, Number(slider.value) / Number(slider.dataset.scale)]));
  try {
    const response = await fetch("/v1/roi/scenarios", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ program, ...assumed }),
    });
    const body = await response.json();
    return response.ok ? { row: body.data[0] } : { problem: `That cannot be computed: ${body.detail ?? body.title}` };
  } catch (error) {
    return { problem: `The server cannot be reached: ${error.message}` };
  }
}

function words(currency, row) {
  const roi = shown(row.roi);
  if (roi === null) {
    return `What if: ${row.state}`;
  }
  const net = shown(row.netBenefit);
  return `What if: ROI ${percent(roi.value)} (${interval(roi, percent)}), net benefit ${money(currency, net.value)} `
    + `(${interval(net, (amount) => money(currency, amount))}). ${DECISION_WORDS[row.decision]}.`;
}
