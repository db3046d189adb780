// The cost, one category on top of the other up to the whole, and the benefit beside it.
import { NARROW, plot, zeroX } from "./chart.js";
import { DECISIONS } from "./returns.js";
import { axisMoney, money } from "./words.js";

const PROVEN = { name: "trained", color: "var(--trained)", fill: "var(--trained)", symbol: "circle", words: "● benefit" };
const UNPROVEN = { ...DECISIONS["not-proven-yet"], name: "open", fill: "var(--paper)", words: "◇ benefit, not proven yet" };
const sign = (data) => (data.unproven ? UNPROVEN : PROVEN);

export const costs = {
  texts: (data) => [...data.steps.map((step) => step.text), ...(data.benefitText ? [data.benefitText] : [])],
  key: (data) => (data.benefit
    ? [[sign(data).name, sign(data).words], ["open", data.benefit.oneLook ? "dashed: its 95 % interval, for one look only"
      : "line: its 95 % interval"]]
    : []),
  plot: (data, width) => {
    const narrow = width < NARROW;
    const rows = [...data.steps, ...(data.benefit ? [{ label: "Benefit", benefit: data.benefit }] : [])];
    const places = new Map(rows.map((row, index) => [row, index]));
    const y = (row) => places.get(row);
    const brought = rows.filter((row) => row.benefit);
    const ends = brought.flatMap(({ benefit }) => [benefit.value, benefit.lower ?? 0, benefit.upper ?? 0]);
    return plot({
      width,
      height: rows.length * (narrow ? 46 : 30) + 60,
      marginLeft: narrow ? 14 : 170,
      marginRight: 90,
      marginBottom: 40,
      x: { label: `${data.currency} →`, labelAnchor: "center", grid: true, ticks: narrow ? 4 : 8, tickFormat: axisMoney,
        domain: d3.extent([0, ...data.steps.map((step) => step.to), ...ends]), nice: true },
      y: { axis: null, domain: [-0.5, rows.length - 0.5], reverse: true },
      marks: [
        Plot.rect(data.steps, { x1: "from", x2: "to", y1: (row) => y(row) - 0.3, y2: (row) => y(row) + 0.3,
          fill: (row) => (row.whole ? "var(--ink)" : "var(--control)"), fillOpacity: (row) => (row.whole ? 0.6 : 0.8) }),
        Plot.text(data.steps, { x: "to", y, text: (row) => money(data.currency, row.to - row.from), textAnchor: "start",
          dx: 5, fill: "currentColor" }),
        Plot.ruleY(brought.filter((row) => row.benefit.lower !== undefined), { y, x1: (row) => row.benefit.lower,
          x2: (row) => row.benefit.upper, stroke: sign(data).color, strokeWidth: 2.5,
          strokeDasharray: data.benefit?.oneLook ? "5,3" : undefined }),
        Plot.dot(brought, { y, x: (row) => row.benefit.value, r: 6, symbol: sign(data).symbol, stroke: sign(data).color,
          strokeWidth: 2, fill: sign(data).fill }),
        Plot.text(rows, { y, text: "label", frameAnchor: "left", textAnchor: narrow ? "start" : "end",
          dx: narrow ? 0 : -10, dy: narrow ? -20 : 0, fill: "currentColor" }),
        zeroX(),
      ],
    });
  },
};
