// The forest plot of returns: one row a program, its interval, its grade; grey and hollow is not proven yet.
import { NARROW, extent, plot, zeroX } from "./chart.js";
import { percent } from "./words.js";

export const DECISIONS = {
  expand: { color: "var(--expand)", symbol: "circle", words: "● Expand" },
  "stop-or-fix": { color: "var(--stop)", symbol: "square2", words: "■ Stop or fix" },
  "not-proven-yet": { color: "var(--open)", symbol: "diamond2", words: "◇ Not proven yet" },
};

const ROW = 30;
const NARROW_ROW = 46;

export const returns = {
  texts: (rows) => rows.map((row) => row.text),
  key: () => [
    ["expand", DECISIONS.expand.words],
    ["stop", DECISIONS["stop-or-fix"].words],
    ["open", DECISIONS["not-proven-yet"].words],
    ["open", "dashed: interval for one look only"],
    ["zero", "vertical line: returns what it costs"],
  ],
  plot: (rows, width) => forest(rows, width, { figure: (row) => row.roi, words: percent, axis: "Return on investment →" }),
};

/** Rows {label, figure, grade, decision, status}; names beside the rows, or above them where it is narrow. */
export function forest(rows, width, { figure, words, axis }) {
  if (rows.length === 0) {
    return null;
  }
  const narrow = width < NARROW;
  const shown = rows.filter((row) => figure(row));
  const withEnds = shown.filter((row) => figure(row).lower !== undefined && figure(row).lower !== null);
  const sign = (row) => DECISIONS[row.decision] ?? DECISIONS["not-proven-yet"];
  const grades = rows.some((row) => row.grade);
  const places = new Map(rows.map((row, index) => [row, index]));
  const y = (row) => places.get(row);
  return plot({
    width,
    height: rows.length * (narrow ? NARROW_ROW : ROW) + 60,
    marginLeft: narrow ? 14 : 230,
    marginRight: grades ? 70 : 20,
    marginTop: 24,
    marginBottom: 40,
    x: { label: axis, labelAnchor: "center", tickFormat: words, ticks: narrow ? 4 : 8, grid: true, nice: true,
      domain: extent(shown.map(figure), 0) },
    y: { axis: null, domain: [-0.5, rows.length - 0.5], reverse: true },
    marks: [
      zeroX(),
      ...[false, true].map((oneLook) => Plot.ruleY(withEnds.filter((row) => Boolean(figure(row).oneLook) === oneLook), {
        y, x1: (row) => figure(row).lower, x2: (row) => figure(row).upper, stroke: (row) => sign(row).color,
        strokeWidth: 2.5, strokeDasharray: oneLook ? "5,3" : undefined,
      })),
      Plot.dot(shown, { y, x: (row) => figure(row).value, r: 6, symbol: (row) => sign(row).symbol,
        stroke: (row) => sign(row).color, strokeWidth: 2,
        fill: (row) => (row.decision === "expand" || row.decision === "stop-or-fix" ? sign(row).color : "var(--paper)") }),
      Plot.text(rows, { y, text: "label", frameAnchor: "left", fill: "currentColor",
        textAnchor: narrow ? "start" : "end", dx: narrow ? 0 : -10, dy: narrow ? -18 : 0,
        lineWidth: narrow ? 30 : 18, textOverflow: "ellipsis" }),
      Plot.text(rows.filter((row) => !figure(row)), { y, text: "status", frameAnchor: "left", textAnchor: "start",
        dx: narrow ? 0 : 6, fill: "var(--faint)", fontStyle: "italic" }),
      grades ? Plot.text(rows, { y, text: (row) => row.grade ?? "–", frameAnchor: "right", textAnchor: "middle", dx: 35,
        fontWeight: "bold", fill: "currentColor" }) : null,
      grades ? Plot.text(["Evidence"], { frameAnchor: "top-right", textAnchor: "middle", dx: 35, dy: -18,
        fill: "var(--faint)" }) : null,
      Plot.tip(shown, Plot.pointerY({ y, x: (row) => figure(row).value, title: "text", fill: "var(--panel)" })),
    ],
  });
}
