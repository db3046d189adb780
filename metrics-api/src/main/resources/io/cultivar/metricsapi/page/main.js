// Draws every chart that the page has a place for; without it the sentences and tables say the same.
import { draw } from "./chart.js";
import { costs } from "./costs.js";
import { gaps } from "./gaps.js";
import { phases } from "./phases.js";
import { providers } from "./providers.js";
import { returns } from "./returns.js";
import { scenario } from "./scenario.js";
import { sourcing } from "./sourcing.js";
import { survival } from "./survival.js";
import { trend } from "./trend.js";

const KINDS = { costs, gaps, phases, providers, returns, scenario, sourcing, survival, trend };

for (const place of document.querySelectorAll(".chart[data-chart]")) {
  const data = JSON.parse(document.getElementById(place.dataset.source).textContent);
  draw(place, KINDS[place.dataset.chart], data);
}

// On paper nobody can open a table.
const opened = new Set();
addEventListener("beforeprint", () => {
  for (const table of document.querySelectorAll("details:not([open])")) {
    table.open = true;
    opened.add(table);
  }
});
addEventListener("afterprint", () => {
  opened.forEach((table) => { table.open = false; });
  opened.clear();
});
