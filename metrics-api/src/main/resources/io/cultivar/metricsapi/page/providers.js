// What providers are paid, and whether they keep what was agreed.
import { NARROW, plot, zeroX } from "./chart.js";
import { money, percent } from "./words.js";

export const providers = {
  texts: (rows) => rows.map((row) => row.text),
  plot: (rows, width) => {
    if (rows.length === 0) {
      return null;
    }
    const narrow = width < NARROW;
    const places = new Map(rows.map((row, index) => [row, index]));
    const y = (row) => places.get(row);
    const words = (row) => `${money(row.currency, row.amount)}, ${percent(row.share)}; ${kept(row)}`;
    return plot({
      width,
      height: rows.length * (narrow ? 62 : 46) + 50,
      marginLeft: narrow ? 14 : 180,
      marginRight: 20,
      marginBottom: 40,
      // Shares, as amounts in several currencies have no common axis.
      x: { label: "Share of the spend with providers, in its currency →", labelAnchor: "center", grid: true,
        ticks: narrow ? 4 : 8, tickFormat: percent, domain: [0, d3.max(rows, (row) => row.share)], nice: true },
      y: { axis: null, domain: [-0.5, rows.length - 0.5], reverse: true },
      marks: [
        Plot.rect(rows, { x1: 0, x2: "share", y1: (row) => y(row) - 0.08, y2: (row) => y(row) + 0.28,
          fill: "var(--trained)", fillOpacity: 0.75 }),
        Plot.text(rows, { y, x: 0, text: words, textAnchor: "start", dx: 4, dy: -12, fill: "currentColor" }),
        Plot.text(rows, { y, text: "provider", frameAnchor: "left", fill: "currentColor", fontWeight: "bold",
          textAnchor: narrow ? "start" : "end", dx: narrow ? 4 : -10, dy: narrow ? -27 : 2 }),
        zeroX(),
      ],
    });
  },
};

function kept(row) {
  if (row.targets === 0) {
    return "no targets agreed";
  }
  return row.missed === 0 ? `✓ all ${row.targets} targets met` : `✗ missed ${row.missed} of ${row.targets} targets`;
}
