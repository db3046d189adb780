// What if: asks the server for the return under other assumptions, and shows it beside the published one.
import { forest, returns } from "./returns.js";
import { ends, interval, money, percent, shown } from "./words.js";

const DECISION_WORDS = { expand: "Expand", "not-proven-yet": "Not proven yet", "stop-or-fix": "Stop or fix" };

export const scenario = {
  texts: (data) => [sentence("As published", published(data)), ...(data.told ? [sentence("What if", whatIf(data))] : [])],
  key: returns.key,
  plot: (data, width) => forest([
    { label: "As published", ...published(data), text: sentence("As published", published(data)) },
    { label: "What if", ...whatIf(data), text: sentence("What if", whatIf(data)) },
  ], width, { figure: (row) => row.roi, words: percent, axis: "Return on investment →" }),
  connect,
};

const published = ({ roi, netBenefit, decision }) => ({ roi, netBenefit, decision });

/** What was told; where nothing was asked, what is published; where no answer came, no figure, least of all the last one. */
function whatIf(data) {
  if (!data.told) {
    return published(data);
  }
  const { problem, row } = data.told;
  return problem ? { status: "no answer" }
    : { roi: shown(row.roi), netBenefit: shown(row.netBenefit), decision: row.decision, status: "not estimable" };
}

function sentence(name, { roi, status }) {
  return roi ? `${name}: ROI ${percent(roi.value)}, ${interval(roi, percent)}.` : `${name}: ${status}.`;
}

/** The second row of the table shows what the second row of the chart does. */
function fill(place, currency, { roi, netBenefit, decision, status }) {
  const amount = (value) => money(currency, value);
  [
    roi ? percent(roi.value) : "",
    ends(roi, percent),
    netBenefit ? amount(netBenefit.value) : "",
    ends(netBenefit, amount),
    roi ? DECISION_WORDS[decision] : status,
  ].forEach((text, index) => { place.cells[index + 1].textContent = text; });
  place.classList.toggle("unproven", Boolean(roi) && decision === "not-proven-yet");
  place.hidden = false;
}

/** Listens to the sliders; only what was moved is asked for, so that the published return stays what it is. */
function connect(state, repaint) {
  const form = document.getElementById("what-if-form");
  const answer = document.getElementById("what-if-answer");
  const place = document.getElementById("what-if-row");
  const sliders = [...form.querySelectorAll("input[type=range]")];
  let asked = 0;
  form.hidden = false;
  fill(place, state.data.currency, whatIf(state.data));
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
    show(null);
  });

  function show(told) {
    state.data = { ...state.data, told };
    answer.textContent = told ? told.problem ?? words(state.data.currency, told.row) : "";
    fill(place, state.data.currency, whatIf(state.data));
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
    if (!response.ok) {
      return { problem: `That cannot be computed: ${body.detail ?? body.title}` };
    }
    return body.data.length > 0 ? { row: body.data[0] } : { problem: "Nothing is published about this program any more." };
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
