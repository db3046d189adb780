// How far groups are from the levels that their work needs.
import { NARROW, plot, zeroX } from "./chart.js";

const HIGHEST_LEVEL = 5;

export const gaps = {
  texts: (rows) => rows.map((row) => row.text),
  key: () => [["trained", "● mean level"], ["needed", "| level needed"], ["stop", "thick line: what is missing"]],
  plot: (rows, width) => {
    if (rows.length === 0) {
      return null;
    }
    const narrow = width < NARROW;
    const places = new Map(rows.map((row, index) => [row, index]));
    const y = (row) => places.get(row);
    const known = rows.filter((row) => row.meanLevel !== undefined);
    return plot({
      width,
      height: rows.length * (narrow ? 46 : 28) + 60,
      marginLeft: narrow ? 14 : 250,
      marginRight: 20,
      marginBottom: 40,
      x: { label: "Level, 0 to 5 →", labelAnchor: "center", grid: true, domain: [0, HIGHEST_LEVEL] },
      y: { axis: null, domain: [-0.5, rows.length - 0.5], reverse: true },
      marks: [
        zeroX(),
        Plot.ruleY(known.filter((row) => row.meanLevel < row.required), { y, x1: "meanLevel", x2: "required",
          stroke: "var(--stop)", strokeWidth: 4, strokeOpacity: 0.8 }),
        Plot.ruleX(rows, { x: "required", y1: (row) => y(row) - 0.35, y2: (row) => y(row) + 0.35, stroke: "currentColor",
          strokeWidth: 3 }),
        Plot.dot(known, { x: "meanLevel", y, r: 6, fill: "var(--trained)" }),
        Plot.text(rows, { y, text: "label", frameAnchor: "left", textAnchor: narrow ? "start" : "end",
          dx: narrow ? 0 : -10, dy: narrow ? -18 : 0, fill: "currentColor" }),
        Plot.text(rows.filter((row) => row.status), { y, text: "status", frameAnchor: "left", textAnchor: "start",
          dx: 6, fill: "var(--faint)", fontStyle: "italic" }),
        Plot.tip(known, Plot.pointerY({ x: "meanLevel", y, title: "text", fill: "var(--panel)" })),
      ],
    });
  },
};
