// In-house against external: what one person brings, beside what one completion costs.
import { NARROW, extent, plot, zeroX } from "./chart.js";
import { axisMoney } from "./words.js";

const SIDES = {
  "in-house": { name: "in-house", color: "var(--trained)", symbol: "circle" },
  external: { name: "external", color: "var(--control)", symbol: "square2" },
};

export const sourcing = {
  texts: (rows) => rows.map((row) => row.text),
  key: () => [
    ["trained", "● In-house: benefit a person"],
    ["control", "■ External: benefit a person"],
    ["cost", "× cost of a completion"],
    ["open", "dashed: interval for one look only"],
  ],
  plot: (rows, width) => {
    if (rows.length === 0) {
      return null;
    }
    const narrow = width < NARROW;
    const places = new Map(rows.map((row, index) => [row, index]));
    const y = (row) => places.get(row);
    const measured = rows.filter((row) => row.benefit);
    const withEnds = measured.filter((row) => row.benefit.lower !== undefined);
    const costs = rows.filter((row) => row.costPerCompletion !== undefined);
    const currencies = [...new Set(rows.map((row) => row.currency).filter(Boolean))];
    return plot({
      width,
      height: rows.length * (narrow ? 46 : 28) + 60,
      marginLeft: narrow ? 14 : 230,
      marginRight: 20,
      marginBottom: 40,
      x: { label: `${currencies.join(", ")} a person →`, labelAnchor: "center", grid: true, nice: true,
        ticks: narrow ? 4 : 8, tickFormat: axisMoney,
        domain: extent(measured.map((row) => row.benefit), 0, ...costs.map((row) => row.costPerCompletion)) },
      y: { axis: null, domain: [-0.5, rows.length - 0.5], reverse: true },
      marks: [
        zeroX(),
        ...[false, true].map((oneLook) => Plot.ruleY(withEnds.filter((row) => Boolean(row.benefit.oneLook) === oneLook), {
          y, x1: (row) => row.benefit.lower, x2: (row) => row.benefit.upper, strokeWidth: 2.5,
          stroke: (row) => SIDES[row.sourcing].color, strokeDasharray: oneLook ? "5,3" : undefined })),
        Plot.dot(measured, { y, x: (row) => row.benefit.value, r: 6, symbol: (row) => SIDES[row.sourcing].symbol,
          fill: (row) => SIDES[row.sourcing].color }),
        Plot.dot(costs, { y, x: "costPerCompletion", r: 6, symbol: "times", stroke: "currentColor", strokeWidth: 2 }),
        Plot.text(rows, { y, text: (row) => [row.label, SIDES[row.sourcing].name, ...(currencies.length > 1 ? [row.currency] : [])].join(", "), frameAnchor: "left",
          textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -10, dy: narrow ? -18 : 0, fill: "currentColor" }),
        Plot.tip(rows, Plot.pointerY({ y, x: (row) => row.benefit?.value ?? row.costPerCompletion, title: "text",
          fill: "var(--panel)" })),
      ],
    });
  },
};
